const years = Array.from({ length: 75 }, (_, at) => 1950 + at).join('|');
const event =
  'attack|attacks|stroke|strokes|pain|pains|seizure|seizures|bleed|bleeding|suicide|overdose|fainted|collapse|embolism|clot|clots|miscarriage|concussion|abuse|sepsis|angina|ulcers|reaction|anaphylaxis';
const topic =
  'stroke|strokes|suicide|suicidal|overdose|overdoses|choking|cpr|abuse|violence|bleeding|seizure|seizures|breathing|anaphylaxis|poison|poisoning|harm|attack|attacks|pain|sepsis|contractions|faint|fainting|bites|drowning|concussion|meningitis|burns|bullying|breathlessness|palpitations|asthma|miscarriage|trafficking|rape|gun|ambulance|emergency|emergencies';
const telling =
  'class|classes|course|courses|leaflet|leaflets|brochure|booklet|group|groups|training|awareness|prevention|clinic|unit|ward|poster|hotline|helpline|charity|policy|talk|workshop|seminar|campaign|pamphlet|volunteer|lecture|survivor|survivors|support|research|study|nurse|team|rehab|center|centre|day|walk|fundraiser|screening|counselor|book|film|magnet|sticker';
const bill =
  'bill|bills|invoice|price|prices|cost|costs|fee|fees|deductible|total|amount|charges|parking|statement|letter|letters|premium';

