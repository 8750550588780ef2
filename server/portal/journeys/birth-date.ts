import { dateFieldNames } from '../kit/index.ts';
import { type Trouble, type Typed, textOf } from './journey.ts';

export type DateWord = 'dateMissing' | 'dateNotReal' | 'dateYear' | 'dateFuture';

const digits = (text: string): number | undefined => {
  const plain = text.normalize('NFKC').trim();
  return /^\d{1,4}$/.test(plain) ? Number(plain) : undefined;
};

/** Three boxes as a date of birth, or what is wrong with them; neither when all three are empty. */
export function readBirthDate(
  typed: Typed | undefined,
  name: string,
  today: Temporal.PlainDate,
): { date?: string; trouble?: Trouble<DateWord> } {
  const names = dateFieldNames(name);
  const parts = [names.day, names.month, names.year].map((field) => textOf(typed, field).trim());
  if (parts.every((part) => part === '')) return {};
  const [day, month, year] = parts.map(digits);
  if (day === undefined || month === undefined || year === undefined)
    return { trouble: { field: name, word: 'dateNotReal' } };
  if (year < 1850) return { trouble: { field: names.year, word: 'dateYear' } };
  const date = realDate(year, month, day);
  if (!date) return { trouble: { field: name, word: 'dateNotReal' } };
  if (Temporal.PlainDate.compare(date, today) > 0) return { trouble: { field: name, word: 'dateFuture' } };
  return { date: date.toString() };
}

function realDate(year: number, month: number, day: number): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}
