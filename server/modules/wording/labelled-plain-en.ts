/** In the words in which most people say such things (the second rules heard nine in ten), then used for tuning. Form: see labelled.ts. Generated people. */
export const plainEnglish = `
chest-pain | | Good morning, since yesterday I have had a dull pain in my chest, should I come in or wait for Tuesday?
chest-pain | distress | my chest is killing me and im scared
chest-pain | | husband has chest pains and wont go to the ER, can a nurse talk to him
chest-pain | | Mild heart attack last night I think, still feel tight today
breathing | | my mother can't breathe lying down
breathing | | Having a hard time breathing since I started the new pill
breathing | | he's short of breath and his lips look bluish
breathing | distress | please someone, my little girl is choking on a grape
breathing | | covid positive and its getting harder to breathe
breathing | | my face blew up like a balloon after the contrast dye
self-harm | distress | I want to kill myself
self-harm | | my friend texted me that she's going to end her life tonight
self-harm | distress | I don't see the point of being alive any more
self-harm | | 15 year old daughter told her teacher she wants to die
self-harm | distress | Honestly I would rather be dead than live with this back
self-harm | | I relapsed and cut myself last night
overdose | | My daughter took a bunch of ibuprofen, like 30
overdose | | I accidentally took my blood pressure pill twice this morning
overdose | | grandma swallowed the denture cleaning tablet
overdose | | how much tylenol is too much? i took 14 since noon
stroke | | My husband's speech is slurred and his right arm is weak
stroke | | left side of my face feels droopy and numb
stroke | | I think my mom is having a stroke
stroke | | suddenly can't see on one side and my head hurts terribly
bleeding | | I'm bleeding through a pad every hour, is that normal after the birth
bleeding | | my wound opened and there is blood all over
bleeding | | he vomited blood this morning
bleeding | | Blood in my urine and pain in my side since last night
unconscious | | she passed out at church and hit her head
unconscious | | my kid had a seizure and he's still not himself
unconscious | | he won't wake up
violence | | my husband beats me
violence | | The caregiver hits my father, I have a video
violence | distress | I'm afraid of my boyfriend. Please don't call this number
violence | | I was raped last night. Where do I go?
violence | anger | I swear I'm going to punch that doctor in the face
pregnancy | | I'm 37 weeks and my waters broke
pregnancy | | haven't felt the baby move since this morning
emergency | | my baby is 6 weeks old and has a 102 fever
emergency | | He burned his hand badly on the stove
emergency | | I need an ambulance
emergency | | after my surgery I have a fever and chills and the cut is oozing
! | anger | Waiting for these results is killing me
! | | I'd die for one of those parking spots
! | | my heart sank when I saw the waiting list
! | | Chest CT scheduled for Monday, do I need to fast?
! | | Does the stroke support group meet in August
! | | In 2018 I was treated for a suicide attempt. I'm well now and need those records for a job.
! | | my husband had heart surgery years ago and needs his yearly check
! | | I need the ambulance report from last spring
! | | Where's the emergency entrance for deliveries
! | | I'm choking on this paperwork lol
! | anger | You are bleeding me dry with these charges
! | | can I take ibuprofen before a blood test
! | | is it safe to swim with stitches
! | | my son's seizure medicine refill please
! | | need directions to the burn center for a visit
! | | pain clinic phone number
! | | I passed my kidney stone, do you still want to see me
! | | does the hospital have a gift shop
! | | The baby monitor in room 3 beeps all night
! | | How do I report abuse of handicapped parking
! | | breath test appointment, can I drink coffee
! | | I have a fit bit, can I upload steps
! | | my dead father's records, how do I request them
! | | please stop the suicide screening calls, I answered that twice
! | anger | Shoot, I sent the wrong form again, your site is horrible
! | | weakness in my case for chocolate, see the dietitian please
! | | I'm numb to these price increases by now
! | | allergy shots schedule
! | | My daughter hit her growth spurt, new dose of her medicine?
! | | Is the blood drive on Friday
- | grief | My mom died yesterday, how do I cancel her appointments
- | grief | We buried my brother on Monday
- | grief,anger | My husband passed away and you keep calling him. Stop it.
- | anger | This is outrageous. I want my money back.
- | anger | The nurse was extremely rude to my mother
- | anger | I've been waiting for a call back for two weeks, this is unacceptable
- | anger | Are you people incompetent?
- | distress | I'm really scared about my results
- | distress | I feel so alone with this illness
- | distress | so worried about my son's operation
- | confusion | I don't understand this bill
- | confusion | I'm confused about which building to go to
- | confusion | what does "benign" mean
- | thanks | Thank you for taking such good care of my dad
- | thanks | Nurse Beatriz was amazing
- | thanks | I'm very grateful for everything
- | | Can I get a copy of my x-ray on a disc
- | | Please move my appointment to next month
- | | what insurance do you take
- | | Do you have Saturday hours
- | | I need a refill of my thyroid pills
- | | Where do I park for the eye clinic
`;
