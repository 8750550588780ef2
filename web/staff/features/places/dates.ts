import type { FacilityCalendar } from '../../../../server/modules/places/contract.ts';
import { language } from '../../../lib/language.ts';
import { clockWords, ofWeekday, wallClock, weekdayOf } from '../../../ui/week.ts';
import { words } from './words.ts';

/** `Thursday, December 24, 2026` */
export const dateWords = (date: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' }).format(Date.parse(`${date}T00:00:00Z`));

export const daysAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** What a caller asks first; undefined where nobody has said when it is open. */
export function openWords(calendar: FacilityCalendar, at: number): { open: boolean; said: string } | undefined {
  const { date, time } = wallClock(at, calendar.timeZone);
  const special = calendar.closures.find((one) => one.date === date);
  if (calendar.windows.length === 0 && !special) return undefined;
  const windows = special?.windows ?? ofWeekday(calendar.windows, weekdayOf(date));
  const now = windows.find((one) => one.opens <= time && time < one.closes);
  if (!now) return { open: false, said: special ? `${words.closedNow} · ${special.name}` : words.closedNow };
  const said = now.closes === '24:00' ? words.openAllDay : words.openUntil(clockWords(now.closes));
  return { open: true, said };
}
