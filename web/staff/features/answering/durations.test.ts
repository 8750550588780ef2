import { expect, test } from 'vitest';
import { dayWords, durationWords, isTooLong, minutesOf, typedOf } from './durations.ts';

test.each([
  ['2', '30', 150],
  ['', '15', 15],
  ['4', '', 240],
  ['', '', 0],
  ['two', '0', undefined],
  ['-1', '0', undefined],
  ['1.5', '0', undefined],
])('%s hours and %s minutes are %s minutes', (hours, minutes, expected) =>
  expect(minutesOf({ hours, minutes })).toBe(expected),
);

test('what is shown for editing is what was kept', () => {
  for (const minutes of [1, 59, 60, 150, 100_000]) expect(minutesOf(typedOf(minutes))).toBe(minutes);
  expect([isTooLong(100_000), isTooLong(100_001)]).toEqual([false, true]);
});

test('a duration is said without what is nothing', () => {
  expect(durationWords(150)).toBe('2 hr 30 min');
  expect(durationWords(120)).toBe('2 hr');
  expect(durationWords(15)).toBe('15 min');
});

test('a moment is told on the wall clock of the team, with its date once the weekday is not enough', () => {
  const asked = '2026-11-27T21:00:00Z';
  expect(dayWords(asked, asked, 'America/New_York')).toBe('Friday 4:00 PM');
  expect(dayWords('2026-12-04T21:00:00Z', asked, 'America/New_York')).toMatch(/^Friday, December 4/);
});
