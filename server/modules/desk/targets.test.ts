import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AskedApp, startAskedApp } from '../../testing/ask.ts';
import { makeFacility } from '../../testing/make-place.ts';
import { makeStaff, makeTeam } from '../../testing/make-staff.ts';

let app: AskedApp;
let manager: string;
let nurse: string;
let teamId: string;
const url = '/api/desk/targets';
const workdays = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '17:00' }));

beforeAll(async () => {
  // A Tuesday.
  app = await startAskedApp({ now: Temporal.Instant.from('2026-11-24T15:00:00Z') });
  const facilityId = (await makeFacility(app, { timeZone: 'America/New_York' })).id;
  const team = { name: 'Front desk', reasons: ['other'], hours: workdays, facilityId };
  teamId = (await makeTeam(app, team)).id;
  manager = (await makeStaff(app, { roles: ['manager'] })).id;
  nurse = (await makeStaff(app, { roles: ['nurse'] })).id;
});
afterAll(() => app?.stop());

const row = (body: { targets: { reason: string | null; urgent: boolean }[] }, reason: string | null, urgent: boolean) =>
  body.targets.find((one) => one.reason === reason && one.urgent === urgent);

test('everybody reads how soon we answer, and is told who may change it', async () => {
  expect((await app.ask('GET', url, { as: nurse })).body.can).toEqual([]);
  expect((await app.ask('GET', url, { as: manager })).body.can).toEqual(['set']);
  const payload = {
    reason: 'results',
    urgent: false,
    responseMinutes: 60,
    nextResponseMinutes: 60,
    resolutionMinutes: 600,
  };
  expect((await app.ask('PUT', url, { as: nurse, payload })).status).toBe(403);
  expect((await app.ask('DELETE', url, { as: nurse, payload: { reason: 'bill', urgent: false } })).status).toBe(403);
});

test('a reason gets its own promise and gives it back; the one for everything stays', async () => {
  const payload = {
    reason: 'results',
    urgent: true,
    responseMinutes: 10,
    nextResponseMinutes: 20,
    resolutionMinutes: 90,
  };
  const set = await app.ask('PUT', url, { as: manager, payload });
  expect(row(set.body, 'results', true)).toMatchObject({ responseMinutes: 10, resolutionMinutes: 90 });
  const removed = await app.ask('DELETE', url, { as: manager, payload: { reason: 'results', urgent: true } });
  expect(row(removed.body, 'results', true)).toBeUndefined();
  expect(row(removed.body, null, true)).toBeDefined();
  expect((await app.ask('DELETE', url, { as: manager, payload: { reason: null, urgent: true } })).status).toBe(400);
});

test('the example counts the real hours of the team that would answer', async () => {
  const asked = 'responseMinutes=120&resolutionMinutes=480';
  const { body } = await app.ask('GET', `${url}/example?reason=bill&${asked}`, { as: nurse });
  expect(body).toEqual({
    team: { teamId, name: 'Front desk' },
    timeZone: 'America/New_York',
    // Friday at four: an hour is left of that day.
    askedAt: '2026-11-27T21:00:00Z',
    responseDueAt: '2026-11-30T15:00:00Z',
    resolutionDueAt: '2026-11-30T21:00:00Z',
  });
  expect((await app.ask('GET', `${url}/example?responseMinutes=0&resolutionMinutes=1`, { as: nurse })).status).toBe(
    400,
  );
});

test('on a Friday evening the example is of the week that comes', async () => {
  app.setNow(Temporal.Instant.from('2026-11-27T22:00:00Z'));
  const late = (await makeStaff(app, { roles: ['nurse'] })).id;
  const { body } = await app.ask('GET', `${url}/example?responseMinutes=120&resolutionMinutes=480`, { as: late });
  expect(body).toMatchObject({ askedAt: '2026-12-04T21:00:00Z' });
});
