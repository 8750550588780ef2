import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asTest, startTestApp, type TestApp } from '../../testing/app.ts';
import type { SourceFacility, SourceLocation, SourcePractitioner, SourcePractitionerRole } from './index.ts';
import {
  listFacilities,
  readFacility,
  type Upserted,
  upsertFacilitiesFromSource,
  upsertLocationsFromSource,
  upsertPractitionerRolesFromSource,
  upsertPractitionersFromSource,
} from './index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app?.stop());

const org = (sourceId: string, more: Partial<SourceFacility> = {}): SourceFacility => ({
  sourceId,
  name: `Org ${sourceId}`,
  active: true,
  identifiers: [{ system: 'urn:org', value: sourceId }],
  address: { lines: ['1 Main St'], city: 'Springfield' },
  ...more,
});
const place = (sourceId: string, facility: string, parent?: string): SourceLocation => ({
  sourceId,
  name: sourceId,
  active: true,
  kind: 'area',
  identifiers: [{ system: 'urn:loc', value: sourceId }],
  facility: { sourceId: facility },
  ...(parent && { parent: { sourceId: parent } }),
});
const practitioner = (sourceId: string): SourcePractitioner => ({
  sourceId,
  active: true,
  npi: sourceId,
  identifiers: [{ system: 'urn:npi', value: sourceId }],
  name: { given: 'Alex', family: `Example ${sourceId}`, prefix: 'Dr.' },
});

const orgs = (system: string, list: SourceFacility[]) =>
  app.act(asTest, (ctx) => upsertFacilitiesFromSource(ctx, { system, timeZone: 'America/New_York' }, list));
const places = (system: string, list: SourceLocation[]) =>
  app.act(asTest, (ctx) => upsertLocationsFromSource(ctx, { system }, list));
const counts = ({ added, changed, unchanged, refused }: Upserted) => [added, changed, unchanged, refused.length];

const versions = async () =>
  (
    await sql<{ id: string; version: string }>`
      select id, xmin::text as version from places.facility order by id`.execute(app.db)
  ).rows;

test('what was sent before and has not changed is not written again', async () => {
  const list = [org('a'), org('b'), org('a', { name: 'Org a, said again' })];
  expect(counts(await orgs('one', list))).toEqual([2, 0, 0, 0]);
  const before = await versions();
  const again = await orgs('one', list);
  expect(counts(again)).toEqual([0, 0, 2, 0]);
  expect(await versions()).toEqual(before);
  expect(counts(await orgs('one', [org('a', { phone: '555-0101' }), org('b')]))).toEqual([0, 1, 1, 0]);
  const facility = await app.act(asTest, (ctx) => readFacility(ctx, again.ids.get('a') ?? ''));
  expect(facility).toMatchObject({ name: 'Org a', phone: '555-0101', timeZone: 'America/New_York' });
});

test('two sources may use the same id for different things', async () => {
  const [one, two] = [await orgs('left', [org('same')]), await orgs('right', [org('same')])];
  expect(one.ids.get('same')).not.toBe(two.ids.get('same'));
});

test('an inactive organization is closed, and open again when the source says so', async () => {
  const { ids } = await orgs('closing', [org('c')]);
  const open = async () => (await app.act(asTest, listFacilities)).some((it) => it.id === ids.get('c'));
  expect(await open()).toBe(true);
  await orgs('closing', [org('c', { active: false })]);
  expect(await open()).toBe(false);
  await orgs('closing', [org('c')]);
  expect(await open()).toBe(true);
});

test('parts of a building may come before the building, and move with it to another organization', async () => {
  await orgs('tree', [org('x'), org('y')]);
  const list = [place('room', 'x', 'floor'), place('floor', 'x', 'house'), place('house', 'x')];
  expect(counts(await places('tree', list))).toEqual([3, 0, 0, 0]);
  expect(counts(await places('tree', list))).toEqual([0, 0, 3, 0]);
  const moved = list.map((it) => ({ ...it, facility: { sourceId: 'y' } }));
  expect(counts(await places('tree', moved))).toEqual([0, 3, 0, 0]);
  expect(counts(await places('tree', moved))).toEqual([0, 0, 3, 0]);
});

