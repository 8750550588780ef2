import { expect, test } from 'vitest';
import { nextTimes, readClock, readWeek, troublesOf, wallClock, weekdayOf } from './week.ts';
import { weekWords } from './week-hours.tsx';

test.each([
  ['8', '08:00'],
  ['8:30', '08:30'],
  ['830', '08:30'],
  ['0830', '08:30'],
  ['17.15', '17:15'],
  ['5 pm', '17:00'],
  ['5:00\u202fPM', '17:00'],
  ['12 a. m.', '00:00'],
  ['12p', '12:00'],
  ['24:00', '24:00'],
  ['24:01', undefined],
  ['13 pm', undefined],
  ['8:61', undefined],
  ['noon', undefined],
  ['', undefined],
])('%j is read as %j', (typed, clock) => {
  expect(readClock(typed)).toBe(clock);
});

test('of two times that overlap the later one is told; times that touch do not overlap', () => {
  const day = (...times: string[]) =>
    troublesOf(times.map((one) => ({ opens: one.split('-')[0] ?? '', closes: one.split('-')[1] ?? '' }))).map(
      (one) => one && `${one.field} ${one.kind}`,
    );
  expect(day('8-12', '12-17')).toEqual([undefined, undefined]);
  expect(day('11:30-17', '8-12')).toEqual(['opens overlaps', undefined]);
  expect(day('8-12', '8-12')).toEqual([undefined, 'opens overlaps']);
  expect(day('17-8')).toEqual(['closes not-later']);
  expect(day('8-soon', '24:00-24:00')).toEqual(['closes unreadable', 'opens unreadable']);
});

test('a week is read whole, in order, or not at all', () => {
  const week = [
    { weekday: 2, opens: '1 pm', closes: '17' },
    { weekday: 1, opens: '8', closes: '24:00' },
    { weekday: 2, opens: '8', closes: '12' },
  ];
  expect(readWeek(week)).toEqual([
    { weekday: 1, opens: '08:00', closes: '24:00' },
    { weekday: 2, opens: '08:00', closes: '12:00' },
    { weekday: 2, opens: '13:00', closes: '17:00' },
  ]);
  expect(readWeek([...week, { weekday: 3, opens: '9', closes: '' }])).toBeUndefined();
});

test('what is added follows what is there, and never ends after the day', () => {
  expect(nextTimes([])).toEqual({ opens: '09:00', closes: '17:00' });
  expect(nextTimes([{ opens: '08:00', closes: '12:00' }])).toEqual({ opens: '13:00', closes: '17:00' });
  expect(nextTimes([{ opens: '08:00', closes: '21:30' }])).toEqual({ opens: '22:00', closes: '24:00' });
});

test('the clock on the wall is that of the zone', () => {
  const moment = Date.parse('2026-11-27T03:05:00Z');
  expect(wallClock(moment, 'America/New_York')).toEqual({ date: '2026-11-26', time: '22:05' });
  expect(wallClock(Date.parse('2026-11-27T00:05:00Z'), 'UTC').time).toBe('00:05');
  expect([weekdayOf('2026-11-26'), weekdayOf('2026-11-29')]).toEqual([4, 7]);
});

test('a week is said in few words: days of the same hours together, closed ones left out', () => {
  const on = (days: number[], opens: string, closes: string) => days.map((weekday) => ({ weekday, opens, closes }));
  const said = (windows: Parameters<typeof weekWords>[0]) => weekWords(windows).replaceAll('\u202f', ' ');
  expect(said(on([1, 2, 3, 4, 5], '08:00', '17:00'))).toBe('Monday – Friday 8:00 AM – 5:00 PM');
  expect(said([...on([1, 2], '08:00', '12:00'), ...on([4], '08:00', '12:00')])).toBe(
    'Monday, Tuesday 8:00 AM – 12:00 PM; Thursday 8:00 AM – 12:00 PM',
  );
  expect(said(on([1, 2, 3, 4, 5, 6, 7], '00:00', '24:00'))).toBe('Round the clock');
});
