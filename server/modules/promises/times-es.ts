import type { PartOfDay, Said } from './moments.ts';
import {
  clockDigits,
  day,
  dayAndPart,
  fromNow,
  type Hit,
  monthEnd,
  part,
  phraseAt,
  phrasesOf,
  type Unit,
  weekEnd,
  writtenDateAt,
} from './phrases.ts';
import { digitsAt, lookUp, type Sentence, wordAt } from './tokens.ts';

/** Without accents, as words are compared: `mañana` is `manana`. */
const fixed = phrasesOf<Said>({
  hoy: day(0),
  'hoy mismo': day(0),
  manana: day(1),
  'manana mismo': day(1),
  'manana temprano': dayAndPart(1, 'firstThing'),
  'pasado manana': day(2),
  'esta manana': dayAndPart(0, 'morning'),
  'esta tarde': dayAndPart(0, 'afternoon'),
  'esta noche': dayAndPart(0, 'evening'),
  'por la manana': part('morning'),
  'de la manana': part('morning'),
  'en la manana': part('morning'),
  'por la tarde': part('afternoon'),
  'de la tarde': part('afternoon'),
  'en la tarde': part('afternoon'),
  'por la noche': part('evening'),
  'de la noche': part('evening'),
  'en la noche': part('evening'),
  mediodia: part('noon'),
  medianoche: part('midnight'),
  'a primera hora': part('firstThing'),
  'a primera hora de la manana': part('firstThing'),
  'a primera hora de la tarde': part('afternoon'),
  'a ultima hora': part('endOfDay'),
  'a ultima hora de la manana': part('morning'),
  'a ultima hora de la tarde': part('endOfDay'),
  'final del dia': part('endOfDay'),
  'fin del dia': part('endOfDay'),
  'termine el dia': dayAndPart(0, 'endOfDay'),
  'acabe el dia': dayAndPart(0, 'endOfDay'),
  'media hora': { minutes: 30 },
  'proxima hora': { minutes: 60 },
  'esta semana': weekEnd(0),
  'final de semana': weekEnd(0),
  'finales de semana': weekEnd(0),
  'final de la semana': weekEnd(0),
  'finales de la semana': weekEnd(0),
  'finales de esta semana': weekEnd(0),
  'final de esta semana': weekEnd(0),
  'termine la semana': weekEnd(0),
  'acabe la semana': weekEnd(0),
  'antes del fin de semana': weekEnd(0),
  'fin de semana': { day: { is: 'sunday' } },
  'proxima semana': weekEnd(1),
  'semana proxima': weekEnd(1),
  'semana que viene': weekEnd(1),
  'semana que entra': weekEnd(1),
  'este mes': monthEnd(0),
  'fin de mes': monthEnd(0),
  'final de mes': monthEnd(0),
  'finales de mes': monthEnd(0),
  'termine el mes': monthEnd(0),
  'acabe el mes': monthEnd(0),
  'proximo mes': monthEnd(1),
  'mes que viene': monthEnd(1),
});

