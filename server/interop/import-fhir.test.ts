import { existsSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../testing/app.ts';
import { bundleOf, encounter, entryOf, folderWith, organization, patient } from '../testing/fhir-bundles.ts';
import { hashTables } from '../testing/table-contents.ts';
import { importFhir } from './index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());
const leftToRemove: (() => void)[] = [];
afterEach(() => {
  for (const remove of leftToRemove.splice(0)) remove();
});

let sources = 0;
/** Imports files as a source of their own, so that tests do not meet each other's ids. */
async function bring(files: Readonly<Record<string, string | Buffer>>, sourceSystem = `source-${++sources}`) {
  const { folder, remove } = folderWith(files);
  leftToRemove.push(remove);
  const result = await importFhir(app.shop, { place: folder, sourceSystem });
  const counts: Record<string, number> = {};
  for (const file of result.files)
    for (const [key, more] of Object.entries(file.counts)) counts[key] = (counts[key] ?? 0) + more;
  const refused = result.files.flatMap((file) => file.refused.map((one) => ({ file: file.name, ...one })));
  return { ...result, counts, refused, sourceSystem };
}

async function visitsOf(sourceSystem: string) {
  const { rows } = await sql<{ source_id: string; facility_id: string | null; practitioner_ids: string[] }>`
    select source_id, facility_id, practitioner_ids from people.visit where source_system = ${sourceSystem}
    order by source_id`.execute(app.db);
  return rows;
}

describe('bundles as Synthea writes them', () => {
  const shared = fileURLToPath(new URL('../../../shared/data/fhir', import.meta.url));
  const there = existsSync(shared);
  if (!there) console.log('Skipped: ../shared/data/fhir is not here.');

  test.skipIf(!there)('all twelve go in, and a second time nothing is written', async () => {
    const import_ = () => importFhir(app.shop, { place: shared, sourceSystem: 'synthea' });
    const first = await import_();
    const counted = (type: string) => first.files.reduce((sum, file) => sum + (file.counts[`${type}.added`] ?? 0), 0);
    expect(['Patient', 'Encounter', 'Organization', 'Practitioner'].map(counted)).toEqual([12, 261, 17, 17]);
    expect(first.files.flatMap((file) => file.refused)).toEqual([]);
    const before = await hashTables(app.databaseUrl, ['people', 'places']);
    const second = await import_();
    expect(second.files.reduce((sum, file) => sum + (file.counts['Encounter.unchanged'] ?? 0), 0)).toBe(261);
    expect(await hashTables(app.databaseUrl, ['people', 'places'])).toEqual(before);
    for (const visit of await visitsOf('synthea')) expect(visit.facility_id).not.toBeNull();
  });
});

test('collections, search results, single resources and lines all go in; what is not ours is counted', async () => {
  const { counts, refused } = await bring({
    'a.json': JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry: [{ resource: patient('1') }] }),
    'b.json': JSON.stringify({
      resourceType: 'Bundle',
      type: 'searchset',
      total: 1,
      entry: [
        { fullUrl: 'https://ehr.example/fhir/Patient/2', resource: patient('2'), search: { mode: 'match' } },
        { resource: { resourceType: 'OperationOutcome', issue: [] }, search: { mode: 'outcome' } },
      ],
    }),
    'c.json': JSON.stringify(patient('3')),
    'd.ndjson': [patient('4'), { resourceType: 'Goal', id: '9' }, patient('5')]
      .map((it) => JSON.stringify(it))
      .join('\n'),
  });
  expect(refused).toEqual([]);
  expect(counts).toEqual({ 'Patient.added': 5, 'other.OperationOutcome': 1, 'other.Goal': 1 });
});

