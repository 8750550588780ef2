import type { Said } from './moments.ts';
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
import { digitsAt, isTouching, lookUp, type Sentence, wordAt } from './tokens.ts';

const fixed = phrasesOf<Said>({
  today: day(0),
  'later today': day(0),
  tonight: dayAndPart(0, 'evening'),
  tomorrow: day(1),
  'first thing tomorrow': dayAndPart(1, 'firstThing'),
  'day after tomorrow': day(2),
  'this morning': dayAndPart(0, 'morning'),
  'this afternoon': dayAndPart(0, 'afternoon'),
  'this evening': dayAndPart(0, 'evening'),
  'first thing': part('firstThing'),
  'first thing in the morning': part('firstThing'),
  morning: part('morning'),
  'in the morning': part('morning'),
  afternoon: part('afternoon'),
  'in the afternoon': part('afternoon'),
  evening: part('evening'),
  'in the evening': part('evening'),
  'at night': part('night'),
  noon: part('noon'),
  midday: part('noon'),
  lunchtime: part('lunch'),
  lunch: part('lunch'),
  midnight: part('midnight'),
  'end of the day': part('endOfDay'),
  'end of day': part('endOfDay'),
  'end of today': dayAndPart(0, 'endOfDay'),
  'end of': part('endOfDay'),
  eod: part('endOfDay'),
  cob: part('endOfDay'),
  'close of business': part('endOfDay'),
  'end of business': part('endOfDay'),
  'within the day': dayAndPart(0, 'endOfDay'),
  'within the hour': { minutes: 60 },
  'half an hour': { minutes: 30 },
  'this week': weekEnd(0),
  'later this week': weekEnd(0),
  'within the week': weekEnd(0),
  'end of the week': weekEnd(0),
  'end of this week': weekEnd(0),
  'end of week': weekEnd(0),
  'before the weekend': weekEnd(0),
  'by the weekend': weekEnd(0),
  weekend: { day: { is: 'sunday' } },
  'next week': weekEnd(1),
  'end of next week': weekEnd(1),
  'this month': monthEnd(0),
  'end of the month': monthEnd(0),
  'end of this month': monthEnd(0),
  'end of month': monthEnd(0),
  'next month': monthEnd(1),
  'end of next month': monthEnd(1),
});

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const shortWeekdays = [['mon'], ['tue', 'tues'], ['wed', 'weds'], ['thu', 'thur', 'thurs'], ['fri'], ['sat'], ['sun']];
const months = [
  ...[['january', 'jan'], ['february', 'feb'], ['march', 'mar'], ['april', 'apr'], ['may'], ['june', 'jun']],
  ...[
    ['july', 'jul'],
    ['august', 'aug'],
    ['september', 'sep', 'sept'],
    ['october', 'oct'],
    ['november', 'nov'],
  ],
  ['december', 'dec'],
];
const numbers = [
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
];
const units: Readonly<Record<string, Unit>> = {
  ...{ minute: 'minute', minutes: 'minute', min: 'minute', mins: 'minute' },
  ...{ hour: 'hour', hours: 'hour', hr: 'hour', hrs: 'hour', day: 'day', days: 'day', week: 'week', weeks: 'week' },
  ...{ month: 'month', months: 'month', weekdays: 'open-day' },
};

/** "Sun" and "sat" are words of their own: as days they come after one of these. */
const beforeDay = ['by', 'on', 'before', 'next', 'this', 'until', 'till', 'coming', ',', 'end', 'of'];
const beforeHour = ['at', 'by', 'before', 'until', 'till', 'around', 'about', 'between', 'from', 'than'];
const ordinals = ['st', 'nd', 'rd', 'th'];

/** What is said of a moment from this word on, if anything. */
export function timeAtEn(tokens: Sentence, at: number): Hit | undefined {
  return (
    spanAt(tokens, at) ?? dateAt(tokens, at) ?? weekdayAt(tokens, at) ?? clockAt(tokens, at) ?? fixedAt(tokens, at)
  );
}

function fixedAt(tokens: Sentence, at: number): Hit | undefined {
  const found = phraseAt(fixed, tokens, at);
  return found && { ...found.means, from: at, until: found.until };
}

function weekdayAt(tokens: Sentence, at: number): Hit | undefined {
  const word = wordAt(tokens, at);
  const before = wordAt(tokens, at - 1);
  const short = beforeDay.includes(before) ? shortWeekdays.findIndex((names) => names.includes(word)) : -1;
  const weekday = Math.max(weekdays.indexOf(word), short) + 1;
  if (weekday === 0) return undefined;
  const which = before === 'next' ? 'next' : before === 'this' ? 'this' : 'coming';
  return { from: at, until: at + 1, day: { is: 'weekday', weekday, which } };
}

const monthAt = (tokens: Sentence, at: number) => months.findIndex((names) => names.includes(wordAt(tokens, at))) + 1;

function dayNumber(tokens: Sentence, at: number): { value: number; until: number; isOrdinal: boolean } | undefined {
  const value = digitsAt(tokens, at);
  if (value === undefined || value < 1 || value > 31) return undefined;
  const isOrdinal = isTouching(tokens, at) && ordinals.includes(wordAt(tokens, at + 1));
  return { value, until: at + (isOrdinal ? 2 : 1), isOrdinal };
}

