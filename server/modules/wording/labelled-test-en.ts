/** Held out: nobody who tunes the rules looks at single misses here. Form: see labelled.ts. Generated people, no real ones. */
export const testEnglish = `
chest-pain | | ive got this pain in my chest that wont go away since lunch, is it the new pills??
chest-pain | distress | My dad is clutching his chest and sweating a lot, we dont know what to do
chest-pain | | hi, quick q. i get a squeezing feeling in the chest when i climb stairs and today it came while i was sitting. should i keep my appt thursday
chest-pain | | CHEST PAIN AGAIN. SAME AS BEFORE THE STENT.
chest-pain | distress | There is a heaviness on my chest and my jaw aches. I am frightened.
chest-pain | | Good afternoon,¶I wanted to ask about my bill from October, I think the copay was charged twice.¶Also, and maybe this is nothing, since this morning my chest feels tight and my left arm is tingling.¶Kind regards, Wendell
chest-pain | | heart racing like crazy for 2 hours and chest tightness, feel faint
breathing | distress | please help my daughter she cant breath right
breathing | | I'm wheezing really bad and my inhaler is empty, can I get a refill today
breathing | | Mom came home yesterday and she gets so short of breath just walking to the toilet
breathing | | cant get enough air when i lay down, been sleeping in the chair
breathing | | Ate shrimp an hour ago and now my lips are swollen and my throat feels tight
breathing | | my son is breathing very fast and his ribs are sucking in
breathing | | struggling to breathe after the vaccine yesterday. what number do i ring
breathing | | Her oxygen says 84 and she is breathless, we are at home
self-harm | distress | I can't do this anymore. I don't want to be here.
self-harm | distress | since he left i just think about ending it. nobody would notice
self-harm | | My brother told me last night he has a plan to kill himself, how do I get him seen
self-harm | distress | honestly i wish i wouldnt wake up tomorrow
self-harm | | my teenager has been cutting her arms and hides it with long sleeves
self-harm | distress | whats the point in living like this. the pain never stops
self-harm | | I've been having suicidal thoughts since you changed my medication.
self-harm | distress | I am writing to cancel my appointment on the 12th. There is no need for it now. I have decided I am done with life and I have written letters to my kids.
self-harm | | im gonna hurt myself if someone doesnt call me back
self-harm | | he said he'd rather be dead than go back on dialysis
self-harm | distress | thinking about jumping in front of a train. im so tired
overdose | distress | I took about 20 of the tylenol, I'm scared now
overdose | | my 2 year old got into my blood pressure pills, not sure how many she ate
overdose | | gave mum her evening dose twice by mistake, its the blood thinner. what should we do
overdose | | he drank drain cleaner
overdose | | I think my roommate OD'd, he won't wake up
overdose | | Accidently took double my insulin tonight
overdose | | swallowed my whole weeks pills at once
stroke | | Grandpa's face looks droopy on one side and he talks funny
stroke | | woke up and my right arm is numb and i keep dropping things
stroke | | my wife suddenly can't speak properly, the words come out wrong
stroke | | Sudden loss of vision in one eye this morning. Is the eye clinic open?
stroke | | worst headache ive ever had came on like a thunderclap
stroke | | he can't lift his left arm and his mouth is crooked
bleeding | | had surgery tuesday and the bandage is soaked through with blood, keeps coming
bleeding | | nosebleed for over an hour wont stop and i take warfarin
bleeding | | Im coughing up blood since last night
bleeding | | there was a lot of blood in the toilet when i went and i feel dizzy
bleeding | | My incision split open
unconscious | | My husband collapsed in the kitchen, he is awake now but grey
unconscious | | she fainted twice today and is confused
unconscious | | my son had a seizure this morning that lasted 6 min, first one ever
unconscious | | I cant get my mother to wake up properly, she just moans
violence | distress | My partner hit me again last night and I'm afraid to stay here tonight
violence | | The night aide pulled my grandmother's hair and slapped her hand. There are bruises.
violence | | i need to change my phone number in your files. my ex said he will kill me if he finds where i am
violence | | he forces me to have sex and i think im pregnant
violence | anger | If I don't get my records by Friday I'm going to come down there with my gun
violence | | My uncle touches me and I don't know who to tell
pregnancy | | 34 weeks and I haven't felt him kick since yesterday morning
pregnancy | | i'm 8 weeks along and there's bleeding and cramps
pregnancy | | my water just broke and im only 31 weeks
emergency | | She fell down the stairs, hit her head and keeps throwing up
emergency | | My father is burning up at 104, shaking and not making sense
emergency | | I feel like I'm going to die, my whole body is shaking
emergency | | our baby is 3 weeks old and has a fever of 101.5 and wont feed
emergency | | Please get someone over here now!! its an emergency
! | anger | This hold music is killing me, 45 minutes!
! | | I'm dying to get these stitches out lol
! | anger | The price of parking is daylight robbery, I nearly had a heart attack at the machine
! | | My heart skipped a beat when I saw the baby on the scan
! | | Could you tell me where the chest pain clinic is, I have an appointment at 9
! | | I had a heart attack in 2014 and need the discharge letter from then for my insurance
! | | My mother had a stroke five years ago. She is well, we only need a copy of her scan.
! | | Which floor is the stroke unit on?
! | | Do you have the leaflet about suicide prevention in Polish?
! | | I'd like to volunteer for the overdose awareness day
! | | When is the next first aid course on choking in babies?
! | | Could I have a refill of my inhaler, I use it before sport
! | | I breathed a sigh of relief when the letter came
! | thanks | Your nurse was a breath of fresh air, please thank her from me
! | | No chest pain, no trouble breathing, all fine since the procedure. When can I drive?
! | | The questionnaire asks whether I faint easily. I don't. Where do I write it?
! | anger | I am sick to death of explaining this to every new person
! | anger | You people are bleeding me dry with these fees
! | | My blood pressure diary is attached
! | | Can you tell me when the blood draw lab opens on Saturday
! | | I need to cancel my colonoscopy, something came up
! | | I lost my blood glucose booklet on the bus
! | | I need to fill in the section on family history: my aunt died of a stroke
! | | The emergency exit near radiology was blocked yesterday, just so you know
! | | How much was the emergency room visit in August? I never got a bill
! | | Please change my emergency contact to my sister Priya
! | | My daughter is doing a school project about CPR, can she interview somebody
! | | Is the domestic violence support group still on Tuesdays?
! | | I would kill for a parking space near the entrance
! | | Dead battery in my hearing aid, do you stock size 312?
! | confusion | The app kills my phone every time I open it, what am I doing wrong
! | | I am starving, may I eat before the ultrasound?
! | | The doctor said my labs were a bit off, can you explain potassium 5.1
! | | My arm is still a bit sore from the flu shot, normal?
! | | We had a scare with dad in March but he has been fine since, just booking his check-up
! | | The physio exercises kill my legs but they help
! | anger | Whoever designed this form should be shot
! | | I cut my hours at work so my insurance has changed
! | | My insurance hit me with a new deductible
! | | The elevator is out and I cannot climb stairs with my walker
! | | He passed his driving test, so can he stop the physiotherapy?
! | | I can't swallow big tablets, is there a liquid?
! | | my appointment is with dr stroker? or strecker? cant read it
! | | Is there a crash course for new parents
! | | Please do not call me at work, it gives my boss a fit
! | | My dog ate my appointment letter, could you send it again
! | | I took the pills as told and feel much better
! | | the pharmacy gave me too many repeat forms, which one is it
! | | Our baby shower is that day, can we move the check-up
! | | She was unconscious during the operation of course, but nobody told us how long it took
! | | Before my surgery in 2019 I had bleeding ulcers, does that matter for the form?
! | | My knee is killing me when it rains, can I come earlier than May?
! | | I'm breathless with excitement, we got the adoption date!
! | | What does the abuse screening question on the form mean? I am asking for a class.
! | | I am drowning in appointment letters, can you put them on one page
! | | My sister works for the suicide hotline and wants to leave cards at your desk
! | | the tv in room 12 is choking on every channel
! | | It was murder finding a parking spot
- | grief | My wife died on Sunday. Please stop sending letters to her.
- | grief | We lost our baby at 20 weeks and I got an appointment reminder for the anatomy scan today
- | grief,thanks | My father passed away peacefully on your ward last week. The nurses were wonderful and we are so grateful.
- | grief | i am still getting bills for my late husband
- | grief,anger | You sent a survey to my mother. She is DEAD. How can you be so careless
- | grief | The funeral is on Friday so I cannot come to my appointment
- | grief,distress | since my son died i cant sleep or eat, is there anyone i can talk to
- | anger | This is the third time you have cancelled on me. Absolutely unacceptable.
- | anger | your receptionist was rude and hung up on me
- | anger | I am furious. I took a day off work and nobody was there.
- | anger | worst hospital ever, nobody gives a damn
- | anger | I want to speak to a manager. This is ridiculous, I've called six times.
- | anger | I am so fed up with being passed around
- | anger,confusion | Why am I being charged $400 for a visit that never happened?? makes no sense
- | anger | I'll be contacting my lawyer about how I was treated
- | anger | how dare you send my results to my ex husband
- | distress | I'm really worried about the biopsy, I can't stop thinking about it
- | distress | I am so scared of the anesthetic. Can somebody talk to me before?
- | distress | i cant cope with looking after him on my own anymore
- | distress | Still no result and I'm going out of my mind with worry
- | distress | we are desperate, he needs a bed in rehab and nobody helps
- | distress | I keep crying and I don't know why, it's been like this since the birth
- | distress | having panic attacks about going in the scanner
- | distress,confusion | I don't understand the report, it says mass?? I'm terrified
- | confusion | I'm confused, one letter says 9 am and the other says 2 pm
- | confusion | Not sure what this code on the statement means, can you explain
- | confusion | Which one do I take first? The leaflet and the label say different things
- | confusion | I'm lost. Do I go to the main building or the annex?
- | confusion | it doesnt make any sense to me why i need a second referral
- | confusion | what does "non fasting lipid" mean
- | confusion | I have no idea how to log in to this thing
- | thanks | Just wanted to say a huge thank you to the team on 4 West, you were amazing
- | thanks | thank you so much for calling me back so quickly!
- | thanks | Nurse Imelda was so kind to my mum, please pass on our thanks
- | thanks | I really appreciate what you did for us
- | thanks | You guys are the best. Everything went smoothly thanks to Dr Oyelaran
- | thanks | We can't thank you enough for looking after Teddy
- | | I'm not angry at all, just wondering when the refund comes
- | | Could you send me the form for my employer? Thanks
- | | I need an interpreter for Thursday, Vietnamese please
- | | Is there a bus from the station to the clinic
- | | How do I move my appointment to the week after? Any morning is good.
- | | What are the visiting hours on Sunday
- | | My address has changed: 14 Alder Court
- | | Do I have to fast before the blood test on Monday?
`;
