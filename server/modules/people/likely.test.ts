import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asTest, startTestApp, type TestApp } from '../../testing/app.ts';
import { asPerson, asStaff, type SignedIn } from '../../testing/as.ts';
import { makePerson } from '../../testing/make-person.ts';
import type { LikelyPerson, Registration } from './contract.ts';
import { mergePeople, registerPerson } from './index.ts';

let app: TestApp;
let ana: SignedIn;
beforeAll(async () => {
  app = await startTestApp({ now: Temporal.Instant.from('2026-11-24T12:00:00Z') });
  ana = await asStaff(app);
});
afterAll(() => app.stop());

const likely = async (id: string, who = ana) => {
  const answer = await app.server.inject({ url: `/api/people/${id}/likely`, headers: who.headers });
  return { status: answer.statusCode, people: (answer.json() as { people?: LikelyPerson[] }).people ?? [] };
};
const whyOf = async (id: string) => (await likely(id)).people.map((one) => [one.id, one.why]);

const known = (given: string, family: string, birthDate: string, more: Partial<Registration> = {}) =>
  makePerson(app, { name: { given, family }, birthDate, verified: true, ...more });
const asker = (given: string, family: string, more: Partial<Registration> = {}) =>
  app.act(asTest, (ctx) => registerPerson(ctx, { name: { given, family }, contacts: [], verified: false, ...more }));

describe('who this may be', () => {
  it('is a known person of the same name, date of birth, mail or telephone, with what speaks for it', async () => {
    const contacts: Registration['contacts'] = [
      { system: 'email', value: 'Ines@people.test' },
      { system: 'phone', value: '617 555 0171' },
    ];
    const ines = await known('Inés María', 'Robles', '1961-04-09', { contacts });
    const all = await asker('Ines', 'Robles', {
      birthDate: '1961-04-09',
      contacts: [
        { system: 'email', value: 'ines@PEOPLE.test' },
        { system: 'phone', value: '+1 617-555-0171' },
      ],
    });
    expect(await whyOf(all.id)).toEqual([[ines.id, ['name', 'birth-date', 'email', 'phone']]]);
    const misspelt = await asker('Inez', 'Roblez', { birthDate: '1961-04-09' });
    expect(await whyOf(misspelt.id)).toEqual([[ines.id, ['similar-name', 'birth-date']]]);
    const mail = await asker('Someone', '', { contacts: [{ system: 'email', value: 'ines@people.test' }] });
    expect(await whyOf(mail.id)).toEqual([[ines.id, ['email']]]);
  });

  it('is nobody who only shares a telephone, nor a namesake born on another day', async () => {
    await known('Tomas', 'Quiroga', '1950-01-01', { contacts: [{ system: 'phone', value: '617 555 0172' }] });
    const daughter = await asker('Belén', 'Sarmiento', { contacts: [{ system: 'phone', value: '617 555 0172' }] });
    expect(await whyOf(daughter.id)).toEqual([]);
    const namesake = await asker('Tomas', 'Quiroga', { birthDate: '1999-09-09' });
    expect(await whyOf(namesake.id)).toEqual([]);
  });

  it('stands the likeliest first, and a record that was merged stands once', async () => {
    const one = await known('Petra', 'Lindqvist', '1970-05-05');
    const other = await known('Petra', 'Lindqvist', '1980-06-06');
    const double = await known('Petra', 'Lindqvist', '1980-06-06');
    await app.act(asTest, (ctx) =>
      mergePeople(ctx, { keepId: other.id, mergeId: double.id, reason: 'One and the same' }),
    );
    const unborn = await asker('Petra', 'Lindqvist');
    expect(new Set((await whyOf(unborn.id)).map(([id]) => id))).toEqual(new Set([one.id, other.id]));
    const born = await asker('Petra', 'Lindqvist', { birthDate: '1980-06-06' });
    expect(await whyOf(born.id)).toEqual([[other.id, ['name', 'birth-date']]]);
  });

  it('for a known person is a record that nobody has made sure of, which may be their second', async () => {
    const kofi = await known('Kofi', 'Amankwah', '1988-08-08');
    const second = await asker('Kofi', 'Amankwah', { birthDate: '1988-08-08' });
    await known('Kofi', 'Amankwah', '1988-08-08');
    expect(await whyOf(kofi.id)).toEqual([[second.id, ['name', 'birth-date']]]);
  });

  it('is told to staff alone, and leaves on record whom it showed and nobody else', async () => {
    const maja = await known('Maja', 'Holm', '1977-07-07');
    const passedOver = await known('Maja', 'Holm', '1930-03-03');
    const unsure = await asker('Maja', 'Holm', { birthDate: '1977-07-07' });
    expect((await likely(unsure.id, await asPerson(app, maja.id))).status).toBe(401);
    expect((await likely(unsure.id)).people).toHaveLength(1);
    const { rows } = await sql<{ person_ids: string[] }>`
      select person_ids from platform.audit_entry where action = 'people.list-likely' and outcome = 'done'
        and ${unsure.id} = any (person_ids)`.execute(app.db);
    expect(rows.flatMap((row) => row.person_ids).toSorted()).toEqual([maja.id, unsure.id].toSorted());
    expect(rows.flatMap((row) => row.person_ids)).not.toContain(passedOver.id);
  });
});