function dateAt(tokens: Sentence, at: number): Hit | undefined {
  const written = writtenDateAt(tokens, at, true);
  if (written) return written;
  const month = monthAt(tokens, at);
  if (month > 0) {
    const number = dayNumber(tokens, at + 1);
    return number && dated(tokens, at, number.until, number.value, month);
  }
  const number = dayNumber(tokens, at);
  if (!number) return undefined;
  const inMonth = monthAt(tokens, wordAt(tokens, number.until) === 'of' ? number.until + 1 : number.until);
  if (inMonth > 0)
    return dated(tokens, at, number.until + (wordAt(tokens, number.until) === 'of' ? 2 : 1), number.value, inMonth);
  if (!number.isOrdinal || wordAt(tokens, at - 1) !== 'the') return undefined;
  return { from: at, until: number.until, day: { is: 'of-month', day: number.value } };
}

/** With its year where one follows. */
function dated(tokens: Sentence, from: number, until: number, inMonth: number, month: number): Hit {
  const yearAt = wordAt(tokens, until) === ',' ? until + 1 : until;
  const year = /^20\d\d$/.test(wordAt(tokens, yearAt)) ? Number(wordAt(tokens, yearAt)) : undefined;
  return { from, until: year ? yearAt + 1 : until, day: { is: 'date', day: inMonth, month, year } };
}

function countAt(tokens: Sentence, at: number): { value: number; until: number } | undefined {
  const word = wordAt(tokens, at);
  if (word === 'a' || word === 'an')
    return wordAt(tokens, at + 1) === 'couple'
      ? { value: 2, until: at + (wordAt(tokens, at + 2) === 'of' ? 3 : 2) }
      : { value: 1, until: at + 1 };
  const value = digitsAt(tokens, at) ?? numbers.indexOf(word);
  return value > 0 ? { value, until: at + 1 } : undefined;
}

const beforeSpan = ['in', 'within', 'next', 'than', 'about', 'around', 'inside', 'another'];

/** "In two hours", "within 2 to 3 working days", "24 hours from now". */
function spanAt(tokens: Sentence, at: number): Hit | undefined {
  let count = countAt(tokens, at);
  if (!count) return undefined;
  const upTo = ['to', '-', '–', 'or'].includes(wordAt(tokens, count.until)) && countAt(tokens, count.until + 1);
  if (upTo) count = upTo;
  const isWorking = ['working', 'business'].includes(wordAt(tokens, count.until));
  const unit = lookUp(units, wordAt(tokens, isWorking ? count.until + 1 : count.until));
  if (!unit) return undefined;
  const end = count.until + (isWorking ? 2 : 1);
  const fromHere = wordAt(tokens, end) === 'from' && ['now', 'today'].includes(wordAt(tokens, end + 1));
  if (!fromHere && !beforeSpan.includes(wordAt(tokens, at - 1))) return undefined;
  const said = fromNow(count.value, isWorking && unit === 'day' ? 'open-day' : unit);
  return { ...said, from: at, until: fromHere ? end + 2 : end };
}

const spokenHour = (tokens: Sentence, at: number) => {
  const hour = numbers.indexOf(wordAt(tokens, at));
  return hour > 0 ? { hour, minute: 0, until: at + 1 } : undefined;
};

function clockAt(tokens: Sentence, at: number): Hit | undefined {
  const turned = turnedAt(tokens, at);
  if (turned) return turned;
  const read = clockDigits(tokens, at) ?? spokenHour(tokens, at);
  if (!read) return undefined;
  // "Between 2 and 4 pm", "2-4 pm": by the later one.
  if (['and', 'to', '-', '–'].includes(wordAt(tokens, read.until))) {
    const later = clockAt(tokens, read.until + 1);
    if (later && !(later.clock?.bare && !beforeHour.includes(wordAt(tokens, at - 1)))) return { ...later, from: at };
  }
  const { hour, minute } = read;
  const half = wordAt(tokens, read.until);
  if ((half === 'am' || half === 'pm') && hour >= 1 && hour <= 12)
    return { from: at, until: read.until + 1, clock: { hour: (hour % 12) + (half === 'pm' ? 12 : 0), minute } };
  const isClock = read.until > at + 1 || half === "o'clock";
  const isHour = isClock || (hour > 0 && beforeHour.includes(wordAt(tokens, at - 1)) && !isCounted(tokens, read.until));
  if (!isHour)
    return isRanged(tokens, at) ? { from: at, until: read.until, clock: { hour, minute, bare: true } } : undefined;
  const until = read.until + (half === "o'clock" ? 1 : 0);
  return { from: at, until, clock: hour < 13 && hour > 0 ? { hour, minute, bare: true } : { hour, minute } };
}

/** The second of two hours. */
const isRanged = (tokens: Sentence, at: number) =>
  ['and', 'to', '-', '–'].includes(wordAt(tokens, at - 1)) && /^\d/.test(wordAt(tokens, at - 2));

/** "About 3 forms", "at 12 Main Street": a number that counts or names something. */
const isCounted = (tokens: Sentence, at: number) =>
  /^\p{L}/u.test(wordAt(tokens, at)) &&
  !['on', 'in', 'and', 'or', 'to', 'today', 'tomorrow', 'this', 'at', 'the', 'with', ...weekdays].includes(
    wordAt(tokens, at),
  );

/** "Half past three", "quarter to four". */
function turnedAt(tokens: Sentence, at: number): Hit | undefined {
  const minutes = lookUp({ half: 30, quarter: 15 }, wordAt(tokens, at));
  const turn = wordAt(tokens, at + 1);
  if (!minutes || (turn !== 'past' && turn !== 'to')) return undefined;
  const read = clockDigits(tokens, at + 2) ?? spokenHour(tokens, at + 2);
  if (!read) return undefined;
  const clock =
    turn === 'past' ? { hour: read.hour, minute: minutes } : { hour: read.hour - 1 || 12, minute: 60 - minutes };
  return { from: at, until: read.until, clock: { ...clock, bare: true } };
}
