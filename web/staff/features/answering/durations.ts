import { language } from '../../../lib/language.ts';

/** The server takes no more. */
const mostMinutes = 100_000;

export interface Typed {
  readonly hours: string;
  readonly minutes: string;
}

export const typedOf = (minutes: number): Typed => ({
  hours: String(Math.floor(minutes / 60)),
  minutes: String(minutes % 60),
});

/** Whole minutes; undefined for what is not a number, `NaN` never. */
export function minutesOf({ hours, minutes }: Typed): number | undefined {
  const parts = [hours.trim() || '0', minutes.trim() || '0'];
  if (!parts.every((part) => /^\d{1,5}$/.test(part))) return undefined;
  return Number(parts[0]) * 60 + Number(parts[1]);
}

export const isTooLong = (minutes: number): boolean => minutes > mostMinutes;

/** `2 hr 30 min`, in the words of the language. */
export function durationWords(minutes: number): string {
  const unit = (value: number, name: 'hour' | 'minute') =>
    new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'short' }).format(value);
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [...(hours > 0 ? [unit(hours, 'hour')] : []), ...(rest > 0 ? [unit(rest, 'minute')] : [])].join(' ');
}

const weekMs = 6 * 86_400_000;

/** The day and the time there, with its date where the weekday alone could be of another week. */
export function dayWords(at: string, since: string, timeZone: string): string {
  const far = Date.parse(at) - Date.parse(since) > weekMs;
  return new Intl.DateTimeFormat(language, {
    timeZone,
    weekday: 'long',
    hour: 'numeric',
    minute: '2-digit',
    ...(far && { day: 'numeric', month: 'long' }),
  }).format(Date.parse(at));
}
