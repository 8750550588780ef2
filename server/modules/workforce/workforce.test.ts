import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asTest } from '../../testing/app.ts';
import { type AskedApp, startAskedApp } from '../../testing/ask.ts';
import { makeStaff, makeTeam } from '../../testing/make-staff.ts';
import { findActiveStaff, listTeams, setTeamHours, teamForReason, teamHours } from './index.ts';

let app: AskedApp;
let administrator: string;
let nurse: string;
let manager: string;
let teamId: string;

beforeAll(async () => {
  app = await startAskedApp();
  teamId = (await makeTeam(app, { name: 'Nurse line', reasons: ['symptom'] })).id;
  administrator = (await makeStaff(app, { name: 'Ada Admin', roles: ['administrator'] })).id;
  nurse = (await makeStaff(app, { name: 'Núria Nurse', roles: ['nurse'], teamIds: [teamId] })).id;
  manager = (await makeStaff(app, { name: 'Max Manager', roles: ['manager'], teamIds: [teamId] })).id;
});
afterAll(() => app?.stop());

const hire = (email: string, more: object = {}) => ({
  name: 'Nia New',
  email,
  roles: ['front-desk'],
  teamIds: [],
  facilityIds: [],
  ...more,
});

test('an administrator hires; for anybody else there is no such route, and who is not signed in is asked to', async () => {
  const url = '/api/workforce/staff';
  expect((await app.ask('POST', url, { payload: hire('a@hospital.test') })).status).toBe(401);
  expect((await app.ask('POST', url, { as: manager, payload: hire('a@hospital.test') })).status).toBe(404);
  const hired = await app.ask('POST', url, { as: administrator, payload: hire('a@hospital.test') });
  expect(hired.status).toBe(200);
  const read = await app.ask('GET', `${url}/${hired.body.id}`, { as: nurse });
  expect(read.body).toMatchObject({ name: 'Nia New', shownAs: 'Nia New', roles: ['front-desk'], can: [] });
});

test('who is hired is invited by mail, with the hiring or not at all, and again when asked', async () => {
  const invited = async () =>
    (
      await app.db
        .withTables<{ 'platform.event': { name: string } }>()
        .selectFrom('platform.event')
        .select('name')
        .where('name', '=', 'access.staff-invited')
        .execute()
    ).length;
  const before = await invited();
  const url = '/api/workforce/staff';
  const hired = await app.ask('POST', url, { as: administrator, payload: hire('b@hospital.test') });
  expect(await invited()).toBe(before + 1);
  expect((await app.ask('POST', url, { as: administrator, payload: hire('b@hospital.test') })).status).toBe(409);
  expect((await app.ask('POST', `${url}/${hired.body.id}/invitation`, { as: administrator })).status).toBe(200);
  expect(await invited()).toBe(before + 2);
  expect((await app.ask('POST', `${url}/${administrator}/invitation`, { as: administrator })).body.code).toBe(
    'access.already-active',
  );
});

test('nobody gives themselves a role', async () => {
  const change = { payload: { roles: ['administrator'] } };
  for (const as of [nurse, manager])
    expect((await app.ask('PATCH', `/api/workforce/staff/${as}`, { as, ...change })).status).toBe(404);
});

test('of twenty who hire the same address at once, one succeeds and one row is left', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      app.ask('POST', '/api/workforce/staff', {
        as: administrator,
        payload: hire(n % 2 ? 'Race@hospital.test' : 'race@hospital.test', { teamIds: [teamId] }),
      }),
    ),
  );
  expect(answers.filter((it) => it.status === 200)).toHaveLength(1);
  expect(new Set(answers.filter((it) => it.status !== 200).map((it) => it.body.code))).toEqual(
    new Set(['workforce.email-taken']),
  );
  const found = await app.ask('GET', '/api/workforce/staff?words=race@', { as: nurse });
  expect(found.body.staff).toHaveLength(1);
});

