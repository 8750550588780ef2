import type { FoundConversation, SearchInput } from '../../../../server/modules/desk/contract.ts';
import { inLanguage } from '../../../lib/language.ts';

type States = Record<NonNullable<SearchInput['status']>, string>;

const quoted = (words: readonly string[], or: string) => words.map((one) => `“${one}”`).join(` ${or} `);

const wordsEn = {
  title: 'Search',
  open: 'Search what was written',
  field: 'Words from the question, the answer or a note',
  fieldShort: 'Words that were written',
  close: 'Back to the list',
  filters: 'Narrow down',
  filtersOn: (count: number) => (count === 1 ? 'Narrowed down by 1' : `Narrowed down by ${count}`),
  without: 'Search without them',
  team: 'Team',
  allTeams: 'All teams I see',
  reason: 'Reason',
  allReasons: 'Any reason',
  state: 'State',
  allStates: 'Any state',
  states: {
    unclaimed: 'Nobody has it',
    claimed: 'Somebody has it',
    waiting: 'Waiting',
    resolved: 'Resolved',
    merged: 'Merged into another',
  } satisfies States,
  from: 'Asked from',
  until: 'Asked until',
  person: 'Asked by or about',
  choosePerson: 'Choose a person',
  anybody: 'Anybody',
  found: 'What was found',
  searching: 'Searching',
  start: 'What do you remember?',
  startMore:
    'Type words from a question, an answer or a note. All of them have to occur; slips of the hand are forgiven. Only conversations that you may see are searched, the newest first.',
  nothing: 'Nothing found',
  nothingMore: 'Try fewer words, or other ones: how would the person have said it?',
  nothingYet: 'Nothing found so far',
  failed: 'The search did not work.',
  also: (typed: string, meant: readonly string[]) => `Also searched: ${typed} → ${quoted(meant, 'or')}`,
  nearby: 'With words that may have been meant',
  stillReading:
    'Older conversations are still being read for the search, so some may be missing. They come in by themselves.',
  lookedBack: (day: string) => `Looked back to ${day}.`,
  further: 'Look further back',
  where: { subject: 'Subject', message: 'Message', note: 'Note' } satisfies Record<FoundConversation['where'], string>,
};

export const searchWords = inLanguage({
  en: wordsEn,
  es: {
    title: 'Buscar',
    open: 'Buscar en lo escrito',
    field: 'Palabras de la pregunta, la respuesta o una nota',
    fieldShort: 'Palabras de lo escrito',
    close: 'Volver a la lista',
    filters: 'Acotar',
    filtersOn: (count: number) => (count === 1 ? 'Acotado por 1' : `Acotado por ${count}`),
    without: 'Buscar sin acotar',
    team: 'Equipo',
    allTeams: 'Todos los equipos que veo',
    reason: 'Motivo',
    allReasons: 'Cualquier motivo',
    state: 'Estado',
    allStates: 'Cualquier estado',
    states: {
      unclaimed: 'Nadie la tiene',
      claimed: 'Alguien la tiene',
      waiting: 'En espera',
      resolved: 'Resuelta',
      merged: 'Unida a otra',
    } satisfies States,
    from: 'Preguntada desde',
    until: 'Preguntada hasta',
    person: 'De quién o sobre quién',
    choosePerson: 'Elegir una persona',
    anybody: 'Cualquiera',
    found: 'Lo que se encontró',
    searching: 'Buscando',
    start: '¿Qué recuerda?',
    startMore:
      'Escriba palabras de una pregunta, una respuesta o una nota. Tienen que aparecer todas; se perdonan las erratas. Solo se busca en las conversaciones que usted puede ver, las más recientes primero.',
    nothing: 'No se encontró nada',
    nothingMore: 'Pruebe con menos palabras o con otras: ¿cómo lo habría dicho la persona?',
    nothingYet: 'Nada por ahora',
    failed: 'La búsqueda no funcionó.',
    also: (typed: string, meant: readonly string[]) => `También se buscó: ${typed} → ${quoted(meant, 'o')}`,
    nearby: 'Con palabras que quizá se querían decir',
    stillReading:
      'Todavía se están leyendo conversaciones antiguas para la búsqueda, así que pueden faltar algunas. Se incorporan solas.',
    lookedBack: (day: string) => `Se buscó hasta el ${day}.`,
    further: 'Buscar más atrás',
    where: { subject: 'Asunto', message: 'Mensaje', note: 'Nota' } satisfies Record<FoundConversation['where'], string>,
  } satisfies typeof wordsEn,
});
