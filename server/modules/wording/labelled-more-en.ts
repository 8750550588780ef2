/** Danger alone, said in ordinary ways; for tuning. Form: see labelled.ts. Generated people. */
export const moreEnglish = `
chest-pain | ? | my chest is on fire
chest-pain | ? | tightening in chest and arm
chest-pain | ? | pain in my heart area
chest-pain | ? | I'm having a heart attack
chest-pain | ? | chest feels weird and I'm sweating
chest-pain | ? | heart is beating so hard I can see it through my shirt
chest-pain | ? | crushing feeling in chest going to back
chest-pain | ? | my angina spray isn't helping
chest-pain | ? | heart rate 180 and won't come down
chest-pain | ? | chest pain when breathing in
breathing | ? | I cannot breathe well
breathing | ? | can't breathe thru my mouth or nose
breathing | ? | dad is having breathing problems
breathing | ? | he turned blue for a second
breathing | ? | she is struggling for air
breathing | ? | I feel like I'm breathing through a straw
breathing | ? | my asthma is acting up and nothing helps
breathing | ? | having an allergic reaction, lips swelling
breathing | ? | ate peanuts and my throat itches and feels thick
breathing | ? | oxygen is at 85
breathing | ? | shallow breathing and very tired
breathing | ? | breathing stops at night for a long time
breathing | ? | he swallowed a coin and is drooling
self-harm | ? | I'm going to end it
self-harm | ? | I don't want to be alive
self-harm | ? | thinking about killing myself
self-harm | ? | life isn't worth it anymore
self-harm | ? | I want to disappear forever
self-harm | ? | I just want to sleep and never wake up
self-harm | ? | he tried to hang himself
self-harm | ? | I bought a gun and I can't stop thinking about it
self-harm | ? | she has scars on her arms from cutting
self-harm | ? | no one cares if I live or die
self-harm | ? | my wife says she can't live like this and will end it
self-harm | ? | I have a plan and the means
self-harm | ? | my son wrote a suicide note
overdose | ? | took too much insulin
overdose | ? | my child drank my methadone
overdose | ? | swallowed 15 aspirin
overdose | ? | I overdosed on my meds
overdose | ? | took my husband's pills instead of mine
overdose | ? | dog medicine, my kid ate it
overdose | ? | he injected too much
overdose | ? | drank a bottle of cough syrup
overdose | ? | inhaled bleach and ammonia fumes
overdose | ? | gave the baby adult tylenol
stroke | ? | right side went numb
stroke | ? | can't smile properly on one side
stroke | ? | he can't speak
stroke | ? | she is talking gibberish
stroke | ? | sudden confusion and weakness
stroke | ? | I lost feeling in my leg
stroke | ? | his mouth is drooping
stroke | ? | vision went double and I'm dizzy
stroke | ? | my arm won't move
bleeding | ? | won't stop bleeding
bleeding | ? | bleeding from my rectum
bleeding | ? | I'm losing a lot of blood
bleeding | ? | throwing up blood
bleeding | ? | heavy bleeding after miscarriage
bleeding | ? | poop is black and sticky
bleeding | ? | I cut an artery
bleeding | ? | blood pouring from his nose
unconscious | ? | passed out twice
unconscious | ? | she collapsed at work
unconscious | ? | my husband is not responding
unconscious | ? | seizure lasting more than five minutes
unconscious | ? | mother is barely conscious
unconscious | ? | can't wake my baby
unconscious | ? | he fell and is not moving
violence | ? | my dad hits me
violence | ? | he beat me up last night
violence | ? | she is being abused at the nursing home
violence | ? | my ex threatened to kill me
violence | ? | he hurt my baby
violence | ? | I am not safe at home
violence | ? | someone touched my daughter
violence | ? | he pulled a knife on me
violence | ? | my caregiver pinches me
violence | ? | I'm being held against my will
violence | ? | I will shoot up your clinic
pregnancy | ? | my baby stopped kicking
pregnancy | ? | bleeding at 12 weeks
pregnancy | ? | I'm in labor
pregnancy | ? | contractions are 3 minutes apart
pregnancy | ? | water broke early
emergency | ? | I'm dying
emergency | ? | help me please I think I'm dying
emergency | ? | my dad fell and hit his head
emergency | ? | fever of 105
emergency | ? | bitten by a snake
emergency | ? | severe burns on his face
emergency | ? | his sugar is 38 and he is shaking
emergency | ? | my catheter site is red and I have a fever
emergency | ? | broke her hip I think, she can't get up
emergency | ? | stiff neck and fever
emergency | ? | she is hearing voices
emergency | ? | call 911
emergency | ? | worst pain of my life in the belly
emergency | ? | burned my arm badly with hot oil
emergency | ? | throwing up everything for two days, so weak I can't stand
emergency | ? | swallowed something and it's stuck
! | ? | the burn unit gift basket, where do I leave it
! | ? | seizure diary app, which one do you recommend
! | ? | choked on my coffee when I read your cute newsletter
! | ? | is there an AED in the lobby
! | ? | stroke awareness shirts for sale?
! | ? | I have to cut my visit short
! | ? | I passed out candy at the fair
! | ? | the wait is killing my back
! | ? | her suicide prevention training certificate is missing
! | ? | ambulance transfer paperwork for my mother's move
! | ? | that fee hit me hard and I'm annoyed
! | ? | my son's epilepsy medicine needs a prior authorization
! | ? | emergency contact form attached
! | ? | the emergency department clerk has my jacket
`;
