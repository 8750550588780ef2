import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Calendar, type DayWindow, dueAt, openMinutesBetween } from './clocks.ts';

const officeHours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '17:00' }));
const office: Calendar = { timeZone: 'America/New_York', windows: officeHours, closures: [] };
const at = (text: string) => Temporal.Instant.from(text);
const due = (start: string, minutes: number, calendar: Calendar = office) =>
  dueAt({ start: at(start), minutes, calendar })?.toString();

describe('a due time', () => {
  it.each([
    ['within the day', '2026-11-24T15:00:00Z', 60, '2026-11-24T16:00:00Z'],
    ['from the evening to the morning', '2026-11-24T23:30:00Z', 30, '2026-11-25T14:30:00Z'],
    ['over a weekend', '2026-11-27T21:30:00Z', 60, '2026-11-30T14:30:00Z'],
    ['at closing time rather than at the next opening', '2026-11-24T21:00:00Z', 60, '2026-11-24T22:00:00Z'],
    ['over the night in which the clocks go forward', '2026-03-06T21:00:00Z', 120, '2026-03-09T14:00:00Z'],
    ['of nothing is now', '2026-11-28T12:00:00Z', 0, '2026-11-28T12:00:00Z'],
  ])('%s', (_name, start, minutes, expected) => expect(due(start, minutes)).toBe(expected));

  it('passes over holidays and keeps to their special hours', () => {
    const closures = [
      { date: '2026-11-26', windows: [] },
      { date: '2026-11-27', windows: [{ opens: '10:00', closes: '12:00' }] },
    ];
    expect(due('2026-11-25T21:30:00Z', 60, { ...office, closures })).toBe('2026-11-27T15:30:00Z');
    expect(due('2026-11-25T21:30:00Z', 180, { ...office, closures })).toBe('2026-11-30T14:30:00Z');
  });

  it('knows several windows a day and windows over midnight', () => {
    const windows = [
      { weekday: 2, opens: '08:00', closes: '12:00' },
      { weekday: 2, opens: '13:00', closes: '15:00' },
      { weekday: 2, opens: '22:00', closes: '02:00' },
    ];
    const calendar = { timeZone: 'UTC', windows, closures: [] };
    expect(due('2026-11-24T11:30:00Z', 60, calendar)).toBe('2026-11-24T13:30:00Z');
    expect(due('2026-11-24T15:00:00Z', 180, calendar)).toBe('2026-11-25T01:00:00Z');
  });

  it('does not come where nobody is ever there', () => {
    expect(due('2026-11-24T15:00:00Z', 1, { ...office, windows: [] })).toBeUndefined();
  });

  it('skips the hour that is not there and counts twice the one that comes twice', () => {
    const nights = [{ weekday: 7, opens: '01:00', closes: '03:00' }];
    const calendar = { timeZone: 'America/New_York', windows: nights, closures: [] };
    const open = (from: string, until: string) => openMinutesBetween(at(from), at(until), calendar);
    expect(open('2026-03-08T00:00:00Z', '2026-03-09T00:00:00Z')).toBe(60);
    expect(open('2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z')).toBe(180);
    expect(open('2026-11-08T00:00:00Z', '2026-11-09T00:00:00Z')).toBe(120);
  });
});

/** The same rule said once more as slowly as possible: look at the wall, minute by minute. */
function isOpen(moment: Temporal.Instant, { timeZone, windows, closures }: Calendar): boolean {
  const wall = moment.toZonedDateTimeISO(timeZone);
  const now = wall.hour * 60 + wall.minute;
  const windowsOf = (date: Temporal.PlainDate): readonly DayWindow[] => {
    const closure = closures.find((one) => one.date === date.toString());
    return closure ? (closure.windows ?? []) : windows.filter((one) => one.weekday === date.dayOfWeek);
  };
  const read = (clock: string) => {
    const [hours, minutes] = clock.split(':').map(Number);
    return hours! * 60 + minutes!;
  };
  const today = wall.toPlainDate();
  const isToday = windowsOf(today).some(({ opens, closes }) =>
    read(closes) > read(opens) ? read(opens) <= now && now < read(closes) : read(opens) <= now,
  );
  const isSinceYesterday = windowsOf(today.subtract({ days: 1 })).some(
    ({ opens, closes }) => read(closes) <= read(opens) && now < read(closes),
  );
  return isToday || isSinceYesterday;
}

