import type { PartOfDay, Said } from './moments.ts';
import { type Sentence, startsWith, wordAt } from './tokens.ts';

/** Something said about a moment, and the words that say it. */
export interface Hit extends Said {
  readonly from: number;
  readonly until: number;
}

/** Fixed phrases by their first word, the longest first. */
export type Phrases<T> = ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly means: T }[]>;

export function phrasesOf<T>(table: Readonly<Record<string, T>>): Phrases<T> {
  const all = Object.entries(table).map(([phrase, means]) => ({ words: phrase.split(' '), means }));
  const longestFirst = all.toSorted((a, b) => b.words.length - a.words.length);
  return Map.groupBy(longestFirst, ({ words }) => words[0] ?? '');
}

export function phraseAt<T>(
  phrases: Phrases<T>,
  tokens: Sentence,
  at: number,
): { means: T; until: number } | undefined {
  const found = phrases.get(wordAt(tokens, at))?.find(({ words }) => startsWith(tokens, at, words));
  return found && { means: found.means, until: at + found.words.length };
}

export const day = (days: number): Said => ({ day: { is: 'plus', days } });
export const part = (name: PartOfDay): Said => ({ part: name });
export const dayAndPart = (days: number, name: PartOfDay): Said => ({ ...day(days), ...part(name) });
export const weekEnd = (weeks: number): Said => ({ day: { is: 'week-end', weeks } });
export const monthEnd = (months: number): Said => ({ day: { is: 'month-end', months } });

export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'open-day';

/** So many of a unit from now: minutes and hours by the clock, the rest by the end of its day. */
export function fromNow(count: number, unit: Unit): Said {
  if (unit === 'minute') return { minutes: count };
  if (unit === 'hour') return { minutes: count * 60 };
  if (unit === 'open-day') return { day: { is: 'open-days', days: count } };
  if (unit === 'month') return { day: { is: 'plus-months', months: count } };
  return { day: { is: 'plus', days: unit === 'week' ? count * 7 : count } };
}

/** `3:30`, `3.30`, `15:00`, `3`; what comes after it is read by the language. */
export function clockDigits(tokens: Sentence, at: number): { hour: number; minute: number; until: number } | undefined {
  const hour = /^\d{1,2}$/.test(wordAt(tokens, at)) ? Number(wordAt(tokens, at)) : undefined;
  if (hour === undefined || hour > 23) return undefined;
  const [sign, next] = [tokens[at + 1], tokens[at + 2]];
  const isJoined = sign && next && sign.from === tokens[at]?.until && next.from === sign.until;
  if (isJoined && /^[:.]$/.test(sign.raw) && /^[0-5]\d$/.test(next.word))
    return { hour, minute: Number(next.word), until: at + 3 };
  return { hour, minute: 0, until: at + 1 };
}

/** `12/3`, `3/12/2026`, `2026-12-03`; which of two small numbers is the month depends on where one lives. */
export function writtenDateAt(tokens: Sentence, at: number, monthFirst: boolean): Hit | undefined {
  const numbers: number[] = [];
  let until = at;
  let sign: string | undefined;
  for (;;) {
    if (!/^\d{1,4}$/.test(wordAt(tokens, until))) return undefined;
    numbers.push(Number(wordAt(tokens, until)));
    const next = tokens[until + 1];
    const isJoined = next && next.from === tokens[until]?.until && tokens[until + 2]?.from === next.until;
    until++;
    if (!isJoined || numbers.length === 3 || !/^[/-]$/.test(next.raw) || (sign && sign !== next.raw)) break;
    if (!/^\d/.test(wordAt(tokens, until + 1))) break;
    sign = next.raw;
    until++;
  }
  const [first = 0, second = 0, third] = numbers;
  if (numbers.length < 2 || (sign === '-' && numbers.length < 3)) return undefined;
  if (first > 31) return { from: at, until, day: { is: 'date', year: first, month: second, day: third ?? 0 } };
  const isMonthFirst = second > 12 || (first <= 12 && monthFirst);
  const [month, inMonth] = isMonthFirst ? [first, second] : [second, first];
  if (month > 12 || month < 1 || inMonth > 31 || inMonth < 1) return undefined;
  const unsure = first <= 12 && second <= 12 && first !== second;
  return { from: at, until, day: { is: 'date', day: inMonth, month, year: third }, unsure };
}
