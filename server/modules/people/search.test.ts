import { afterAll, beforeAll, expect, test } from 'vitest';
import { asTest, startTestApp, type TestApp } from '../../testing/app.ts';
import { makePerson } from '../../testing/make-person.ts';
import { findPeople, setDeceased } from './index.ts';

let app: TestApp;
const ids: Record<string, string> = {};
beforeAll(async () => {
  app = await startTestApp({ now: Temporal.Instant.from('2026-11-24T12:00:00Z') });
  const people = {
    maria: { given: 'María José', family: 'García López', born: '1980-03-12' },
    katya: { given: 'Екатерина', family: 'Иванова', born: '1991-06-07' },
    catherine: { given: 'Catherine', family: "O'Brien", born: '1955-12-01' },
    juan: { given: 'Juan', family: 'de la Cruz', born: '2001-02-03' },
    mononym: { given: 'Sukarno', family: '', born: '1948-08-17' },
    smith: { given: 'John', family: 'Smith', born: '1970-01-01' },
  };
  for (const [key, { given, family, born }] of Object.entries(people)) {
    const it = await makePerson(app, {
      name: { given, family, ...(key === 'smith' && { preferred: 'Jack' }) },
      birthDate: born,
      contacts:
        key === 'maria'
          ? [{ system: 'phone', value: '617 555 0134' }]
          : [{ system: 'email', value: `${key}@example.org` }],
      identifiers: [{ system: 'urn:mrn', value: `MR-${key}-77` }],
    });
    ids[key] = it.id;
  }
});
afterAll(() => app.stop());

const search = async (text: string) =>
  (await app.act(asTest, (ctx) => findPeople(ctx, { text }))).map((one) => ({ id: one.id, match: one.match }));

test.each([
  ['mr-MARIA-77', 'maria', 'identifier'],
  ['MR maria 77', 'maria', 'identifier'],
  ['mrmaria7', 'maria', 'identifier'],
  ['(617) 555-0134', 'maria', 'contact'],
  ['5550134', 'maria', 'contact'],
  ['catherine@EXAMPLE.org', 'catherine', 'contact'],
  ['cather@', 'nobody', undefined],
  ['catherine@ex', 'catherine', 'contact'],
  ['12.03.1980', 'maria', 'birth-date'],
  ['garcia 3/12/80', 'maria', 'exact'],
  ['gracia 12 marzo 1980', 'maria', 'similar'],
  ['garcia', 'maria', 'exact'],
  ['GARCÍA maría', 'maria', 'exact'],
  ['lopez jose', 'maria', 'exact'],
  ['maria jose garcia lopez', 'maria', 'exact'],
  ['gar mar', 'maria', 'prefix'],
  ['gacria marai', 'maria', 'similar'],
  ['obrien', 'catherine', 'exact'],
  ['kathrin obrian', 'catherine', 'similar'],
  ['иванова', 'katya', 'exact'],
  ['иванв', 'katya', 'similar'],
  ['delacruz', 'juan', 'exact'],
  ['juan de la cruz', 'juan', 'exact'],
  ['sukarn', 'mononym', 'prefix'],
  ['jack smith', 'smith', 'exact'],
  ['jhon smiht', 'smith', 'similar'],
  ['smyth', 'smith', 'similar'],
])('"%s" finds %s (%s)', async (text, who, match) => {
  const [first] = await search(text);
  expect(first).toEqual(match && { id: ids[who], match });
});

test('nobody is found by nothing, and signs mean nothing special', async () => {
  for (const text of [' ', '%', '_', "' or 1=1 --", '\u{10ffff}', '🤷', '*', '-', '.', 'zzzzqqqq xxxx'])
    expect(await search(text)).toEqual([]);
});

test('a list says who has died', async () => {
  await app.act(asTest, (ctx) => setDeceased(ctx, ids.mononym ?? '', { source: 'family' }));
  const [found] = await app.act(asTest, (ctx) => findPeople(ctx, { text: 'sukarno' }));
  expect(found).toMatchObject({ deceased: true, age: null });
});
