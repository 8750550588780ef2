export type Language = 'en' | 'es';

/**
 * Phrases that may mean danger, by kind. Plain letters, no apostrophes: `|` another word, `*` any ending, `~n` up to n
 * words between. Written for this project; the kinds follow what public emergency advice asks people to call for.
 */
const who =
  'he|she|hes|shes|baby|babys|child|son|daughter|kid|toddler|mom|mum|mother|dad|father|husband|wife|partner|boyfriend|girlfriend|grandma|grandpa|grandmother|grandfather|brother|sister|friend|newborn';
const loved =
  'mama|papa|madre|padre|hijo|hija|bebe|esposo|esposa|marido|mujer|abuela|abuelo|hermano|hermana|nino|nina|tio|tia|novio|novia';
const breath = 'breathe|breath|breathing|breth|brethe|breeth|breathin|breathes';
const hurts =
  'pain|pains|paining|painful|hurt|hurts|hurting|ache|aches|aching|tight|tightness|pressure|heavy|heaviness|crush*|squeez*|burning|stabbing';
const chest = 'chest|chets|cheast|chst|chesst|cehst';
const violent =
  'hit|hits|hitting|beat|beats|beating|punch*|slap*|kick*|strangl*|choked|chokes|rape|raped|rapes|attack*|grop*';
const attacker =
  'he|she|they|husband|wife|partner|boyfriend|girlfriend|ex|father|dad|mother|mom|son|daughter|brother|uncle|man|stepdad|stepfather|carer|caregiver|someone|somebody|aide';
const limb = 'arm|arms|leg|legs|side|face|hand|fingers';
const miembro = 'brazo|brazos|pierna|piernas|lado|cara|mano';
const harmful = 'bleach|battery|batteries|magnet|magnets|detergent|poison*|chemical*|antifreeze|coin|pods|cleaner';

