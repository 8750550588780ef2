import type { Language } from './language.ts';

/** Whose clock and calendar a moment is told by: `zone` is an IANA name, `region` a country code (US, GB, ES …). */
export type Clock = { language: Language; zone: string; region?: string | undefined };

const dateFormats = new Map<string, Intl.DateTimeFormat>();
const relativeFormats = new Map<string, Intl.RelativeTimeFormat>();

const localeOf = ({ language, region }: Clock) => (region ? `${language}-${region}` : language);

function dateFormat(clock: Clock, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([localeOf(clock), clock.zone, options]);
  const known = dateFormats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(localeOf(clock), { timeZone: clock.zone, ...options });
  dateFormats.set(key, made);
  return made;
}

// The month is a word, so that no reader has to guess whether 4/5 is in April or in May.
const longDay = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
const shortDay = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const timeOfDay = { hour: 'numeric', minute: '2-digit' } as const;

/** A calendar day ("the 3rd") has no zone and must not move when it is shown in one. */
function told(moment: Temporal.Instant | Temporal.PlainDate, clock: Clock, options: Intl.DateTimeFormatOptions) {
  if (moment instanceof Temporal.Instant) return dateFormat(clock, options).format(moment.epochMilliseconds);
  const atNoon = moment.toZonedDateTime({ timeZone: 'UTC', plainTime: '12:00' }).epochMilliseconds;
  return dateFormat({ ...clock, zone: 'UTC' }, options).format(atNoon);
}

/** "Tuesday, March 3, 2026" */
export const formatDate = (moment: Temporal.Instant | Temporal.PlainDate, clock: Clock) => told(moment, clock, longDay);

/** "Mar 3, 2026" */
export const formatShortDate = (moment: Temporal.Instant | Temporal.PlainDate, clock: Clock) =>
  told(moment, clock, shortDay);

/** "9:30 AM" */
export const formatTime = (moment: Temporal.Instant, clock: Clock) => told(moment, clock, timeOfDay);

/** "Tuesday, March 3, 2026 at 9:30 AM" */
export const formatDayAndTime = (moment: Temporal.Instant, clock: Clock) =>
  dateFormat(clock, { dateStyle: 'full', timeStyle: 'short' }).format(moment.epochMilliseconds);

const steps: readonly { unit: Intl.RelativeTimeFormatUnit; seconds: number; below: number }[] = [
  { unit: 'minute', seconds: 60, below: 3_600 },
  { unit: 'hour', seconds: 3_600, below: 86_400 },
];

/**
 * "5 minutes ago", "in 2 hours", "yesterday", "in 3 days". From a day on it counts days of the calendar, as people
 * do: eleven at night was yesterday at one in the morning of the day after.
 */
export function formatRelative(moment: Temporal.Instant, now: Temporal.Instant, clock: Clock): string {
  const key = localeOf(clock);
  const format = relativeFormats.get(key) ?? new Intl.RelativeTimeFormat(key, { numeric: 'auto' });
  relativeFormats.set(key, format);
  const seconds = Math.trunc((moment.epochMilliseconds - now.epochMilliseconds) / 1_000);
  if (Math.abs(seconds) < 60) return format.format(0, 'second');
  const dayOf = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(clock.zone).toPlainDate();
  const days = dayOf(now).until(dayOf(moment)).days;
  const step =
    days === 0 || Math.abs(seconds) < 3_600 ? steps.find(({ below }) => Math.abs(seconds) < below) : undefined;
  return step ? format.format(Math.trunc(seconds / step.seconds), step.unit) : format.format(days, 'day');
}
