import { expect, test } from 'vitest';
import { clockWords, dueWords, spanWords } from './due.ts';

const now = Date.parse('2026-11-24T12:00:00Z');
const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString();

test.each([
  ['running', 180, 'due in 3 h', 'plain'],
  ['running', 119, 'due in 1 h', 'plain'],
  ['near', 12.9, 'due in 12 min', 'warn'],
  ['near', 0.2, 'due in 1 min', 'warn'],
  ['near', -1, 'due now', 'warn'],
  ['breached', -61, '2 h late', 'danger'],
  ['breached', -30, '30 min late', 'danger'],
  ['breached', 5, 'late', 'danger'],
  ['running', 2 * 1440, 'due in 2 days', 'plain'],
] as const)('%s with %s minutes left reads "%s"', (worst, minutes, words, tone) => {
  expect(dueWords({ worst, nextDueAt: at(minutes) }, now)).toEqual({ words, tone });
});

test('what is owed by nobody is not mentioned, and a pause is named', () => {
  expect(dueWords({ worst: 'stopped', nextDueAt: null }, now)).toBeUndefined();
  expect(dueWords({ worst: 'running', nextDueAt: null }, now)).toBeUndefined();
  expect(dueWords({ worst: 'paused', nextDueAt: null }, now)?.words).toBe('clock paused');
});

test('a promise that was kept is told apart from one that was kept late', () => {
  const clock = { targetMinutes: 60, dueAt: at(-5), metAt: at(-9) };
  expect(clockWords({ ...clock, state: 'met' }, now)?.words).toBe('in time');
  expect(clockWords({ ...clock, state: 'met-late' }, now)?.words).toBe('was late');
});

test('time left is never rounded up, time past never down', () => {
  expect(spanWords(119 * 60_000, Math.floor)).toBe('1 h');
  expect(spanWords(119 * 60_000, Math.ceil)).toBe('2 h');
});
