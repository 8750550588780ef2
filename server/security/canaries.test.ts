import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importFhir } from '../interop/index.ts';
import { receiveMail } from '../modules/messaging/index.ts';
import { connectionOptions } from '../platform/database/connect.ts';
import { makeLog } from '../platform/log.ts';
import { announceChannel } from '../platform/work.ts';
import { startTestApp, type TestApp } from '../testing/app.ts';
import { asStaff, type SignedIn } from '../testing/as.ts';
import { browse } from '../testing/browse.ts';
import { makeTeam } from '../testing/make-staff.ts';

/** Words that stand for a person's name, address, number and texts. Each begins alike, so that one search finds all. */
const word = (what: string) => `cnry${what}qz`;
const isCanary = /cnry[a-z]*qz/i;
const email = `${word('mailbox')}@people.test`;

const logged: string[] = [];
const announced: string[] = [];
/** Whatever a browser, a proxy or a log in between gets to see of an answer beside its page. */
const addresses: string[] = [];
const refusals: string[] = [];
let app: TestApp;
let listener: pg.Client;
let owner: pg.Client;
let clerk: SignedIn;

beforeAll(async () => {
  app = await startTestApp({ log: makeLog('trace', { write: (line) => void logged.push(line) }) });
  listener = new pg.Client(connectionOptions(app.appDatabaseUrl));
  owner = new pg.Client(connectionOptions(app.databaseUrl, { asOwner: true }));
  await Promise.all([listener.connect(), owner.connect()]);
  listener.on('notification', (heard) => announced.push(heard.payload ?? ''));
  await listener.query(`listen ${announceChannel}`);
  app.server.addHook('onSend', async (request, reply, payload) => {
    addresses.push(request.url, String(reply.getHeader('location') ?? ''), String(reply.getHeader('set-cookie') ?? ''));
    if (reply.statusCode >= 400 && request.url.startsWith('/api/')) refusals.push(String(payload));
    return payload;
  });
  const { id: teamId } = await makeTeam(app, { name: 'Front desk', reasons: ['bill', 'other'] });
  clerk = await asStaff(app, { teamIds: [teamId] });
});
afterAll(async () => {
  await Promise.all([listener.end(), owner.end()]);
  await app.stop();
});

const api = async (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) => {
  const answer = await app.server.inject({ method, url, headers: clerk.headers, ...(payload && { payload }) });
  return { status: answer.statusCode, body: answer.json() };
};

async function askInThePortal() {
  const person = browse(app);
  await person.open('/ask');
  await person.send({ reason: 'bill' });
  await person.send({ who: 'someone' });
  await person.send({
    given: word('given'),
    family: word('family'),
    'born-day': '31',
    'born-month': '3',
    'born-year': '1980',
  });
  await person.send({ email, phone: '', voicemail: [] });
  await person.send({ given: word('child'), family: word('family'), relation: 'child' });
  await person.send({ text: `I want to die, ${word('question')}` });
  await person.send();
  const files = { name: `${word('file')}.txt`, bytes: Buffer.from(word('content')) };
  await person.send({ file: files });
  for (let page = 0; page < 4 && !person.page().url.endsWith('/sent'); page++)
    await person.send(person.page().url.endsWith('/needs') ? { need: ['other'], 'need-words': word('need') } : {});
  expect(person.page().text).toContain('We have your message');
}

async function writeAMail() {
  const mail = [`From: "${word('sender')}" <${word('stranger')}@people.test>`, 'To: front.desk@mail.bedside.test'];
  const rest = [`Subject: ${word('subject')}`, `Message-ID: <${word('id')}@people.test>`, '', word('letter'), ''];
  expect(await receiveMail(app.shop, Buffer.from([...mail, ...rest].join('\r\n')))).toBe('stored');
  await receiveMail(app.shop, Buffer.from(`\0\xff${word('broken')}`));
}

async function workAtTheDesk() {
  const { body } = await api('GET', '/api/desk/queue?list=unclaimed');
  // Asked in the portal, written by mail, and a mail that nobody can read: it waits for a person, too.
  expect(body.conversations.length).toBe(3);
  for (const { id, version } of body.conversations) {
    const one = `/api/desk/conversations/${id}`;
    const claimed = await api('POST', `${one}/claim`, {});
    expect((await api('POST', `${one}/notes`, { text: word('note') })).status).toBe(200);
    await api('POST', `${one}/answer`, { version, text: word('late') });
    const answered = await api('POST', `${one}/answer`, { version: claimed.body.version, text: word('answer') });
    expect(answered.status).toBe(200);
    await api('POST', `${one}/resolution`, { version: answered.body.version, reason: word('reason') });
  }
  expect((await api('POST', '/api/people/search', { text: word('given') })).body.people.length).toBeGreaterThan(0);
  await api('POST', '/api/people/search', { text: word('search'), isAdministrator: word('value') });
  await api('GET', `/api/people/${word('path')}`);
  await api('GET', `/api/desk/queue?teamId=${word('query')}`);
  await api('POST', '/api/access/sign-in', { email, password: word('password') });
}