// Changes of the clocks by an hour, by half an hour, at midnight, on a Friday, and none at all.
const changes: readonly (readonly [zone: string, near: string])[] = [
  ['America/New_York', '2026-03-08T00:00:00Z'],
  ['America/New_York', '2026-11-01T00:00:00Z'],
  ['America/Los_Angeles', '2026-03-08T04:00:00Z'],
  ['America/St_Johns', '2026-11-01T00:00:00Z'],
  ['America/Havana', '2026-03-08T00:00:00Z'],
  ['America/Havana', '2026-11-01T00:00:00Z'],
  ['America/Santiago', '2026-04-05T00:00:00Z'],
  ['America/Santiago', '2026-09-06T00:00:00Z'],
  ['America/Asuncion', '2024-03-24T00:00:00Z'],
  ['America/Sao_Paulo', '2018-11-04T00:00:00Z'],
  ['Europe/London', '2026-03-29T00:00:00Z'],
  ['Europe/Madrid', '2026-10-25T00:00:00Z'],
  ['Asia/Beirut', '2026-03-29T00:00:00Z'],
  ['Africa/Cairo', '2026-04-24T00:00:00Z'],
  ['Australia/Lord_Howe', '2026-04-04T12:00:00Z'],
  ['Australia/Lord_Howe', '2026-10-03T12:00:00Z'],
  ['Pacific/Auckland', '2026-09-26T12:00:00Z'],
  ['Pacific/Apia', '2011-12-30T10:00:00Z'],
  ['Asia/Kathmandu', '2026-03-08T00:00:00Z'],
  ['UTC', '2026-03-08T00:00:00Z'],
];

/** Looking for a smaller example minute by minute would take longer than anyone waits. */
const atOnce = { endOnFailure: true };

const pad = (value: number) => String(value).padStart(2, '0');
const clock = fc.tuple(fc.nat(23), fc.constantFrom(0, 15, 30, 59)).map(([h, m]) => `${pad(h)}:${pad(m)}`);
const window = fc.record({ opens: clock, closes: fc.oneof(clock, fc.constant('24:00')) });
const calendarNear = ([timeZone, near]: (typeof changes)[number]) =>
  fc.record({
    timeZone: fc.constant(timeZone),
    windows: fc
      .array(fc.tuple(fc.integer({ min: 1, max: 7 }), window), { maxLength: 9 })
      .map((pairs) => pairs.map(([weekday, hours]) => ({ weekday, ...hours }))),
    closures: fc.uniqueArray(
      fc.record({
        date: fc
          .integer({ min: -2, max: 3 })
          .map((days) => at(near).toZonedDateTimeISO(timeZone).toPlainDate().add({ days }).toString()),
        windows: fc.array(window, { maxLength: 2 }),
      }),
      { maxLength: 2, selector: (one) => one.date },
    ),
  });
const minutesAround = fc.integer({ min: -2_900, max: 1_500 });

describe('minute by minute', () => {
  it.each(changes)('the open minutes in %s near %s are those that the wall clock shows', (...change) => {
    fc.assert(
      fc.property(calendarNear(change), minutesAround, fc.integer({ min: 0, max: 3_200 }), (calendar, from, length) => {
        const start = at(change[1]).add({ minutes: from });
        let seen = 0;
        for (let minute = 0; minute < length; minute++) if (isOpen(start.add({ minutes: minute }), calendar)) seen++;
        expect(openMinutesBetween(start, start.add({ minutes: length }), calendar)).toBe(seen);
      }),
      { numRuns: 12, ...atOnce },
    );
  });

  it.each(changes)('a due time in %s near %s is the first moment at which they have passed', (...change) => {
    fc.assert(
      fc.property(calendarNear(change), minutesAround, fc.integer({ min: 1, max: 900 }), (calendar, from, minutes) => {
        const start = at(change[1]).add({ minutes: from });
        const found = dueAt({ start, minutes, calendar });
        if (!found || start.until(found).total('minutes') > 6_000) return;
        let left = minutes;
        let moment = start;
        for (; left > 0; moment = moment.add({ minutes: 1 })) if (isOpen(moment, calendar)) left--;
        expect(found.toString()).toBe(moment.toString());
      }),
      { numRuns: 10, ...atOnce },
    );
  });

  it('open minutes add up, and a later start is never due earlier', () => {
    const anywhere = fc.constantFrom(...changes).chain((change) => fc.tuple(fc.constant(change), calendarNear(change)));
    const steps = fc.tuple(fc.nat(90_000), fc.nat(90_000));
    fc.assert(
      fc.property(anywhere, steps, fc.integer({ min: 1, max: 5_000 }), ([[, near], calendar], [a, b], minutes) => {
        const first = at(near).subtract({ hours: 700 });
        const second = first.add({ minutes: a });
        const third = second.add({ minutes: b });
        const open = (from: Temporal.Instant, until: Temporal.Instant) => openMinutesBetween(from, until, calendar);
        expect(open(first, second) + open(second, third)).toBeCloseTo(open(first, third), 6);
        const early = dueAt({ start: first, minutes, calendar });
        const late = dueAt({ start: second, minutes, calendar });
        if (early && late) expect(Temporal.Instant.compare(early, late)).toBeLessThanOrEqual(0);
        if (early) expect(open(first, early)).toBeCloseTo(minutes, 6);
      }),
      { numRuns: 150, ...atOnce },
    );
  });
});
