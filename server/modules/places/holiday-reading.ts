import ICAL from 'ical.js';

export interface HolidayTask {
  readonly text: string;
  /** The facility's; times without a zone are on its clock, and every time is brought onto it. */
  readonly timeZone: string;
  /** `YYYY-MM-DD`, both included. */
  readonly from: string;
  readonly until: string;
}

/** Hours taken from a date, in minutes of the facility's wall clock; a whole day is 0 to 1440. */
export interface Holiday {
  readonly date: string;
  readonly fromMinute: number;
  readonly untilMinute: number;
  readonly name: string;
}

export type HolidayAnswer =
  | { readonly ok: true; readonly days: readonly Holiday[] }
  | { readonly ok: false; readonly reason: 'not-a-calendar' | 'too-many' | 'nothing-found' };

const mostEvents = 5_000;
const mostDays = 5_000;
const mostOccurrences = 100_000;
/** Longer than any holiday; an event of years is a mistake of whoever wrote it. */
const longestDays = 120;
const tooOften = new Set(['SECONDLY', 'MINUTELY', 'HOURLY']);

/** Reads the closed days of an iCalendar text (RFC 5545). May take as long as the text wants: run it where it can be stopped. */
export function readHolidays(task: HolidayTask): HolidayAnswer {
  const calendars = parse(task.text);
  if (!calendars) return { ok: false, reason: 'not-a-calendar' };
  const components = calendars.flatMap((calendar) => calendar.getAllSubcomponents('vevent'));
  if (components.length > mostEvents) return { ok: false, reason: 'too-many' };
  const days = new Map<string, Holiday>();
  const left = { occurrences: mostOccurrences };
  for (const event of withExceptions(components)) {
    for (const day of daysOf(event, task, left)) {
      days.set(`${day.date} ${day.fromMinute} ${day.untilMinute}`, day);
      if (days.size > mostDays) return { ok: false, reason: 'too-many' };
    }
    if (left.occurrences <= 0) return { ok: false, reason: 'too-many' };
  }
  if (days.size === 0) return { ok: false, reason: 'nothing-found' };
  return { ok: true, days: [...days.values()] };
}

function parse(text: string): ICAL.Component[] | undefined {
  try {
    const parsed = ICAL.parse(text.replace(/^\uFEFF/, '')) as unknown[];
    const all = typeof parsed[0] === 'string' ? [parsed] : parsed;
    const calendars = all.map((it) => new ICAL.Component(it as never));
    return calendars.length > 0 && calendars.every((it) => it.name === 'vcalendar') ? calendars : undefined;
  } catch {
    return undefined;
  }
}

/** Events that repeat, each told of those of its occurrences that were moved (RECURRENCE-ID). */
function withExceptions(components: readonly ICAL.Component[]): ICAL.Event[] {
  const events = components.flatMap((component) => {
    const cancelled = String(component.getFirstPropertyValue('status') ?? '').toUpperCase() === 'CANCELLED';
    const moved = component.hasProperty('recurrence-id');
    return component.hasProperty('dtstart') && (!cancelled || moved) ? [new ICAL.Event(component)] : [];
  });
  const masters = events.filter((it) => !it.isRecurrenceException());
  const byUid = new Map(masters.map((it) => [it.uid, it]));
  for (const moved of events.filter((it) => it.isRecurrenceException())) byUid.get(moved.uid)?.relateException(moved);
  return masters;
}

function daysOf(event: ICAL.Event, task: HolidayTask, left: { occurrences: number }): Holiday[] {
  try {
    if (!event.isRecurring()) return stretch(event, event.startDate, event.endDate, task);
    const rules = event.component.getAllProperties('rrule').map((it) => it.getFirstValue() as ICAL.Recur);
    if (rules.some((rule) => tooOften.has(rule.freq))) return [];
    const days: Holiday[] = [];
    const earliest = dayBefore(task.from, longestDays + 2);
    const iterator = event.iterator();
    for (let next = iterator.next(); next && isoDate(next) <= task.until; next = iterator.next()) {
      if (--left.occurrences <= 0) break;
      // Finding out what an occurrence became is dear; one that is long past cannot matter, however long it lasts.
      if (isoDate(next) < earliest) continue;
      const { item, startDate, endDate } = event.getOccurrenceDetails(next);
      if (String(item.component.getFirstPropertyValue('status') ?? '').toUpperCase() === 'CANCELLED') continue;
      days.push(...stretch(item, startDate, endDate, task));
    }
    return days;
  } catch {
    // One event that makes no sense does not take the others with it.
    return [];
  }
}

const dayBefore = (date: string, days: number) => Temporal.PlainDate.from(date).subtract({ days }).toString();
const isoDate = (time: ICAL.Time) => plainDate(time).toString();
const plainDate = (time: ICAL.Time) => Temporal.PlainDate.from({ year: time.year, month: time.month, day: time.day });

/** The dates that an occurrence touches, with the hours it takes from each. */
function stretch(event: ICAL.Event, start: ICAL.Time, end: ICAL.Time, task: HolidayTask): Holiday[] {
  const name = (event.summary ?? '').trim().slice(0, 200).replaceAll('\0', '') || 'Holiday';
  const [from, to] = start.isDate
    ? [plainDate(start).toPlainDateTime(), lastDay(start, end).toPlainDateTime()]
    : [onTheClock(event, start, task.timeZone), onTheClock(event, end, task.timeZone)];
  const days: Holiday[] = [];
  let date = from.toPlainDate();
  for (let n = 0; n < longestDays && Temporal.PlainDateTime.compare(date.toPlainDateTime(), to) < 0; n++) {
    const fromMinute = date.equals(from.toPlainDate()) ? from.hour * 60 + from.minute : 0;
    const untilMinute = date.equals(to.toPlainDate()) ? to.hour * 60 + to.minute + (to.second > 0 ? 1 : 0) : 1440;
    const iso = date.toString();
    if (fromMinute < untilMinute && iso >= task.from && iso <= task.until)
      days.push({ date: iso, fromMinute, untilMinute, name });
    date = date.add({ days: 1 });
  }
  return days;
}

/** The end of whole days is not included; an end that is no later than the start means the one day. */
function lastDay(start: ICAL.Time, end: ICAL.Time | null): Temporal.PlainDate {
  const next = plainDate(start).add({ days: 1 });
  const said = end ? plainDate(end) : next;
  return Temporal.PlainDate.compare(said, next) < 0 ? next : said;
}

function onTheClock(event: ICAL.Event, time: ICAL.Time, timeZone: string): Temporal.PlainDateTime {
  const { year, month, day, hour, minute, second } = time;
  const plain = Temporal.PlainDateTime.from({ year, month, day, hour, minute, second });
  const zone = time.zone;
  const named = event.component.getFirstProperty('dtstart')?.getFirstParameter('tzid');
  const known = zone?.tzid === 'UTC' ? 'UTC' : [named, zone?.tzid].find((it) => it !== undefined && isZone(it));
  if (known) return plain.toZonedDateTime(known).withTimeZone(timeZone).toPlainDateTime();
  // A zone only the file itself knows ("Eastern Standard Time"): its VTIMEZONE says what it means.
  if (zone && zone.tzid !== 'floating')
    return Temporal.Instant.fromEpochMilliseconds(time.toUnixTime() * 1000)
      .toZonedDateTimeISO(timeZone)
      .toPlainDateTime();
  return plain;
}

function isZone(name: string): boolean {
  if (!name.includes('/')) return false;
  try {
    Temporal.PlainDateTime.from('2000-01-01').toZonedDateTime(name);
    return true;
  } catch {
    return false;
  }
}
