import { afterAll, beforeAll, expect, test } from 'vitest';
import { asTest } from '../../testing/app.ts';
import { type AskedApp, startAskedApp } from '../../testing/ask.ts';
import { makeStaff } from '../../testing/make-staff.ts';
import { facilityCalendar, moveLocation, seedSpecialties, setOpeningHours } from './index.ts';

let app: AskedApp;
let administrator: string;
let manager: string;
let facilityId: string;

const create = async (what: string, payload: object) => {
  const answer = await app.ask('POST', `/api/places/${what}`, { as: administrator, payload });
  expect(answer).toMatchObject({ status: 200 });
  return answer.body.id as string;
};

const weekdays = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, opens: '08:00', closes: '12:00' },
  { weekday, opens: '13:00', closes: '17:00' },
]);

beforeAll(async () => {
  app = await startAskedApp();
  administrator = (await makeStaff(app, { roles: ['administrator'] })).id;
  facilityId = await create('facilities', {
    name: 'Lakeside Clinic',
    timeZone: 'America/Chicago',
    phone: '555-0100',
    hours: weekdays,
    address: { lines: ['1 Lake Road'], city: 'Lakeside' },
  });
  manager = (await makeStaff(app, { roles: ['manager'], facilityIds: [facilityId] })).id;
});
afterAll(() => app?.stop());

test('anyone may know where a facility is and when it is open, and nothing else of it', async () => {
  const { body } = await app.ask('GET', `/api/places/facilities/${facilityId}`);
  expect(body).toEqual({
    id: facilityId,
    name: 'Lakeside Clinic',
    timeZone: 'America/Chicago',
    phone: '555-0100',
    hours: weekdays,
    address: { lines: ['1 Lake Road'], city: 'Lakeside' },
    version: 1,
    can: [],
  });
  expect((await app.ask('GET', `/api/places/facilities/${facilityId}/locations`)).status).toBe(401);
  expect((await app.ask('GET', `/api/places/facilities/${facilityId}/holidays`)).status).toBe(401);
});

test('a time zone nobody knows is refused', async () => {
  const payload = { name: 'Nowhere', timeZone: 'Mars/Olympus' };
  expect((await app.ask('POST', '/api/places/facilities', { as: administrator, payload })).status).toBe(400);
});

test('a manager keeps the hours of the facilities they work at, and of no other', async () => {
  const other = await create('facilities', { name: 'Other', timeZone: 'America/Chicago' });
  const payload = { version: 1, windows: weekdays };
  const put = (id: string) => app.ask('PUT', `/api/places/facilities/${id}/hours`, { as: manager, payload });
  expect((await put(facilityId)).status).toBe(200);
  expect((await put(other)).status).toBe(403);
  const overlapping = { version: 2, windows: [...weekdays, { weekday: 1, opens: '11:59', closes: '12:30' }] };
  const refused = await app.ask('PUT', `/api/places/facilities/${facilityId}/hours`, {
    as: manager,
    payload: overlapping,
  });
  expect([refused.status, refused.body.code]).toEqual([400, 'places.windows-overlap']);
  expect((await app.ask('GET', `/api/places/facilities/${facilityId}`)).body.hours).toEqual(weekdays);
});

test('weeks that are set at once never mix', async () => {
  const id = await create('facilities', { name: 'Busy', timeZone: 'UTC' });
  const week = (hour: number) =>
    [1, 2].map((weekday) => ({ weekday, opens: `0${hour}:00`, closes: `0${hour + 1}:30` }));
  await Promise.all(
    Array.from({ length: 12 }, (_, n) => app.act(asTest, (ctx) => setOpeningHours(ctx, id, week(n % 8)))),
  );
  const { windows } = await app.act(asTest, (ctx) => facilityCalendar(ctx, id));
  expect(windows).toHaveLength(2);
  expect(windows[0]?.opens).toBe(windows[1]?.opens);
});

