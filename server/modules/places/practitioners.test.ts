import { afterAll, beforeAll, expect, test } from 'vitest';
import { asTest } from '../../testing/app.ts';
import { type AskedApp, startAskedApp } from '../../testing/ask.ts';
import { makeStaff } from '../../testing/make-staff.ts';
import {
  listFacilities,
  upsertFacilitiesFromSource,
  upsertPractitionerRolesFromSource,
  upsertPractitionersFromSource,
} from './index.ts';

let app: AskedApp;
let clerk: string;
let here: string;
let elsewhere: string;

beforeAll(async () => {
  app = await startAskedApp();
  clerk = (await makeStaff(app)).id;
  const names = [
    ['Núñez', 'Inés'],
    ['Nunes', 'Abe'],
    ['Okafor', 'Chidi'],
    ...Array.from({ length: 60 }, (_, at) => ['Zimmer', `Given ${String(at).padStart(2, '0')}`]),
  ];
  const known = (sourceId: string) => ({ sourceId, identifiers: [], active: true });
  await app.act(asTest, async (ctx) => {
    const houses = ['Here', 'There'].map((name) => ({ ...known(name), name }));
    await upsertFacilitiesFromSource(ctx, { system: 'test', timeZone: 'UTC' }, houses);
    const people = names.map(([family = '', given = ''], at) => ({ ...known(`p${at}`), name: { family, given } }));
    await upsertPractitionersFromSource(ctx, { system: 'test' }, people);
    const roles = names.map((_, at) => ({
      ...known(`r${at}`),
      practitioner: { sourceId: `p${at}` },
      facility: { sourceId: at === 2 ? 'There' : 'Here' },
      ...{ locations: [], codes: [], title: 'Physician' },
    }));
    await upsertPractitionerRolesFromSource(ctx, { system: 'test' }, roles);
  });
  const idOf = new Map((await app.act(asTest, listFacilities)).map((it) => [it.name, it.id]));
  here = idOf.get('Here') ?? '';
  elsewhere = idOf.get('There') ?? '';
});
afterAll(() => app?.stop());

const find = async (search: Record<string, string>) =>
  (await app.ask('GET', `/api/places/practitioners?${new URLSearchParams(search)}`, { as: clerk })).body;
const families = (page: { practitioners: { name: { family: string } }[] }) =>
  page.practitioners.map((it) => it.name.family);

test('practitioners are found by parts of their name, in any order and without accents', async () => {
  expect(families(await find({ words: 'ines nun' }))).toEqual(['Núñez']);
  expect(families(await find({ words: 'NUÑ', facilityId: here }))).toEqual(['Nunes', 'Núñez']);
  expect(families(await find({ words: '%' }))).toEqual([]);
});

test('a facility lists those who practise in it', async () => {
  expect(families(await find({ words: 'okafor', facilityId: here }))).toEqual([]);
  expect(families(await find({ words: 'okafor', facilityId: elsewhere }))).toEqual(['Okafor']);
});

test('the list comes fifty at a time, each once, however many have one name', async () => {
  const first = await find({ facilityId: here });
  const rest = await find({ facilityId: here, cursor: first.next });
  const ids = [...first.practitioners, ...rest.practitioners].map((it: { id: string }) => it.id);
  expect([first.practitioners.length, new Set(ids).size, rest.next]).toEqual([50, 62, undefined]);
  const cursor = 'x';
  expect((await app.ask('GET', `/api/places/practitioners?cursor=${cursor}`, { as: clerk })).status).toBe(400);
});
