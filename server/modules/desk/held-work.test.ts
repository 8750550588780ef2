import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AskedApp, startAskedApp } from '../../testing/ask.ts';
import { makeConversation } from '../../testing/make-conversation.ts';
import { makeStaff, makeTeam } from '../../testing/make-staff.ts';

let app: AskedApp;
let administrator: string;
let manager: string;
let ana: string;
let otherAna: string;
let bills: string;
let desk: string;

beforeAll(async () => {
  app = await startAskedApp();
  bills = (await makeTeam(app, { name: 'Bills', reasons: ['bill', 'records'] })).id;
  desk = (await makeTeam(app, { name: 'Desk', reasons: ['appointment'] })).id;
  administrator = (await makeStaff(app, { roles: ['administrator'] })).id;
  manager = (await makeStaff(app, { roles: ['manager'], teamIds: [desk] })).id;
  ana = (await makeStaff(app, { name: 'Ana Lucero', roles: ['billing'], teamIds: [bills] })).id;
  otherAna = (await makeStaff(app, { name: 'ana lucero', roles: ['front-desk'], teamIds: [desk] })).id;
});
afterAll(() => app?.stop());

const take = (id: string, as: string) => app.ask('POST', `/api/desk/conversations/${id}/claim`, { as, payload: {} });
const read = (id: string, as = ana) => app.ask('GET', `/api/desk/conversations/${id}`, { as });

test('before somebody leaves it is said what they hold, and by no means to everybody', async () => {
  const one = await makeConversation(app, { teamId: bills, reason: 'bill' });
  await makeConversation(app, { teamId: bills, reason: 'bill' });
  expect((await take(one.id, ana)).status).toBe(200);
  const url = `/api/desk/staff/${ana}/work`;
  expect((await app.ask('GET', url, { as: administrator })).body).toEqual({
    open: 1,
    teams: [{ teamId: bills, open: 1 }],
  });
  expect((await app.ask('GET', url, { as: ana })).status).toBe(200);
  for (const as of [manager, otherAna]) expect((await app.ask('GET', url, { as })).status).toBe(404);
});

test('before a team is closed it is said where its work goes, and closing does just that', async () => {
  const moved = await makeConversation(app, { teamId: bills, reason: 'appointment' });
  const url = `/api/desk/teams/${bills}/work`;
  const { body } = await app.ask('GET', url, { as: administrator });
  expect(body).toMatchObject({ stranded: 2, unanswered: ['bill', 'records'] });
  expect(body.goesTo).toEqual([{ team: { teamId: desk, name: 'Desk' }, open: 1 }]);
  expect((await app.ask('GET', url, { as: manager })).status).toBe(404);
  await app.ask('PATCH', `/api/workforce/teams/${desk}`, {
    as: administrator,
    payload: { reasons: ['appointment', 'other'] },
  });
  expect((await app.ask('GET', url, { as: administrator })).body).toMatchObject({ stranded: 0, unanswered: [] });
  await app.ask('POST', `/api/workforce/teams/${bills}/closing`, { as: administrator });
  await app.drain();
  const { body: now } = await read(moved.id, otherAna);
  expect(now.team.name).toBe('Desk');
  const last = now.entries.findLast((it: { kind: string }) => it.kind === 'fact');
  expect(last).toMatchObject({ fact: 'handed-over', by: null, reason: 'team-closed', toStaffId: null });
});

test('two of one name are told apart, by their team or else by their address', async () => {
  const { id } = await makeConversation(app, { teamId: desk });
  await take(id, otherAna);
  expect((await read(id, otherAna)).body.owner.name).toMatch(/^ana lucero \(Desk\)$/);
  await app.ask('PUT', `/api/workforce/teams/${desk}/members/${ana}`, { as: administrator });
  expect((await read(id, otherAna)).body.owner.name).toMatch(/^ana lucero \(.+@.+\)$/);
});

test('handing over to somebody of the same name is not taking over', async () => {
  const { id } = await makeConversation(app, { teamId: desk });
  await take(id, otherAna);
  const { version } = (await read(id, otherAna)).body;
  await app.ask('POST', `/api/desk/conversations/${id}/hand-over`, {
    as: otherAna,
    payload: { version, to: { staffId: ana } },
  });
  const { entries } = (await read(id)).body;
  const fact = entries.findLast((it: { kind: string }) => it.kind === 'fact');
  expect(fact).toMatchObject({ fact: 'handed-over', by: { staffId: otherAna }, toStaffId: ana });
});