test('two who move two places into one another at once leave a tree', async () => {
  const place = (name: string) => create('locations', { facilityId, name });
  for (let round = 0; round < 10; round++) {
    const [a, b, c] = [await place(`a${round}`), await place(`b${round}`), await place(`c${round}`)];
    const moves = await Promise.allSettled([
      app.act(asTest, (ctx) => moveLocation(ctx, a, b)),
      app.act(asTest, (ctx) => moveLocation(ctx, b, c)),
      app.act(asTest, (ctx) => moveLocation(ctx, c, a)),
    ]);
    const refused = moves.filter((it) => it.status === 'rejected');
    expect(refused.map((it) => it.reason.code)).toEqual(['places.location-within-itself']);
  }
});

test('a place lies in the facility of what it lies in', async () => {
  const other = await create('facilities', { name: 'Elsewhere', timeZone: 'UTC' });
  const parentId = await create('locations', { facilityId: other, name: 'Far wing' });
  const payload = { facilityId, parentId, name: 'Room 1' };
  const refused = await app.ask('POST', '/api/places/locations', { as: administrator, payload });
  expect([refused.status, refused.body.code]).toEqual([400, 'places.not-of-this-facility']);
  const service = { facilityId, locationId: parentId, name: { en: 'X', es: 'X' } };
  expect((await app.ask('POST', '/api/places/services', { as: administrator, payload: service })).status).toBe(400);
});

test('a department has its name once, however many make it at once', async () => {
  const answers = await Promise.all(
    Array.from({ length: 8 }, () =>
      app.ask('POST', '/api/places/departments', { as: administrator, payload: { facilityId, name: 'Radiology' } }),
    ),
  );
  expect(answers.filter((it) => it.status === 200)).toHaveLength(1);
  const list = await app.ask('GET', `/api/places/facilities/${facilityId}/departments`, { as: manager });
  expect(list.body.departments).toHaveLength(1);
});

test('a day set by hand goes before the week, and its windows may not overlap', async () => {
  const today = Temporal.Now.plainDateISO('America/Chicago').add({ days: 10 }).toString();
  const url = `/api/places/facilities/${facilityId}/special-days/${today}`;
  const put = (windows: object[]) => app.ask('PUT', url, { as: manager, payload: { name: 'Staff meeting', windows } });
  const closures = async () => (await app.ask('GET', `/api/places/facilities/${facilityId}/calendar`)).body.closures;
  expect((await put([{ opens: '10:00', closes: '11:00' }])).status).toBe(200);
  expect(await closures()).toEqual([
    { date: today, name: 'Staff meeting', setBy: 'hand', windows: [{ opens: '10:00', closes: '11:00' }] },
  ]);
  const overlapping = [
    { opens: '10:00', closes: '11:00' },
    { opens: '10:30', closes: '12:00' },
  ];
  expect((await put(overlapping)).status).toBe(400);
  expect((await put([])).status).toBe(200);
  expect((await closures())[0].windows).toEqual([]);
  expect((await app.ask('DELETE', url, { as: manager })).status).toBe(200);
  expect(await closures()).toEqual([]);
});

test('services are found in people’s own words, English and Spanish, with accents and slips', async () => {
  await app.act(asTest, seedSpecialties);
  await app.act(asTest, seedSpecialties);
  const service = (specialty: string, en: string, es: string, words?: object) =>
    create('services', { facilityId, specialty, name: { en, es }, ...words });
  const heart = await service('cardiology', 'Cardiology clinic', 'Consulta de cardiología');
  const skin = await service('dermatology', 'Dermatology', 'Dermatología');
  const eyes = await service('ophthalmology', 'Eye clinic', 'Clínica de ojos', {
    words: { en: ['glasses check'], es: ['gafas'] },
  });
  const find = async (words: string, language = 'en') =>
    (await app.ask('GET', `/api/places/services?language=${language}&words=${encodeURIComponent(words)}`)).body
      .services;
  expect((await find('I need a heart doctor'))[0].id).toBe(heart);
  expect((await find('medico del corazon', 'es'))[0]).toMatchObject({ id: heart, name: 'Consulta de cardiología' });
  expect((await find('dermatolgy'))[0].id).toBe(skin);
  expect((await find('gafas'))[0].id).toBe(eyes);
  expect(await find('zzzzqq')).toEqual([]);
  expect(await find('%_\\')).toEqual([]);
  await app.ask('POST', `/api/places/services/${heart}/closing`, { as: administrator });
  expect((await find('heart doctor')).map((it: { id: string }) => it.id)).not.toContain(heart);
});
