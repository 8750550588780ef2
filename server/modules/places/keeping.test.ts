import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AskedApp, startAskedApp } from '../../testing/ask.ts';
import { makeStaff } from '../../testing/make-staff.ts';

let app: AskedApp;
let administrator: string;
let other: string;
let clerk: string;
let facilityId: string;

const ask = (method: 'GET' | 'POST' | 'PATCH' | 'PUT', url: string, payload?: object, as = administrator) =>
  app.ask(method, `/api/places/${url}`, { as, ...(payload && { payload }) });
const create = async (what: string, payload: object) => {
  const answer = await ask('POST', what, payload);
  expect(answer).toMatchObject({ status: 200 });
  return answer.body.id as string;
};
const list = async (what: string, key = what) => (await ask('GET', `facilities/${facilityId}/${what}`)).body[key];

beforeAll(async () => {
  app = await startAskedApp();
  administrator = (await makeStaff(app, { roles: ['administrator'] })).id;
  other = (await makeStaff(app, { roles: ['administrator'] })).id;
  facilityId = await create('facilities', { name: 'Hillside', timeZone: 'America/Chicago', phone: '555-0111' });
  clerk = (await makeStaff(app, { facilityIds: [facilityId] })).id;
});
afterAll(() => app?.stop());

test('an answer says what who asks may do with it', async () => {
  const manager = (await makeStaff(app, { roles: ['manager'], facilityIds: [facilityId] })).id;
  const can = async (as: string) => (await ask('GET', `facilities/${facilityId}`, undefined, as)).body.can;
  expect([await can(administrator), await can(manager), await can(clerk)]).toEqual([
    ['build', 'set-hours'],
    ['set-hours'],
    [],
  ]);
  expect((await ask('GET', 'facilities')).body.can).toEqual(['build']);
  expect((await ask('GET', 'facilities', undefined, clerk)).body.can).toEqual([]);
});

test('what was said of a facility can be taken away again', async () => {
  const { version } = (await ask('GET', `facilities/${facilityId}`)).body;
  const change = { version, phone: null, address: { lines: ['2 Hill Road'], city: 'Hill' } };
  expect((await ask('PATCH', `facilities/${facilityId}`, change)).body).toEqual({ version: version + 1 });
  const { body } = await ask('GET', `facilities/${facilityId}`);
  expect(body).toMatchObject({ name: 'Hillside', address: { city: 'Hill' } });
  expect(body).not.toHaveProperty('phone');
});

test('of ten who change a facility as they saw it one succeeds, and the others are told', async () => {
  const { version } = (await ask('GET', `facilities/${facilityId}`)).body;
  const week = [{ weekday: 1, opens: '08:00', closes: '12:00' }];
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, at) =>
      at % 2
        ? ask('PUT', `facilities/${facilityId}/hours`, { version, windows: week }, other)
        : ask('PATCH', `facilities/${facilityId}`, { version, name: `Hillside ${at}` }),
    ),
  );
  expect(answers.filter((it) => it.status === 200)).toHaveLength(1);
  expect(new Set(answers.map((it) => it.status))).toEqual(new Set([200, 412]));
  expect(answers.find((it) => it.status === 412)?.body.code).toBe('places.changed-meanwhile');
  expect((await ask('GET', `facilities/${facilityId}`)).body.version).toBe(version + 1);
});

test('a department, a location and a service are not overwritten by who saw an older one', async () => {
  const departmentId = await create('departments', { facilityId, name: 'Imaging' });
  const locationId = await create('locations', { facilityId, name: 'North wing' });
  const serviceId = await create('services', { facilityId, name: { en: 'X-ray', es: 'Radiografía' } });
  const name = { en: 'X-rays', es: 'Radiografías' };
  for (const [path, change] of [
    [`departments/${departmentId}`, { name: 'Radiology' }],
    [`locations/${locationId}`, { name: 'North' }],
    [`services/${serviceId}`, { name }],
  ] as const) {
    expect(await ask('PATCH', path, { ...change, version: 1 })).toMatchObject({ status: 200, body: { version: 2 } });
    expect((await ask('PATCH', path, { ...change, version: 1 }, other)).status, path).toBe(412);
  }
  const gone = departmentId.replace(/.{4}$/, '0000');
  expect((await ask('PATCH', `departments/${gone}`, { name: 'Nothing', version: 1 })).status).toBe(404);
});