async function importPeople() {
  const folder = await mkdtemp(path.join(tmpdir(), 'bedside-canary-'));
  const name = [{ family: word('imported'), given: ['x'] }];
  const resources = [
    {
      resourceType: 'Patient',
      id: 'one',
      name,
      birthDate: '1970-01-01',
      telecom: [{ system: 'email', value: `${word('import')}@x.test` }],
    },
    { resourceType: 'Patient', id: 'two', name, birthDate: word('notadate') },
    { resourceType: 'Patient', id: 'three', name: word('badname') },
  ];
  await writeFile(path.join(folder, 'a.ndjson'), resources.map((one) => JSON.stringify(one)).join('\n'));
  await importFhir(app.shop, { place: folder, sourceSystem: 'urn:test' });
  await rm(folder, { recursive: true });
}

/** A statement that fails quotes the row; a mail server that refuses quotes the address. */
async function forceFaults() {
  await owner
    .query(`alter table people.name add constraint forced check (family not like 'cnryfault%') not valid`)
    .catch(async () => {
      await owner.query(`alter table desk.note add constraint forced check (text not like 'cnryfault%') not valid`);
    });
  await owner
    .query(`alter table desk.note add constraint forced check (text not like 'cnryfault%') not valid`)
    .catch(() => {});
  const { rows } = await sql<{ id: string }>`select id from desk.conversation limit 1`.execute(app.db);
  expect((await api('POST', `/api/desk/conversations/${rows[0]?.id}/notes`, { text: word('faultnote') })).status).toBe(
    500,
  );
  app.outbox.send = async () => {
    throw new Error(`${word('refusedby')} 550 no such user ${email}`);
  };
  const asked = await app.server.inject({
    method: 'POST',
    url: '/api/access/password-reset',
    headers: clerk.headers,
    payload: { email },
  });
  expect(asked.statusCode).toBeLessThan(500);
  const person = browse(app);
  await person.open('/sign-in');
  await person.send({ email });
  await app.drain().catch(() => {});
}

const rowsOf = async (table: string) =>
  (await owner.query<{ row: string }>(`select to_jsonb(it)::text as row from ${table} it`)).rows.map(({ row }) => row);
const found = (lines: readonly string[]) =>
  lines.filter((line) => isCanary.test(line)).map((line) => line.slice(0, 400));

test('what people wrote and who they are stands in no log, address, refusal, event, job or audit detail', async () => {
  await askInThePortal();
  await writeAMail();
  const jobs = await rowsOf('graphile_worker._private_jobs');
  await app.drain();
  await workAtTheDesk();
  jobs.push(...(await rowsOf('graphile_worker._private_jobs')));
  await app.drain();
  const mails = app.outbox.sent.map((mail) => JSON.stringify({ subject: mail.subject, text: mail.text }));
  await importPeople();
  await forceFaults();
  await listener.query('select 1');

  expect({
    logged: logged.length > 30,
    jobs: jobs.length > 2,
    announced: announced.length > 0,
    mails: mails.length > 1,
  }).toEqual({ logged: true, jobs: true, announced: true, mails: true });
  expect(refusals.length).toBeGreaterThan(4);
  expect(logged.filter((line) => line.includes('"level":50')).length).toBeGreaterThan(1);
  expect(found(logged)).toEqual([]);
  expect(found(refusals)).toEqual([]);
  // The two that the test itself put into an address are the proof that the hook sees addresses.
  expect(found(addresses).filter((one) => !/path|query/.test(one))).toEqual([]);
  expect(found(addresses).length).toBe(2);
  expect(found(announced)).toEqual([]);
  expect(found(jobs)).toEqual([]);
  for (const table of ['platform.event', 'platform.reaction_done', 'platform.rate_limit', 'platform.idempotency_key'])
    expect(found(await rowsOf(table)), table).toEqual([]);
  // The audit names the person by id; only who acted stands there by name, and nobody here is a canary by that name.
  expect(found(await rowsOf('platform.audit_entry'))).toEqual([]);
  expect((await rowsOf('platform.audit_entry')).length).toBeGreaterThan(10);
});

test('a mail that only says that there is an answer tells neither the question nor the answer', () => {
  const notices = app.outbox.sent.filter((mail) => mail.to.address === email);
  expect(notices.length).toBeGreaterThan(0);
  for (const mail of notices)
    expect(`${mail.subject} ${mail.text}`).not.toMatch(/cnry(question|answer|note|reason|need|file)/);
});