test('what comes before that which it names waits for it, across files', async () => {
  const visit = encounter('e', 'Patient/p', {
    serviceProvider: { reference: 'Organization?identifier=urn:x|hospital' },
    participant: [{ individual: { reference: 'Practitioner?identifier=http://hl7.org/fhir/sid/us-npi|77' } }],
  });
  const { counts, refused, sourceSystem } = await bring({
    '1.json': bundleOf(visit, {
      resourceType: 'RelatedPerson',
      id: 'r',
      name: [{ text: 'Kim' }],
      patient: { reference: 'urn:uuid:p' },
    }),
    '2.json': bundleOf(patient('p')),
    '3.json': bundleOf(organization('o', { identifier: [{ system: 'urn:x', value: 'hospital' }] }), {
      resourceType: 'Practitioner',
      id: 'd',
      name: [{ family: 'Li' }],
      identifier: [{ system: 'http://hl7.org/fhir/sid/us-npi', value: '77' }],
    }),
  });
  expect(refused).toEqual([]);
  expect(counts).toEqual({
    'Encounter.added': 1,
    'Patient.added': 1,
    'RelatedPerson.added': 1,
    'Organization.added': 1,
    'Practitioner.added': 1,
  });
  expect(await visitsOf(sourceSystem)).toMatchObject([
    { facility_id: expect.any(String), practitioner_ids: [expect.any(String)] },
  ]);
  const { rows } = await sql`select 1 from interop.waiting`.execute(app.db);
  expect(rows).toEqual([]);
});

test('a care team finds its patient and practitioners, and stands by names where it cannot', async () => {
  const team = {
    resourceType: 'CareTeam',
    id: 't',
    status: 'active',
    category: [{ coding: [{ code: 'LA27976-2', display: 'Longitudinal care-coordination focused care team' }] }],
    subject: { reference: 'urn:uuid:p' },
    period: { start: '2019-05-01T10:00:00-04:00' },
    participant: [
      { role: [{ text: 'Patient' }], member: { reference: 'urn:uuid:p', display: 'Given Family' } },
      {
        role: [{ text: 'Healthcare professional' }],
        member: { reference: 'Practitioner?identifier=http://hl7.org/fhir/sid/us-npi|99', display: 'Dr. Li' },
      },
      { member: { reference: 'urn:uuid:o', display: 'Clinic East' } },
    ],
    managingOrganization: [{ reference: 'urn:uuid:o', display: 'Clinic East' }],
  };
  const files = {
    '1.json': bundleOf(team),
    '2.json': bundleOf(patient('p'), organization('o'), {
      resourceType: 'Practitioner',
      id: 'd',
      name: [{ family: 'Li' }],
      identifier: [{ system: 'http://hl7.org/fhir/sid/us-npi', value: '99' }],
    }),
  };
  const { counts, refused, sourceSystem } = await bring(files);
  expect(refused).toEqual([]);
  expect(counts).toMatchObject({ 'CareTeam.added': 1 });
  const { rows } = await sql`select name, status, starts_on::text, members from people.care_team
    where source_system = ${sourceSystem}`.execute(app.db);
  expect(rows).toMatchObject([
    {
      name: 'Longitudinal care-coordination focused care team',
      status: 'active',
      members: [
        { practitionerId: expect.any(String), name: 'Dr. Li', role: 'Healthcare professional' },
        { practitionerId: null, name: 'Clinic East', role: null },
      ],
    },
  ]);
  expect((await bring(files, sourceSystem)).counts).toMatchObject({ 'CareTeam.unchanged': 1 });
});

test('a patient is also found by a number, where one has it', async () => {
  const numbered = patient('n', { identifier: [{ system: 'urn:mrn', value: 'MRN-77' }] });
  const { refused, sourceSystem } = await bring({
    '1.json': bundleOf(
      encounter('e', 'Patient?identifier=urn:mrn|MRN-77'),
      encounter('f', 'Patient?identifier=urn:other|MRN-77'),
    ),
    '2.json': bundleOf(numbered),
  });
  expect(refused).toMatchObject([{ sourceId: 'f', reason: 'its patient is not known' }]);
  expect((await visitsOf(sourceSystem)).map((one) => one.source_id)).toEqual(['e']);
});

