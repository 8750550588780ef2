import { hiddenEnglish } from './danger-hidden-en.ts';
import type { Rules } from './phrases.ts';

const who = `he|she|hes|shes|baby|babys|child|son|daughter|kid|toddler|infant|newborn|mom|moms|mum|mums|mother|dad|dads|father|husband|wife
  |partner|boyfriend|girlfriend|grandma|grandpa|grandmother|grandfather|gran|brother|sister|friend|roommate|neighbor|neighbour|aunt|uncle|patient|him|her`;
const attacker = `he|she|they|husband|wife|partner|boyfriend|girlfriend|ex|father|dad|mother|mom|son|daughter|brother|uncle|cousin|grandfather
  |man|stepdad|stepfather|stepmother|stepbrother|carer|caregiver|someone|somebody|orderlies|caretaker|aide|aides|nurse|nurses|staff|orderly|attendant|roommate|neighbor|boss|teacher|coach`;
const victim =
  'me|her|him|us|them|myself|kids|child|baby|son|daughter|mother|mom|mum|dad|father|sister|brother|grandma|grandmother|grandfather|hair|patient|patients';
const violent = `hit|hits|hitting|beat|beats|beating|punch*|slap*|kick*|strangl*|chok*|rape|raped|rapes|raping|attack*|grop*|fondl*
  |shove*|pinch*|smack*|drag*|grabs|grabbed|tied|ties|burned|burns|bites|bit|threw|throws|stab|stabs|stabbed|assault*|pinned|spit|yanked|whip*`;
const chest = 'chest|chets|cheast|chst|chesst|cehst|breastbone|sternum';
const hurts = `pain|pains|paining|painful|hurt|hurts|hurting|ache|aches|aching|achy|tight|tightness|tightening|pressure|heavy|heaviness|crush*|squeez*
  |burning|burns|stabbing|sharp|discomfort|weight|standing|sitting|clutch*|holding|grabbing|rubbing|pounding|flutter*|spasm*|weird|funny|sore`;
const breath = 'breathe|breath|breathing|breth|brethe|breeth|breathin|breathes|breathin|breaths|brething';
const pills = `pill|pills|tablet|tablets|tabs|capsule|capsules|med|meds|medicine|medicines|medication|medications|insulin|tylenol|paracetamol|acetaminophen
  |ibuprofen|advil|aspirin|oxy*|opioid*|morphine|fentanyl|xanax|valium|benzos|antidepressant*|painkiller*|ambien|benadryl|melatonin|warfarin|metformin|sleepers`;
const harmful = `bleach|battery|batteries|magnet|magnets|detergent|poison*|chemical*|antifreeze|coin|coins|pods|cleaner|cleaners|lye|gasoline|petrol|kerosene
  |pesticide*|insecticide*|thinner|perfume|sanitizer|mushroom*|berries|ammonia|acid|disinfectant*|vape|nicotine|needle|pin|screw|glass|polish|edible*|gummies`;
const limb = 'arm|arms|leg|legs|side|hand|hands|fingers|foot|body';
const many =
  '8|9|10|11|12|13|14|15|16|18|20|22|24|25|28|30|32|35|36|40|45|48|50|60|90|100|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundred|dozen|dozens|several|loads|bunch|lots|handful|handfuls';
const weapon = 'gun|guns|knife|pistol|rifle|shotgun|weapon|machete|bat|axe|hammer';
const partner =
  'husband|partner|boyfriend|girlfriend|wife|ex|father|stepfather|stepdad|dad|uncle|son|brother|him|carer';

