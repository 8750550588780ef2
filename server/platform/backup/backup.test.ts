import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { Secret, TOTP } from 'otpauth';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asTest, startTestApp, type TestApp } from '../../testing/app.ts';
import { asStaff, type SignedIn } from '../../testing/as.ts';
import { type Browser, makeBrowser } from '../../testing/browser.ts';
import { makeEmptyDatabase, type TestDatabase } from '../../testing/database.ts';
import { goodPassword, makeActiveStaff } from '../../testing/make-account.ts';
import { makeConversation } from '../../testing/make-conversation.ts';
import { makeAnswer, makeReader } from '../../testing/make-message.ts';
import { makeStaff, makeTeam, staffActor } from '../../testing/make-staff.ts';
import { contentsAt, schemaOf } from '../../testing/whole-database.ts';
import { connectionOptions } from '../database/connect.ts';
import { prepare, prepareJobs } from '../database/migrate.ts';
import { readFile, storeFile } from '../files/files.ts';
import { makeKeys } from '../house.ts';
import { openBackupFile } from './file.ts';
import { type Restored, readBackupHead, restoreBackup } from './restore.ts';
import { type Taken, takeBackup } from './take.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'backup-'));
const secret = Buffer.alloc(32, 7);
const settings = { BEDSIDE_ORIGIN: 'http://localhost:8080', MAIL_DOMAIN: 'mail.bedside.test' };
const leftToEnd: (() => Promise<void>)[] = [];
let app: TestApp;
let team: string;
let ana: SignedIn;
beforeAll(async () => {
  app = await startTestApp();
  leftToEnd.push(() => app.stop());
  team = (await makeTeam(app)).id;
  ana = await asStaff(app, { teamIds: [team] });
});
afterAll(async () => {
  for (const end of leftToEnd.reverse()) await end();
  rmSync(folder, { recursive: true, force: true });
});

let taken = 0;
async function take(more: Partial<Parameters<typeof takeBackup>[0]> = {}): Promise<Taken & { file: string }> {
  taken++;
  const file = path.join(folder, `${taken}.backup`);
  return { file, ...(await takeBackup({ url: app.databaseUrl, file, secret, settings, ...more })) };
}

async function restoreInto(database: TestDatabase, file: string): Promise<Restored & { secret: string | null }> {
  const backup = await openBackupFile(file, undefined);
  const head = await readBackupHead(backup);
  return { ...(await restoreBackup(database.url, backup, head)), secret: head.secret };
}

async function restoreNew(file: string) {
  const database = await makeEmptyDatabase();
  const restored = await restoreInto(database, file);
  return { database, restored };
}

/** What makes COPY stumble when it is not written right. */
const text = (n: number) => `Which form ${n}?\r\n\\.\n\ttab "quoted" 'it' \\N \\x00 ☂ 𝄞 {a,b}`;
const post = async (id: string, what: string, body: object = {}) => {
  const url = `/api/desk/conversations/${id}/${what}`;
  const answer = await app.server.inject({ method: 'POST', url, headers: ana.headers, payload: body });
  return { status: answer.statusCode, body: answer.json() };
};

async function askAndAnswer(n: number): Promise<void> {
  const { id } = await makeConversation(app, { teamId: team, text: text(n) });
  const bytes = Buffer.concat([Buffer.from(`%PDF-1.7 ${n}\n`), Buffer.alloc(300_000, n)]);
  const file = await app.act(await staffActor(app, ana.subjectId), (ctx) => storeFile(ctx, { name: 'a.pdf', bytes }));
  const { body } = await post(id, 'claim');
  const answered = await post(id, 'answer', { version: body.version, text: text(-n), fileIds: [file.id] });
  expect(answered.status, JSON.stringify(answered.body)).toBe(200);
}

test('a backup taken while people ask and answer comes back as one moment, whole', async () => {
  let done = 0;
  let goesOn = true;
  const caller = async () => {
    while (goesOn) await askAndAnswer(done++);
  };
  const callers = [1, 2, 3, 4].map(caller);
  const untilMore = async (more: number) => {
    for (const until = done + more; done < until; ) await sleep(5);
  };
  await untilMore(8);
  let moment = new Map<string, string>();
  const backup = await take({
    async onMoment(snapshot) {
      moment = await contentsAt(app.databaseUrl, snapshot);
      // Others have written since, before the first table is read.
      await untilMore(8);
    },
  });
  goesOn = false;
  await Promise.all(callers);

  const { database, restored } = await restoreNew(backup.file);
  leftToEnd.push(() => database.drop());
  const after = await contentsAt(database.url);
  expect(after).toEqual(moment);
  expect(after).not.toEqual(await contentsAt(app.databaseUrl));
  expect(restored.content).toBe(backup.content);
  expect(restored.audit).toMatchObject({ faults: [], entries: expect.any(Number) });
  expect(restored.audit.entries).toBeGreaterThan(8);
  expect(restored.undoneJobs).toBeGreaterThan(0);
  expect(await schemaOf(database.url)).toEqual(await schemaOf(app.databaseUrl));
  // Taken again where nobody writes, it is the same to the last bit.
  expect((await take({ url: database.url })).content).toBe(backup.content);
}, 300_000);

