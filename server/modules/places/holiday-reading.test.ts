import { expect, test } from 'vitest';
import { readHolidays } from './holiday-reading.ts';
import { readHolidaysInThread } from './holiday-thread.ts';

const range = { timeZone: 'America/New_York', from: '2026-01-01', until: '2028-12-31' };

const calendar = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:one', 'SUMMARY:A day', ...lines, 'END:VEVENT'];

function days(...lines: string[]): string[] | string {
  const read = readHolidays({ ...range, text: calendar(...lines) });
  if (!read.ok) return read.reason;
  return read.days.map((it) =>
    it.fromMinute === 0 && it.untilMinute === 1440 ? it.date : `${it.date} ${it.fromMinute}-${it.untilMinute}`,
  );
}

test.each<[string, string[], string[] | string]>([
  ['one whole day', ['DTSTART;VALUE=DATE:20261225', 'DTEND;VALUE=DATE:20261226'], ['2026-12-25']],
  ['a day without an end', ['DTSTART;VALUE=DATE:20261225'], ['2026-12-25']],
  ['a day that ends where it begins', ['DTSTART;VALUE=DATE:20261225', 'DTEND;VALUE=DATE:20261225'], ['2026-12-25']],
  ['a duration', ['DTSTART;VALUE=DATE:20261225', 'DURATION:P2D'], ['2026-12-25', '2026-12-26']],
  [
    'several days, over the turn of the year',
    ['DTSTART;VALUE=DATE:20261231', 'DTEND;VALUE=DATE:20270102'],
    ['2026-12-31', '2027-01-01'],
  ],
  [
    'every year since long ago',
    ['DTSTART;VALUE=DATE:19700704', 'RRULE:FREQ=YEARLY'],
    ['2026-07-04', '2027-07-04', '2028-07-04'],
  ],
  [
    'the fourth Thursday of November',
    ['DTSTART;VALUE=DATE:20251127', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH'],
    ['2026-11-26', '2027-11-25', '2028-11-23'],
  ],
  [
    'but for one year',
    ['DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=YEARLY;COUNT=3', 'EXDATE;VALUE=DATE:20270101'],
    ['2026-01-01', '2028-01-01'],
  ],
  [
    'and a day beside the rule',
    ['DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=YEARLY;COUNT=1', 'RDATE;VALUE=DATE:20260102'],
    ['2026-01-01', '2026-01-02'],
  ],
  [
    'an afternoon on the facility’s clock, in summer and winter',
    ['DTSTART:20261224T120000', 'DTEND:20261225T000000'],
    ['2026-12-24 720-1440'],
  ],
  [
    'an evening that another zone names',
    ['DTSTART;TZID=Europe/Madrid:20261224T180000', 'DTEND;TZID=Europe/Madrid:20261225T080000'],
    ['2026-12-24 720-1440', '2026-12-25 0-120'],
  ],
  ['hours in UTC', ['DTSTART:20260704T160000Z', 'DTEND:20260704T170000Z'], ['2026-07-04 720-780']],
  ['a cancelled day', ['DTSTART;VALUE=DATE:20261225', 'STATUS:CANCELLED'], 'nothing-found'],
  ['a day of another decade', ['DTSTART;VALUE=DATE:19991225'], 'nothing-found'],
  ['every second', ['DTSTART:20260101T000000', 'RRULE:FREQ=SECONDLY'], 'nothing-found'],
  ['no beginning', ['DTEND;VALUE=DATE:20261225'], 'nothing-found'],
])('%s', (_name, lines, wanted) => {
  expect(days(...event(...lines))).toEqual(wanted);
});

test('an occurrence that was moved is closed on its new day only', () => {
  const lines = [
    ...event('DTSTART;VALUE=DATE:20260701', 'RRULE:FREQ=YEARLY;COUNT=2'),
    ...event('RECURRENCE-ID;VALUE=DATE:20270701', 'DTSTART;VALUE=DATE:20270702'),
  ];
  expect(days(...lines)).toEqual(['2026-07-01', '2027-07-02']);
});

test('a zone that only the file knows is what the file says of it', () => {
  const zone = [
    ...['BEGIN:VTIMEZONE', 'TZID:Hospital Time', 'BEGIN:STANDARD', 'DTSTART:19700101T000000'],
    ...['TZOFFSETFROM:-0800', 'TZOFFSETTO:-0800', 'END:STANDARD', 'END:VTIMEZONE'],
  ];
  const lines = ['DTSTART;TZID=Hospital Time:20261224T090000', 'DTEND;TZID=Hospital Time:20261224T100000'];
  expect(days(...zone, ...event(...lines))).toEqual(['2026-12-24 720-780']);
});

test('one event that makes no sense does not take the others with it', () => {
  const broken = event('DTSTART;VALUE=DATE:20261399', 'RRULE:FREQ=YEARLY');
  expect(days(...broken, ...event('DTSTART;VALUE=DATE:20261225'))).toContain('2026-12-25');
});

test.each([[''], ['hello'], ['<html></html>'], ['BEGIN:VCARD\r\nEND:VCARD'], ['BEGIN:VCALENDAR'], ['\0\0']])(
  'what is no calendar is refused: %j',
  async (text) => {
    expect(await readHolidaysInThread({ ...range, text })).toMatchObject({ ok: false });
  },
);

test('a calendar of too many events or days is refused', () => {
  const many = Array.from({ length: 5001 }, () => event('DTSTART;VALUE=DATE:20261225')).flat();
  expect(days(...many)).toBe('too-many');
  const daily = Array.from({ length: 2000 }, () => event('DTSTART;VALUE=DATE:19000101', 'RRULE:FREQ=DAILY')).flat();
  expect(days(...daily)).toBe('too-many');
});

test.each([
  ['a rule that never comes true', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'],
  ['a rule that never comes true, by the day', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31'],
  ['a week that no year has', 'RRULE:FREQ=YEARLY;BYWEEKNO=60'],
  ['a position that no set has', 'RRULE:FREQ=MONTHLY;BYDAY=MO;BYSETPOS=9'],
  ['an interval of a whole era', 'RRULE:FREQ=DAILY;INTERVAL=999999999'],
])('%s ends in time', async (_name, rule) => {
  const text = calendar(...event('DTSTART;VALUE=DATE:20260101', rule));
  const started = performance.now();
  const read = await readHolidaysInThread({ ...range, text }, 1_500);
  expect(performance.now() - started).toBeLessThan(4_000);
  expect(read.ok || read.reason).toBeTruthy();
});