export const rules: Readonly<Record<string, Record<Language, readonly string[]>>> = {
  'chest-pain': {
    en: [
      ...[`${chest} ~3 ${hurts}`, `${hurts} ~5 ${chest}`, 'chestpain|chestpains', `elephant ~3 ${chest}`],
      ...['heart|hart attack|atack|attak', 'pain ~5 left arm', 'heart ~2 stopped', 'cardiac arrest'],
    ],
    es: [
      'dolor|dolores|duele|dule|opresion|presion|apriet*|punzada|punzadas|ardor|pesadez ~4 pecho|pechos',
      ...['pecho ~4 duele|dolor|aprieta|oprime|apretado', 'infarto|infartando', 'ataque ~2 corazon|cardiaco'],
      ...['paro cardiaco', 'dolor ~4 brazo izquierdo'],
    ],
  },
  breathing: {
    en: [
      `cant|cannot|cnt|couldnt|wont|unable|barely|hardly|struggl*|trouble|difficulty|hard|harder|not|isnt ~3 ${breath}`,
      ...['cant|cannot ~2 get|catch ~2 air|breath', 'short|shortness ~1 breath', 'out of breath', 'gasping'],
      ...['stopped ~1 breathing', 'no longer breathing', 'choking', 'choked on', 'suffocat*', 'asthma attack'],
      ...[
        'turning|turned|went|gone|going|looks ~1 blue',
        'lips|face|skin|fingers ~3 blue|purple|grey|gray',
        'blue lips',
      ],
      ...['throat|tongue ~3 closing|closes|swelling|swollen|closed', 'swelling|swollen ~3 throat|tongue'],
      ...['anaphyla*', 'inhaler ~3 not|isnt|doesnt work*|help*', 'drowned|drowning'],
    ],
    es: [
      'no ~2 respirar|respira|respiro|respiran|respirando',
      'cuesta|dificultad|dificil|problemas ~2 respir*',
      ...['falta|faltando ~3 aire|respiracion', 'sin aire|respiracion', 'me|se ahogo|ahoga|asfixio|asfixia'],
      ...['ahogando|ahogandose|asfixi*|atragant*', 'labios|cara ~3 morados|azules|azulados|morada|azul'],
      ...['esta|pone|poniendo ~1 morado|morada|azul', 'garganta|lengua ~4 cerr*|cierra|hinch*', 'anafila*'],
      'ataque ~1 asma',
    ],
  },
  'self-harm': {
    en: [
      ...['suicid*|suiside|suicde|sucide|sucidal|suacide', 'gonna|will|wanna|going|want ~1 kms'],
      'kill|killing|killed|hurt|hurting|harm|harming|cut|cutting|shoot|hang|drown ~1 myself|himself|herself|themselves|themself',
      ...['want|wants|wanted|wanna|rather|ready|wish|wishing|hope ~3 die|dead', 'better off ~2 dead|gone'],
      ...['better off without me', 'hope|wish ~4 dont|wont|never|not wake', 'end|ending my|his|her|their ~1 life'],
      ...[
        'end|ending it all',
        'end|ending it tonight|now|today',
        'take|taking|took|takes my|his|her|their|own ~1 life',
      ],
      ...['dont|doesnt want ~1 live|exist', 'dont|doesnt|not want ~1 be ~1 alive', 'dont want ~2 be here anymore'],
      ...['cant|cannot go on anymore|like|living|much', 'no ~1 reason|point ~3 live|living|alive'],
      ...['nothing ~2 live for', 'self harm*|injur*', 'jump* ~3 bridge|roof|building|balcony'],
    ],
    es: [
      ...['suicid*|suisid*|sucidio|sucidar*', 'matarme|matarse|ahorcarme|ahorcarse', 'me voy a matar', 'me mato hoy'],
      'quiero|quiere|quisiera|gustaria|prefiero|prefiere|ganas ~2 morir|morirme|morirse|muerto|muerta|desaparecer|matar',
      ...['quitarme|quitarse|acabar|acabo|terminar ~3 vida', 'acabar con todo', 'no quiero|quiere ~2 vivir|viviendo'],
      ...['sin|no|pocas ~2 ganas de vivir', 'no vale ~3 vivir', 'hacerme|hacerse|haciendome|haciendose ~1 dano'],
      ...[
        'lastimarme|lastimarse|autolesion*',
        'cortarme|corto|corta ~2 venas|brazos|munecas',
        'mejor ~2 muerto|muerta',
      ],
      'mejor sin mi',
    ],
  },
  overdose: {
    en: [
      ...['overdos*|overdoes|overdosage', 'oded|oding'],
      'took|taken|taking|swallowed|had|ate|gave|given ~3 too many|much ~4 pills|tablets|insulin|tylenol|paracetamol|acetaminophen|ibuprofen|oxy*|opioid*|morphine|fentanyl|meds|medication|medicine|sleeping',
      ...['too many|much pills|tablets|insulin', 'double ~3 insulin', 'poisoned|poisoning|poisond', 'carbon monoxide'],
      'whole|entire|all ~3 bottle|packet|box|pack ~3 pills|tablets|tylenol|paracetamol|medication|medicine|meds',
      ...['handful ~2 pills|tablets', `swallow*|ate|eaten|drank|drunk|ingest*|licked ~4 ${harmful}`],
    ],
    es: [
      ...['sobredosis|sovredosis', 'sobre dosis', 'envenen*|intoxic*', 'monoxido', 'todo ~2 frasco'],
      'demasiad* ~3 pastillas|pastilla|medicina|medicamento|medicamentos|insulina|tabletas|pildoras|paracetamol',
      'trago|tomo|tome|trague todas ~2 pastillas',
      'trago|tomo|bebio|comio|ingirio|tragado|tomado|bebido ~4 lejia|cloro|pila|bateria|veneno|detergente|blanqueador|imanes',
    ],
  },
  stroke: {
    en: [
      'face|mouth|eye|smile ~3 droop*|droping|dropping|fallen|sagging|crooked|lopsided|numb',
      ...['droop* ~3 face|mouth', 'slur* ~3 speech|words|talking|speaking', 'speech ~3 slur*|garbled|jumbled|gone'],
      ...['words|talking ~4 slurred|jumbled|garbled', `cant|cannot|unable ~2 move|lift|feel ~3 ${limb}`],
      ...['suddenly ~3 speak|talk|confused|blind|weak|numb|paraly*', 'cant|cannot speak|talk properly|clearly'],
      ...['suddenly cant|cannot ~1 see|walk|move', `${limb} ~4 weak|weakness|numb|numbness|paraly*`],
      ...[`numb|numbness|weak|weakness|paraly* ~5 ${limb}`, 'worst headache', 'stroke ~1 symptoms|signs|now|happening'],
      'having|think|thinks|maybe|might|sign|signs|symptom|symptoms|suspect ~4 stroke|strok',
      ...['had|has|have|suffered ~1 a ~1 stroke|strok', 'sudden ~2 headache|confusion|blindness|weakness|numbness'],
      ...['lost ~2 sight|speech', 'lost ~1 vision ~3 eye|eyes|suddenly'],
    ],
    es: [
      'cara|boca|sonrisa ~4 caida|caido|torcida|torcido|chueca|dormida|paraliz*',
      ...['habl* ~3 arrastr*|raro|enredad*|trabad*', 'arrastra* ~3 palabras', 'no puede|puedo hablar bien|claro'],
      `no ~1 puede|puedo|siente|siento ~3 ${miembro}`,
      'de repente ~4 hablar|ver|confundid*|ciego|ciega|debil|caminar',
      `${miembro} ~4 dormido|dormida|debil|debilidad|entumecid*|paraliz*|adormecid*`,
      ...['derrame cerebral', 'ictus', 'embolia', 'peor dolor ~2 cabeza'],
      'dolor ~2 cabeza ~2 repentino|subito|insoportable',
    ],
  },
  bleeding: {
    en: [
      ...['bleeding|bleedin|bleedng|bleding', 'bleed|bleeds|bled ~4 lot|stop|heavily|badly|hours|out|through'],
      ...['blood ~3 everywhere|gushing|pouring|soak*|stop', 'soak* ~5 pad|pads|dressing|bandage|towel|blood'],
      ...['vomit*|throwing|threw|cough*|spit*|puk*|pee*|poo* ~3 blood|clots', 'passing|passed ~1 blood|clots'],
      ...['blood ~3 vomit*|stool|stools|urine|poop', 'lot|lots|much ~2 blood', 'losing ~2 blood'],
      ...['hemorrhag*|haemorrhag*|hemorag*', 'stitches|wound|incision ~4 opened|burst|split'],
    ],
    es: [
      ...['sangrando|sangra|sangrado|sangrar|sangro|sangrados|desangr*', 'hemorragia|emorragia|hemorrajia'],
      ...['vomit*|tos|tose|tosiendo|escup*|orin* ~3 sangre', 'mucha|perdiendo|perdido|chorro ~2 sangre'],
      'puntos|herida ~4 abrieron|abrio|abierto',
    ],
  },
  unconscious: {
    en: [
      ...['unconscious|unconcious|unresponsive|unconsious', 'passed|passing|blacked|blacking|pass out'],
      ...['faint|fainted|fainting', 'collapse|collapsed|collapses|collapsing', 'seizure*|siezure|seisure|convuls*'],
      `${who} ~3 not|isnt|wont|doesnt|cant|stopped ~2 wak*|respond*|moving|breathing|reacting`,
      ...[
        'wont|cant|cannot|doesnt|not ~3 wake|waking|woken ~2 up',
        'having|had|has ~1 fit|fits',
        'shaking uncontrollably',
      ],
      ...['floppy|limp baby', 'baby|newborn|son|daughter|child ~3 floppy|limp'],
    ],
    es: [
      ...[
        'inconsciente|inconciente|desmay*',
        'convulsion*|comvulsion*|convulsiona*',
        'no despierta|reacciona|despertar',
      ],
      ...[`${loved} ~3 no responde|reacciona|despierta|respira`, 'no ~2 despertarlo|despertarla|despertar'],
      ...['perdio|perdido|pierde ~2 conocimiento|conciencia', 'ataque ~1 epileptico|epilepsia', 'desplomo|colapso'],
    ],
  },
  violence: {
    en: [
      'abuse|abused|abusing|abusive|abuses|abuser|molest*|rape|raped|rapist',
      `${attacker} ~4 ${violent} ~2 me|her|him|us|them|kids|mother|grandmother|father|son|daughter`,
      ...['being|been|got|was|getting beaten|stabbed|shot|strangled|assaulted', 'sexual* ~1 assault*|harass*'],
      ...['touch* me|her|him ~3 private*|inappropriately|down', 'stab|stabbed|stabbing ~3 me|him|her|stomach|someone'],
      ...['gunshot', 'gun|knife ~4 me|us|her|him|wound|head', 'domestic violence', 'trafficked|trafficking'],
      'going|gonna|will|wants|want|threatened|threatens|threatening|tried|trying to ~1 kill|murder|shoot|stab ~1 me|her|him|us|them|someone|somebody|my',
      ...['threat* ~4 kill|hurt|shoot|stab|murder', 'afraid|scared|terrified|frightened ~3 go|going|be|come ~1 home'],
      'afraid|scared|terrified|frightened of ~2 husband|partner|boyfriend|girlfriend|him|wife|ex|father|son',
      ...[
        'not|isnt|arent|dont ~2 safe at|with ~2 home|him|husband|partner',
        'not safe here',
        'locks|locked ~1 me ~2 in|inside|room',
      ],
    ],
    es: [
      'abuso|abusa|abusan|abusaron|abusado|abusada|abusando|abusar|abusos|maltrat*',
      'me|la|lo|le|nos pega|pego|pegan|pegaron|golpea|golpeo|golpean|golpearon|amenaza|amenazo|amenazan|patea|empuja|ahorca|estrangul*|viola|violo|violaron|apunalo|apunalaron|disparo|dispararon',
      ...['golpea|pega ~1 a ~1 mi|los|las', 'violacion|violada|violaron', 'agresion sexual'],
      ...['agredio|agrede|agredieron|agredida|agredido', 'apunal*|balazo|navajazo|punalada'],
      ...['me|nos|la|lo va|quiere|van|quieren ~1 matar', 'amenaza|amenazo|amenazado|amenazas ~4 matar|matarme|muerte'],
      ...['miedo ~3 esposo|marido|pareja|novio|volver ~2 casa', 'miedo de|a ~1 esposo|marido|pareja|novio|padre'],
      ...['no ~3 segura|seguro en ~1 casa', 'violencia domestica|familiar', 'toca ~3 partes|intimas|privadas'],
    ],
  },
  pregnancy: {
    en: [
      'baby ~3 not|isnt|stopped|hasnt|less|havent ~2 moving|moved|kicking|kicked',
      'cant|havent|dont|not ~2 feel|felt ~3 baby ~2 move|moving|kick|movement',
      ...['water|waters broke|broken|breaking', 'pregnant ~8 bleed*|blood|headache|vision|contractions|cramps|fell'],
      ...['baby|head is|its coming|out', 'in labor|labour', 'miscarr*'],
    ],
    es: [
      ...['bebe ~3 no|dejo ~3 mueve|moverse|movido|patea', 'no ~3 siento|siente ~3 bebe', 'aborto espontaneo'],
      ...['rompi|rompio|rompieron ~3 aguas|fuente|bolsa', 'embarazada ~8 sangr*|cabeza|contracciones|cai'],
    ],
  },
  emergency: {
    en: [
      ...['think|feel|feels|feeling|afraid ~3 dying|die', 'im|am|is|hes|shes|are dying', 'going|gonna|about to die'],
      ...[
        'life or|and death',
        'life threatening',
        'call ~2 ambulance|911|112|999',
        'hit ~3 head ~8 vomit*|confused|sleepy|dizzy',
      ],
      ...['need|send|get ~2 ambulance|paramedic*', 'this|its is|an|a|and ~1 emergency', 'electrocut*', 'head injury'],
      'severe|severely|serious|third|badly ~2 burn|burned|burnt|burns',
      ...[
        'stiff neck ~6 fever|rash|headache',
        'fever|rash|headache ~6 stiff neck',
        'sepsis',
        'voices ~5 kill|hurt|die|harm',
      ],
    ],
    es: [
      ...[
        'estoy|esta|muriendo muriendo|muriendome|muriendose',
        'me muero',
        'voy|va a morir|morirme',
        'creo ~3 muero|morir',
      ],
      ...['necesit*|manden|envien|llam*|pidan|urge ~3 ambulancia', 'es ~1 emergencia', 'llam* ~3 911|112|061'],
      ...['quemadura|quemaduras|quemo|quemado|quemada ~4 grave|graves|mucho|cara|cuerpo|severa', 'electrocut*'],
      ...['golpe|golpeo ~4 cabeza', 'cuello|nuca ~1 rigido|rigida', 'voces ~5 mate|matar|dano|muera'],
    ],
  },
};

