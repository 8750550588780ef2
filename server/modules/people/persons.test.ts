import { afterAll, beforeAll, expect, test } from 'vitest';
import { asTest, startTestApp, type TestApp } from '../../testing/app.ts';
import { makePerson } from '../../testing/make-person.ts';
import { findActing, findByAddress, mergePeople, readBanner, readNames, readPerson, registerPerson } from './index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: Temporal.Instant.from('2026-11-24T12:00:00Z') });
});
afterAll(() => app.stop());

test('a person who was written down is read, found by address and known to sign-in', async () => {
  const { id } = await app.act(asTest, (ctx) =>
    registerPerson(ctx, {
      name: { given: 'Łucja', family: "O'Brien-Señor" },
      birthDate: '1950-11-25',
      contacts: [
        { system: 'email', value: 'Lucja@Example.org' },
        { system: 'phone', value: '(555) 798-2634' },
      ],
      identifiers: [{ system: 'urn:mrn', value: 'AB-12 34' }],
      verified: true,
    }),
  );
  const seen = await app.act(asTest, (ctx) => readPerson(ctx, id));
  expect(seen).toMatchObject({ displayName: "Łucja O'Brien-Señor", age: 75, verified: true });
  const found = await app.act(asTest, (ctx) => findByAddress(ctx, { system: 'email', value: ' lucja@example.ORG' }));
  expect(found).toEqual([id]);
  expect(await app.act(asTest, (ctx) => findByAddress(ctx, { system: 'phone', value: '555 7982634' }))).toEqual([id]);
  const banner = await app.act(asTest, (ctx) => readBanner(ctx, id));
  expect(banner.contacts).toMatchObject([{ sharedBy: 1 }, { sharedBy: 1 }]);
  expect(await app.act(asTest, (ctx) => findActing(ctx, id))).toEqual({ id, name: "Łucja O'Brien-Señor", actsFor: [] });
});

test('names of many come at once, under the ids that were asked for; what may not be seen is left out and not on record', async () => {
  const name = (family: string) => ({ name: { given: 'Zuri', family } });
  const [kept, merged, other] = [
    await makePerson(app, { ...name('Kept'), verified: false }),
    await makePerson(app, name('Merged')),
    await makePerson(app, { name: { given: 'Robert', preferred: 'Bob', family: 'Other' }, verified: false }),
  ].map((one) => one.id) as [string, string, string];
  await app.act(asTest, (ctx) => mergePeople(ctx, { keepId: kept, mergeId: merged, reason: 'same birth date' }));
  const nobody = '01920000-0000-7000-8000-000000000009';
  const seen: string[] = [];
  const read = (actor: Parameters<TestApp['act']>[0]) => {
    seen.length = 0;
    return app.act(actor, (ctx) =>
      readNames({ ...ctx, sees: (...ids) => void seen.push(...ids) }, [kept, merged, other, nobody, kept]),
    );
  };
  const keptName = { personId: kept, name: 'Zuri Kept', verified: true };
  expect(await read(asTest)).toEqual(
    new Map([
      [kept, keptName],
      [merged, keptName],
      [other, { personId: other, name: 'Bob Other', verified: false }],
    ]),
  );
  expect(new Set(seen)).toEqual(new Set([kept, other]));
  const herself = { kind: 'person' as const, id: kept, name: 'Zuri Kept', actsFor: [], sessionId: nobody };
  expect([...(await read(herself)).keys()].toSorted()).toEqual([kept, merged].toSorted());
  expect(new Set(seen)).toEqual(new Set([kept]));
});