test('a dismissed staff member may do nothing from the next request on, and their address is free', async () => {
  const email = 'gone@hospital.test';
  const { id } = await makeStaff(app, { email });
  expect((await app.ask('GET', '/api/workforce/me', { as: id })).status).toBe(200);
  expect((await app.ask('POST', `/api/workforce/staff/${id}/dismissal`, { as: administrator })).status).toBe(200);
  expect((await app.ask('GET', '/api/workforce/me', { as: id })).status).toBe(401);
  expect(await app.act(asTest, (ctx) => findActiveStaff(ctx, id))).toBeUndefined();
  expect((await app.ask('POST', `/api/workforce/staff/${id}/dismissal`, { as: administrator })).status).toBe(404);
  await makeStaff(app, { email });
});

test('administrators who dismiss and demote each other at once leave one who administers', async () => {
  const others = [];
  for (let n = 0; n < 3; n++) others.push((await makeStaff(app, { roles: ['administrator'] })).id);
  const all = [administrator, ...others];
  const answers = await Promise.all(
    all.map((id, n) =>
      n % 2
        ? app.ask('POST', `/api/workforce/staff/${id}/dismissal`, { as: id })
        : app.ask('PATCH', `/api/workforce/staff/${id}`, { as: id, payload: { roles: ['nurse'] } }),
    ),
  );
  expect(answers.filter((it) => it.status === 200)).toHaveLength(3);
  expect(answers.find((it) => it.status !== 200)?.body.code).toBe('workforce.last-administrator');
  administrator = all[answers.findIndex((it) => it.status !== 200)] as string;
});

test('the directory is searched without accents and turned page by page without a gap', async () => {
  for (let n = 0; n < 55; n++) await makeStaff(app, { name: `Page Turner ${n % 7}` });
  const found = await app.ask('GET', '/api/workforce/staff?words=nuria', { as: nurse });
  expect(found.body.staff.map((it: { id: string }) => it.id)).toEqual([nurse]);
  const first = await app.ask('GET', '/api/workforce/staff?words=page%20turner', { as: nurse });
  const second = await app.ask('GET', `/api/workforce/staff?words=page%20turner&cursor=${first.body.next}`, {
    as: nurse,
  });
  const ids = [...first.body.staff, ...second.body.staff].map((it: { id: string }) => it.id);
  expect(new Set(ids).size).toBe(55);
  expect(second.body.next).toBeUndefined();
  expect((await app.ask('GET', '/api/workforce/staff?cursor=zzz', { as: nurse })).status).toBe(400);
  expect((await app.ask('GET', '/api/workforce/staff?words=%25', { as: nurse })).body.staff).toEqual([]);
});

test('a manager changes their own team and no other', async () => {
  const other = await makeTeam(app);
  const hours = { windows: [{ weekday: 1, opens: '08:00', closes: '24:00' }] };
  expect((await app.ask('PUT', `/api/workforce/teams/${teamId}/hours`, { as: manager, payload: hours })).status).toBe(
    200,
  );
  expect((await app.ask('PUT', `/api/workforce/teams/${other.id}/hours`, { as: manager, payload: hours })).status).toBe(
    403,
  );
  expect((await app.ask('PUT', `/api/workforce/teams/${other.id}/members/${manager}`, { as: manager })).status).toBe(
    403,
  );
  const read = await app.ask('GET', `/api/workforce/teams/${teamId}`, { as: manager });
  expect(read.body).toMatchObject({ hours: hours.windows, can: ['change', 'set-hours', 'change-members'] });
  expect((await app.ask('GET', `/api/workforce/teams/${other.id}`, { as: manager })).body.can).toEqual([]);
});

