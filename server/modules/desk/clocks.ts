/** Clocks that run only while a team is open. Pure; wall-clock times in, instants out. */

/** `HH:MM` to `HH:MM` (`24:00` is the end of the day); at or before its opening it closes on the day after. */
export interface DayWindow {
  readonly opens: string;
  readonly closes: string;
}

/**
 * Open whenever the clock on the wall of `timeZone` shows a time within a window: an hour that a change of the clocks
 * skips is not open, one that it repeats is open twice. A window belongs to the day on which it opens.
 */
export interface Calendar {
  readonly timeZone: string;
  /** Monday = 1. */
  readonly windows: readonly (DayWindow & { readonly weekday: number })[];
  /** Dates on which the week does not hold: these windows instead, none when it is closed. */
  readonly closures: readonly { readonly date: string; readonly windows?: readonly DayWindow[] }[];
}

type Span = readonly [from: number, until: number];

const minute = 60_000;
const day = 86_400_000;
/** Who is not open for so long has no hours at all. */
const furthest = 800 * day;

/** The first moment at which so many open minutes have passed; undefined when that does not come within two years. */
export function dueAt(asked: {
  start: Temporal.Instant;
  minutes: number;
  calendar: Calendar;
}): Temporal.Instant | undefined {
  const start = asked.start.epochMilliseconds;
  let left = asked.minutes * minute;
  if (left <= 0) return asked.start;
  for (const [from, until] of openSpans(asked.calendar, start, start + furthest)) {
    if (left <= until - from) return Temporal.Instant.fromEpochMilliseconds(Math.round(from + left));
    left -= until - from;
  }
  return undefined;
}

/** Open minutes from one moment to a later one, parts of minutes included; 0 when the later is not later. */
export function openMinutesBetween(start: Temporal.Instant, end: Temporal.Instant, calendar: Calendar): number {
  let open = 0;
  for (const [from, until] of openSpans(calendar, start.epochMilliseconds, end.epochMilliseconds)) open += until - from;
  return open / minute;
}

/** What is open between two moments, in order and without overlap. */
function* openSpans(calendar: Calendar, start: number, end: number): Generator<Span> {
  const onDay = opening(calendar);
  for (const { from, until, offset } of stretches(calendar.timeZone, start, end)) {
    // Within a stretch the wall clock runs evenly, so that its times can be counted like any others.
    for (let number = Math.floor((from + offset) / day); number * day < until + offset; number++) {
      for (const [opens, closes] of onDay(number)) {
        const span = [Math.max(from, opens - offset), Math.min(until, closes - offset)] as const;
        if (span[0] < span[1]) yield span;
      }
    }
  }
}

/** The time between two moments, cut where the clocks are changed. */
function* stretches(timeZone: string, start: number, end: number) {
  for (let from = start; from < end; ) {
    const here = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone);
    const change = here.getTimeZoneTransition('next')?.epochMilliseconds ?? Number.POSITIVE_INFINITY;
    const until = Math.min(end, change);
    yield { from, until, offset: here.offsetNanoseconds / 1_000_000 };
    from = until;
  }
}

/** What is open on a day (counted from 1970-01-01), in milliseconds of the wall clock, merged. */
function opening(calendar: Calendar): (number: number) => Span[] {
  const weeks = Map.groupBy(calendar.windows, (window) => window.weekday);
  const special = new Map(calendar.closures.map((one) => [dayNumber(one.date), one.windows ?? []]));
  const startingOn = (number: number): readonly DayWindow[] => special.get(number) ?? weeks.get(weekday(number)) ?? [];
  const spansFrom = (number: number) =>
    startingOn(number).map(({ opens, closes }): Span => {
      const from = millisecond(opens);
      const until = millisecond(closes);
      return [number * day + from, number * day + (until > from ? until : until + day)];
    });
  const known = new Map<number, Span[]>();
  return (number) => {
    const found = known.get(number);
    if (found) return found;
    const spans = [...spansFrom(number - 1), ...spansFrom(number)].map(
      ([from, until]): Span => [Math.max(from, number * day), Math.min(until, (number + 1) * day)],
    );
    const merged = merge(spans.filter(([from, until]) => from < until));
    known.set(number, merged);
    return merged;
  };
}

function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && span[0] <= last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], span[1])];
    else merged.push(span);
  }
  return merged;
}

const firstDay = Temporal.PlainDate.from('1970-01-01');
const dayNumber = (date: string) => firstDay.until(Temporal.PlainDate.from(date), { largestUnit: 'day' }).days;

/** 1970-01-01 was a Thursday. */
const weekday = (number: number) => ((((number + 3) % 7) + 7) % 7) + 1;

const millisecond = (clock: string) => (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))) * minute;
