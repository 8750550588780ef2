import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asTest, startTestApp, type TestApp } from '../../testing/app.ts';
import { makePerson } from '../../testing/make-person.ts';
import {
  changeName,
  contactState,
  findByAddress,
  findPeople,
  type ImportedPerson,
  isDeceased,
  listStateHistory,
  listTimeline,
  listVisits,
  readBanner,
  recordVisit,
  setDeceased,
  undoDeceased,
  upsertPeopleFromSource,
  upsertVisitsFromSource,
} from './index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: Temporal.Instant.from('2026-11-24T12:00:00Z') });
});
afterAll(() => app.stop());

const person = (sourceId: string, more: Partial<ImportedPerson> = {}): ImportedPerson => ({
  sourceSystem: 'ehr',
  sourceId,
  name: { given: 'Zoë', family: `Imported ${sourceId}` },
  birthDate: '1970-01-02',
  contacts: [{ system: 'email', value: `${sourceId}@example.org` }],
  identifiers: [{ system: 'urn:ehr', value: sourceId }],
  ...more,
});
const bring = (...people: ImportedPerson[]) => app.act(asTest, (ctx) => upsertPeopleFromSource(ctx, people));
async function idOf(given: ImportedPerson): Promise<string> {
  return (await bring(given)).personIds.get(given.sourceId) ?? '';
}
/** Where every row lies and which transaction wrote it: neither may change when nothing was written. */
async function fingerprint(): Promise<unknown> {
  const tables = [
    'person',
    'name',
    'identifier',
    'contact_point',
    'source_link',
    'name_pair',
    'name_word',
    'visit',
    'state_fact',
  ];
  const all = tables.map((table) =>
    sql<{ rows: string }>`select md5(string_agg(ctid::text || xmin::text || xmax::text, ',' order by ctid)) as rows
      from ${sql.id('people', table)}`.execute(app.db),
  );
  return (await Promise.all(all)).map((it) => it.rows);
}

test('what has not changed is not written again', async () => {
  const people = Array.from({ length: 30 }, (_, n) => person(`same-${n}`));
  expect(await bring(...people)).toMatchObject({ created: 30, changed: 0, unchanged: 0, refused: [], warnings: [] });
  const personId = await idOf(person('same-1'));
  const visits = [{ ...aVisit(personId), sourceId: 'v1' }];
  await app.act(asTest, (ctx) => upsertVisitsFromSource(ctx, visits));
  const before = await fingerprint();
  expect(await bring(...people.toReversed())).toMatchObject({ created: 0, changed: 0, unchanged: 30 });
  expect(await app.act(asTest, (ctx) => upsertVisitsFromSource(ctx, visits))).toMatchObject({ unchanged: 1 });
  expect(await fingerprint()).toEqual(before);
  expect(await bring(person('same-3', { birthDate: '1970-01-03' }))).toMatchObject({ changed: 1 });
  expect(await fingerprint()).not.toEqual(before);
});

test('a changed name, address or number replaces what the source said before, and the old name still finds', async () => {
  const id = await idOf(person('moves'));
  await bring(
    person('moves', {
      name: { given: 'Zoë', family: 'Neuname' },
      contacts: [{ system: 'email', value: 'new@example.org' }],
      identifiers: [{ system: 'urn:ehr', value: 'moves-2' }],
    }),
  );
  const seen = await app.act(asTest, (ctx) => readBanner(ctx, id));
  expect(seen).toMatchObject({
    displayName: 'Zoë Neuname',
    otherNames: ['Zoë Imported moves'],
    contacts: [{ value: 'new@example.org' }],
    identifiers: [{ value: 'moves-2' }],
  });
  expect(await app.act(asTest, (ctx) => findByAddress(ctx, { system: 'email', value: 'moves@example.org' }))).toEqual(
    [],
  );
  const found = await app.act(asTest, (ctx) => findPeople(ctx, { text: 'zoe moves' }));
  expect(found.map((one) => one.id)).toEqual([id]);
});

test('a name that staff have written stays in use', async () => {
  const id = await idOf(person('kept'));
  await app.act(asTest, (ctx) => changeName(ctx, id, { given: 'Zoë', family: 'Her Own Name' }));
  await bring(person('kept', { gender: 'female', name: { given: 'Zoë', family: 'Source Name' } }));
  const seen = await app.act(asTest, (ctx) => readBanner(ctx, id));
  expect(seen).toMatchObject({ displayName: 'Zoë Her Own Name', gender: 'female' });
  expect(seen.otherNames).toContain('Zoë Source Name');
});

