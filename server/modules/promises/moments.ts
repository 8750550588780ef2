/** What times of day mean where nobody says a clock: by when somebody who was told so has waited long enough. */
export const partsOfDay = {
  firstThing: '10:00',
  morning: '12:00',
  noon: '12:00',
  lunch: '13:00',
  afternoon: '17:00',
  /** Also of a day alone: "by Tuesday" is by the end of its working day. */
  endOfDay: '17:00',
  evening: '20:00',
  night: '21:00',
  midnight: '23:59',
} as const;
export type PartOfDay = keyof typeof partsOfDay;

export type Day =
  | { readonly is: 'plus'; readonly days: number }
  /** `coming`: the next one after today · `this`: today counts · `next`: of the week after this one. */
  | { readonly is: 'weekday'; readonly weekday: number; readonly which: 'coming' | 'this' | 'next' }
  | { readonly is: 'date'; readonly day: number; readonly month: number; readonly year?: number | undefined }
  /** "The 3rd". */
  | { readonly is: 'of-month'; readonly day: number }
  /** The Friday of this week, or of a later one. */
  | { readonly is: 'week-end'; readonly weeks: number }
  | { readonly is: 'sunday' }
  | { readonly is: 'month-end'; readonly months: number }
  | { readonly is: 'plus-months'; readonly months: number }
  /** Working days, not counting today. */
  | { readonly is: 'open-days'; readonly days: number };

export interface Clock {
  readonly hour: number;
  readonly minute: number;
  /** Without am or pm: three is in the afternoon, eight in the morning. */
  readonly bare?: true;
}

/** What is said of a moment, in pieces that stand together. */
export interface Said {
  readonly day?: Day | undefined;
  readonly clock?: Clock | undefined;
  readonly part?: PartOfDay | undefined;
  readonly minutes?: number | undefined;
  /** More than one reading is likely: somebody should look. */
  readonly unsure?: boolean | undefined;
}

export interface Calendar {
  readonly now: Temporal.Instant;
  readonly timeZone: string;
  readonly isOpenDay: (date: Temporal.PlainDate) => boolean;
}

export const mondayToFriday = (date: Temporal.PlainDate): boolean => date.dayOfWeek <= 5;

/** When it is, on the clock of that zone; no moment where it is over already or no such day exists. */
export function momentOf(said: Said, before: boolean, calendar: Calendar) {
  const { now, timeZone } = calendar;
  if (said.minutes !== undefined) return { at: now.add({ minutes: said.minutes }), unsure: false };
  const here = now.toZonedDateTimeISO(timeZone);
  const today = here.toPlainDate();
  const date = said.day ? dateOf(said.day, today, calendar) : today;
  if (!date) return { at: null, unsure: true };
  const isWhole = !said.clock && !said.part;
  const on = before && isWhole && said.day ? date.subtract({ days: 1 }) : date;
  const time = timeOf(said);
  const at = on.toZonedDateTime({ timeZone, plainTime: time });
  const unsure = said.unsure === true || said.clock?.bare === true || isDoubtful(said.day, today);
  if (isAfter(at, here)) return { at: at.toInstant(), unsure };
  // A clock alone that has gone by today is tomorrow's; "today" after hours lasts until midnight.
  if (!said.day) return { at: on.add({ days: 1 }).toZonedDateTime({ timeZone, plainTime: time }).toInstant(), unsure };
  const midnight = on.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(partsOfDay.midnight) });
  return isWhole && isAfter(midnight, here) ? { at: midnight.toInstant(), unsure: true } : { at: null, unsure: true };
}

/** "Tuesday" on a Tuesday, and "next Friday" while this week's has yet to come. */
function isDoubtful(day: Day | undefined, today: Temporal.PlainDate): boolean {
  if (day?.is !== 'weekday') return false;
  return day.which === 'next'
    ? day.weekday > today.dayOfWeek
    : day.which === 'coming' && day.weekday === today.dayOfWeek;
}

const isAfter = (one: Temporal.ZonedDateTime, other: Temporal.ZonedDateTime) =>
  Temporal.ZonedDateTime.compare(one, other) > 0;

function timeOf({ clock, part }: Said): Temporal.PlainTime {
  if (!clock) return Temporal.PlainTime.from(partsOfDay[part ?? 'endOfDay']);
  return new Temporal.PlainTime(hourOf(clock, part), clock.minute);
}

const late: readonly (PartOfDay | undefined)[] = ['afternoon', 'evening', 'night', 'endOfDay'];

function hourOf({ hour, bare }: Clock, part: PartOfDay | undefined): number {
  if (!bare || hour > 12) return hour;
  if (late.includes(part)) return hour === 12 ? 12 : hour + 12;
  if (part === 'morning' || part === 'firstThing') return hour;
  return hour < 7 ? hour + 12 : hour;
}

function dateOf(day: Day, today: Temporal.PlainDate, { isOpenDay }: Calendar): Temporal.PlainDate | undefined {
  switch (day.is) {
    case 'plus':
      return today.add({ days: day.days });
    case 'plus-months':
      return today.add({ months: day.months });
    case 'weekday':
      return weekdayFrom(today, day.weekday, day.which);
    case 'week-end':
      return weekdayFrom(today, 5, 'this').add({ weeks: day.weeks });
    case 'sunday':
      return weekdayFrom(today, 7, 'this');
    case 'month-end': {
      const month = today.toPlainYearMonth().add({ months: day.months });
      return month.toPlainDate({ day: month.daysInMonth });
    }
    case 'of-month': {
      const month = today.toPlainYearMonth();
      const here = day.day > today.day ? month : month.add({ months: 1 });
      return day.day <= here.daysInMonth ? here.toPlainDate({ day: day.day }) : undefined;
    }
    case 'date':
      return writtenDate(day, today);
    case 'open-days':
      return openDayAfter(today, day.days, isOpenDay);
  }
}

function weekdayFrom(today: Temporal.PlainDate, weekday: number, which: 'coming' | 'this' | 'next') {
  if (which === 'next') return today.add({ days: 7 - today.dayOfWeek + weekday });
  const days = (weekday - today.dayOfWeek + 7) % 7;
  return today.add({ days: which === 'coming' && days === 0 ? 7 : days });
}

/** The next one of its name, unless a year is said; one that is over is no promise. */
function writtenDate({ day, month, year }: Extract<Day, { is: 'date' }>, today: Temporal.PlainDate) {
  const inYear = (wanted: number) => {
    try {
      return Temporal.PlainDate.from({ year: wanted, month, day }, { overflow: 'reject' });
    } catch {
      return undefined;
    }
  };
  if (year !== undefined) return inYear(year < 100 ? 2000 + year : year);
  const soon = inYear(today.year);
  return soon && Temporal.PlainDate.compare(soon, today) >= 0 ? soon : inYear(today.year + 1);
}

/** A year of closed days is no calendar. */
const furthest = 400;

function openDayAfter(today: Temporal.PlainDate, days: number, isOpenDay: Calendar['isOpenDay']) {
  let date = today;
  let left = days;
  for (let step = 0; step < furthest && left > 0; step++) {
    date = date.add({ days: 1 });
    if (isOpenDay(date)) left--;
  }
  return left === 0 ? date : undefined;
}
