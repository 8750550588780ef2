import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeEgress } from '../../platform/egress.ts';
import { asTest, startTestApp, type TestApp } from '../../testing/app.ts';
import { makeFacility } from '../../testing/make-place.ts';
import { fetchCalendar } from './gateway.ts';
import { fetchHolidays } from './holidays.ts';
import { facilityCalendar, importHolidays, readHolidayCalendar, setHolidayFeed, setSpecialDay } from './index.ts';
import { placesSchedules } from './reactions.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: Temporal.Instant.from('2026-11-24T15:00:00Z') });
});
afterAll(() => app?.stop());

const calendar = (...events: string[][]) =>
  [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN'],
    ...events.flatMap((lines, n) => ['BEGIN:VEVENT', `UID:${n}`, ...lines, 'END:VEVENT']),
    ...['END:VCALENDAR', ''],
  ].join('\r\n');
const christmas = ['SUMMARY:Christmas Day', 'DTSTART;VALUE=DATE:20201225', 'RRULE:FREQ=YEARLY'];
const eve = ['SUMMARY:Christmas Eve', 'DTSTART:20261224T120000', 'DTEND:20261225T000000'];

const closures = async (facilityId: string) =>
  (await app.act(asTest, (ctx) => facilityCalendar(ctx, facilityId))).closures;

test('holidays of a file close their days, and half a day leaves the other half', async () => {
  const { id } = await makeFacility(app);
  const done = await app.act(asTest, (ctx) => importHolidays(ctx, id, calendar(christmas, eve)));
  expect(done.days).toBe(4);
  expect(await closures(id)).toEqual([
    { date: '2026-12-24', name: 'Christmas Eve', setBy: 'calendar', windows: [{ opens: '09:00', closes: '12:00' }] },
    { date: '2026-12-25', name: 'Christmas Day', setBy: 'calendar', windows: [] },
    { date: '2027-12-25', name: 'Christmas Day', setBy: 'calendar', windows: [] },
  ]);
});

test('the next file takes the place of the one before; a day set by hand stays and goes first', async () => {
  const { id } = await makeFacility(app);
  await app.act(asTest, (ctx) => importHolidays(ctx, id, calendar(christmas, eve)));
  const open = [{ opens: '10:00', closes: '12:00' }];
  await app.act(asTest, (ctx) => setSpecialDay(ctx, id, { date: '2026-12-25', name: 'Open for once', windows: open }));
  await app.act(asTest, (ctx) => importHolidays(ctx, id, calendar(christmas)));
  expect((await closures(id)).slice(0, 2)).toEqual([
    { date: '2026-12-25', name: 'Open for once', setBy: 'hand', windows: open },
    { date: '2027-12-25', name: 'Christmas Day', setBy: 'calendar', windows: [] },
  ]);
});

test('of files sent at once one holds whole', async () => {
  const { id } = await makeFacility(app);
  const year = (n: number) =>
    [1, 2, 3].map((day) => [`SUMMARY:File ${n}`, `DTSTART;VALUE=DATE:2027010${day + (n % 2)}`]);
  await Promise.all(
    Array.from({ length: 6 }, (_, n) => app.act(asTest, (ctx) => importHolidays(ctx, id, calendar(...year(n))))),
  );
  const found = await closures(id);
  expect(found).toHaveLength(3);
  expect(new Set(found.map((it) => it.name)).size).toBe(1);
});

test('a file without a day in it is refused, and the days before stay', async () => {
  const { id } = await makeFacility(app);
  await app.act(asTest, (ctx) => importHolidays(ctx, id, calendar(christmas)));
  for (const text of [calendar(), 'hello', `${calendar(christmas)}\0`])
    await expect(app.act(asTest, (ctx) => importHolidays(ctx, id, text))).rejects.toMatchObject({
      code: 'places.calendar-unreadable',
    });
  expect(await closures(id)).toHaveLength(2);
});

test('yearly days are followed on by the clock', async () => {
  const { id } = await makeFacility(app);
  await app.act(asTest, (ctx) => importHolidays(ctx, id, calendar(christmas)));
  app.setNow(Temporal.Instant.from('2029-11-24T15:00:00Z'));
  expect(await closures(id)).toEqual([]);
  await app.act(asTest, async (ctx) => {
    for (const schedule of placesSchedules) await schedule.run(ctx);
  });
  expect((await closures(id)).map((it) => it.date)).toEqual(['2029-12-25', '2030-12-25']);
  app.setNow(Temporal.Instant.from('2026-11-24T15:00:00Z'));
});

test.each([
  ['http://example.com/a.ics'],
  ['https://user:secret@example.com/a.ics'],
  ['file:///etc/passwd'],
  ['nonsense'],
])('the address %s is refused', async (url) => {
  const { id } = await makeFacility(app);
  await expect(app.act(asTest, (ctx) => setHolidayFeed(ctx, id, url))).rejects.toMatchObject({
    code: 'places.feed-address',
  });
});

test('an address inside the house is never asked, and says only that it failed', async () => {
  const { id } = await makeFacility(app);
  await app.act(asTest, (ctx) => setHolidayFeed(ctx, id, 'webcal://127.0.0.1/holidays.ics'));
  await app.drain();
  const state = await app.act(asTest, (ctx) => readHolidayCalendar(ctx, id));
  expect(state).toEqual({
    ...{ days: 0, feedUrl: 'https://127.0.0.1/holidays.ics' },
    ...{ feedFailedAt: '2026-11-24T15:00:00Z', feedFailure: 'unreachable' },
  });
});

test('what was fetched is taken, unless the address changed meanwhile', async () => {
  const { id } = await makeFacility(app);
  await app.act(asTest, (ctx) => setHolidayFeed(ctx, id, 'https://calendars.example/a.ics'));
  const work = await app.act(asTest, (ctx) => fetchHolidays.claim(ctx, id));
  const record = (text: string) => app.act(asTest, (ctx) => fetchHolidays.record(ctx, work, { ok: true, text }));
  await record('<html>Not found</html>');
  expect(await app.act(asTest, (ctx) => readHolidayCalendar(ctx, id))).toMatchObject({ feedFailure: 'unreadable' });
  await record(calendar(christmas));
  expect(await app.act(asTest, (ctx) => readHolidayCalendar(ctx, id))).not.toHaveProperty('feedFailedAt');
  expect(await closures(id)).toHaveLength(2);
  expect(await app.act(asTest, (ctx) => readHolidayCalendar(ctx, id))).toHaveProperty('readAt');
  await app.act(asTest, (ctx) => setHolidayFeed(ctx, id, 'https://calendars.example/b.ics'));
  expect(await app.act(asTest, (ctx) => readHolidayCalendar(ctx, id))).not.toHaveProperty('readAt');
  await record(calendar(eve));
  expect(await closures(id)).toHaveLength(2);
});

test('a calendar is fetched; a redirect, a refusal and a flood are not followed', async () => {
  const server: Server = createServer((request, response) => {
    if (request.url === '/moved') response.writeHead(302, { location: '/good' }).end();
    else if (request.url === '/flood') response.end(Buffer.alloc(2_000_000, 'a'));
    else response.end(calendar(christmas));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const egress = makeEgress({ allow: [host] });
  const get = (path: string) => fetchCalendar(`http://${host}${path}`, egress, ['http:']);
  expect(await get('/good')).toEqual({ ok: true, text: calendar(christmas) });
  expect(await get('/moved')).toEqual({ ok: false, reason: 'answered 302' });
  expect(await get('/flood')).toMatchObject({ ok: false });
  expect(await fetchCalendar(`http://${host}/good`)).toMatchObject({ ok: false });
  server.close();
});
