import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** Park and Miller's generator: the same texts in every run. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

export type Language = 'en' | 'es';

/** What people write to a hospital about, the commonest first; behind them a long tail of words that each are rare. */
const begun: Readonly<Record<Language, string>> = {
  en: 'the to i my and a for is in of you on it have was with please that me be can this not your at we will are from do if an by what or need when doctor would like appointment he thank day time she but been has know bill call hospital see test results insurance week am pain medicine her his get they any about there help no surgery mother father questions received letter date change number visit clinic today office told same after before prescription refill months paid payment charge still scheduled care back knee heart blood pressure referral specialist morning monday tuesday friday waiting records copy daughter son husband wife nurse form sign parking interpreter wheelchair allergy fever cough rash headache tonsils biopsy scan ultrasound cardiology dermatology pharmacy dose tablets swelling bandage discharge emergency ambulance billing statement refund estimate duplicate address phone email portal password complaint rude noise clean food kind grateful',
  es: 'de la que el en y a los mi para me por con una las no un se es lo cita del mes gracias puedo su tengo doctor favor al como hospital hola más cuando necesito fue pero día está le ha factura resultados análisis seguro médico hora dolor si este medicina semana cambiar mañana operación madre padre pregunta carta fecha número visita clínica hoy receta pagar pago cobro todavía rodilla corazón sangre presión especialista lunes martes viernes esperando historial copia hija hijo esposo esposa enfermera formulario firmar estacionamiento intérprete alergia fiebre tos sarpullido cabeza amígdalas biopsia ecografía cardiología dermatología farmacia dosis pastillas hinchazón vendaje alta urgencias ambulancia estado reembolso presupuesto dirección teléfono correo contraseña queja ruido limpieza comida amable agradecida',
};

const parts: Readonly<Record<Language, readonly [starts: string, middles: string, ends: string]>> = {
  en: [
    'ab ac al am an ar as at be bi br ca ch cl co cr de di dr el em en ex fa fi fl fo gr ha he ho im in jo ki la li lo ma me mi mo na ne ob op or pa pe ph pl po pr qu ra re ri ro sa sc se sh si sp st su ta te th to tr un ur va ve vi wa we wi',
    'ber cal der fic gen ial lam lin mat men nal nor pen per ral ric sen sta ster tal ten ter tic tin tor tra ven ver vic',
    'able age al ance ate ed ence ent er est ful ic ing ion ish ist ity ive less ly ment ness on or ous tion ure ward y',
  ],
  es: [
    'ab ac al am an ar ba be bi ca ce co cu de di do es en fa fi fo ga gu ha he im in ju la le li lu ma me mi mo na ne ni ob or pa pe pi po pre pro que ra re ri ro sa se si so su ta te ti to tra un va ve vi vo',
    'bal can cer cién cul dad den der fic gan gen laz les lig mar men nal ñal ner par pen rad ren rig sen tad tan ten ter tin tor tran ven ver',
    'able ación ado aje al ancia ante ar ario ción dad dor ente era ería ero ez ible ico idad ido ista ito izar ma mente miento or oso ura',
  ],
};

/** Words with how likely each is: the n-th by 1/n, as in every language. */
export interface Vocabulary {
  readonly words: readonly string[];
  draw(random: () => number): string;
}

export function vocabularyOf(language: Language, size: number): Vocabulary {
  const random = seeded(language === 'en' ? 811 : 812);
  const words = new Set(begun[language].split(' '));
  const [starts, middles, ends] = parts[language].map((list) => list.split(' '));
  const of = (list: readonly string[] = []) => list[Math.floor(random() * list.length)] ?? '';
  while (words.size < size) {
    const middle = random() < 0.6 ? of(middles) : of(middles) + of(middles);
    words.add(of(starts) + middle + of(ends));
  }
  const all = [...words];
  const spread = Math.log(all.length);
  return { words: all, draw: (draw) => all[Math.floor(Math.exp(draw() * spread)) - 1] ?? '' };
}

/** One slip of the hand: two letters swapped, one left out, doubled, or another in its place. */
export function misspell(word: string, random: () => number): string {
  const letters = [...word];
  if (letters.length < 5) return word;
  const at = 1 + Math.floor(random() * (letters.length - 2));
  const kind = Math.floor(random() * 4);
  if (kind === 0) [letters[at], letters[at + 1]] = [letters[at + 1] ?? '', letters[at] ?? ''];
  if (kind === 1) letters.splice(at, 1);
  if (kind === 2) letters.splice(at, 0, letters[at] ?? '');
  if (kind === 3) letters[at] = 'aeiourstln'[Math.floor(random() * 10)] ?? 'e';
  return letters.join('');
}