test('a location of nobody’s organization is named, and the others are written', async () => {
  await orgs('part', [org('x')]);
  const done = await places('part', [place('here', 'x'), place('lost', 'nowhere')]);
  expect(counts(done)).toEqual([1, 0, 0, 1]);
  expect(done.refused[0]?.sourceId).toBe('lost');
});

test('a role finds its practitioner, organization and location by identifier too', async () => {
  await orgs('roles', [org('x')]);
  await places('roles', [place('here', 'x')]);
  const role = (sourceId: string, npi: string): SourcePractitionerRole => ({
    sourceId,
    active: true,
    title: 'Heart',
    identifiers: [],
    codes: [{ system: 'urn:t', code: '207RC0000X' }],
    practitioner: { identifier: { system: 'urn:npi', value: npi } },
    facility: { identifier: { system: 'urn:org', value: 'x' } },
    locations: [{ identifier: { system: 'urn:loc', value: 'here' } }, { sourceId: 'not-there' }],
  });
  await app.act(asTest, (ctx) => upsertPractitionersFromSource(ctx, { system: 'roles' }, [practitioner('77')]));
  const send = () =>
    app.act(asTest, (ctx) =>
      upsertPractitionerRolesFromSource(ctx, { system: 'roles' }, [role('r1', '77'), role('r2', '78')]),
    );
  expect(counts(await send())).toEqual([1, 0, 0, 1]);
  expect(counts(await send())).toEqual([0, 0, 1, 1]);
});

test('the same batch sent eight times at once leaves one of each', async () => {
  const list = Array.from({ length: 300 }, (_, n) => practitioner(`p${n}`));
  const done = await Promise.all(
    Array.from({ length: 8 }, (_, n) =>
      app.act(asTest, (ctx) =>
        upsertPractitionersFromSource(ctx, { system: 'race' }, n % 2 ? list : list.toReversed()),
      ),
    ),
  );
  expect(done.reduce((sum, it) => sum + it.added, 0)).toBe(300);
  expect(new Set(done.map((it) => it.ids.get('p7'))).size).toBe(1);
});

test('thousands in one go, of every kind, are in once, new or seen before', async () => {
  const system = 'many';
  const numbers = Array.from({ length: 2000 }, (_, n) => n);
  const role = (n: number): SourcePractitionerRole => ({
    sourceId: `r${n}`,
    active: true,
    title: 'Heart',
    identifiers: [],
    codes: [],
    practitioner: { identifier: { system: 'urn:npi', value: `f${n}` } },
    facility: { sourceId: `o${n % 50}` },
    locations: [{ sourceId: `l${n}` }],
  });
  const kinds: [string, () => Promise<Upserted>][] = [
    [
      'organizations',
      () =>
        orgs(
          system,
          numbers.map((n) => org(`o${n}`)),
        ),
    ],
    [
      'locations',
      () =>
        places(
          system,
          numbers.map((n) => place(`l${n}`, `o${n % 50}`, n >= 50 ? `l${n % 50}` : undefined)),
        ),
    ],
    [
      'practitioners',
      () =>
        app.act(asTest, (ctx) =>
          upsertPractitionersFromSource(
            ctx,
            { system },
            numbers.map((n) => practitioner(`f${n}`)),
          ),
        ),
    ],
    ['roles', () => app.act(asTest, (ctx) => upsertPractitionerRolesFromSource(ctx, { system }, numbers.map(role)))],
  ];
  for (const [kind, send] of kinds) {
    expect(await send(), kind).toMatchObject({ added: numbers.length, refused: [] });
    expect(await send(), kind).toMatchObject({ added: 0, changed: 0, unchanged: numbers.length, refused: [] });
  }
});
