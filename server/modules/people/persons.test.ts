import { afterAll, beforeAll, expect, test } from 'vitest';
import { asTest, startTestApp, type TestApp } from '../../testing/app.ts';
import { findActing, findByAddress, readBanner, readPerson, registerPerson } from './index.ts';

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