/** Figures of speech, names of things and what lies years back, which hide what they cover from the rules of danger. */
export const hiddenEnglish = `
  dying to|for ~2 know|hear|see|meet|find|get|coffee|try|ask|tell|help|start|hold|eat|go|finish|return|leave|read; dying to get ~4 stitches|cast|out|off|back
  dying|die|died|dies of|from|laughing ~1 boredom|laughter|curiosity|embarrassment|shame|waiting|laughing|hunger|thirst; to die for; want|wanted|wanna ~2 die of|from ~1 embarrassment|shame|boredom; death of me
  nearly|almost|practically ~1 had|have|got|fell|died|fainted ~2 heart|attack|stroke|over|fit|seizure|when ~2 attack|stroke|chair|saw|opened|read
  gave|give|gives|given|giving ~4 heart attack|stroke|fit|seizure|fits; attack|stroke|fit when|at|over|from|about ~5 ${bill}|saw|opened|read|machine
  stroke of ~1 luck|genius|midnight|pen; heart bleeds; bleeding edge|money|us|me|dry|everybody ~3 dry|white|money|broke; bleeding us|me|everyone|people dry|white; bleed ~3 dry|white
  breathing room|space|exercise|exercises|class|technique|techniques|video|app|test|tests|machine|mask; catch ~2 breath between|before; breathless|breath with|of ~1 excitement|joy|laughter|anticipation|fresh|relief; fresh air; sigh ~1 relief
  choking up|hazard; choked up|with; choking on every|data|channels|wifi; ${topic} ~3 ${telling}; ${telling} ~1 on|about|for|of|to|against|with|in ~4 ${topic}; first aid ~4 ${topic}; ${telling} ~3 prevent ~2 ${topic}
  teach|teaches|learn|taught|lesson|lessons|demonstrate|explain|talk|presentation ~8 ${topic}|911; what|how to do when|if ~8 breathing|choking|collapses|seizure|unconscious; school ~8 ${topic}
  abuse of ~3 system|process|power|parking|badges|rules|trust; chest|pain|wound|stroke|asthma|seizure|headache|bleeding|palpitation ~2 clinic|unit|center|centre|class|care|nurse|team|department|management|specialist
  chest xray|x|xrays|scan|ct|film|films|physio|physiotherapy|infection|freezer|measurement|clinic|specialist; pain|burn management|scale|clinic|specialist|consultant|team|diary|relief|cream
  drowning|drown|drowned in ~5 paperwork|bills|debt|forms|work|emails|paper|letters|calls|spam|papers|appointments; passed|passing|pass|handed out ~2 leaflets|flyers|papers|forms|masks|cards; passed ~3 test|exam|driving|class
  faint|fainter ~1 print|line|text|copy|stamp|writing|smell|of; print|copy|stamp|writing|letter ~6 faint; could|would|might faint ~3 lol|hungry|hunger; hungry ~3 faint; no|not ~1 faint ~1 heart|hearted
  blood test|tests|work|pressure|type|sample|samples|bank|draw|draws|drive|sugar|donor|donation|donating|count|results|group|thinner|thinners|glucose|drawn|relative|orange|taken|lab; blood ~2 urine|stool ~1 test|tests|sample|samples|results
  not|isnt|nothing|no|never ~2 emergency; non|no emergency; emergency contact|contacts|department|dept|room|exit|exits|dentist|number|numbers|medicine|physician|doors|entrance|visit|clinic|card|plan|dentistry|services|passport|fund|loan
  ambulance bill|bills|ride|charge|charges|service|fee|cost|company|invoice|parking|bay|driver|drivers|entrance; bill ~4 ambulance; what ~3 ambulance ~4 does|do|bill|cost
  self harm policy|training|leaflet; suicide|overdose|poison ~2 prevention|awareness|bereavement|control|hotline|charity|line|poster|survivors; poison ivy|oak; no longer suicidal; not|never|arent|isnt ~1 suicidal; bereavement|grief ~3 suicide
  ${event} ~4 in|back|of ~1 ${years}; in|since|back|during|from ~1 ${years} ~8 ${event}; ${event} ~6 years|decades|yrs ago; years|decades ago ~8 ${event}; ${event} last|previous year; last year ~6 ${event}; as a child ~6 ${event}; ${event} ~2 as|when ~4 child|kid|teenager|young|little
  fainted ~3 blood|drive|donating; died|dies|die|dead|passed ~2 of|from|after ~3 ${event}|stroke|cancer|attack|bleed|seizure; history ~8 ${event}|stroke; risk|chance|chances|risks|lists|listed|includes ~8 ${event}|bleeding|death|stroke
  form|questionnaire|survey|consent|checklist|app|page|website ~6 asks|ask|asked|lists|says|question|listed|mentions ~8 ${event}|${topic}|faint|suicidal|abused; lists everything ~1 heart|stroke ~8 death|bleeding; question|questions ~4 ${topic}
  no|zero|any|without shortness|trouble|difficulty|wheezing ~2 breath|breathing ~4 fever|fine|good|ok|okay|all; no ~1 chest ~1 pain ~2 no ~5 breath|breathing|fever; no longer ~4 pain|dizzy; no|without fever; i dont|never faint ~2 where|easily
  hit with|by ~6 ${bill}|late|surprise|charge; hit ~1 me|us|my ~2 with ~4 ${bill}|late|surprise|new|charge; insurance|price|${bill} ~4 hit; took|take|taken|taking|takes ~1 5|10|20|25|30|40|50|60|100 mg|mgs|milligrams|ml|mcg|minutes|days|miles|units
  wake|waking ~1 up ~2 early|that|before|at|time|so; confused|confusing about|by|with|which|what|why|how|whether|if|where|when|over|as; ${bill}|website|form|letter|app|it|this|that|portal|which|statement|they ~3 not|isnt|doesnt|dont|hardly ~1 mak* ~1 sense; it not|doesnt make ~1 sense
  see ~3 results|messages|appointments|bills|chart|records|eye|specialist|online; blue badge|form|card|inhaler|cross|pill|tablet|shield|line|zone|door|parking|building|chairs; color|colour ~2 blue; heart goes|skipped|melted|out|warming|failure|scan|clinic
  gamma|butter|x knife; glue|nail|nerf|massage|heat|water gun; shoot me|us|you ~1 an|a|over ~1 email|text|message|line|mail; be shot; take|taking ~1 a stab; shot|shots ~1 of|for|in ~2 flu|espresso|arm; flu|covid|allergy|booster|tetanus|my shot|shots
  kill for; kill ~1 time|two|birds|the|app|phone; killing me|us|my|our|it|time; bill|bills|app|fees|stairs|exercises|heat|shoes|wait|queue ~3 kill|kills|killing ~1 me|us|my|our
  sick|bored|scared to death; sick to ~1 death; worried|scared|tickled|pleased to death; way out of|from ~2 parking|garage|building|lot|contract|hospital|park|ward; here all|until|before|at|for|on|again|late|early|long|waiting
  hurt|hurts|cut|burned|burnt|scratched ~1 myself|himself|herself ~4 playing|shaving|cooking|gardening|skating|football|soccer|gym|kitchen|school|skiing|bike|running; cut ~2 hours|hair|nails|costs|grass|back|down|off|us|line|short
  crash course|diet; bus|train|flight ~2 crash; wound up; wound ~1 clinic|center|centre|care|nurse|unit; stitches ~2 out|removed|taken; black line|pen|ink|coat|tie; black out ~2 dates|curtains; on the ~1 floor ~1 2|3|4|second|third|fourth|first
  passed out ~3 leaflets|flyers|candy|at; fit|fits ~1 in|into|me|my|for|the|on|well; give* ~3 a fit; gives ~4 fit; parking ~3 murder; murder ~2 parking|finding|traffic; be murder; was murder; it ~2 murder
  battery ~3 low|dead|hearing|size|charger|charge|replacement|phone|aid|drain*; low battery; phone|tv|website|app|page|computer|remote|link|site|system|printer|machine|channel|bell|line ~4 not|isnt|wont|doesnt|dead|choking ~2 respond*|work*|moving|every
  out of ~1 pills|refills|network|town|office|state|pocket; ripped|torn ~2 letter|envelope|card|muscle|ligament|jeans; bombard*; bombed ~2 test|exam; photo bomb; bath bomb; burn ~2 calories|cd|disc; burning question|questions
  safe ~1 at|in|with|from ~3 work|pregnancy|alcohol|food|breastfeeding|microwave; is ~4 safe ~3 with|in|at; coming|be|come ~3 with my ~2 mother|wife|husband|son|daughter|sister|dog|interpreter; where you|i live|park|work|lives
  blow ~2 up ~1 balloons|balloon|my|phone; blown away; sun burn; sore from; high chair; sugar free; low sugar|fat|salt|carb|sodium; tingle cream; numb ~1 from|since|by|after ~3 cast|dentist|injection|cold|plaster; toe ~4 numb
  contractions class; labor day; labour ward; trauma ~2 informed|counselling|therapist|insurance; skull ~2 xray|scan; fading ~2 ink|print|scar; scar ~2 fading; smoke|smoking free|cessation; black ice; find ~3 stroke|strokes clinic|unit|group
  could|will|would|may ~3 clinic|unit ~3 ${topic}; no ~1 seizures|fainting|bleeding|palpitations ~4 since|anymore|fine|now|never; i ~1 never ~2 seizures|fainted; seizures never; asks ~3 if ~6 seizures|faint|suicidal
  ${event} ~4 years|decades ~1 back|ago; reading|studying|read|study|exam|essay ~2 about|on|for ~4 ${topic}; ${topic} ~4 exam|essay|student|students|nursing; drill|mock|simulation ~4 ${topic}; ${topic} drill; passed ~1 out ~3 heat; almost|nearly ~1 passed out; beaten to ~2 last|slot|punch|it
  abusive review|email|language|comment|reviews|comments; take* ~2 breath away; fell behind; fall|fell asleep|through|behind|apart|in|short|ill; fell for; missing ~3 form|page|letter|document|charge|bill|appointment|paper|signature|records; cant find ~2 my|the|your ~1 login|bill|page|form|link
  line ~2 busy|long|queue; on ~1 hold ~1 line; line ~4 high; hot tea|coffee|water ~3 machine|cafeteria|free|available; staring ~2 at ~2 screen|form|letter|bill|page; say hi; toy gun; machine ~4 high ~2 price|cost; quiet ~2 room|ward|place|waiting; very quiet ~2 room|place|hours
  passport ~4 photo|number|copy|form|appointment|travel; note ~3 work|doctor|school; left ~2 note ~2 desk|reception|doctor; wrote ~3 note ~2 doctor|work; will ~4 notar*|living|advance; living will; ready to go home|ahead; way to go ~2 team|guys; marks ~2 exam|out; dark chocolate
  accident ~2 insurance|report|claim; by accident ~2 deleted|booked|clicked|cancel*|signed|closed|threw|sent; mistake ~3 bill|booking|form|booked|invoice|letter; bill|invoice ~4 mistake; instead of ~3 ml|one ~3 appointment|letter|bill
  fake|pretend|stage|movie blood ~8 sheets|stain|stains; fake|pretend blood
`;
