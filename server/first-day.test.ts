import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listFacilities } from './modules/places/index.ts';
import { listStaff, listTeams } from './modules/workforce/index.ts';
import { anyone } from './platform/access/actor.ts';
import { acceptInvitation } from './platform/access/staff-accounts.ts';
import { silent } from './platform/log.ts';
import { readSettings } from './platform/settings.ts';
import { type RunningApp, startApp } from './serve.ts';
import { asTest, startTestApp, type TestApp } from './testing/app.ts';
import { signInAs } from './testing/as.ts';
import { browse } from './testing/browse.ts';
import { goodPassword } from './testing/make-account.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'first-day-'));
const env = {
  ...{ BEDSIDE_DEMO: 'off', BEDSIDE_DATA: folder, BEDSIDE_PHONE: '555-0100' },
  ...{ BEDSIDE_HOSPITAL: 'St. Brigid Hospital', BEDSIDE_ZONE: 'America/Chicago' },
  ...{ BEDSIDE_ADMIN_EMAIL: 'it@hospital.test', BEDSIDE_ADMIN_NAME: 'Robin Example' },
};

let app: TestApp;
const running: RunningApp[] = [];
/** The whole start of a real hospital, over a database that has only its schema. */
async function start(): Promise<RunningApp> {
  const settings = { ...readSettings(env), port: 0, secret: Buffer.alloc(32, 7) };
  const started = await startApp({
    settings,
    database: { owner: app.databaseUrl, app: app.appDatabaseUrl },
    log: silent,
  });
  running.push(started);
  return started;
}
beforeAll(async () => {
  // Monday, 10 o'clock in Chicago.
  app = await startTestApp({ now: Temporal.Instant.from('2026-03-02T16:00:00Z') });
});
afterAll(async () => {
  for (const one of running) await one.stop();
  await app.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function accountOf(staffId: string) {
  const { rows } = await sql<{ id: string }>`select id from platform.account where subject_id = ${staffId}`.execute(
    app.db,
  );
  return { accountId: rows[0]?.id ?? '', subjectId: staffId, kind: 'staff' as const };
}

test('before anybody could answer, nobody is asked eight questions: the first page says so and whom to call', async () => {
  const person = browse(app);
  const page = await person.open('/ask');
  expect(page.status).toBe(503);
  expect(page.text).toContain('You cannot write to us here yet');
  expect(page.html).toContain('tel:5550100');
  expect(page.text).not.toContain('What do you need help with?');
  const spanish = browse(app, { language: 'es' });
  expect((await spanish.open('/ask')).text).toContain('Todavía no puede escribirnos aquí');
});

test('a real hospital takes a question on its first day, and its administrator sees it', async () => {
  const { invitation } = await start();
  expect(invitation?.email).toBe('it@hospital.test');
  const person = browse(app);
  await person.open('/ask');
  await person.send({ reason: 'bill' });
  await person.send({ who: 'me' });
  await person.send({ given: 'Rosa', family: 'Delgado', 'born-day': '31', 'born-month': '3', 'born-year': '1980' });
  await person.send({ email: 'rosa@people.test', phone: '' });
  await person.send({ text: 'I do not understand my bill.' });
  await person.send({});
  await person.send({});
  const sent = await person.send();
  expect(sent.text).toMatch(/Your reference [2-9A-Z]{3}-[2-9A-Z]{3}/);
  expect(sent.text).toContain('Team: Front desk');

  const token = invitation?.link.split('#')[1] ?? '';
  await app.act(anyone, (ctx) =>
    acceptInvitation(ctx, { token, password: goodPassword, from: { cookies: {}, userAgent: undefined } }),
  );
  const [robin] = (await app.act(asTest, (ctx) => listStaff(ctx, {}))).staff;
  const { headers } = await signInAs(app, await accountOf(robin?.id ?? ''));
  const url = `/api/desk/queue?teamId=${robin?.teamIds[0]}`;
  const queue = (await app.server.inject({ url, headers })).json();
  expect(queue.conversations).toMatchObject([{ team: { name: 'Front desk' }, reason: 'bill', status: 'unclaimed' }]);
  const read = await app.server.inject({ url: `/api/desk/conversations/${queue.conversations[0].id}`, headers });
  expect(read.body).toContain('I do not understand my bill.');
});

test('a second start adds nothing, and two at once make one front desk', async () => {
  await Promise.all([start(), start()]);
  expect(await app.act(asTest, (ctx) => listTeams(ctx))).toHaveLength(1);
  const [facility, ...more] = await app.act(asTest, (ctx) => listFacilities(ctx));
  expect(more).toEqual([]);
  expect(facility).toMatchObject({
    name: 'St. Brigid Hospital',
    timeZone: 'America/Chicago',
    phone: '555-0100',
    hours: [],
  });
});