/** Figures of speech and names of things, which hide what they cover from the rules. */
export const figures: Record<Language, readonly string[]> = {
  en: [
    'dying to|for ~1 know|hear|see|meet|find|get|coffee|try|ask|tell|help',
    'dying|die of|from|laughing boredom|laughter|curiosity|embarrassment|shame|waiting',
    ...['to die for', 'want|wanted|wanna ~2 die of|from ~1 embarrassment|shame|boredom'],
    'gave|give|gives|given|giving ~3 heart attack|stroke',
    'nearly|almost had ~1 heart attack|stroke',
    'stroke of luck|genius|midnight',
    'stroke clinic|unit|ward|team|rehab|nurse|survivor|survivors|group|center|centre',
    ...['heart bleeds', 'bleeding edge|money', 'breathing room|space|exercises|class', 'choking up|hazard'],
    ...[
      'suicide prevention|awareness',
      'overdose prevention|awareness',
      'abuse of ~1 system|process|power',
      'sepsis awareness',
    ],
    'drowning in ~3 paperwork|bills|debt|forms|work|emails|paper',
    'passed|passing|pass out ~2 leaflets|flyers|papers|forms|masks',
    ...['faint ~1 print|line|text|copy|stamp|writing', 'print|copy|stamp|writing ~6 faint'],
    'blood test|tests|work|pressure|type|sample|samples|bank|draw|drive|sugar|donor|count|results|group|thinner|thinners',
    ...['not an emergency', 'emergency contact|contacts|department', 'pain|chest clinic', 'self harm policy|training'],
  ],
  es: [
    'muero|muriendo|morir|morirme de|por ~1 ganas|risa|hambre|sueno|curiosidad|verguenza|calor|frio|aburrimiento|saber|ver',
    ...['quiero|quiere morir|morirme de', 'casi me da un infarto', 'aire acondicionado', 'no es|sea ~1 emergencia'],
    ...['contacto|contactos ~1 emergencia', 'unidad ~1 ictus', 'prevencion ~1 suicidio|abuso|violencia'],
    'abusar ~3 confianza|paciencia|tiempo|amabilidad',
    'seguro de vida',
  ],
};

/** Words of everyday letters that stand one slip away from a word above, and mean what they say. */
export const notMisspelled: ReadonlySet<string> = new Set(
  `breach breached breaching breadth stroll strike attach attached attaching attachment prison person amuse amused
  amusing breeding blending bleating pleading choosing stable stabled reaped threat threats boating conscious passion
  passing passport suitable responder respondo sangria sangrias punched overdue seizing coaching polished infarta
  violeta sangre sangres ahorrar ahorrarme cortar contarme marcarme matricula matarile desmaye`.split(/\s+/),
);
