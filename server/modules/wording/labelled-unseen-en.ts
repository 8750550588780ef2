/** Written last, when the rules stood; nothing was changed after they were read. Form: see labelled.ts. Generated people. */
export const unseenEnglish = `
chest-pain | | Hi, I had my knee done on Friday and this morning there is a sharp pain in my chest when I take a deep breath. Is that from the crutches?
chest-pain | | my boyfriend 42 says his chest feels heavy and his left hand is tingly
chest-pain | distress | im 23 and have had chest pains all night, really frightened, my uncle died young
chest-pain | | I'd like to change my cardiology visit. Lately I get pressure in the chest just walking to the mailbox.
chest-pain | | heart keeps fluttering and I nearly blacked out
breathing | | mom's breathing sounds wet and she keeps grabbing at her throat
breathing | | Is it normal to be out of breath after climbing 3 steps a week after surgery?
breathing | | his lips are purple and he's cold
breathing | distress | My son has been wheezing since noon and I'm getting scared
breathing | | woke up gasping three times last night
breathing | | hives and swollen eyes after amoxicillin
breathing | | she says it feels like someone's sitting on her lungs
self-harm | distress | I keep thinking my kids deserve a better mother and that I should just be gone
self-harm | | he told me he wants to shoot himself
self-harm | distress | nothing matters anymore, I wish I could go to sleep and not wake up
self-harm | | student here, my roommate is suicidal and won't go to counselling
self-harm | distress | I'm thinking of ending my life
self-harm | | Mom said she'd be better off dead than in that nursing home
self-harm | | i hit my head against the wall until it bleeds when im upset
overdose | | Took 4 Ambien and a bottle of wine
overdose | | the kids found the edibles, they ate maybe six
overdose | | I mixed up mine and my wife's insulin, took 40 units of the fast one
overdose | | she drank hand sanitizer
overdose | | I've been doubling my oxycodone and feel super drowsy and itchy
overdose | | he's high on something and is turning grey
stroke | | Woke up and the left corner of my mouth won't move
stroke | | Dad can't remember our names all of a sudden
stroke | | my mother's words are all jumbled up and she's holding her head
stroke | | weakness in my right leg started an hour ago
stroke | | can't see out of my left eye
bleeding | | blood clots coming out since delivery and I feel weak
bleeding | | there's bright red blood in the toilet bowl every time I go
bleeding | | My catheter bag is full of blood
bleeding | | gums bleeding for two hours after the extraction, gauze doesn't help
unconscious | | He fainted while I was on the phone with you
unconscious | | Little brother hit the pool edge and was unconscious for a minute
unconscious | | she's diabetic and I can't get her to wake
unconscious | | our toddler went stiff and his eyes rolled back
violence | | My girlfriend throws things at me and yesterday she cut me with a bottle
violence | distress | I'm hiding in the bathroom, he's drunk and banging on the door
violence | | the night nurse twisted my arm and told me to shut up
violence | | My neighbor's kid always has bruises and says daddy hits him
violence | | someone drugged me at a party and I think I was raped
violence | anger | If that surgeon comes near my wife again I'll break his neck
pregnancy | | 39 weeks, baby hardly moves today
pregnancy | | I'm five months pregnant and fell down the steps
pregnancy | | spotting at 7 weeks with cramps on one side
emergency | | My dad is 88, he fell out of bed and can't move his leg
emergency | | chemo patient with a temp of 101.8
emergency | | spilled boiling water on my feet, skin is peeling
emergency | | sudden terrible belly pain, can't stand up straight
emergency | | insulin pump stopped and I have no spare, sugar 480
emergency | | a dog bit my daughter in the face
emergency | | I think I'm dying please call me
emergency | | red line going up from the cat bite
! | anger | I've been on hold for an hour, this is torture
! | | the smell of popcorn in your lobby is to die for
! | | heart rate monitor rental, how much per week
! | | I was in a car accident in 2012, please send the old x-rays
! | | my mom's cousin had a stroke back in the nineties, should I mention it at my physical
! | | chest freezer donated to the food pantry, who picks it up
! | | your art class saved me from boredom
! | | my blood pressure was 118 over 76 at home
! | | What is the copay for an ambulance
! | | Where can I buy a medical alert bracelet for my epilepsy
! | | need new batteries for my hearing aids
! | | do I need a ride home after the colonoscopy
! | | the suicide prevention walk is on the 9th, may we park in your lot
! | | I kill a lot of time in your waiting rooms and would love better magazines
! | | my appointment got bumped again
! | | is the burn on my tongue from hot pizza a reason to cancel the dental cleaning
! | | my toddler bit the thermometer cover, it's plastic, do you need it back
! | | the lawyer hit me with another form to sign
! | | We were shocked by how nice the new wing is
! | | shortness of staff must be hard on you
! | | How do I breathe for the spirometry test next week
! | | I take warfarin, can I eat spinach
! | | weak coffee in the cafeteria lol
! | | may I take the bandage off before I shower
! | | my eyes were tired, can I get new glasses without an exam
! | | The seizure workshop was great, when is the next
! | | Can I get numbing cream before the vaccine
! | | It would be a lifesaver if you could move me to the morning
! | | we need a note that the baby can fly
! | | I struggle with the patient portal
- | grief | My grandmother passed last night. Please cancel her MRI.
- | grief | I'm writing on behalf of my deceased husband
- | grief,anger | You charged us for a room two days after my son died. Shame on you.
- | anger | I'm really annoyed that nobody called me back
- | anger | That was the rudest receptionist I have ever met
- | anger | why does it take you people three months to send one letter
- | distress | I can't handle the stress of caring for mom anymore
- | distress | scared to death about Thursday
- | distress | I'm at the end of my rope
- | confusion | I am not sure which doctor I'm supposed to see
- | confusion | This makes no sense, the portal says canceled and the letter says confirmed
- | confusion | Do I fast or not? Nobody told me
- | thanks | What a wonderful team. Thank you for helping my wife.
- | thanks | I want to say thanks to the volunteer with the dog
- | thanks | We're so thankful for Dr. Osei
- | | Please send me my immunization record
- | | can I see a female doctor
- | | Is there a shuttle from the parking lot
- | | I'd like the results mailed to me
- | | Change my last name to Holloway
`;