const weekdays = ['lunes', 'martes', 'miercoles', 'jueves', 'viernes', 'sabado', 'domingo'];
const months = [
  ...['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'septiembre', 'octubre'],
  ...['noviembre', 'diciembre'],
];
const numbers = [
  ...['cero', 'un', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve', 'diez', 'once', 'doce'],
  ...['trece', 'catorce', 'quince'],
];
const numberOf = (word: string) => (word === 'una' || word === 'uno' ? 1 : numbers.indexOf(word));
const units: Readonly<Record<string, Unit>> = {
  ...{ minuto: 'minute', minutos: 'minute', min: 'minute', hora: 'hour', horas: 'hour', dia: 'day', dias: 'day' },
  ...{ semana: 'week', semanas: 'week', mes: 'month', meses: 'month' },
};
const working = ['habil', 'habiles', 'laborable', 'laborables', 'laboral', 'laborales'];

/** What is said of a moment from this word on, if anything. */
export function timeAtEs(tokens: Sentence, at: number): Hit | undefined {
  return (
    spanAt(tokens, at) ?? dateAt(tokens, at) ?? weekdayAt(tokens, at) ?? clockAt(tokens, at) ?? fixedAt(tokens, at)
  );
}

function fixedAt(tokens: Sentence, at: number): Hit | undefined {
  const found = phraseAt(fixed, tokens, at);
  return found && { ...found.means, from: at, until: found.until };
}

function weekdayAt(tokens: Sentence, at: number): Hit | undefined {
  const weekday = weekdays.indexOf(wordAt(tokens, at)) + 1;
  if (weekday === 0) return undefined;
  const which = ['este', 'mismo'].includes(wordAt(tokens, at - 1)) ? 'this' : 'coming';
  const comes = wordAt(tokens, at + 1) === 'que' && ['viene', 'entra'].includes(wordAt(tokens, at + 2));
  const until = at + (comes ? 3 : wordAt(tokens, at + 1) === 'proximo' ? 2 : 1);
  return { from: at, until, day: { is: 'weekday', weekday, which } };
}

function dateAt(tokens: Sentence, at: number): Hit | undefined {
  const written = writtenDateAt(tokens, at, false);
  if (written) return written;
  const value = digitsAt(tokens, at) ?? (wordAt(tokens, at) === 'primero' ? 1 : numberOf(wordAt(tokens, at)));
  if (value < 1 || value > 31) return undefined;
  const sign = /^[ºo°]$/.test(wordAt(tokens, at + 1)) ? at + 2 : at + 1;
  const month = wordAt(tokens, sign) === 'de' ? months.indexOf(wordAt(tokens, sign + 1)) + 1 : 0;
  if (month > 0) {
    const yearAt = /^del?$/.test(wordAt(tokens, sign + 2)) ? sign + 3 : sign + 2;
    const year = /^20\d\d$/.test(wordAt(tokens, yearAt)) ? Number(wordAt(tokens, yearAt)) : undefined;
    return { from: at, until: year ? yearAt + 1 : sign + 2, day: { is: 'date', day: value, month, year } };
  }
  if (wordAt(tokens, at - 1) !== 'dia' || lookUp(units, wordAt(tokens, at + 1))) return undefined;
  return { from: at, until: at + 1, day: { is: 'of-month', day: value } };
}

function countAt(tokens: Sentence, at: number): { value: number; until: number } | undefined {
  const word = wordAt(tokens, at);
  if (word === 'un' && wordAt(tokens, at + 1) === 'par') return { value: 2, until: at + 3 };
  const value = digitsAt(tokens, at) ?? numberOf(word);
  return value > 0 ? { value, until: at + 1 } : undefined;
}

const beforeSpan = ['en', 'de', 'proximas', 'proximos', 'plazo', 'unas', 'unos', 'siguientes', 'maximo'];

/** "En dos horas", "dentro de 2 o 3 días hábiles", "en las próximas 24 horas". */
function spanAt(tokens: Sentence, at: number): Hit | undefined {
  let count = countAt(tokens, at);
  if (!count) return undefined;
  const upTo = ['o', 'u', 'a', '-', '–'].includes(wordAt(tokens, count.until)) && countAt(tokens, count.until + 1);
  if (upTo) count = upTo;
  const unit = lookUp(units, wordAt(tokens, count.until));
  if (!unit || !beforeSpan.includes(wordAt(tokens, at - 1))) return undefined;
  const isWorking = unit === 'day' && working.includes(wordAt(tokens, count.until + 1));
  const said = fromNow(count.value, isWorking ? 'open-day' : unit);
  return { ...said, from: at, until: count.until + (isWorking ? 2 : 1) };
}

const ofTheDay: Readonly<Record<string, PartOfDay>> = {
  ...{ manana: 'morning', tarde: 'afternoon', noche: 'evening', madrugada: 'morning' },
};

/** "A las 15:00", "las tres y media de la tarde", "15 h", "entre las 2 y las 4": by the later one. */
function clockAt(tokens: Sentence, at: number): Hit | undefined {
  const article = wordAt(tokens, at);
  const isNamed = article === 'las' || article === 'la';
  const start = isNamed ? at + 1 : at;
  const read = clockDigits(tokens, start) ?? spokenHour(tokens, start, isNamed);
  if (!read) return undefined;
  const turned = turnedBy(tokens, read);
  const mark = ['h', 'hs', 'hrs', 'horas'].includes(wordAt(tokens, turned.until)) ? 1 : 0;
  const isClock = isNamed || read.until > start + 1 || mark === 1;
  const half = wordAt(tokens, turned.until);
  if (!isClock && half !== 'am' && half !== 'pm') return undefined;
  // "las 3 cartas" counts letters.
  if (isNamed && mark === 0 && turned.until === start + 1 && isCounted(tokens, turned.until)) return undefined;
  if (['y', 'a'].includes(half) && ['entre', 'de'].includes(wordAt(tokens, at - 1))) {
    const later = clockAt(tokens, turned.until + 1);
    if (later) return { ...later, from: at };
  }
  return { ...withHalf(tokens, turned, mark), from: at };
}

interface Read {
  readonly hour: number;
  readonly minute: number;
  readonly until: number;
}

function withHalf(tokens: Sentence, { hour, minute, until }: Read, mark: number): Hit {
  const half = wordAt(tokens, until);
  if ((half === 'am' || half === 'pm') && hour >= 1 && hour <= 12)
    return { from: until, until: until + 1, clock: { hour: (hour % 12) + (half === 'pm' ? 12 : 0), minute } };
  const end = until + mark;
  const named =
    wordAt(tokens, end) === 'de' && wordAt(tokens, end + 1) === 'la' && lookUp(ofTheDay, wordAt(tokens, end + 2));
  const isBare = hour < 13 && mark === 0;
  const clock = isBare ? { hour, minute, bare: true as const } : { hour, minute };
  if (!named) return { from: until, until: end, clock };
  const late = named === 'morning' ? hour : hour < 12 ? hour + 12 : hour;
  return { from: until, until: end + 3, clock: { hour: late, minute } };
}

function spokenHour(tokens: Sentence, at: number, isNamed: boolean): Read | undefined {
  const hour = numberOf(wordAt(tokens, at));
  return isNamed && hour > 0 && hour < 13 ? { hour, minute: 0, until: at + 1 } : undefined;
}

/** "Y media", "y cuarto", "menos cuarto". */
function turnedBy(tokens: Sentence, read: Read): Read {
  const [turn, by] = [wordAt(tokens, read.until), wordAt(tokens, read.until + 1)];
  const until = read.until + 2;
  if (turn === 'y' && by === 'media') return { ...read, minute: 30, until };
  if (turn === 'y' && by === 'cuarto') return { ...read, minute: 15, until };
  if (turn === 'menos' && by === 'cuarto') return { hour: read.hour - 1 || 12, minute: 45, until };
  return read;
}

const afterHour = ['de', 'del', 'y', 'o', 'a', 'am', 'pm', 'en', 'el', 'hoy', 'manana', 'como', 'para', 'por', 'con'];
const isCounted = (tokens: Sentence, at: number) =>
  /^\p{L}/u.test(wordAt(tokens, at)) && ![...afterHour, ...weekdays].includes(wordAt(tokens, at));