test('windows of a day that overlap are refused, and the week before stays', async () => {
  const url = `/api/workforce/staff/${nurse}/hours`;
  const good = [
    { weekday: 2, opens: '08:00', closes: '12:00' },
    { weekday: 2, opens: '12:00', closes: '16:00' },
  ];
  expect((await app.ask('PUT', url, { as: manager, payload: { windows: good } })).status).toBe(200);
  const bad = [...good, { weekday: 2, opens: '15:59', closes: '18:00' }];
  const refused = await app.ask('PUT', url, { as: manager, payload: { windows: bad } });
  expect([refused.status, refused.body.code]).toEqual([400, 'workforce.windows-overlap']);
  expect((await app.ask('GET', '/api/workforce/me', { as: nurse })).body.hours).toEqual(good);
  const backwards = [{ weekday: 2, opens: '16:00', closes: '08:00' }];
  expect((await app.ask('PUT', url, { as: manager, payload: { windows: backwards } })).status).toBe(400);
});

test('weeks that are set at once never mix', async () => {
  const { id } = await makeTeam(app);
  const week = (hour: number) =>
    [1, 2, 3].map((weekday) => ({ weekday, opens: `0${hour}:00`, closes: `0${hour + 1}:30` }));
  await Promise.all(Array.from({ length: 12 }, (_, n) => app.act(asTest, (ctx) => setTeamHours(ctx, id, week(n % 8)))));
  const { windows } = await app.act(asTest, (ctx) => teamHours(ctx, id));
  expect(windows).toHaveLength(3);
  expect(new Set(windows.map((it) => it.opens)).size).toBe(1);
});

test('of ten teams of one name made at once at a facility one is left; elsewhere the name is free', async () => {
  const facilityId = randomUUIDv7();
  for (const place of [facilityId, undefined, randomUUIDv7()]) {
    const made = await Promise.allSettled(
      Array.from({ length: 10 }, () => makeTeam(app, { name: 'Billing', ...(place && { facilityId: place }) })),
    );
    expect(made.filter((it) => it.status === 'fulfilled')).toHaveLength(1);
  }
  const here = (await app.act(asTest, (ctx) => listTeams(ctx, { facilityId }))).filter((it) => it.name === 'Billing');
  expect(here.map((it) => it.facilityId).toSorted()).toEqual([facilityId, undefined]);
});

test('a reason finds the facility’s own team, then the hospital’s, then whoever takes everything else', async () => {
  const [facilityId, elsewhere] = [randomUUIDv7(), randomUUIDv7()];
  const own = await makeTeam(app, { facilityId, reasons: ['refund'] });
  const house = await makeTeam(app, { reasons: ['refund', 'other'] });
  const find = async (reason: string, at?: string) =>
    (await app.act(asTest, (ctx) => teamForReason(ctx, { reason, facilityId: at })))?.id;
  expect(await find('refund', facilityId)).toBe(own.id);
  expect(await find('refund', elsewhere)).toBe(house.id);
  expect(await find('refund')).toBe(house.id);
  expect(await find('parking', facilityId)).toBe(house.id);
  await app.ask('POST', `/api/workforce/teams/${house.id}/closing`, { as: administrator });
  expect(await find('refund', elsewhere)).toBeUndefined();
  expect(await app.act(asTest, (ctx) => teamHours(ctx, house.id))).toEqual({ facilityId: undefined, windows: [] });
});

test('who leaves a team or whose team is closed no longer belongs to it', async () => {
  const { id } = await makeTeam(app);
  const staff = await makeStaff(app, { teamIds: [id, teamId] });
  const teams = async () => (await app.act(asTest, (ctx) => findActiveStaff(ctx, staff.id)))?.teamIds;
  expect(await teams()).toHaveLength(2);
  const url = `/api/workforce/teams/${teamId}/members/${staff.id}`;
  expect((await app.ask('DELETE', url, { as: manager })).status).toBe(200);
  expect((await app.ask('DELETE', url, { as: manager })).status).toBe(404);
  await app.ask('POST', `/api/workforce/teams/${id}/closing`, { as: administrator });
  expect(await teams()).toEqual([]);
});