export const teams = 30;
export const teamId = (n: number) => idOf('team', n);
export const idOf = (kind: 'team' | 'person' | 'conversation' | 'message' | 'note' | 'staff', n: number) =>
  `0000000${['team', 'person', 'conversation', 'message', 'note', 'staff'].indexOf(kind)}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
export const reasons = [
  'appointment',
  'results',
  'medicine',
  'bill',
  'records',
  'privacy',
  'directions',
  'complaint',
  'other',
];

const newest = Date.UTC(2026, 10, 24, 12);
const years = 5;

/** Conversations of about five messages over five years, in two languages, as the tables keep them; nothing is searchable yet. */
export async function makeConversations(client: pg.Client, messages: number): Promise<void> {
  const people = Math.ceil(messages / 10);
  await client.query('begin');
  await client.query(
    `insert into people.person (id, birth_date, language, verified_at, created_at)
      select id, '1980-01-02', case when n % 4 = 3 then 'es' else 'en' end, '2021-01-01', '2021-01-01'
      from unnest($1::uuid[]) with ordinality it(id, n)`,
    [Array.from({ length: people }, (_, n) => idOf('person', n))],
  );
  await client.query(
    `insert into people.name (id, person_id, kind, given, family, created_at)
      select gen_random_uuid(), id, 'current', 'Ada', 'Example ' || right(id::text, 6), '2021-01-01' from people.person`,
  );
  await client.query(
    `insert into workforce.team (id, name, purpose_words, created_at) select id, 'Team ' || n, '', '2021-01-01' from unnest($1::uuid[]) with ordinality it(id, n)`,
    [Array.from({ length: teams }, (_, n) => teamId(n))],
  );
  await client.query(
    `insert into workforce.staff (id, name, shown_as, email, hired_at) values ($1, 'Colleague', 'Colleague', 'colleague@hospital.test', '2021-01-01')`,
    [idOf('staff', 0)],
  );
  const made = writing(messages, people);
  const copy = (into: string, rows: Iterable<string>) =>
    pipeline(Readable.from(rows), client.query(copyFrom(`copy ${into} from stdin`)));
  const kept: { messages: string[]; notes: string[] } = { messages: [], notes: [] };
  const flush = async () => {
    await copy(
      'messaging.message (id, thread_id, direction, channel, person_id, author_kind, author_shown, purpose, subject, text, at)',
      kept.messages.splice(0),
    );
    await copy('desk.note (id, conversation_id, at, by_staff_id, by_name, text)', kept.notes.splice(0));
  };
  let conversations: string[] = [];
  for (const one of made) {
    conversations.push(one.conversation);
    kept.messages.push(...one.messages);
    kept.notes.push(...one.notes);
    if (conversations.length < 5000) continue;
    await copy(conversationColumns, conversations);
    conversations = [];
    await flush();
  }
  await copy(conversationColumns, conversations);
  await flush();
  await client.query(
    `insert into desk.search_due (conversation_id, opened_at) select id, opened_at from desk.conversation`,
  );
  await client.query('commit');
}

const conversationColumns =
  'desk.conversation (id, thread_id, reference, version, subject, reason, channel, answer_by, asker_person_id, asker_current_id, team_id, opened_at, last_message_at, last_message_from, response_minutes, resolution_minutes, response_started_at, resolution_started_at, resolved_at)';

interface Written {
  readonly conversation: string;
  readonly messages: readonly string[];
  readonly notes: readonly string[];
}

function* writing(messages: number, people: number): Generator<Written> {
  const random = seeded(4217);
  const vocabularies = { en: vocabularyOf('en', 60_000), es: vocabularyOf('es', 40_000) };
  const conversations = Math.round(messages / 5);
  const pick = (n: number) => Math.floor(random() * n);
  const words = (language: Language, count: number) =>
    Array.from({ length: count }, () => {
      const word = vocabularies[language].draw(random);
      return word.length > 5 && random() < 0.015 ? misspell(word, random) : word;
    }).join(' ');
  let [message, note] = [0, 0];
  for (let n = 0; n < conversations; n++) {
    const [person, reason] = [pick(people), pick(reasons.length)];
    const language = person % 4 === 3 ? 'es' : 'en';
    const opened = newest - Math.round((1 - n / conversations) * years * 365.25 * 86_400_000);
    const id = idOf('conversation', n);
    const at = (step: number) => new Date(opened + step * 3_600_000).toISOString();
    const steps = n === conversations - 1 ? messages - message : 1 + pick(9);
    const texts = Array.from({ length: steps }, () => {
      const topic = random() < 0.3 ? (language === 'en' ? 'appointment ' : 'cita ') : '';
      return topic + words(language, 8 + Math.floor(65 * random() ** 2));
    });
    const open = n > conversations * 0.99;
    yield {
      conversation: `${[id, id, referenceOf(n), 1, words(language, 5).slice(0, 150), reasons[reason], 'portal', 'portal', idOf('person', person), idOf('person', person), teamId(pick(100) < 2 ? 0 : 1 + pick(teams - 1)), at(0), at(steps), 'person', 240, 1440, at(0), at(0), open ? '\\N' : at(steps + 1)].join('\t')}\n`,
      messages: texts.map((text, step) => {
        const isAnswer = step % 2 === 1;
        return `${[idOf('message', message++), id, isAnswer ? 'out' : 'in', 'portal', idOf('person', person), isAnswer ? 'staff' : 'person', 'Somebody', 'question', '', text, at(step)].join('\t')}\n`;
      }),
      notes:
        random() < 0.4
          ? [`${[idOf('note', note++), id, at(1), idOf('staff', 0), 'Colleague', words('en', 12)].join('\t')}\n`]
          : [],
    };
  }
}

const signs = '23456789FHJKMQRTWX';
function referenceOf(n: number): string {
  let [left, text] = [(n * 7919) % signs.length ** 6, ''];
  for (let at = 0; at < 6; at++) {
    text += signs[left % signs.length];
    left = Math.floor(left / signs.length);
  }
  return `${text.slice(0, 3)}-${text.slice(3)}`;
}
