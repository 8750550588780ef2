import { language } from '../lib/language.ts';

/** Wall-clock `HH:MM`; `24:00` is the end of the day. While somebody types it may be anything. */
export interface Times {
  readonly opens: string;
  readonly closes: string;
}
/** The same on a weekday, Monday = 1. */
export interface WeekdayTimes extends Times {
  readonly weekday: number;
}

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

const pad = (count: number) => String(count).padStart(2, '0');

/** What somebody typed as a time of day, as `HH:MM`: `8`, `8:30`, `0830`, `8.30`, `5 pm`. */
export function readClock(typed: string): string | undefined {
  const found = /^(\d{1,2})(?:[:.h]?(\d{2}))?\s*(?:([ap])\.?\s*m?\.?)?$/i.exec(typed.trim());
  if (!found) return undefined;
  const half = found[3]?.toLowerCase();
  const said = Number(found[1]);
  if (half && (said < 1 || said > 12)) return undefined;
  const hour = half ? (said % 12) + (half === 'p' ? 12 : 0) : said;
  const minute = Number(found[2] ?? 0);
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return undefined;
  return `${pad(hour)}:${pad(minute)}`;
}

export interface TimesTrouble {
  readonly field: 'opens' | 'closes';
  readonly kind: 'unreadable' | 'not-later' | 'overlaps';
}

/** What is wrong with each of the times of one day; of two that overlap, the later one is told. */
export function troublesOf(times: readonly Times[]): (TimesTrouble | undefined)[] {
  const read = times.map((one) => ({ opens: readClock(one.opens), closes: readClock(one.closes) }));
  return read.map(({ opens, closes }, at) => {
    if (opens === undefined || opens === '24:00') return { field: 'opens', kind: 'unreadable' };
    if (closes === undefined) return { field: 'closes', kind: 'unreadable' };
    if (opens >= closes) return { field: 'closes', kind: 'not-later' };
    const overlaps = read.some(
      (other, place) =>
        place !== at &&
        other.opens !== undefined &&
        other.closes !== undefined &&
        (other.opens < opens || (other.opens === opens && place < at)) &&
        other.closes > opens,
    );
    return overlaps ? { field: 'opens', kind: 'overlaps' } : undefined;
  });
}

const readTimes = <T extends Times>(times: readonly T[]): T[] =>
  times.map((one) => ({ ...one, opens: readClock(one.opens) ?? '', closes: readClock(one.closes) ?? '' }));

/** As they are saved, in their order; undefined while something is wrong. */
export function readDay<T extends Times>(times: readonly T[]): T[] | undefined {
  if (troublesOf(times).some(Boolean)) return undefined;
  return readTimes(times).toSorted((one, other) => one.opens.localeCompare(other.opens));
}

export const ofWeekday = <T extends WeekdayTimes>(windows: readonly T[], weekday: number): T[] =>
  windows.filter((one) => one.weekday === weekday);

export function readWeek<T extends WeekdayTimes>(windows: readonly T[]): T[] | undefined {
  const days = weekdays.map((weekday) => readDay(ofWeekday(windows, weekday)));
  return days.every((day) => day !== undefined) ? days.flat() : undefined;
}

/** What is added to a day: office hours, or the rest of the day an hour after what is there. */
export function nextTimes(times: readonly Times[]): Times {
  const last = readDay(times)?.at(-1);
  if (!last) return { opens: '09:00', closes: '17:00' };
  const hour = Number(last.closes.slice(0, 2)) + 1;
  return hour > 22
    ? { opens: '', closes: '' }
    : { opens: `${pad(hour)}:00`, closes: `${pad(Math.min(hour + 4, 24))}:00` };
}

/** A time of day as the reader writes it: `5:00 PM`, `17:00`. What is no time stays as it was typed. */
export function clockWords(clock: string): string {
  const [hour, minute] = clock.split(':').map(Number);
  if (!/^\d\d:\d\d$/.test(clock) || hour === undefined || hour > 23) return clock;
  const format = new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
  return format.format(Date.UTC(2026, 0, 1, hour, minute));
}

export const weekdayWords = (weekday: number): string =>
  new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, 10, 22 + weekday));

interface WallClock {
  readonly date: string;
  readonly time: string;
}

/** What the clock on the wall of a zone shows at a moment. */
export function wallClock(at: number, timeZone: string): WallClock {
  const options = { timeZone, hourCycle: 'h23', dateStyle: 'short', timeStyle: 'short' } as const;
  // Swedish writes dates as the standard does.
  const [date = '', time = ''] = new Intl.DateTimeFormat('sv', options).format(at).split(' ');
  return { date, time };
}

/** Monday = 1. */
export const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
