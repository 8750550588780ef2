/** For tuning. Form: see labelled.ts. Generated people, no real ones. */
export const developmentEnglish = `
chest-pain | | my chest has been hurting on and off all week
chest-pain | distress | im having sharp pains in my chest and im scared its my heart
chest-pain | | Pressure behind the breastbone since breakfast, goes into my neck
chest-pain | | feels like someone is standing on my chest
chest-pain | | husband has bad indigestion he says but he is clammy and holding his chest
chest-pain | | my pacemaker shocked me twice today and i feel awful
chest-pain | | Dear Sir or Madam,¶I should like to reorder my tablets, the usual ones.¶I should also mention that I get an ache across the chest when I carry the shopping, and last night it woke me.¶Yours, Mr. Tobias Winterbourne
chest-pain | | palpitations and chest discomfort what do i do
breathing | | i can barely breath please call me
breathing | distress | My baby is struggling to breathe and I am panicking
breathing | | out of breath just talking
breathing | | his asthma is really bad and he already used the blue inhaler 6 times
breathing | | she's turning blue around the mouth
breathing | | face is swelling up after the antibiotic, hives all over
breathing | | feels like im suffocating at night
breathing | | my breathing is getting worse every day since I went home
breathing | | gasping for air on the stairs now, was fine last week
breathing | | something is stuck in her throat and she can't talk
self-harm | distress | I don't want to live anymore
self-harm | | my husband keeps a gun in the drawer and says the family would be better without him
self-harm | distress | i feel so hopeless i could just take all my pills
self-harm | | My daughter tried to kill herself in the spring and she is talking that way again
self-harm | distress | no one would miss me if i was gone
self-harm | | I keep thinking about hurting myself
self-harm | | is there somebody my son can see today, he is suicidal
self-harm | distress | I just want it all to be over. I cant take this pain another day
self-harm | | she says goodbye to everyone and is giving her things away
self-harm | | started burning myself again
self-harm | distress | there is no way out for me any more
self-harm | | he stopped eating and says he wants to die
overdose | | my son swallowed a button battery
overdose | | i mixed up the pills and took my morning ones twice
overdose | | she took the whole bottle of her antidepressants
overdose | | drank antifreeze by accident
overdose | | think i took too much of my pain medicine, im very sleepy
overdose | | our toddler ate some of grandma's heart tablets
overdose | | carbon monoxide alarm went off and we all have headaches
overdose | | He's been shooting up and now his lips are blue
stroke | | half of her face went slack
stroke | | Dad is slurring and he has not been drinking
stroke | | left side of my body went numb for ten minutes
stroke | | my husband all of a sudden does not know where he is
stroke | | is this a stroke? my mouth hangs down
stroke | | I cannot see out of my right eye all of a sudden
bleeding | | my stitches came undone and its bleeding
bleeding | | Dad is throwing up something that looks like coffee grounds and blood
bleeding | | soaking a pad every half hour since the D&C
bleeding | | black tarry stools for two days and I am on blood thinners
bleeding | | cut my hand deep and it won't stop bleeding
unconscious | | he blacked out at the wheel
unconscious | | My sister is having fits one after another
unconscious | | grandma is very drowsy and I can hardly wake her
unconscious | | baby went limp for a few seconds
violence | | my boyfriend pushed me down the stairs
violence | distress | I'm scared of my husband, he reads my messages
violence | | The staff at the home tie my father to the bed
violence | | I was sexually assaulted on Saturday, do you do the exam
violence | | my son threatens me with a knife when he wants money
violence | anger | tell dr hale i know where he lives and he will pay for this
violence | | my stepdad comes into my room at night
violence | | he choked me and now its hard to swallow
pregnancy | | baby hasnt moved all day and im 36 weeks
pregnancy | | pregnant and seeing spots with a splitting headache and swollen hands
pregnancy | | contractions every 4 minutes and im only 33 weeks
emergency | | he was electrocuted by the dryer, seems ok but heart is fluttering
emergency | | my wound is hot and red with a streak going up my arm and i have chills
emergency | | rash that doesn't fade under a glass and a stiff neck
emergency | | Call an ambulance for my neighbor please
emergency | | he hears voices telling him to hurt us
emergency | | transplant patient here, fever 102 and shaking chills
! | anger | Your phone menu will be the death of me
! | | I'm dying to know if it's a boy or a girl
! | anger | nearly had a stroke when I saw the invoice
! | | my heart goes out to the staff after the fire
! | | Appointment at the chest clinic moved, is that right?
! | | I had chest pain last year, all tests were fine, I just need the report for my new doctor
! | | my father had a heart attack in 2009, does that count as family history
! | | who runs the stroke survivors group
! | | do you teach classes about stroke signs
! | | suicide bereavement group times please
! | | is there a leaflet on safe storage to prevent overdose
! | | we choked up with tears at the ceremony, beautiful
! | | breathing exercises video doesn't load
! | | catch my breath between appointments? they're 10 minutes apart in different buildings
! | | no shortness of breath, no fever, may I come to the vaccination
! | | Form asks if I had seizures. Never. Leave it blank?
! | anger | I'm sick and tired of your hold music, it makes me want to scream
! | anger | these bills are bleeding us white
! | | blood work results ready?
! | | what's my blood group
! | | is fasting needed before blood sugar test
! | | my grandmother died of a heart attack at 60, should I get screened
! | | Is there an emergency dentist near you
! | | emergency department waiting times today?
! | | I'd like my ambulance bill itemized please
! | | Update emergency contact: Tomasz, my husband
! | | do you offer a course on first aid for choking
! | | the abuse of disabled parking is annoying, cars without badges every day
! | | I'd give my right arm for an earlier slot
! | | my phone died so I missed your call
! | | battery for pacemaker clinic remote monitor? which one do I buy
! | confusion | the website keeps crashing and killing my session
! | | I'm so hungry I could faint lol when can I eat after the test
! | | my cholesterol is a bit high, diet sheet please
! | | my toe is numb from the cast, been like that since you put it on, is it too tight
! | | last month I fainted at the blood drive, all ok since, want my donor card
! | | that workout class left me half dead, see you next week!
! | | the new schedule is a killer
! | | shoot me an email when it is ready
! | | can you take a stab at explaining my benefits
! | | I was hit by a late fee
! | | the lift is broken and I can't walk up
! | | he passed out flyers at your entrance, is that allowed
! | | can't swallow pills, need liquid form
! | | I can't move my appointment online
! | | Dr Paine's office number please
! | | kids destroyed my letter, send again
! | | took my medicine this morning before the test, is that ok
! | | they sent too many tablets, can I return a box
! | | wedding that day, please reschedule the heart scan
! | | was told I'd be put to sleep for the op, how long am I out
! | | In 2016 I had a bleed after a tooth was pulled, mention to the surgeon?
! | | My back is killing me but the pills help, just need the repeat
! | | we were breathless with laughter at the clowns on the children's ward
! | | self-harm policy for staff: where do I find it, I'm a new volunteer
! | | drowning in forms here
! | | I work for a suicide prevention charity, may we hang a poster
! | | dead line, no one picks up, then it beeps
! | | parking is murder
! | | no longer suicidal thankfully and doing well, I'd like to move my counselling to every second week
! | | strike while the iron is hot, can I book both at once
! | | can't stand my hair after chemo, is there a wig service
! | | Is the poison control magnet still free at the desk
! | | It has been a hard year, my shoulder froze, when is physio
- | grief | My mum passed away on the 3rd. Whom do I tell?
- | grief | our son was stillborn in May and the nursery mails still come
- | grief | I lost my husband last month and need his death certificate
- | grief,thanks | Thank you for the care you gave my late sister
- | grief,anger | My father died because nobody answered the bell. I want answers.
- | grief | he is no longer with us, please remove him from your list
- | grief,distress | I can't stop crying since we buried mom
- | grief | the memorial is in June, could the chaplain come
- | anger | Disgusting. Two hours in a dirty waiting room.
- | anger | Nobody listens! I am so angry right now
- | anger | he talked to me like I was stupid
- | anger | I demand a refund
- | anger | I will be filing a complaint, the doctor was extremely rude
- | anger | THIS IS UNACCEPTABLE!!! NO ONE CALLS BACK
- | anger | you lost my sample AGAIN, what a joke
- | anger | I'm outraged at how my mother was treated
- | anger,confusion | Explain this bill to me, because it is nonsense and I am not paying it
- | anger | what kind of place is this, shame on you
- | anger | your incompetence cost me a day's pay
- | anger | I've had enough
- | distress | I'm worried sick about the scan result
- | distress | so anxious about tomorrow, couldn't sleep
- | distress | I am overwhelmed, caring for both my parents
- | distress | feeling really low and alone since the surgery
- | distress | I'm at my wits end with the pain
- | distress | please please help us we have nowhere to turn
- | distress | terrified of needles, is there cream
- | distress | I feel like I'm falling apart
- | distress,confusion | they said something on the phone about a shadow and I didn't follow and now I'm scared
- | confusion | Which entrance? The map confuses me
- | confusion | I got two different bills for the same day, which is right?
- | confusion | Sorry, I don't understand what 'prior authorization' means
- | confusion | it's not clear to me if I should stop the aspirin
- | confusion | can't figure out how to upload the photo
- | confusion | no clue what this letter wants from me
- | confusion | what am I supposed to bring
- | confusion | I'm a bit puzzled by the new time
- | thanks | Thank you for everything, Dr. Nakamura saved my life
- | thanks | So grateful for the kindness on the children's ward
- | thanks | please tell Bert at the front desk he made my day
- | thanks | Many thanks for the quick answer, that helps a lot
- | thanks | A big shout out to the night nurses
- | thanks | I wanted to compliment the cleaning lady on floor 3
- | thanks | really thankful for the way you explained it
- | | I am not upset, I only want the correct date
- | | not worried, just curious about the normal range
- | | Thanks in advance for sending the form
- | | What time do you open on Friday
- | | I need a copy of my vaccination record for school
- | | Can I bring my guide dog
- | | Please cancel Tuesday 3 pm, name Ferreira
- | | my insurance is now with Harbor Mutual
- | | Is the pharmacy open at lunch
- | | Could you fax it to my doctor
- | grief,confusion | Dear patient accounts,¶My mother, who was in room 214 in June, has died. I am her executor and I have a shoe box of your letters in front of me. Some are called statements, some are called notices, and two have the same date but not the same amount.¶I do not understand which of them are still open.¶Could one person look at it with me? I have time in the afternoons.¶Sincerely, Caspian Lindqvist
! | distress | Hello,¶I have the heart catheter on Monday. I read the consent form and it lists everything: heart attack, stroke, bleeding, even death. I know that you have to write that, but since then I can't sleep and I am quite frightened.¶Is there someone who could go through it with me before Monday?¶Thank you, Rosamund
`;