test('a changed service is found by its new words and no longer by the old', async () => {
  const departmentId = await create('departments', { facilityId, name: 'Outpatients' });
  const names = { en: 'Foot clinic', es: 'Consulta del pie' };
  const id = await create('services', { facilityId, name: names, words: { en: ['zebra toes'], es: [] } });
  const change = {
    ...{ version: 1, departmentId, phone: '555-0177', words: { en: ['quokka toes'], es: ['dedos'] } },
    hours: [{ weekday: 2, opens: '08:00', closes: '12:00' }],
  };
  expect((await ask('PATCH', `services/${id}`, change)).status).toBe(200);
  expect((await ask('GET', `services/${id}`)).body).toMatchObject({
    ...{ departmentId, phone: '555-0177', name: names, words: change.words, hours: change.hours },
  });
  const found = async (words: string) => (await ask('GET', `services?words=${words}`)).body.services.length;
  expect([await found('quokka'), await found('zebra')]).toEqual([1, 0]);
  await ask('PATCH', `services/${id}`, { version: 2, departmentId: null, phone: null, hours: [] });
  const { body } = await ask('GET', `services/${id}`);
  expect(body).not.toHaveProperty('departmentId');
  expect([body.hours, body.words]).toEqual([[], change.words]);
});

test('what was closed is listed and reopened; a name that is taken meanwhile stays with who has it', async () => {
  const id = await create('departments', { facilityId, name: 'Physiotherapy' });
  expect((await ask('POST', `departments/${id}/closing`)).status).toBe(200);
  expect((await ask('POST', `departments/${id}/closing`)).status).toBe(404);
  const second = await create('departments', { facilityId, name: 'Physiotherapy' });
  const { closed } = (await ask('GET', `closed?facilityId=${facilityId}`)).body;
  expect(closed).toContainEqual(expect.objectContaining({ kind: 'department', id, name: 'Physiotherapy' }));
  const refused = await ask('POST', `departments/${id}/reopening`);
  expect([refused.status, refused.body.code]).toEqual([409, 'places.department-name-taken']);
  await ask('POST', `departments/${second}/closing`);
  expect((await ask('POST', `departments/${id}/reopening`)).status).toBe(200);
  expect((await list('departments')).map((it: { id: string }) => it.id)).toContain(id);
});

test('a location is closed with what lies in it and opened with it; what was closed before stays closed', async () => {
  const tower = await create('locations', { facilityId, name: 'Tower' });
  const floor = await create('locations', { facilityId, name: 'Floor 1', parentId: tower });
  const room = await create('locations', { facilityId, name: 'Room 11', parentId: floor });
  const old = await create('locations', { facilityId, name: 'Room 12', parentId: floor });
  const listed = async () => (await list('locations')).map((it: { id: string }) => it.id);
  await ask('POST', `locations/${old}/closing`);
  await ask('POST', `locations/${tower}/closing`);
  expect(await listed()).not.toEqual(expect.arrayContaining([floor]));
  const { closed } = (await ask('GET', `closed?facilityId=${facilityId}`)).body;
  const named = closed.map((it: { id: string }) => it.id);
  expect(named).toContain(tower);
  expect(named).not.toContain(room);
  await ask('POST', `locations/${tower}/reopening`);
  expect(await listed()).toEqual(expect.arrayContaining([tower, floor, room]));
  expect(await listed()).not.toContain(old);
});

test('a closed facility leaves the list, and comes back as it was', async () => {
  const id = await create('facilities', { name: 'Seaside', timeZone: 'UTC' });
  const ids = async () => (await ask('GET', 'facilities')).body.facilities.map((it: { id: string }) => it.id);
  await ask('POST', `facilities/${id}/closing`);
  expect(await ids()).not.toContain(id);
  expect((await ask('PATCH', `facilities/${id}`, { version: 2, name: 'Lakeside' })).status).toBe(404);
  expect((await ask('GET', 'closed')).body.closed).toMatchObject([{ kind: 'facility', id, name: 'Seaside' }]);
  await ask('POST', `facilities/${id}/reopening`);
  expect(await ids()).toContain(id);
});

test('services are listed a hundred at a time, each once', async () => {
  const busy = await create('facilities', { name: 'Busy', timeZone: 'UTC' });
  for (let at = 0; at < 104; at++)
    await create('services', { facilityId: busy, name: { en: `Clinic ${at}`, es: `Consulta ${at}` } });
  const first = (await ask('GET', `facilities/${busy}/services`)).body;
  const rest = (await ask('GET', `facilities/${busy}/services?cursor=${first.next}`)).body;
  const ids = [...first.services, ...rest.services].map((it: { id: string }) => it.id);
  expect([first.services.length, new Set(ids).size, rest.next]).toEqual([100, 104, undefined]);
});
