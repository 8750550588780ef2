import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asTest, startTestApp, type TestApp } from '../../testing/app.ts';
import { makePerson } from '../../testing/make-person.ts';
import {
  addContact,
  addNeed,
  addRelation,
  changeName,
  grantProxy,
  mergePeople,
  registerPerson,
  unmerge,
  upsertPeopleFromSource,
} from './index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const many = 8;
/** Runs them at once; how many got through, and with which codes the others were refused. */
async function race(runs: readonly (() => Promise<unknown>)[]) {
  const ends = await Promise.allSettled(runs.map((run) => run()));
  const refused = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason?.code ?? String(end.reason)] : []));
  return { won: ends.length - refused.length, refused: [...new Set(refused)] };
}
const times = (run: (n: number) => Promise<unknown>) => Array.from({ length: many }, (_, n) => () => run(n));
async function count(query: ReturnType<typeof sql<{ n: number }>>): Promise<number> {
  return (await query.execute(app.db)).rows[0]?.n ?? -1;
}

test('a patient number belongs to one person, however many claim it at once', async () => {
  const identifiers = [{ system: 'urn:mrn', value: 'RACE-1' }];
  const name = { given: 'Ada', family: 'Race' };
  const { won, refused } = await race(
    times(() => app.act(asTest, (ctx) => registerPerson(ctx, { name, contacts: [], identifiers, verified: true }))),
  );
  expect({ won, refused }).toEqual({ won: 1, refused: ['people.identifier-taken'] });
  expect(await count(sql`select count(*) as n from people.identifier where plain_value = 'RACE1'`)).toBe(1);
  expect(await count(sql`select count(*) as n from people.name where family = 'Race'`)).toBe(1);
});

test('a person has one name in use, however many change it at once', async () => {
  const { id } = await makePerson(app);
  const { won } = await race(
    times((n) => app.act(asTest, (ctx) => changeName(ctx, id, { given: `Ada ${n}`, family: 'Changed' }))),
  );
  expect(won).toBeGreaterThan(0);
  expect(await count(sql`select count(*) as n from people.name where person_id = ${id} and kind = 'current'`)).toBe(1);
  expect(await count(sql`select count(*) as n from people.name where person_id = ${id}`)).toBe(won + 1);
});

test('two records cannot be merged into one another', async () => {
  for (let round = 0; round < 5; round++) {
    const [a, b] = [await makePerson(app), await makePerson(app)];
    const merge = (keepId: string, mergeId: string) =>
      app.act(asTest, (ctx) => mergePeople(ctx, { keepId, mergeId, reason: 'the same' }));
    const { won, refused } = await race(times((n) => (n % 2 ? merge(a.id, b.id) : merge(b.id, a.id))));
    expect({ won, refused }).toEqual({ won: 1, refused: ['people.already-merged'] });
    expect(
      await count(
        sql`select count(*) as n from people.person where id in (${a.id}, ${b.id}) and merged_into is not null`,
      ),
    ).toBe(1);
  }
});

test('the database itself refuses a merge into somebody who is merged', async () => {
  const [a, b, c] = [await makePerson(app), await makePerson(app), await makePerson(app)];
  const point = (id: string, to: string) =>
    sql`update people.person set merged_into = ${to} where id = ${id}`.execute(app.db);
  await point(a.id, b.id);
  await expect(point(c.id, a.id)).rejects.toMatchObject({ constraint: 'person_merged_into_current' });
  await expect(point(b.id, c.id)).rejects.toMatchObject({ constraint: 'person_merged_into_current' });
  await expect(point(b.id, a.id)).rejects.toMatchObject({ constraint: 'person_merged_into_current' });
  await expect(point(c.id, c.id)).rejects.toMatchObject({ constraint: 'person_not_into_itself' });
});

test('a merge is undone once', async () => {
  const [a, b] = [await makePerson(app), await makePerson(app)];
  const { mergeId } = await app.act(asTest, (ctx) =>
    mergePeople(ctx, { keepId: a.id, mergeId: b.id, reason: 'the same' }),
  );
  const { won, refused } = await race(times(() => app.act(asTest, (ctx) => unmerge(ctx, mergeId, { reason: 'not' }))));
  expect({ won, refused }).toEqual({ won: 1, refused: ['people.already-unmerged'] });
});

test('one grant at a time between the same two', async () => {
  const [daughter, mother] = [await makePerson(app), await makePerson(app)];
  const until = '2099-01-01T00:00:00Z';
  const { won, refused } = await race(
    times(() =>
      app.act(asTest, (ctx) =>
        grantProxy(ctx, { proxyPersonId: daughter.id, forPersonId: mother.id, scopes: ['messages'], until }),
      ),
    ),
  );
  expect({ won, refused }).toEqual({ won: 1, refused: ['people.proxy-already-granted'] });
  expect(await count(sql`select count(*) as n from people.proxy where for_person_id = ${mother.id}`)).toBe(1);
});

test('the same need, address and relation recorded at once stand there once, and nobody is refused', async () => {
  const [person, sister] = [await makePerson(app), await makePerson(app)];
  const { won } = await race(
    times(async () => {
      await app.act(asTest, (ctx) => addNeed(ctx, person.id, { kind: 'large-print' }));
      await app.act(asTest, (ctx) => addContact(ctx, person.id, { system: 'phone', value: '617 555 0199' }));
      await app.act(asTest, (ctx) => addRelation(ctx, person.id, { relatedId: sister.id, kind: 'sibling' }));
    }),
  );
  expect(won).toBe(many);
  const { id } = person;
  expect(await count(sql`select count(*) as n from people.need where person_id = ${id}`)).toBe(1);
  expect(
    await count(sql`select count(*) as n from people.contact_point where person_id = ${id} and system = 'phone'`),
  ).toBe(1);
  expect(await count(sql`select count(*) as n from people.relation where person_id = ${id}`)).toBe(1);
});

test('importers that bring the same people at once, in any order, write each once', async () => {
  const people = Array.from({ length: 60 }, (_, n) => ({
    sourceSystem: 'race',
    sourceId: `p${n}`,
    name: { given: `Given${n}`, family: `Family${n}` },
    contacts: [{ system: 'phone' as const, value: `617555${1000 + n}` }],
    identifiers: [{ system: 'urn:race', value: `R${n}` }],
  }));
  const { won, refused } = await race(
    times((n) => app.act(asTest, (ctx) => upsertPeopleFromSource(ctx, n % 2 ? people : people.toReversed()))),
  );
  expect({ won, refused }).toEqual({ won: many, refused: [] });
  expect(await count(sql`select count(*) as n from people.source_link where source_system = 'race'`)).toBe(60);
  expect(await count(sql`select count(*) as n from people.name where family like 'Family%'`)).toBe(60);
  expect(await count(sql`select count(*) as n from people.contact_point where source_system = 'race'`)).toBe(60);
});
