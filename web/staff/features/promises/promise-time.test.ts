import { expect, test } from 'vitest';
import { momentAt, wallOf } from './promise-time.ts';

test.each([
  ['2026-12-01', '15:00', 'America/New_York', '2026-12-01T20:00:00.000Z'],
  ['2026-07-01', '15:00', 'America/New_York', '2026-07-01T19:00:00.000Z'],
  ['2026-12-01', '00:30', 'Europe/Madrid', '2026-11-30T23:30:00.000Z'],
  ['2026-11-01', '12:00', 'America/New_York', '2026-11-01T17:00:00.000Z'],
  ['2027-03-14', '12:00', 'America/New_York', '2027-03-14T16:00:00.000Z'],
  ['2026-12-01', '15:00', 'Asia/Kolkata', '2026-12-01T09:30:00.000Z'],
])('%s %s on the wall in %s is %s, and back', (date, time, zone, at) => {
  expect(momentAt({ date, time }, zone)).toBe(at);
  expect(wallOf(Date.parse(at), zone)).toEqual({ date, time });
});

test('a field that is not filled in is no moment', () => {
  expect(momentAt({ date: '', time: '15:00' }, 'UTC')).toBeUndefined();
  expect(momentAt({ date: '2026-12-01', time: '' }, 'UTC')).toBeUndefined();
});
