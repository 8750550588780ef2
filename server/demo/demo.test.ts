import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findServices } from '../modules/places/index.ts';
import { system } from '../platform/access/actor.ts';
import { asSystem } from '../platform/work.ts';
import { startTestApp, type TestApp } from '../testing/app.ts';
import { hashTables } from '../testing/table-contents.ts';
import { demoHospital, fillDemo, listDemoPeople } from './index.ts';
import { demoBundle } from './population.ts';

let app: TestApp;
// A Tuesday at ten in the morning of the hospital.
const now = Temporal.Instant.from('2026-11-24T15:00:00Z');
beforeAll(async () => {
  app = await startTestApp({ now, house: { demo: true, hospital: demoHospital } });
  await fillDemo(app.shop, now);
  await app.drain();
}, 60_000);
afterAll(() => app.stop());

const count = async (table: string) =>
  (await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(app.db)).rows[0]?.n ?? 0;

async function conversations() {
  const { rows } = await sql<{
    subject: string;
    channel: string;
    urgent_at: Temporal.Instant | null;
    owner_staff_id: string | null;
    answered_at: Temporal.Instant | null;
    resolved_at: Temporal.Instant | null;
    waiting_since: Temporal.Instant | null;
    response_due_at: Temporal.Instant | null;
  }>`select * from desk.conversation order by opened_at`.execute(app.db);
  return new Map(rows.map((row) => [row.subject, row]));
}

test('the same seed and day make the same bundle', () => {
  const day = Temporal.PlainDate.from('2026-11-24');
  expect(demoBundle(1, day)).toBe(demoBundle(1, day));
  expect(demoBundle(1, day)).not.toBe(demoBundle(2, day));
});

test('nothing in it could belong to anybody', () => {
  const bundle = demoBundle(20_261_124, Temporal.PlainDate.from('2026-11-24'));
  const addresses = [...bundle.matchAll(/[\w.+-]+@[\w.-]+/g)].map(([address]) => address);
  const phones = [...bundle.matchAll(/"system":"phone","value":"([^"]+)"/g)].map(([, phone]) => phone ?? '');
  expect(addresses.length).toBeGreaterThan(50);
  expect(addresses.filter((address) => !address.endsWith('@example.org'))).toEqual([]);
  expect(phones.filter((phone) => !/^(\d{3}-)?555-01\d\d$/.test(phone))).toEqual([]);
});

test('people, visits, places and colleagues are there', async () => {
  expect(await count('people.person')).toBeGreaterThanOrEqual(140);
  expect(await count('people.visit')).toBeGreaterThan(300);
  expect(await count('people.proxy')).toBe(2);
  expect(await count('places.facility')).toBe(2);
  expect(await count('workforce.team')).toBe(4);
  const zones = await sql<{ time_zone: string }>`select time_zone from places.facility order by 1`.execute(app.db);
  expect(zones.rows.map((row) => row.time_zone)).toEqual(['America/Chicago', 'America/New_York']);
});

test('every department has a service, found by the words people use, in both languages', async () => {
  expect(await count('places.department')).toBe(9);
  expect(await count('places.service')).toBe(9);
  const { rows } = await sql<{ located: boolean }>`
    select location_id is not null and department_id is not null and about_es <> '' as located from places.service`.execute(
    app.db,
  );
  expect(rows.every((row) => row.located)).toBe(true);
  const find = (words: string, language: 'en' | 'es') =>
    asSystem(app.shop, system('demo'), 'demo.look', (ctx) => findServices(ctx, { words, language }));
  expect((await find('pacemaker', 'en'))[0]?.name).toBe('Heart clinic');
  expect((await find('quimio', 'es'))[0]?.name).toBe('Consulta de oncología');
});

test('the clocks show every colour: urgent, overdue, nearly overdue, waiting, met and met late', async () => {
  const all = await conversations();
  const isPast = (at: Temporal.Instant | null | undefined) => at != null && Temporal.Instant.compare(at, now) < 0;
  expect(all.get('Since lunch')?.urgent_at).not.toBeNull();
  expect(all.get('Two bills for one visit')).toMatchObject({ answered_at: null, owner_staff_id: null });
  expect(isPast(all.get('Two bills for one visit')?.response_due_at)).toBe(true);
  const soon = all.get('George’s new tablets')?.response_due_at;
  expect(isPast(soon)).toBe(false);
  expect(now.until(soon ?? now).total('minutes')).toBeLessThan(30);
  expect(all.get('Zuri’s check-up')?.waiting_since).not.toBeNull();
  expect(all.get('Thank you')?.resolved_at).not.toBeNull();
  const late = all.get('A copy of my records');
  expect(Temporal.Instant.compare(late?.answered_at ?? now, late?.response_due_at ?? now)).toBe(1);
  expect(all.get('Parking at Clinic West')).toMatchObject({ resolved_at: null });
  expect(all.get('Visiting hours')).toMatchObject({ channel: 'email', answered_at: null });
});

test('who has died is marked, and their daughter is known to grieve', async () => {
  const { rows } = await sql<{ state: string; family: string }>`
    select state, family from people.state_fact join people.name using (person_id) where holds order by state`.execute(
    app.db,
  );
  expect(rows).toEqual([
    { state: 'bereaved', family: 'Whitfield' },
    { state: 'deceased', family: 'Whitfield' },
  ]);
});

test('filled again, nothing is written; filled after it was stopped before the accounts, only they are', async () => {
  const schemas = ['people', 'places', 'workforce', 'desk', 'messaging'];
  const before = await hashTables(app.databaseUrl, schemas);
  await fillDemo(app.shop, now);
  expect(await hashTables(app.databaseUrl, schemas)).toEqual(before);
  const accounts = await listDemoPeople(app.shop);
  await sql`delete from platform.account`.execute(app.db);
  await fillDemo(app.shop, now);
  await app.drain();
  expect(await hashTables(app.databaseUrl, schemas)).toEqual(before);
  expect(await listDemoPeople(app.shop)).toEqual(accounts);
});

test('eight colleagues and five people can be signed in as', async () => {
  const people = await listDemoPeople(app.shop);
  expect(people).toHaveLength(13);
  expect(people.filter((one) => one.how.endsWith('/staff'))).toHaveLength(8);
});

test('it can be filled at any hour of any day', async () => {
  for (const moment of ['2026-03-08T06:30:00Z', '2027-01-01T08:00:00Z', '2026-11-29T23:59:00Z']) {
    const other = await startTestApp({
      now: Temporal.Instant.from(moment),
      house: { demo: true, hospital: demoHospital },
    });
    await fillDemo(other.shop, Temporal.Instant.from(moment));
    await other.stop();
  }
}, 60_000);