test('a visit of nobody known is refused and not there at all', async () => {
  const { refused, sourceSystem } = await bring({
    'a.json': bundleOf(encounter('e', 'urn:uuid:nobody'), patient('p')),
  });
  expect(refused).toMatchObject([
    { file: 'a.json', resourceType: 'Encounter', sourceId: 'e', reason: 'its patient is not known' },
  ]);
  expect(await visitsOf(sourceSystem)).toEqual([]);
});

test('a name that only the bundle knows leads to the resource, also when it comes later', async () => {
  const entry = [
    entryOf(encounter('e', 'urn:uuid:0000-alias')),
    entryOf(patient('real-id'), 'urn:uuid:0000-alias'),
    entryOf({ ...patient('x'), id: undefined }, 'urn:uuid:only-a-url'),
    entryOf(encounter('f', 'urn:uuid:only-a-url')),
  ];
  const { refused, sourceSystem } = await bring({ 'a.json': JSON.stringify({ resourceType: 'Bundle', entry }) });
  expect(refused).toEqual([]);
  expect(await visitsOf(sourceSystem)).toHaveLength(2);
});

test('what a source says anew changes what is there; the last word of a batch counts', async () => {
  const { sourceSystem } = await bring({
    'a.json': bundleOf(organization('o'), organization('o', { name: 'Second word' })),
  });
  const { counts } = await bring({ 'a.json': bundleOf(organization('o', { name: 'Third word' })) }, sourceSystem);
  expect(counts).toEqual({ 'Organization.changed': 1 });
  const { rows } = await sql<{ name: string }>`
    select name from places.facility where source_system = ${sourceSystem}`.execute(app.db);
  expect(rows).toEqual([{ name: 'Third word' }]);
});

test('one value that the database refuses stops nobody else', async () => {
  const resources = Array.from({ length: 20 }, (_, n) => organization(`o${n}`, n === 7 ? { name: ' '.repeat(5) } : {}));
  const { counts, refused } = await bring({ 'a.json': bundleOf(...resources) });
  expect(counts).toEqual({ 'Organization.added': 19 });
  expect(refused).toMatchObject([{ sourceId: 'o7' }]);
});

