/** In words that the first rules had not thought of (they heard a third of these), then used for tuning. Form: see labelled.ts. Generated people. */
export const rewordedEnglish = `
chest-pain | | Hi its Dorian, I keep getting this stabbing thing under my left breast when I lie down and it runs up to the shoulder
chest-pain | | My dad says his heart feels "off", he is sweaty and grey, he wont let me ring anybody
chest-pain | distress | woke up at 3 with a vice around my chest, scared to go back to sleep
chest-pain | | chest still sore 2 weeks after bypass and now something is clicking when i move
chest-pain | | My wife has pain between her shoulder blades and can't get comfortable, she had a stent in june
breathing | | he's panting like a dog and cant finish a sentence
breathing | | she is puffing badly since this morning and her ankles are like balloons
breathing | | my toddler has a barky cough and makes a noise when he breathes in
breathing | distress | i feel like there's no oxygen getting in, im freaking out
breathing | | stung by a wasp 20 minutes ago, my hand is huge and now my voice is going hoarse
breathing | | could not lie flat all night, have to sit up to get air
breathing | | The oxygen machine stopped working and his numbers are going down
self-harm | distress | Everyone would be happier if I disappeared. Sorry for all the trouble.
self-harm | distress | what is the quickest way to go without pain, asking for myself
self-harm | | My roommate posted a goodbye on instagram and isn't answering, he's a patient of yours
self-harm | distress | I have no fight left in me. I don't see myself being here at Christmas.
self-harm | | she tied a scarf to the door handle, we found it in time
self-harm | distress | i am going to walk into the lake
self-harm | | My husband stopped taking his heart pills on purpose because he says he is ready to go
self-harm | | found razor blades under my daughter's pillow and there are marks on her legs
self-harm | distress | can't see any reason to carry on since the diagnosis
overdose | | Took my sister's methadone by mistake, feeling woozy
overdose | | he emptied the medicine cabinet and now he's just staring
overdose | | the baby drank some of the mouthwash
overdose | | I gave my son 10 ml instead of 1 ml of the syrup
overdose | | she put on three of the pain patches at the same time
overdose | | husband is confused and his pill organizer for the whole week is empty
stroke | | Mum keeps calling me by the wrong name and one eyelid is hanging
stroke | | my tongue feels thick and I can't get the words out since an hour
stroke | | he walks like a drunk and spills his coffee, started this morning
stroke | | Pins and needles all down my left side and a banging headache
stroke | | everything went black in one eye like a curtain
bleeding | | My drain bag is full of bright red stuff
bleeding | | there's blood when I wipe, a lot, and clots the size of plums
bleeding | | my tonsils were out a week ago and i'm spitting red
bleeding | | I am on Eliquis and fell on my hip, the bruise is the size of a plate and growing
unconscious | | my partner keeled over at dinner
unconscious | | dad zoned out for two minutes, eyes open, drooling, did not hear us
unconscious | | he was out cold for a minute after the tackle
unconscious | | I can't rouse my grandad from his nap
violence | | my husband put his hands around my neck
violence | distress | He broke my phone and took the keys, I'm writing from the neighbour's. I'm afraid of what he does when he finds out
violence | | One of your orderlies handles my mom roughly, she has finger marks on both arms
violence | | my coach makes me take pictures without clothes
violence | anger | You people better fix this or somebody is going to end up in your morgue
violence | | my son came at me with a bat last night
violence | | the man I clean for won't give me my passport and I can't leave
pregnancy | | 28 weeks, little one very quiet since last night
pregnancy | | had a gush of fluid, im 35 weeks
pregnancy | | i'm pregnant and got hit in the belly by a car door
emergency | | dialysis fistula arm is buzzing and swollen and i have a fever
emergency | | my dad's sugar meter only says HI
emergency | | she has been throwing up for three days and hasn't peed since yesterday
emergency | | Grandma wandered out in her nightgown, we can't find her
emergency | | boiling soup all over my toddler's arm
emergency | | my husband's temperature is 104 two days after chemo
emergency | | testicle pain so bad I can't stand, started an hour ago
emergency | | his leg is swollen and hot after the flight and calf hurts a lot, now he's short winded
! | | You guys killed it with the new website
! | | My kids are bouncing off the walls, send help haha. Also need their vaccine cards
! | anger | Your parking garage is a death trap for wheelchairs, fix the ramp
! | | I had a stent placed in 2017, please add it to my record
! | | heart monitor return address please
! | | Is the heart walk still happening this weekend
! | | my late aunt's overdose was years back, I'd like to donate to your recovery program
! | | I'd sell my soul for an appointment before Friday
! | | where can I pick up the oxygen tubing
! | | CPAP mask size medium is out of stock, when do you get more
! | | my smartwatch says my resting pulse is 58, is that good
! | | can I get the shingles shot and the flu shot the same day
! | | The kid's Halloween costume has fake blood, does it stain the sheets in the ward
! | | bled the radiators in the clinic? room 5 is freezing
! | | I cut my finger last year and the scar is ugly, do you do scar removal
! | | mock stroke drill at school, do you lend mannequins
! | | Reading about seizures for my nursing exam, is your library open to students
! | | we almost passed out from the heat in your waiting room, please fix the AC
! | | My grandson wants to be a paramedic, do you have work experience
! | anger | This bill takes my breath away. Are you kidding me
! | | can you kill the auto pay on my account
! | | I got beaten to the last appointment slot again
! | | He is choosing between two knee surgeons
! | | Do I need to stop my blood thinner before the dentist
! | | my stomach is dead set against that barium drink, other flavor?
! | | kidney stones run in my family, father and uncle had them
! | | your fire drill during my MRI was fun, not
! | | just survived my first yoga class with you, thanks
! | | could the ambulance bay lights be turned off at night, they shine into my bedroom
! | | I'm blue about missing the reunion, can discharge be Friday?
! | | please remove the abusive review someone wrote under my name
! | | Can the mental health talk on suicide be recorded for our staff
! | | I was knocked for six by the size of the copay
! | | bleach smell in the corridor yesterday, what do you clean with
! | | my fitness tracker died
! | | Is my pregnancy test result back
! | | 12 weeks scan on Tuesday, may my mother come along
! | | Fell behind on payments, can we set up a plan
! | | I feel great since the new inhaler, do I still need the follow-up
! | | can we bring a toy gun to the children's ward for the pirate party
- | grief | Grandpa slipped away on Thursday night. What happens with his things?
- | grief,distress | It has been six weeks since we lost Noor and I am falling to pieces
- | grief | please take my dead brother's number off your list
- | anger | Five people, five different answers. Get your act together.
- | anger | I'm beyond frustrated with the billing office
- | anger | what a shambles
- | anger | Do your job for once!
- | anger | he rolled his eyes at me and walked out
- | distress | I'm so nervous I could be sick, it's my first chemo
- | distress | can't stop shaking before every appointment
- | distress | I'm all alone with three kids and this diagnosis, I don't know how to go on
- | distress | The waiting is unbearable. Please tell me if it's cancer
- | confusion | Do I take both or only the white one? I'm mixed up
- | confusion | your letter might as well be in Greek
- | confusion | what's the difference between observation and admitted
- | confusion | it says pending, does that mean bad
- | thanks | You were so gentle with my boy, we will never forget it
- | thanks | Thanks a bunch for squeezing me in!
- | thanks | five stars for the ER team
- | thanks | Dr. Amari listened to me like no one ever did, thank you
- | | need a doctors note for the 14th
- | | is the cafeteria open to visitors
- | | Change my pharmacy to the one on Elm
- | | What's your fax
- | | Am I due for a mammogram
`;
