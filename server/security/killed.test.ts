import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { TOTP } from 'otpauth';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { joinEmbeddedPostgres } from '../platform/database/embedded.ts';
import { tryPort } from '../platform/http/port.ts';

const program = fileURLToPath(new URL('../../bin/bedside.mjs', import.meta.url));
const folder = mkdtempSync(path.join(os.tmpdir(), 'bedside-kill-'));
let port: number;
let running: ChildProcess;
let said = '';

beforeAll(async () => {
  // Open to walk through, or the database of a test run by root would lie elsewhere and stay there.
  chmodSync(folder, 0o711);
  port = await tryPort(0, '127.0.0.1');
});
afterAll(async () => {
  running?.kill('SIGTERM');
  await new Promise((resolve) =>
    running?.exitCode === null && running.signalCode === null ? running.once('close', resolve) : resolve(0),
  );
  rmSync(folder, { recursive: true, force: true });
});

const env = () => ({
  ...{
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    BEDSIDE_DATA: folder,
    BEDSIDE_PORT: String(port),
    BEDSIDE_DEMO: 'off',
    BEDSIDE_PHONE: '555-0100',
  },
  ...{ BEDSIDE_ADMIN_EMAIL: 'first@hospital.test', BEDSIDE_ADMIN_NAME: 'First Administrator' },
});

/** The program as a hospital starts it; nothing but waiting stands between a kill and the next start. */
async function start(round = 'first'): Promise<void> {
  said = '';
  running = spawn(process.execPath, [program, 'start'], {
    cwd: os.tmpdir(),
    env: env(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [running.stdout, running.stderr])
    stream?.on('data', (bytes: Buffer) => {
      said += bytes;
    });
  for (;;) {
    if (running.exitCode !== null) throw new Error(`Round "${round}", it ended: ${said}`);
    if (
      await fetch(`http://127.0.0.1:${port}/health`).then(
        (it) => it.ok,
        () => false,
      )
    )
      return;
    await sleep(50);
  }
}

const cookies = new Map<string, string>();
async function post(url: string, body: object): Promise<Response> {
  const answer = await fetch(`http://127.0.0.1:${port}${url}`, {
    method: 'POST',
    headers: {
      ...{ 'x-bedside': '1', 'content-type': 'application/json' },
      cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    },
    body: JSON.stringify(body),
  });
  for (const line of answer.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    cookies.set(name, value);
  }
  return answer;
}

/** As the first administrator does: the printed link, a password, a second factor. */
async function signIn(): Promise<void> {
  for (let waited = 0; waited < 100 && !/#\S+/.test(said); waited++) await sleep(50);
  const token = /https?:\/\/\S+#(\S+)/.exec(said)?.[1] ?? '';
  const accepted = await post('/api/access/invitation/acceptance', { token, password: 'tidal copper sandwich lamp' });
  expect(accepted.status, await accepted.text()).toBe(200);
  const { secret } = (await (await post('/api/access/totp', {})).json()) as { secret: string };
  const confirmed = await post('/api/access/totp/confirmation', { code: new TOTP({ secret }).generate() });
  expect(confirmed.status, await confirmed.text()).toBe(200);
}

interface Written {
  readonly number: string;
  readonly id: string;
}

/** Writes people one after the other until nobody answers; what was answered with "done" must never be lost. */
async function writeUntilKilled(writer: string, acknowledged: Written[], sent: string[]): Promise<void> {
  for (let count = 0; ; count++) {
    const number = `${writer}-${count}`;
    sent.push(number);
    try {
      const answer = await post('/api/people', {
        ...{ name: { given: 'Ada', family: `Killed${number}` }, verified: true },
        contacts: [1, 2, 3].map((one) => ({ system: 'email', value: `${number}.${one}@people.test` })),
        identifiers: [{ system: 'urn:test', value: number }],
      });
      if (answer.status === 200) acknowledged.push({ number, id: ((await answer.json()) as { id: string }).id });
      else if (answer.status !== 503) throw new Error(`status ${answer.status} ${await answer.text()}`);
    } catch (error) {
      if (error instanceof TypeError || (error as Error).name === 'SyntaxError') return;
      throw error;
    }
  }
}

async function look<T>(run: (client: pg.Client) => Promise<T>): Promise<T> {
  const database = await joinEmbeddedPostgres({ dataFolder: folder });
  const client = new pg.Client(database.url);
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
    await database.stop();
  }
}

const acknowledged: Written[] = [];
const sent: string[] = [];

async function expectWhole(): Promise<void> {
  await look(async (client) => {
    const { rows } = await client.query<{
      id: string;
      number: string;
      contacts: number;
      audited: number;
      told: number;
    }>(`
      select p.id, i.value as number,
        (select count(*)::int from people.contact_point c where c.person_id = p.id) as contacts,
        (select count(*)::int from platform.audit_entry a where a.action = 'people.register-person' and p.id = any(a.person_ids)) as audited,
        (select count(*)::int from people.name n where n.person_id = p.id) as told
      from people.person p join people.identifier i on i.person_id = p.id where i.system = 'urn:test'`);
    const kept = new Map(rows.map((row) => [row.number, row]));
    const lost = acknowledged.filter(({ number, id }) => kept.get(number)?.id !== id);
    expect(lost, 'acknowledged and lost').toEqual([]);
    const half = rows.filter((row) => row.contacts !== 3 || row.audited !== 1 || row.told !== 1);
    expect(half, 'half-written').toEqual([]);
    expect(rows.filter((row) => !sent.includes(row.number))).toEqual([]);
    const alone = await client.query(
      'select 1 from people.person p where not exists (select from people.name n where n.person_id = p.id)',
    );
    expect(alone.rowCount).toBe(0);
  });
}

/** The server process of the database, found below the one that we started. */
function killDatabase(): void {
  const children = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  const postmaster = children.find((line) => line.includes(folder) && /\/postgres\b.*-D/.test(line));
  const pid = Number(postmaster?.trim().split(/\s+/)[0]);
  if (pid > 0) process.kill(pid, 'SIGKILL');
}

test('killed in the middle of work, nothing acknowledged is lost, nothing is half there, and the next start just works', async () => {
  await start();
  await signIn();
  for (const [round, kills] of [
    ['node', false],
    ['again', false],
    ['and its database', true],
  ] as const) {
    const before = acknowledged.length;
    const writers = [1, 2, 3, 4].map((one) =>
      writeUntilKilled(`${round.replaceAll(' ', '')}${one}`, acknowledged, sent),
    );
    // Not at a quiet moment: each round has had its first answers.
    while (acknowledged.length < before + 20) await sleep(10);
    await sleep(Math.random() * 400);
    const gone = new Promise((resolve) => running.once('close', resolve));
    if (kills) killDatabase();
    running.kill('SIGKILL');
    await gone;
    await Promise.all(writers);
    await start(round);
    await expectWhole();
  }
  expect((await post('/api/people/search', { text: 'Killednode1-0' })).status).toBe(200);
  const audit = execFileSync(process.execPath, [program, 'verify-audit'], {
    cwd: os.tmpdir(),
    env: env(),
    encoding: 'utf8',
  });
  expect(audit).toContain('all as they were written');
}, 150_000);
