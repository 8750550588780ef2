import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AskedApp, startAskedApp } from '../../testing/ask.ts';
import { makeStaff } from '../../testing/make-staff.ts';

let app: AskedApp;
let administrator: string;
let nurse: string;
beforeAll(async () => {
  app = await startAskedApp();
  administrator = (await makeStaff(app, { roles: ['administrator'] })).id;
  nurse = (await makeStaff(app, { roles: ['nurse'] })).id;
});
afterAll(() => app?.stop());

const profileOf = async (id: string) =>
  (await app.ask('GET', `/api/workforce/staff/${id}`, { as: administrator })).body;

test('whoever has not come yet can be invited again, and nobody else', async () => {
  const payload = { name: 'Nia New', email: 'nia@hospital.test', roles: ['nurse'], teamIds: [], facilityIds: [] };
  const hired = await app.ask('POST', '/api/workforce/staff', { as: administrator, payload });
  expect(await profileOf(hired.body.id)).toMatchObject({
    joined: false,
    can: ['change', 'invite', 'dismiss', 'set-hours', 'record-absence'],
  });
  await app.ask('GET', '/api/workforce/me', { as: nurse });
  expect(await profileOf(nurse)).toMatchObject({ joined: true, can: expect.not.arrayContaining(['invite']) });
});

test('the only administrator is told apart, and cannot be dismissed until there is another', async () => {
  expect(await profileOf(administrator)).toMatchObject({
    onlyAdministrator: true,
    can: expect.not.arrayContaining(['dismiss']),
  });
  await app.ask('PATCH', `/api/workforce/staff/${nurse}`, {
    as: administrator,
    payload: { roles: ['nurse', 'administrator'] },
  });
  expect(await profileOf(administrator)).toMatchObject({
    onlyAdministrator: false,
    can: expect.arrayContaining(['dismiss']),
  });
});