/** Phrases that may mean danger, by kind; written for this project after what public emergency advice asks people to call for. */
export const english: Rules = {
  told: {
    'chest-pain': `
      ${chest} ~3 killing|fire|burn|exploding|bursting|closing|crushed|bad|terrible; pain|pains|ache|pressure|hurts|tightness ~4 heart; heart <3> hurts|hurting|pain|pains|aches|aching|racing|stopped; pulse ~4 high|fast|racing|140|150|160|170|180|190|200|30|35|38|40; blood pressure ~4 200|210|220|190|70|60
      stabbing|shooting|crushing|squeezing|burning|sharp ~5 breast|ribs|heart|ribcage; breast|ribs|heart|ribcage <8> shoulder|arm|jaw ~4 pain|hurts|ache|numb; vice|vise|clamp|brick|bricks|truck|boulder|weight ~4 chest
      heart ~4 off|funny|stop|stops|pound*|exploding|burst*|weird|strange|beating; ache|pain|pains|hurts ~3 between ~3 shoulder|blades; sweaty|sweating|sweats|pale|cold <4> grey|gray|ashen|pale|dizzy|faint|weak; ${chest} ~8 click*|popping
      ${chest} <5> ${hurts}
      chestpain|chestpains; elephant ~4 ${chest}; band ~3 around ~2 ${chest}; ${chest} <3> numb|tingl*|radiat*|cramp*
      heart|hart attack|atack|attak|attac; heart ~2 stopped|stops|stopping; cardiac arrest; angina
      left arm <5> pain|pains|hurts|ache|aches|aching|heavy|tingl*; jaw ~6 arm|chest; pain|ache|pressure ~6 jaw
      heart ~3 racing|pounding|flutter*|irregular|skipping|jumping|weird|fast; palpitation*; racing heart; heart rate|beat ~3 high|fast|low|140|150|160|170|180|190|200
      pacemaker|defibrillator|icd ~4 shock*|fired|firing|zapp*|beeping|alarm; clammy; cold sweat|sweats; sweat* ~5 chest|pain|grey|gray|pale
      crush* pain; pain ~4 shoulder|shoulders ~3 blades; same pain ~6 stent|attack|bypass|before`,
    breathing: `
      ${breath} ~1 problem|problems|difficulty|difficulties|trouble|issue|issues|through|thru|stops|stopped|pauses; problem|problems|difficulties|issues ~2 ${breath}; struggl*|fighting|gulping|starving|hungry ~1 for ~1 air|breath|oxygen; straw ~3 breath*; face|eyes|lips|tongue|neck ~3 blew|ballooned|puffed|swelled; throat ~4 itch*|itchy|thick|lump|scratchy ~8 ate|eating|nuts|peanut*|sting|shot|pill|swell*|thick
      ate|eating ~8 throat ~5 itch*|itchy|thick|tight|weird|closing; lump ~4 throat ~4 breath*; cough* ~4 cant ~2 stop ~4 breath*|air; lungs ~3 hurt|hurts|closing|tight; not ~2 getting ~2 air|oxygen; airway
      panting|puffing|huffing|gurgl*|barky|barking|croupy|grunting; noise|noises|noisy|whistl*|squeak*|rattl*|grunt*|gurgl* ~4 ${breath}; cant|cannot|couldnt|not ~2 finish|complete|say ~2 sentence|sentences|word|words|speech
      cant|cannot|couldnt|not|unable ~2 lie|lay|lying|sleep ~2 flat|down; sit|sitting|sleep|sleeping ~2 up ~4 air|${breath}; oxygen|concentrator|ventilator|tank ~5 stopped|empty|out|broke|broken|failed|getting|isnt|not; numbers ~4 down|dropping|low
      stung|sting|bitten|allergic|ate|eating ~12 swollen|swelling|huge|hoarse|voice|throat|tongue|faint|hives|dizzy; ankles|legs|feet ~5 balloons|swollen|swelling ~6 ${breath}|breathless|puff*; short ~1 winded|breathed; lungs ~4 full|fluid|filling|collapsed|burning; takes ~1 my breath ~3 hurts
      cant|cannot|cnt|couldnt|wont|unable|barely|hardly|struggl*|trouble|difficulty|hard|harder|not|isnt|scarcely|fight*|problem|problems ~3 ${breath}
      cant|cannot ~3 get|catch|find|take ~3 air|breath; short|shortness|shorter ~2 breath; out of breath; gasp|gasping|gasps|gasped; winded; breathless|breathlessness
      ${breath} ~5 worse|worsening|bad|badly|fast|heavy|heavily|labored|laboured|shallow|rapid|rapidly|funny|noisy|weird|hard|quick|quickly|difficult|strange|struggle
      worse|fast|heavy|labored|laboured|shallow|rapid|noisy|trouble ~1 breathing|breaths; no|enough|without air; air hunger; wheez*; stridor; croup
      stopped|stops|stop|quit|quits ~1 breathing; no longer breathing; isnt breathing; choking; chocking; choked on; suffocat*; smother*; drowned|drowning
      asthma ~5 attack|bad|worse|worst|flare|flaring|acting|terrible; inhaler|inhalers|nebulizer|puffer ~6 not|isnt|doesnt|wont|nothing|empty|ran|times|hourly
      turning|turned|went|gone|going|looks|look|looking|getting ~2 blue|purple; lips|face|skin|fingers|mouth|fingertips|nails <4> blue|purple|grey|gray|bluish; blue ~3 lips|mouth|face
      throat|tongue|lips|lip|face|mouth|eyes|airway <4> closing|closes|swell*|swollen|closed|tight|tightening|puff*|blowing; hives ~8 face|lips|throat|breath*|all|over
      anaphyla*; anafila*; epipen; allergic reaction; peanut|shellfish|bee|wasp|shrimp|nuts ~10 swell*|swollen|hives|throat
      oxygen|o2|sat|sats|saturation|spo2|ox ~5 60|65|70|72|74|75|76|77|78|79|80|81|82|83|84|85|86|87|88|89|90|low|dropped|dropping|drops|falling
      ribs ~5 suck*|pull*|retract*|showing; suck*|pull* in ~5 ribs|chest|stomach; stuck|lodged ~4 throat|windpipe|airway; throat ~4 blocked|stuck
      cough* ~6 blue; smoke inhalation; inhaled|breathed ~3 smoke|fumes|gas`,
    'self-harm': `
      live|lives or die|dies|dead|not; will|gonna|going|wants|ready ~2 end ~1 it|things|everything; have|has|got ~1 a ~1 plan ~3 means|way|kill|die|myself|end|date|pills|gun; cant|cannot|cant ~1 live ~3 like|with|without|anymore|longer; nobody|noone|one ~1 cares ~3 live|alive|die|me|if; relapsed ~3 cut; cut|cutting again; hate ~1 my ~1 life; my life is over; no ~1 future; hang|hanged|hung ~1 himself|herself|myself; od ~3 on|myself
      everyone|everybody|they|you|family|world|people|kids ~4 happier|easier|better|relieved ~4 without|gone|disappeared|dead|if|me; if ~1 i|he|she ~2 disappeared|vanished|died|gone|werent; quick|quickest|easy|easiest|painless|fastest|best way ~4 go|die|end|kill|out
      posted|wrote|writes|left|sent|sending|writing ~4 goodbye|goodbyes|farewell|note|will; no|any|little ~2 fight|strength|will ~1 left; dont|cant|not|cannot ~1 see ~3 myself|me|himself|herself|future ~6 here|alive|christmas|birthday|year|getting|growing|around
      wont|not ~2 be ~2 here|around|alive ~4 much|longer|next|tomorrow|christmas|anymore|when|long; walk|drive|jump|drown|go|going|wade|swim|throw ~4 into ~2 lake|river|sea|ocean|traffic|sewer|canal; tied|made|hung|tie|ties ~4 rope|scarf|belt|cord|sheet|noose|shoelace*
      scarf|belt|rope|cord|sheet|bag <5> neck|door|ceiling|beam|tree|handle|head; stopped|stopping|quit|skipping|refus* ~6 on purpose; ready|wants|want|ok|okay ~2 to ~1 go ~3 pills|meet|heaven|peace|now|says; says ~4 ready ~2 go|die|leave; razor|razors|blade|blades ~6 pillow|bed|room|drawer|daughter|son|marks|wrist|arm|legs
      marks|cuts|scars|burns ~4 legs|arms|thighs|wrists|arm|wrist|stomach; any|no|see|find|without reason|reasons ~3 carry|keep|go|going|continue|wake|get; give|giving|given|gave up ~2 life|living|everything|hope|fighting; nothing left; end the pain|suffering; make it stop|end; not ~1 worth ~1 it ~1 anymore; join ~2 him|her|them ~3 heaven|soon|death|grave
      suicid*|suiside|suicde|sucide|sucidal|suacide|suisidal; unalive; gonna|will|wanna|going|want ~1 kms
      kill|kills|killing|killed|hurt|hurts|hurting|harm|harms|harming|cut|cuts|cutting|burn|burns|burning|shoot|hang|drown|stab|poison|starve|starving|scratch*|punish*|off ~2 myself|himself|herself|themselves|themself
      want|wants|wanted|wanna|ready|wish|wishing|wishes|hope|hoping|rather|prefer|pray|praying|better|plan|planning|deserve|tried ~3 die|dead|died|dying; id ~1 rather ~2 die|dead
      better off ~3 dead|gone; better ~2 without ~1 me|him|her; better ~1 if ~2 gone|dead|died|werent|wasnt|werent|disappear*; everyone|world|family ~5 without ~1 me
      hope|wish|wishing|hoping|wished|pray|praying|want|dont|if ~5 dont|didnt|wouldnt|wont|never|not|couldnt ~3 wake|waking|woke|exist|born
      want ~2 disappear|vanish; sleep|asleep ~3 never|not|forever ~2 wake|wak*; never ~1 been born; go to sleep forever
      end|ends|ending|ended|take|takes|taking|took ~1 my|his|her|their|own ~2 life|lives; end|ending|ends it all|now|tonight|today; ending ~1 things|everything|myself
      think|thinks|thinking|thought|thoughts|want|wants|wanted|wanna|going|gonna|ready|plan|planning|about|decided|ways ~4 end|ending it|everything|myself
      want|wish ~2 it ~3 over|end|stop|finished; just want ~3 over
      dont|doesnt|not|never|didnt want|wanna|wants ~3 live|living|exist|alive|wake|existing|life; dont|doesnt|not want ~2 be ~2 here|around|alive
      dont|doesnt|not want ~2 go|carry|keep ~1 on|going|living; cant|cannot|dont ~2 go|carry on|anymore|longer; cant|cannot ~2 keep ~1 going|living|fighting
      no|lost|lack|not ~3 reason|point|will|use|purpose ~4 live|living|alive|life|going; nothing ~3 live|living for; whats|what|is|see ~3 point ~5 living|life|anymore|alive|go|going|live
      life|living ~3 worth ~2 anymore|living|nothing|it; not|isnt|aint worth living; tired ~2 living|life|alive; done|finished|through|fed|sick ~2 with|of ~1 life|living; life ~2 pointless|meaningless|unbearable
      feel|feeling|feels|felt|so|im|am ~3 hopeless|worthless; feel|feeling|am|im|being|just ~3 burden; hate myself|being alive; nobody|noone|none ~2 miss|notice|care ~2 me|him|gone|if|im|died
      no one|body ~2 would|will|d ~1 miss|notice|care|cry; nobody ~1 would|will ~1 miss|notice|care; no|any|only|other ~1 way out; cant see ~3 future|way|tomorrow
      said|says|saying|say goodbye ~4 everyone|everybody|us|family|kids|friends|world|all; goodbye|farewell ~1 note|letter|letters|message|cruel|world; suicide note; letters ~3 kids|children|family|wife|husband|daughter|son|sons
      giving|gave|gives ~3 things|belongings|possessions|stuff|everything|clothes ~1 away; leave|leaving ~1 this world|earth; dark thoughts|place; bad thoughts
      saving|saved|hoard*|stockpil*|stash*|counting|counted|lined|stored|storing ~6 ${pills}; bought|loaded|keeps|holding|cleaning|got|has|put|sitting ~4 ${weapon}|rope|noose|blade|razor|razors
      just|could|gonna|might|will|want|wanna|about ~2 take|swallow|down all|every|whole ~4 ${pills}; overdose ~2 on purpose; on purpose ~4 ${pills}
      jump|jumped|jumping|step|stepping|throw|walk|walking|stepped|jumps ~5 bridge|roof|building|balcony|train|traffic|cliff|window|tracks|bus|truck|cars
      drive|driving|crash|crashing|drove ~4 off|into ~3 bridge|tree|wall|cliff|river|pole; self harm*|injur*|inflicted|hurt; slit|slash* ~3 wrist*|throat|myself
      cut|cuts|cutting|carv*|burn|burning|scratch*|slic* ~3 wrist|wrists|arms|thighs|skin|legs; hide*|hiding ~4 cuts|scars; crisis line; mental breakdown; in crisis
      urge|urges|voices ~4 cut|hurt|harm|kill|die; relaps* ~3 cutting; attempt|attempts|attempted ~3 life|suicide; tried ~2 hang|kill|od|overdose
      refus*|stopped ~2 eat* ~10 die|dead|dying`,
    overdose: `
      tablet|tablets|liquid|fluid|pod|gel|powder|solution ~2 denture|cleaning|dishwasher|laundry|toilet|contact|lens|bleach; denture|cleaning|dishwasher|laundry|toilet ~2 tablet|tablets|pod|pods|liquid|fluid ~4 ate|swallowed|drank; swallow*|ate|drank|bit ~4 denture|cleaning|dishwasher|laundry|toilet|lens
      how much|many ~3 ${pills} ~4 too|fatal|dangerous|lethal|kill|safe|die; took|taken|swallowed|had ~2 ${many} ~3 since|today|already|so|within|hours|in; child|kid|son|daughter|toddler|baby|he|she ~3 drank|ate|took|swallowed|got ~3 my|our|his|her ~3 methadone|${pills}|pills; took|taken|gave|given|drank ~1 my|the|his|her|our|someone|somebody|other|wrong ~3 husbands|wifes|moms|dads|sisters|brothers|dogs|cats|sons|daughters|persons|elses ~3 ${pills}
      dog|dogs|cat|cats|vet ~2 medicine|pills|medication|meds|tablets <8> ate|swallowed|took|kid|child; injected|shot|took|given|gave ~3 too|way ~1 much|many; drank|drunk|swallowed ~3 bottle ~4 syrup|medicine|cough|nyquil|tylenol|perfume|cleaner; gave|given|giving ~4 baby|child|toddler|infant|newborn|son|daughter ~4 adult|too|wrong|double|extra ~3 ${pills}|dose; adult ~3 tylenol|dose|medicine ~4 baby|child|toddler
      inhaled|inhaling|breathed|breathing ~3 bleach|ammonia|chlorine|fumes|gas|smoke|chemical*; mixed ~3 bleach|ammonia; snorted|smoked|injected|vaped ~6 something|pills|bad|cannot|cant|chest|laced
      patches ~8 at the same; put ~3 on ~5 patches
      methadone|oxycodone|oxycontin|adderall|ritalin|suboxone|percocet|vicodin|gabapentin|ativan|klonopin|digoxin|lithium <8> mistake|accident*|extra|wrong|twice|woozy|too|sisters|dogs|someone; mistake|accident|accidentally <8> ${pills}|dose|drops|patch|medicine|cleaner|gas
      ml|mls|mg|milliliters|drops|units ~4 instead|rather; instead ~1 of ~3 ml|mg|one|half|drops|units; emptied|raided|cleared|into ~4 medicine|medication|pill|pills|drug ~1 cabinet|bottle|drawer|box|cupboard; patches ~8 same|time|once|too|extra; two|three|four|2|3|4|5|several ~3 patches
      organizer|organiser|pillbox|blister|bottle|box|packet|bottles|packets ~7 empty|gone|missing; empty ~3 bottle|bottles|packet|packets|blister ~5 ${pills}; woozy|groggy ~8 ${pills}|took; mouthwash|antiseptic|sanitiser|cologne|essential|shampoo|plant|nightshade|foxglove|mushrooms ~8 drank|ate|swallowed|drunk; drank|drunk|ate|swallowed|sipped|licked ~5 mouthwash|cologne|essential|shampoo|plant|leaves|soap|fertilizer; bad batch; laced
      overdos*|overdoes|overdosage; oded|oding|ods|od; odd ~6 wake|breathing|pills|drugs|respond*; heroin|narcan|naloxone|fentanyl; shooting|shot|shoots up; on meth|crack|coke|heroin
      took|taken|taking|swallowed|had|ate|gave|given|used|injected ~4 too many|much ~5 ${pills}|sleeping|pain|heart|drugs|it; too much insulin
      double|doubled|doubling|triple|tripled|extra|twice|wrong ~4 dose|doses|dosage|insulin ~6 mistake|accident*|tonight|today|yesterday|now|already|this|morning|him|her
      took|taken|taking|gave|given|give|swallowed|injected|had|accident*|mistak* ~4 double|doubled|triple|twice|wrong|extra ~4 dose|doses|${pills}; accident* ~4 twice|double|doubled|triple
      took|taken|gave|given|swallowed|had ~6 dose|doses|ones|morning|evening|night|nightly|${pills} ~3 twice|again|double; twice ~4 mistake|accident*; took|taken ~3 twice ~5 ${pills}|dose; mixed up ~5 ${pills}|dose
      took|taken|swallowed|swallow|ate|had|downed|popped ~3 ${many} ~4 ${pills}|of|sleeping; about|like|maybe|almost|over ${many} ~4 ${pills}
      took|taken|swallowed|ate|downed|drank|finished|emptied|popped ~3 whole|entire|all|rest|full|every|week|weeks|months ~6 ${pills}|bottle|packet|box|pack|strip|blister
      whole|entire|full ~2 bottle|packet|box|pack|strip|blister ~6 ${pills}; handful|handfuls|fistful|bunch|cocktail ~2 ${pills}
      baby|child|son|daughter|kid|toddler|infant|old|boy|girl|grandson|granddaughter|grandchild|yo|yr|twins ~6 ate|eaten|swallowed|swallow|into|drank|licked|chewed|grabbed|found|opened|bit|got|had ~7 ${pills}|${harmful}|vitamins|bottle|cannabis|weed|gummy
      ate|eaten|eating|chewed|swallowed|got ~1 into ~6 ${pills}; ate|eaten|chewed ~6 ${pills}; swallow*|ate|eat|eaten|drank|drunk|drink|drinks|ingest*|licked|sipped|chewed|inhaled|huff* ~5 ${harmful}
      poisoned|poisoning|poisond; drank|drunk|swallowed ~4 drain|rat|rodent|toilet|window|oven|lamp|weed ~2 cleaner|poison|oil|killer|opener|unclogger|fluid|bait; carbon monoxide; co alarm|detector ~3 off|beep*; gas leak; smell ~3 gas
      mixed|mixing|took|taken ~5 ${pills} ~4 alcohol|vodka|wine|whiskey|beer|drinking; serotonin syndrome; alcohol poisoning`,
    stroke: `
      he|she|hes|shes|dad|mom|mum|husband|wife|father|mother|grandma|grandpa|brother|sister ~1 cant|cannot|couldnt|suddenly|stopped ~1 speak|speaking|talk|talking|see|seeing|swallow|walk|walking|smile|move; cant|cannot|couldnt ~2 smile|grin|swallow ~4 side|properly|straight|right; ${limb} ~1 wont|cant|doesnt|isnt|not ~2 move|moving|work|working|respond|lift|bend
      lost|lose|losing|no ~1 feeling|sensation|strength|control|use ~2 in|of ~2 ${limb}|face|legs|bladder|bowels; paralyz*|paralys*; one sided weakness; sudden* ~2 confusion; side ~3 went ~1 numb|weak|limp|dead
      call|calls|calling|called ~4 wrong|different|another name|names; wrong name; eyelid|eyelids ~3 hang*|droop*|closed|fell; tongue ~3 thick|heavy|twisted|numb; get|getting|find|say ~2 words ~1 out|right; walk|walks|walking|walked ~5 drunk|sideways|wobbly|crooked|swaying|bumping; like ~1 a drunk
      pins|needles ~6 side|face|half|left|right; banging|blinding|splitting|pounding|explosive|excruciating headache|head; curtain|shadow|veil ~6 eye|vision|sight; black|dark|blurry|blurred|blind|blank ~4 one|left|right|my|both ~1 eye|eyes; eye|eyes|vision|sight ~4 went|gone|goes|going|turned ~2 black|dark|blind|blurry|blank|white
      vision ~3 gone|lost|black|double|half|disappear*|tunnel; seeing|sees|see double; trouble|difficulty|problem ~1 speaking|talking|swallowing|finding|walking ~5 suddenly|since|today|morning|hour; forgot|forgets|forgotten ~4 who|how ~3 talk|walk|speak|he|she|am
      face|mouth|lip|eyelid|smile|cheek|faces <5> droop*|droping|dropping|dropped|fallen|sag*|crooked|lopsided|numb|slack|hang*|twisted|uneven|paraly*|sliding|pulled|frozen|weak|asymmetric*
      one|left|right|whole ~1 side ~5 numb|weak|weakness|slack|droop*|tingl*|paraly*|dead|move|limp|heavy|gone|hangs|hanging; half|side ~3 face|body ~5 numb|weak|slack|droop*|tingl*|went
      slurr*|slurs|slur; speech|talking|talks|speaking|speaks|talk|sounds|words|voice ~4 garbled|jumbled|gibberish|gone|funny|weird|strange|strangely|wrong|mumbl*|mixed|slow|nonsense|scrambled|drunk
      words ~4 come|came|coming ~2 out; cant|cannot|couldnt|unable ~2 speak|talk|form|find ~3 properly|clearly|right|words|sentences|sense|anymore; cant|cannot ~1 get|find ~3 words
      sudden|suddenly <7> speak|talk|talking|see|walk|confus*|blind|blindness|vision|weak|weakness|numb|numbness|paraly*|dizzy|headache|balance|sight|speech|know|understand|collapse*|eye
      cant|cannot|couldnt|unable ~2 see ~6 eye|eyes|side|suddenly|sudden; lost|loss|losing|lose ~3 vision|sight|speech; gone|went|going blind; double vision; blind ~3 eye
      cant|cannot|couldnt|unable|wont|not ~2 move|lift|feel|raise|use|grip ~4 ${limb}|fingers; ${limb} ~5 weak|weakness|numb|numbness|paraly*|limp|useless; ${limb} ~3 went|gone|goes ~2 dead|numb
      numb|numbness|weak|weakness|paraly* ~5 ${limb}|face; keep|keeps|kept|started dropping ~2 things|stuff|cup|cups|objects|everything; tingl* ~4 face|one|side|left
      worst headache|migraine; headache ~6 worst|thunderclap|exploding|explode*|sudden*|ever; thunderclap; worst ~3 headache
      stroke|strok ~2 symptoms|signs|now|happening; mini ~1 stroke|strok; having|think|thinks|maybe|might|sign|signs|symptom|symptoms|suspect|is|be|look*|like|possible ~5 stroke|strok; a tia
      had|has|have|suffered|suffering ~1 a|another|second ~1 stroke|strok; doesnt|not know ~1 where ~1 he|she|we|hes|shes; doesnt|not ~1 know|recognize|recognise ~3 who|me|his|her|own|us ~3 he|she|wife|name|family|kids|anymore
      ${who} ~3 confused|disoriented|delirious|incoherent|hallucinat*|babbling|rambling; ${who} ~5 not|isnt|stopped|doesnt|hardly ~1 mak* ~1 sense; talking|talks ~2 nonsense|gibberish; not|isnt making ~1 sense
      staggering; cant|cannot ~1 stand|walk ~2 straight|suddenly|anymore; cant|cannot stand up; falling ~3 one side`,
    bleeding: `
      poop|stool|stools|poo|feces ~3 black|tarry|bloody|sticky|maroon|red; artery; cut ~3 artery|vein|wrist; nose|ear|ears|eye|mouth|rectum|anus|vagina|penis ~3 bleeding|blood; bleeding from; blood ~3 from ~3 nose|ear|ears|mouth|eye|rectum|bottom|vagina|penis|wound|incision; wont clot; bled ~3 all
      bright|fresh|dark ~1 red ~5 stuff|fluid|liquid|coming|drain|toilet|full|everywhere|clots; full ~2 of ~3 red|blood; spit|spitting|spits|coughing|throwing|vomiting|peeing|pooping|passing ~3 red|pink|brown|black; blood|bloody ~4 wipe|wiped|wiping|sheets|pillow|underwear|diaper|sink|tissue|tissues; clots
      eliquis|warfarin|xarelto|coumadin|thinner|thinners|plavix|anticoagul* <10> fell|fall|bruise*|hit|head|bump*|cut|knocked; bruise|bruising ~8 growing|bigger|spreading|plate|huge|size; tonsil*|adenoids ~10 red|blood|bleed*; red ~3 drain; drain ~5 red|blood|bloody
      bleeding|bleedin|bleedng|bleding|bleedin|bleeds; bleed|bled ~4 lot|stop|heavily|badly|hours|out|through|again; nosebleed|nosebleeds ~10 stop|stopping|hour|hours|heavy|thinner*|warfarin|minutes|long
      soak* ~5 pad|pads|dressing|bandage*|towel|towels|blood|sheets|gauze|tampon*|through|bed; pad|pads|dressing|bandage ~6 soaked|hour|minutes|red; blood ~4 everywhere|gushing|pouring|soak*|stop|running|dripping|squirt*|spurt*|coming|clots|all|bright
      vomit*|throwing|threw|throws|cough*|spit*|puk*|pee*|poo*|pass*|urinat*|peeing ~5 blood|bloody|clots; blood ~5 vomit*|stool|stools|urine|poop|poo|pee|toilet|bowl|sputum|phlegm|diaper|nappy|mouth|ear|ears|drain
      bloody ~1 stool|stools|diarrhea|diarrhoea|vomit|urine|pad|discharge|poop|pee|phlegm; lot|lots|much|losing|lost|pints|pool|puddle ~3 blood; blood in it; big|large|huge|golf|passing ~3 clots|clot; blood clot|clots
      black|tarry|tar ~3 stool|stools|poop|poo|tar; coffee grounds|ground; hemorrhag*|haemorrhag*|hemorag*|hemorr*; wont|doesnt|not|cant|isnt|never|cannot ~3 stop* ~2 bleed*; internal bleeding
      stitches|wound|incision|scar|staples|sutures|stiches|cut ~5 opened|burst|split|splitting|undone|apart|open|pulled|reopened|popped|ripped|torn|tore|gaping; split|burst|opened ~2 stitches|incision|wound
      cut|cuts|gash|wound|slash ~5 deep|deeply|gaping|bone|spurting; deep ~1 cut|gash|wound; sliced|severed|chopped|amputat* ~5 finger|fingers|hand|arm|leg|foot|thumb|off|tip`,
    unconscious: `
      fell|fallen|collapsed|fall ~4 not|isnt|wont|cant|doesnt ~1 mov*|move|talk|respond|wake|get; not moving; isnt moving; passed ~1 out; barely conscious; in ~1 a ~1 daze; wont ~1 open ~2 eyes
      keel|keels|keeled over; zoned|spaced|zones|blanks out; out cold; knocked out; stare|stares|staring ~4 space|blank*|nothing|just|wall|ceiling; just staring; eyes open|fixed|glassy ~10 drool*|hear|respond*|answer|react*; drool*|foaming|foam; jerk*|twitch* ~6 floor|arms|legs|body|uncontroll*; cant|cannot|couldnt|hard|unable ~2 rouse
      dropped|fell|went|crumpled ~3 floor|stone|ground|heap ~6 not|cant|eyes|and; woozy ~4 fell|stand; ${who} ~3 out of it; barely ~1 conscious|awake; in ~1 and out ~1 of; not ~1 fully conscious|awake
      unconscious|unconcious|unresponsive|unconsious|unconsciousness; passed|passing|blacked|blacking|pass|passes|blacks|black out; faint|fainted|fainting|faints|fainty|feint; lost|losing|lose|loses consciousness
      collapse|collapsed|collapses|collapsing; seizure*|siezure*|seisure|seizur|convuls*|seizing; having|had|has|have|into ~2 fit|fits; fits ~4 another|after|one
      ${who} ~4 not|isnt|wont|doesnt|cant|stopped|hardly|barely ~2 wak*|respond*|moving|reacting|move|answer|conscious|awake
      wont|cant|cannot|doesnt|not|hardly|barely|unable|hard|difficult|couldnt|impossible|trouble ~4 wake|waking|woken|rouse|awaken ~6 up|him|her|them|baby|mother|dad|mom|properly|properly
      cant|cannot|wont|couldnt ~4 wake; cant|cannot|couldnt ~4 get ~6 wake|awake|conscious; hard to wake|rouse|awaken; shaking uncontrollably; shakes|shaking ~4 eyes ~3 back; eyes ~3 rolled|rolling
      floppy ~2 baby; limp ~1 baby; baby|newborn|son|daughter|child|infant|toddler ~5 floppy|limp|lifeless|listless|lethargic|motionless|blue; went|goes|going|gone|go limp|floppy|stiff|rigid
      very|so|extremely|really|unusually|too drowsy|lethargic; ${who} ~4 drowsy|lethargic|listless|unresponsive|motionless|lifeless|grey|gray|ashen|limp
      found|lying|lies|laying|on ~5 floor|ground ~6 not|cant|cannot|wont|unable|help|unable|unresponsive|hours; fell|fallen|fall ~8 cant|cannot|couldnt|unable|wont ~2 get|stand|walk|move|up; in a coma`,
    violence: `
      he|she|they|someone|somebody|husband|boyfriend|dad|father|staff|nurse|aide ~1 hurt|hurts|hurting|harmed|harms|shook|shakes|shaken|burned|bit ~2 baby|child|son|daughter|kids|me|her|him|mother|dad|mom|grandma; someone|somebody|man|teacher|coach|doctor|uncle|neighbor|he ~1 touched|touches|touching|fondled ~1 my|me|her|him|our; pulled|pulls|pulling|held|holding|holds|put|waved|pointed|points ~2 ${weapon} ~3 me|us|him|her|on|at|to
      beat|beats|beaten|beating ~1 me|her|him|us|up; punch|hit|slap|hurt|kill|shoot|smack|break ~2 that|this|your|the|any ~1 doctor|dr|nurse|receptionist|face|clerk|guy|woman|man|bastard|bitch; shoot ~1 up; shooting ~2 up; against my|her|his will; break ~2 neck|legs|face|kneecaps; held ~2 against; held prisoner|captive|hostage; pinches|pinched ~1 me|her|him|mother; beating; cant ~1 go ~1 home ~3 he|safe|because; hit ~1 my ~1 child|son|daughter|kids|mother|mom|dad|father|grandma
      hand|hands|arm|arms|belt ~4 around|on|round ~2 neck|throat; finger|fingers|hand marks|prints|fingerprints; marks ~5 neck|both|body|back|face|arms; handl*|treats|treated ~4 rough|roughly|brutal*; rough|roughly ~4 her|him|mom|mum|mother|dad|father|grandma|patient|patients|with; manhandl*; orderlies|orderly|aide|aides|caretaker|caretakers ~5 rough|roughly|yell*|scream*|hurt|hurts
      smash*|broke|breaks|took|takes|hid ~4 phone|keys|wallet ~14 afraid|scared|leave|out|hide|he|he; afraid|scared|terrified ~4 what ~2 he|she|they; scared|afraid ~3 when ~2 he|she|comes|drinks; pictures|photos|pics|videos|nudes ~6 without|naked|nude|clothes|undressed|private|blackmail*; blackmail*; nudes
      end|ends|ending|wind up ~4 morgue|dead|coffin|ground|grave|body; morgue; body bag|bags; better ~4 or ~1 else|someone|somebody|people; came|comes|coming|went|goes|lunged|swung at ~1 me|us|her|him|them ~6 ${weapon}|fist|fists|bottle|again|belt
      passport|papers ~10 leave|give|back|boss|let|escape; give ~4 passport; wont|not|doesnt|cant|never|dont ~2 let|lets|allowed|allow ~2 me|us|her|them|my ~3 leave|out|go|see|talk|eat|phone|anyone|doctor; cant|cannot|not|afraid leave|escape ~2 him|house|home|because; cant|cannot ~1 get|leave ~2 away
      abuse|abused|abusing|abusive|abuses|abuser|molested|molests|molesting|molester|molestation|rape|raped|rapist|raping; neglect ~3 home|elder|child|mother|father
      ${attacker} ~4 ${violent} ~3 ${victim}; husband|partner|boyfriend|girlfriend|wife|ex|dad|father|stepdad|he|she ~2 hurts|hurt ~1 me|us
      being|been|got|was|getting|get|were beaten|stabbed|shot|strangled|assaulted|attacked|punched|kicked|slapped|mugged|jumped|raped|molested|hit|choked|drugged
      sexual* ~2 assault*|harass*|abuse*|attack*|violat*; ${attacker} ~4 touch* ~1 me|her|him|them|us|my; touch* ~3 me|her|him ~4 private*|inappropriately|down|wrong|there
      force|forces|forced|forcing|makes|make|pressure|pressures|made ~3 sex|sexual|naked|undress|touch; against ~2 will; drugged ~2 drink|me; comes|came|come|coming|enters|gets|sneaks ~4 room|bed|bedroom ~4 night
      stab|stabbed|stabbing|stabs ~3 me|him|her|stomach|someone; gunshot; shot ~2 in|by ~2 the|leg|arm|chest|head|someone; ${weapon} ~6 me|us|her|him|wound|head|everyone|you
      threat*|threaten* <6> ${weapon}|kill|hurt|shoot|stab|murder|beat|burn|life; threat*|threaten* ~1 me|us|her|my; death threat*; domestic|family violence; trafficked|trafficking; hostage; kidnap*
      going|gonna|will|wants|want|threatened|threatens|threatening|tried|trying|ll|would|swears|swore|promised to ~1 kill|murder|shoot|stab|strangle|hurt ~1 me|her|him|us|them|someone|somebody|my|you|everyone|everybody|dr|doctor|the
      will|ill|hell|gonna|ima|going ~2 kill|murder|shoot|stab|beat|hurt|smash|punch ~2 me|her|him|us|you|them|someone|somebody|everyone|doctor|dr|nurse|staff|guy|man
      come|coming|show|be|go|bring|bringing ~6 with|my ~3 ${weapon}; shoot ~3 place|up|everyone|hospital|clinic; blow ~4 up; bomb; burn ~4 down; know|knows where ~4 live|lives|work|works|parks|park
      will|ll|gonna|going|make ~3 pay for; make ~3 regret ~2 it|this; someone|somebody|people ~4 get|be hurt|shot|killed; watch your back; blood ~3 your hands
      afraid|scared|terrified|frightened|fear ~4 go|going|be|come|stay|staying|sleep|home ~2 home|here|there|alone|night|tonight|house; afraid|scared|terrified|frightened|fear ~1 of|for|my ~3 ${partner}|life|safety; scared ~2 ${partner}
      not|isnt|arent|dont|never|no|longer|doesnt ~3 safe ~1 at|with|here|home|in|around|there|anymore|house|from|tonight; feel|feeling|feels|am|im unsafe; unsafe ~3 home|him|here|husband|partner
      lock|locks|locked|keeps|kept|hold|holds|shut ~2 me|her|him|us|mother|them ~3 in|inside|room|out|prisoner|locked|against|basement|house; push|pushed|pushes|shoved|shoves|threw|throws|throwing ~4 down|stairs|wall|floor|against|downstairs|ground
      tie|tied|ties|tying|strap*|restrain* ~6 bed|chair|wheelchair|bedrail|rail; leaves|left|leaving ~4 own|wet|soiled ~3 urine|feces|diaper|waste|sheets; stalk*|stalker; track*|follow* ~2 my|me ~2 phone|everywhere|home|car
      bruis* <8> aide|staff|caregiver|carer|home|unexplained|husband|partner|boyfriend|hit|hits|slapped|grabbed|arms|everywhere|daycare; black eye ~6 ${attacker}; reads|checks|controls|takes ~2 my ~1 messages|phone|money; pulls|pulled ~4 hair; choked me; hits me; beats me`,
    pregnancy: `
      stopped|stops|not|hasnt|isnt ~1 kicking|kicked|moving; weeks|wks|week|trimester <4> bleeding|bleed|spotting|bled; contractions; water|waters ~2 broke|broken|breaking|burst; going ~1 into ~1 labor|labour; in ~1 labor|labour|laboring; ${who} ~2 in ~1 labor|labour; giving birth ~2 now|car|home
      little ~1 one|baby|bump|belly ~5 quiet|quieter|still ~4 since|today|all|last|night|yesterday|very; very|so|too|gone ~1 quiet|still ~4 since|last|today; gush|trickle|leak|flood ~3 fluid|water|liquid|blood; pregnant|expecting|weeks <12> hit|fell|kicked|accident|belly|punched|crash|bump|quiet|gush|itch*|pushed
      baby|babys|fetus|bump ~5 not|isnt|stopped|hasnt|less|havent|wont|doesnt ~3 mov*|kick*; hasnt|havent ~1 moved|kicked; less|reduced|decreased|fewer|no|stopped ~3 fetal|baby|movement|movements|kicks|kicking ~2 movement*|mov*|kick*|today
      cant|havent|dont|not|hasnt|cannot|didnt|never|hardly|barely ~2 feel|felt|feeling ~4 baby|him|her|it|any|move*|moving|kick*|movement ~4 move*|moving|kick*|movement*|today|since; not feel* ~4 kick*
      my|her|the water|waters ~2 broke|broken|breaking|leaking|gone|went; water|waters broke; leaking fluid|water|waters; in labor|labour|laboring; baby is coming; baby|head is ~1 coming|out; its coming out
      pregnant|pregnancy|weeks|week|wks|trimester|gestation|expecting|along <12> bleed*|spotting|blood|bloody|cramp*|contraction*|leak*|gush*|kick*|swollen|headache|spots|vision|blurry|fluid|fell|moved|fainted
      contractions|contractoins; miscarr*; ectopic; eclampsia|preeclampsia; cord ~3 out|hanging|neck; postpartum|birth|delivery|delivered|csection ~10 fever|bleed*|clots|voices|hurt ~3 baby`,
    emergency: `
      fell|fall|fallen|tripped|slipped|crashed|hit|hits|banged|bumped|smacked|knocked ~4 his|her|my|the|their ~1 head; hit|bump*|bang* ~2 head; head ~2 hit|injury|wound|trauma|swelling|swollen; burned|burnt|burn|burns|scalded ~4 hand|hands|arm|arms|leg|legs|face|chest|skin|foot|feet|mouth|fingers|body|back ~4 badly|bad|stove|oil|water|fire|iron|blister*|grill|oven|coffee|tea|soup|hot
      badly|severely|seriously|terribly ~1 burned|burnt|hurt|injured|bleeding|cut; burned|burnt|hurt|injured ~4 badly|severely|seriously|terribly; worst ~1 pain; pain ~3 of ~1 my ~1 life; swallow* ~3 something|object|bone|toy|coin|battery|magnet ~6 stuck|cant|pain|chok*|drool*|cough*|throat; stuck ~3 throat|esophagus|chest; broke|broken|fractured|dislocated|snapped ~3 hip|leg|arm|ankle|wrist|neck|back|shoulder|collarbone|ribs|rib|femur|jaw
      hip ~4 broke|broken; help ~2 me ~3 dying|die|please ~2 think|pain|cant|bleeding|hurt; call|dial|phone|ring 911|999|112|ambulance; so ~1 weak ~4 cant|stand|walk|faint; extremely|very|so ~1 weak ~4 cant|cannot|stand|barely; allergic ~1 to ~6 took|ate|given|gave; took|given|ate ~6 allergic; in ~1 a ~1 lot ~1 of ~1 pain; in|agony|excruciating ~1 agony|pain; screaming ~2 in|with ~1 pain|agony; screams ~2 pain
      sugar|glucose ~6 hi
      fistula|port|picc|line|graft|catheter|shunt ~8 swollen|swelling|red|bleeding|fever|hot|pus|hard|leaking; meter|monitor|glucometer|dexcom|libre|machine ~6 hi|high|low|lo; says|reads|reading|shows ~1 hi|lo; hasnt|havent|not|no|didnt|hardly|barely ~2 peed|pee|peeing|urinated|urine|wet ~5 since|day|days|hours|yesterday|diaper|diapers|nappies|today|night
      vomit*|throwing|threw|puking|diarrhea ~6 days|hours|nonstop|everything|night|week; wander*|ran|escaped|missing|vanished|disappeared|slipped ~8 find|nightgown|pajamas|pyjamas|gone|missing; cant|cannot|couldnt|nobody ~1 find|found ~2 her|him|dad|mom|grandma|grandpa|child|son|daughter|mother|father; missing since
      boiling|scalding|hot ~2 water|soup|oil|tea|coffee|grease|milk|pan|iron|stove ~10 arm|arms|leg|legs|face|hand|hands|body|skin|over|toddler|baby|himself|herself; leg|calf|thigh ~8 swollen|hot|red|hurts|swelling ~12 flight|calf|plane|breath*|winded|surgery|chest; calf|calves <5> pain|hurts|swollen|hot|red|hard|throbbing
      so bad ~3 cant|cannot|couldnt; pain ~5 cant|cannot|couldnt ~1 stand|sit|move|walk|straighten|stop; testic*|balls|groin ~5 pain|hurt*|swollen|agony; something ~3 wrong ~1 with ~2 him|her|me|my|dad|mom|baby; ${who} ~3 not|isnt|doesnt ~2 look|looks|looking|acting|act|seem|seems ~2 right|good|normal|himself|herself|well
      fell|fallen|fall ~8 hip|neck|broken|bleeding|bruise*|helpless|alone|blood; worse ~1 every|by ~1 hour|minute; after ~2 chemo ~8 fever|temperature|chills|sick; temperature|temp|fever ~4 38|39|40|41|102|103|104|105; stab* ~3 wound; drown*; crush* ~5 hand|leg|finger|machine; nail|rod|splinter|shard ~5 eye|through|foot|hand
      think|feel|feels|feeling|afraid|scared|believe|gonna|convinced ~4 dying|die; im|am|is|hes|shes|are|im dying; going|gonna|about|might|could to ~1 die; going to die
      life or|and death; life threatening; call|calling|called|dial ~3 ambulance|911|112|999; need|needs|send|get|want|require ~3 ambulance|paramedic*|medic; need|needs|send|get ~3 someone|somebody|help|doctor ~4 now|immediately|over|fast|quick|quickly|asap
      this|its|is|an|a|and|an ~1 emergency|emergancy|emergencia; emergency emergency; please hurry; help ~3 emergency; sos; mayday; getting worse ~3 fast|quickly|minute|rapidly|hour; going downhill; fading
      fell|fall|hit|hits|bump*|bang*|struck|knock*|dropped|injur* ~6 head ~10 vomit*|throw*|threw|puk*|confus*|sleepy|dizzy|sick|headache|bleed*|unconscious|out|hard|weird; head injury|trauma; concuss*; skull
      fell|fallen|fall|falling|jumped ~4 ladder|roof|height|window|balcony|stairs|horse|tree; car|motorcycle|bike ~2 accident|crash|wreck ~8 pain|hurt*|neck|head|now|today
      electrocut*; electric ~1 shock*; lightning; severe|severely|serious|third|badly|terrible|bad ~2 burn|burned|burnt|burns; scald*; burn|burned|burnt ~5 boiling|oil|face|acid|fire|blister*|chemical|whole
      stiff neck <10> fever|rash|headache|light|vomit*; rash ~10 fade|fades|blanch*|glass|tumbler|purple|stiff|spreading; sepsis|septic; red|pink ~2 streak|streaks|line|lines; streak|streaks ~5 arm|leg|up; meningitis
      fever|temperature|temp|febrile|burning <6> 40|41|42|102|103|104|105|106|107|shaking|chills|rigors|confus*|sense|delirious|seizure*|rash|stiff|incision|wound|catheter
      fever|temperature|temp|febrile|chills <12> newborn|baby|infant|weeks|month|months|chemo*|transplant*|neutropen*|spleen|port|immunosuppress*|kidney|leukemia; shaking chills; rigors; shak* ~2 chills; chills ~3 shak*
      wound|incision|cut|scar|surgery|leg|arm|port|catheter|stitches ~6 red|hot|pus|infected|infection|swollen|oozing|smells|smelling|green ~8 fever|chills|streak*|spreading|worse|hot
      voices ~6 kill|hurt|die|harm|tell*|telling|jump; hear*|hears ~2 voices; snake|spider|scorpion|dog|rattlesnake ~2 bite|bites|bit|bitten; bitten by; bit ~2 by ~2 snake|dog|spider|bat
      bone ~4 sticking|out|through|skin; broke|broken|fractured ~3 neck|back|hip|spine|skull; cant|cannot ~2 pee|urinate ~6 hours|day|days|pain|anything; testicle*|testicular ~4 pain|swollen|swell*|hurts
      severe|sudden|excruciating|unbearable|agonizing|agonising|intense|horrible ~2 stomach|abdominal|belly|abdomen|pain|pains; appendix ~4 burst*|rupture*|hurt*|pain; out|ran|run|no|without|any ~2 insulin; insulin ~2 out|left
      sugar|glucose|sugars ~5 high|hi|20|25|30|32|35|38|40|42|45|48|50|400|450|480|500|550|600|dropp*|crash*|low; diabetic ~4 coma|shock|ketoacidosis; ketoacidosis|dka; anti rejection; trach ~3 out|blocked; feeding tube ~3 out|fell|pulled
      projectile vomit*; vomit* ~4 green|days|everything|stop|nothing; cant|cannot ~3 keep ~3 down ~4 anything|water|days|fluids|food; heat stroke|heatstroke; hypotherm*; frostbit*; no pulse; whole body ~2 shak*; body ~3 shak*
      missing ~4 dementia|mother|father|child|son|daughter; wandered ~2 off|away|out; lost ~3 dementia; on fire; house fire; drowning|drowned; object ~3 eye; chemical|bleach|acid ~4 eye|eyes`,
  },
  hidden: hiddenEnglish,
  notMisspelled: `breach breached breaching breadth stroll strike attach attached attaching attachment prison person amuse amused
    amusing breeding blending bleating pleading choosing stable stabled reaped threat threats boating conscious passion passing
    passport suitable responder seizing coaching polished punched overdue faintly painting pointing stalls chocolate coached
    checking checked chatting cheating sleeping helping shopping sharing shaping shaving having during reading leading
    heading weeding feeding pending spending bending breaking braking seeking speaking walking talking taking baking lacking
    breathed battles bottles kidding hiding riding siding stitch snake snakes shake brake break spoke choke stoke stroked
    poster posters possible passage message messages massage peanuts expect expected inspect suspect suspects respect sneaks
    breakfast appointment appointments apparent tonight weights heights rights lights flights sights insulting infusing
    infusion confusing confuse focused closing closely slowly hosting ghosts guests chased choosed purchased shower showers`,
};