describe('what came back', () => {
  const now = Temporal.Instant.from('2026-03-02T09:00:00Z');
  const bytes = Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    Buffer.from(Array.from({ length: 600_000 }, (_, n) => n % 256)),
  ]);
  let again: TestApp;
  let fileId: string;
  let colleague: { email: string; totp: TOTP };
  beforeAll(async () => {
    await asOwner(app, 'delete from graphile_worker._private_jobs');
    app.setNow(now);
    fileId = (await app.act(asTest, (ctx) => storeFile(ctx, { name: 'Ärztin.pdf', bytes }))).id;
    colleague = await makeColleagueWithCodes();
    const { id: personId } = await makeReader(app, 'promised@example.org');
    await makeAnswer(app, { personId });
    await asOwner(
      app,
      `update graphile_worker._private_jobs set locked_at = now(), locked_by = 'gone', attempts = max_attempts`,
    );
    const { database, restored } = await restoreNew((await take()).file);
    const keys = makeKeys(Buffer.from(restored.secret ?? '', 'base64'));
    again = await startTestApp({ database, house: { keys }, now: now.add({ seconds: 60 }) });
    leftToEnd.push(() => again.stop());
  }, 300_000);

  const signIn = async (house: TestApp, email: string): Promise<Browser> => {
    const browser = makeBrowser(house);
    expect((await browser.post('/api/access/sign-in', { email, password: goodPassword })).statusCode).toBe(200);
    return browser;
  };
  async function makeColleagueWithCodes() {
    const { email } = await makeActiveStaff(app);
    const browser = await signIn(app, email);
    const totp = new TOTP({ secret: Secret.fromBase32((await browser.post('/api/access/totp')).json().secret) });
    const code = totp.generate({ timestamp: now.epochMilliseconds });
    expect((await browser.post('/api/access/totp/confirmation', { code })).statusCode).toBe(200);
    return { email, totp };
  }

  // First: whoever signs in draws a number.
  test('are numbers that go on where they were', async () => {
    const numbers = async (house: TestApp) =>
      (await sql`select schemaname, sequencename, last_value from pg_sequences order by 1, 2`.execute(house.db)).rows;
    expect(await numbers(again)).toEqual(await numbers(app));
    expect((await numbers(app)).filter((row) => (row as { last_value: unknown }).last_value !== null)).not.toEqual([]);
  });

  test('are files with every byte', async () => {
    const file = await again.act(asTest, (ctx) => readFile(ctx, fileId));
    expect(file.name).toBe('Ärztin.pdf');
    expect(file.bytes.equals(bytes)).toBe(true);
  });

  test('are people who sign in with their password and second factor, by the secret that came along', async () => {
    const browser = await signIn(again, colleague.email);
    expect(await browser.state()).toMatchObject({ state: 'second-factor-needed' });
    const code = colleague.totp.generate({ timestamp: now.add({ seconds: 60 }).epochMilliseconds });
    expect((await browser.post('/api/access/second-factor/totp', { code })).statusCode).toBe(200);
    expect(await browser.state()).toMatchObject({ state: 'signed-in' });
  });

  test('is a promised mail that goes out, though somebody was at it for the last time', async () => {
    await again.drain();
    expect(again.outbox.sent.filter(({ to }) => to.address === 'promised@example.org')).toHaveLength(1);
    expect((await sql`select from graphile_worker._private_jobs`.execute(again.db)).rows).toEqual([]);
  });

  test('is an application that may do what it may, and no more', async () => {
    const change = sql`update platform.audit_entry set action = 'x'`.execute(again.db);
    await expect(change).rejects.toMatchObject({ code: '42501' });
    await expect(asOwner(again, 'delete from platform.audit_entry')).rejects.toMatchObject({ code: '23001' });
    expect((await makeStaff(again)).id).toBeTruthy();
  });
});

test('a job library that has come further since takes what an earlier one wrote', async () => {
  await asOwner(app, `select graphile_worker.add_job('react')`);
  const { file } = await take();
  const database = await makeEmptyDatabase();
  leftToEnd.push(() => database.drop());
  const owner = new pg.Client(connectionOptions(database.url, { asOwner: true }));
  await owner.connect();
  await prepare(owner);
  await prepareJobs(database.url, owner);
  await owner.query('alter table graphile_worker._private_tasks add column since_then int not null default 1');
  await owner.end();
  expect((await restoreInto(database, file)).tables.map(({ name }) => name)).toContain(
    'graphile_worker._private_tasks',
  );
}, 60_000);

async function asOwner(house: TestApp, statement: string): Promise<void> {
  const owner = new pg.Client(connectionOptions(house.databaseUrl, { asOwner: true }));
  await owner.connect();
  await owner.query(statement).finally(() => owner.end());
}

test('the file is for its owner alone, and is never written over another', async () => {
  const { file } = await take();
  expect(statSync(file).mode & 0o777).toBe(0o600);
  await expect(takeBackup({ url: app.databaseUrl, file, secret, settings })).rejects.toThrow(/already there/);
  const nowhere = path.join(folder, 'nowhere', 'a.backup');
  await expect(takeBackup({ url: app.databaseUrl, file: nowhere, secret, settings })).rejects.toThrow(/no folder/);
});