test('bad rows are refused one by one, and what cannot be kept of a good one is said', async () => {
  await makePerson(app, { identifiers: [{ system: 'urn:ehr', value: 'somebody-else' }] });
  const result = await bring(
    person('good'),
    person('nul', { name: { given: 'a\0b', family: 'x' } }),
    person('half', { name: { given: 'a\ud800', family: 'x' } }),
    person('nameless', { name: { given: ' ', family: '' } }),
    person('taken', { identifiers: [{ system: 'urn:ehr', value: 'SOMEBODY-ELSE' }] }),
    person('phone', { contacts: [{ system: 'phone', value: 'none' }], birthDate: '1200-01-01' }),
  );
  expect(result.created).toBe(3);
  expect(result.refused.map((one) => one.sourceId)).toEqual(['nul', 'half', 'nameless']);
  expect(result.warnings.map((one) => one.why)).toEqual([
    'unlikely-birth-date',
    'unusable-phone',
    'identifier-taken urn:ehr',
  ]);
});

test("a source's word about a death is news only when it changes, and never overrides a person's", async () => {
  const said = (deceased: ImportedPerson['deceased'], language: string) =>
    person('dies', { language, ...(deceased && { deceased }) });
  const id = await idOf(said(undefined, 'en'));
  const dead = () => app.act(asTest, (ctx) => isDeceased(ctx, id));
  expect(await dead()).toBe(false);
  await bring(said({ is: true, on: '2026-11-01' }, 'en'));
  expect(await dead()).toBe(true);
  await bring(said(undefined, 'es'));
  expect(await dead()).toBe(true);
  await app.act(asTest, (ctx) => undoDeceased(ctx, id, { reason: 'she rang' }));
  await bring(said({ is: true, on: '2026-11-01' }, 'fr'));
  expect(await dead()).toBe(false);
  await bring(said({ is: false }, 'fr'));
  await bring(said({ is: true }, 'fr'));
  expect(await dead()).toBe(true);
  await bring(said({ is: false }, 'de'));
  expect(await dead()).toBe(false);
  await app.act(asTest, (ctx) => setDeceased(ctx, id, { source: 'family' }));
  await bring(said({ is: true }, 'it'));
  await bring(said({ is: false }, 'it'));
  expect(await dead()).toBe(true);
  const history = await app.act(asTest, (ctx) => listStateHistory(ctx, id));
  expect(history.facts.map((fact) => [fact.source, fact.holds])).toEqual([
    ['family', true],
    ['import', false],
    ['import', true],
    ['staff', false],
    ['import', true],
  ]);
});

const aVisit = (personId: string) => ({
  personId,
  practitionerIds: [],
  kind: 'outpatient' as const,
  status: 'finished' as const,
  startsAt: '2026-11-20T10:00:00Z',
  endsAt: '2026-11-20T10:30:00Z',
  sourceSystem: 'ehr',
  sourceId: 'visit',
});

test('visits told again are changed, not doubled; only what is about now is news', async () => {
  const { id } = await makePerson(app);
  const first = await app.act(asTest, (ctx) => recordVisit(ctx, { ...aVisit(id), sourceId: 'n1', status: 'planned' }));
  const again = await app.act(asTest, (ctx) => recordVisit(ctx, { ...aVisit(id), sourceId: 'n1' }));
  expect(again).toEqual(first);
  const result = await app.act(asTest, (ctx) =>
    upsertVisitsFromSource(ctx, [
      { ...aVisit(id), sourceId: 'old', startsAt: '2017-06-28T07:49:16+00:00', endsAt: '2017-06-28T08:19:16+00:00' },
      { ...aVisit(id), sourceId: 'backwards', endsAt: '2026-11-20T09:00:00Z' },
      { ...aVisit('01920000-0000-7000-8000-000000000009'), sourceId: 'nobody' },
    ]),
  );
  expect(result).toMatchObject({
    created: 1,
    refused: [
      { sourceId: 'backwards', why: 'ends-before-start' },
      { sourceId: 'nobody', why: 'unknown-person' },
    ],
  });
  const { visits } = await app.act(asTest, (ctx) => listVisits(ctx, id));
  expect(visits.map((one) => [one.sourceId, one.status])).toEqual([
    ['n1', 'finished'],
    ['old', 'finished'],
  ]);
  const { entries } = await app.act(asTest, (ctx) => listTimeline(ctx, id));
  expect(entries.map((one) => one.kind)).toEqual(['people.visit', 'people.visit']);
  const { rows } = await sql<{ n: number }>`select count(*) as n from platform.event
    where name = 'people.visit-recorded' and payload ->> 'personId' = ${id}`.execute(app.db);
  expect(rows[0]?.n).toBe(2);
});

test('one address of several people is told with how many others have it', async () => {
  const shared = { contacts: [{ system: 'phone' as const, value: '(617) 555-0177' }] };
  const [mother, child] = [await makePerson(app, shared), await makePerson(app, shared)];
  const found = await app.act(asTest, (ctx) => findByAddress(ctx, { system: 'phone', value: '6175550177' }));
  expect(found.toSorted()).toEqual([mother.id, child.id].toSorted());
  const state = await app.act(asTest, (ctx) => contactState(ctx, mother.id, { channel: 'sms', purpose: 'reminder' }));
  expect(state).toMatchObject({ sharedWith: 1, address: '(617) 555-0177', consent: 'unknown', deceased: false });
});