describe('hostile files', () => {
  const good = (id: string) => JSON.stringify(entryOf(patient(id)));
  const around = (...entries: string[]) =>
    `{"resourceType":"Bundle","type":"collection","entry":[${entries.join(',')}]}`;
  const lone = patient('l', { name: [{ family: 'X' }] });

  test.each<[string, string | Buffer, number, RegExp[]]>([
    [
      'garbage inside one entry',
      around(good('1'), '{"fullUrl":"x","resource":{"resourceType":@@@}}', good('2')),
      2,
      [/is not JSON/],
    ],
    [
      'a bracket too few in the middle',
      around(good('1'), '{"fullUrl":"x","resource":{"resourceType":"Patient"', good('2')),
      2,
      [/not complete|not JSON/],
    ],
    ['a bracket too many', around(good('1'), `${good('2')}}`, good('3')), 3, [/text where none belongs/]],
    ['an end in the middle of an entry', around(good('1'), good('2')).slice(0, -30), 1, [/is not complete/]],
    ['an end in the middle of a string', `${around(good('1')).slice(0, -2)},{"fullUrl":"abc`, 1, [/is not complete/]],
    [
      '200 000 levels',
      around(
        good('1'),
        `{"resource":{"resourceType":"Patient","id":"d","x":${'['.repeat(200_000)}${']'.repeat(200_000)}}}`,
        good('2'),
      ),
      2,
      [/levels deep/],
    ],
    ['200 000 levels without an end', '['.repeat(200_000), 0, [/no FHIR resource/]],
    ['200 000 objects without an end', '{"a":'.repeat(200_000), 0, [/is not complete/]],
    [
      'NUL as a character',
      around(good('1'), JSON.stringify(entryOf(lone)).replace('"X"', '"X\\u0000"'), good('2')),
      2,
      [/NUL/],
    ],
    [
      'NUL as a byte',
      around(good('1'), JSON.stringify(entryOf(lone)).replace('"X"', '"X\0"'), good('2')),
      2,
      [/is not JSON/],
    ],
    [
      'half of a surrogate pair',
      around(good('1'), JSON.stringify(entryOf(lone)).replace('"X"', '"\\ud83d"'), good('2')),
      2,
      [/surrogate/],
    ],
    [
      'bytes that are not UTF-8',
      Buffer.from(around(good('1'), JSON.stringify(entryOf(lone)).replace('"X"', '"\xff\xfe"'), good('2')), 'latin1'),
      2,
      [/not UTF-8/],
    ],
    ['a byte order mark', `\ufeff${around(good('1'))}`, 1, []],
    ['UTF-16', Buffer.from(`\ufeff${around(good('1'))}`, 'utf16le'), 0, [/UTF-16/]],
    ['nothing', '', 0, [/empty/]],
    ['spaces', ' \n ', 0, [/no FHIR resource/]],
    ['a picture', Buffer.from('89504e470d0a1a0a00000d49', 'hex'), 0, [/text where none belongs|UTF-16/]],
    [
      'wrong types',
      around(
        good('1'),
        ...[{ name: 5 }, { name: [{ family: 7 }] }, { telecom: {} }, { identifier: 'x' }, { communication: 3 }].map(
          (more, n) => JSON.stringify(entryOf(patient(`w${n}`, more))),
        ),
        JSON.stringify(entryOf(encounter('e', 'Patient/1', { period: 4, participant: 'x' }))),
        JSON.stringify(entryOf(organization('o', { name: {} }))),
      ),
      1,
      Array(7).fill(/wrong type|cannot be taken/),
    ],
    [
      'entries that are none',
      around('1', 'null', '"x"', '[]', '{}', '{"resource":5}', '{"resource":{}}', good('1')),
      1,
      [/none belongs/, /not an object/, /not an object/, /no resourceType/],
    ],
    ['a bundle whose entry is no list', '{"resourceType":"Bundle","entry":{}}', 0, [/not a list/]],
    [
      'ids that are none',
      around(
        ...[{ id: 5 }, { id: '' }, { id: 'x'.repeat(500) }].map((more) =>
          JSON.stringify({ resource: patient('x', more) }),
        ),
      ),
      0,
      Array(3).fill(/no id/),
    ],
  ])('%s: told, and the good ones are in', async (_, content, patients, reasons) => {
    const { counts, refused } = await bring({ 'a.json': content });
    expect(counts['Patient.added'] ?? 0).toBe(patients);
    expect(refused.map((one) => one.reason)).toEqual(reasons.map((reason) => expect.stringMatching(reason)));
  });

  test('a string of 100 MB is skipped, and what stands behind it is in', async () => {
    const long = Buffer.concat([
      Buffer.from(
        `${around(good('1')).slice(0, -2)},{"fullUrl":"x","resource":{"resourceType":"Patient","id":"big","text":"`,
      ),
      Buffer.alloc(100 * 1024 * 1024, 'a'),
      Buffer.from(`"}},${good('2')}]}`),
    ]);
    const { counts, refused } = await bring({ 'a.json': long });
    expect(counts).toEqual({ 'Patient.added': 2 });
    expect(refused.map((one) => one.reason)).toEqual(['is larger than 16 MB']);
  });

  test('beginnings of entries without an end, over and over, come to an end', async () => {
    const { refused } = await bring({
      'a.json': `{"resourceType":"Bundle","entry":[${'{"fullUrl":"x",'.repeat(50_000)}`,
    });
    expect(refused.length).toBeGreaterThan(0);
  }, 30_000);

  test('links and other files are left out and named', async () => {
    const { folder, remove } = folderWith({ 'a.json': bundleOf(patient('1')), 'notes.txt': 'x' });
    leftToRemove.push(remove);
    symlinkSync('/dev/zero', path.join(folder, 'endless.json'));
    symlinkSync(folder, path.join(folder, 'circle'));
    const result = await importFhir(app.shop, { place: folder, sourceSystem: 'links' });
    expect(result.files.map((file) => file.name)).toEqual(['a.json']);
    expect(result.leftOut.map((one) => one.name)).toEqual(['circle', 'endless.json', 'notes.txt']);
  });
});
