import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { settingTable } from './platform/settings-table.ts';

const program = fileURLToPath(new URL('../bin/bedside.mjs', import.meta.url));
const leftToEnd: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const end of leftToEnd.splice(0).reverse()) await end();
});

test('--help shows every setting and every command', async () => {
  const { code, said } = await bedside(['--help'], {}).ended;
  expect(code).toBe(0);
  for (const setting of settingTable) expect(said).toContain(`  ${setting.name}\n`);
  for (const command of ['start', 'migrate', 'backup', 'restore', 'verify-audit'])
    expect(said).toMatch(new RegExp(`bedside ${command} `));
});

test('--version is the one of package.json', async () => {
  expect(await bedside(['--version'], {}).ended).toMatchObject({
    code: 0,
    said: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
  });
});

test.each([
  [['strat'], /^There is no "strat"\.\n/],
  [[], /^Say what to do\.\n/],
])('%j is not understood, and the answer lists what is', async (words, sentence) => {
  const result = await bedside(words, {}).ended;
  expect(result.code).toBe(2);
  expect(result.said).toMatch(sentence);
  expect(result.said).toContain('bedside start');
});

test.each([
  [['migrate', 'twice'], /^ {2}bedside migrate +\S.*\n$/],
  [['import', 'fhir'], /^ {2}bedside import fhir PATH +\S.*\n {2}bedside import fhir PATH from SYSTEM +\S.*\n$/],
])('%j was begun right, and the answer tells how it goes on', async (words, lines) => {
  const { code, said } = await bedside(words, {}).ended;
  expect(code).toBe(2);
  const beginning = `"${words.join(' ')}" is not how it goes:\n\n`;
  expect(said.slice(0, beginning.length)).toBe(beginning);
  expect(said.slice(beginning.length)).toMatch(lines);
});

test('a misspelt setting stops the start with one line', async () => {
  const { code, said } = await bedside(['start'], { BEDSIDE_PROT: '80' }).ended;
  expect(code).toBe(1);
  expect(said).toBe('There is no setting BEDSIDE_PROT. Did you mean BEDSIDE_PORT?\n');
});

test('a database is brought up to date once, and its audit is whole', async () => {
  const env = { BEDSIDE_DATA: newFolder() };
  expect((await bedside(['migrate'], env).ended).said).toMatch(/^Brought up to date with .*\.sql\.\n$/);
  expect(await bedside(['migrate'], env).ended).toEqual({ code: 0, said: 'The database is up to date.\n' });
  const audit = await bedside(['verify-audit'], env).ended;
  expect(audit).toMatchObject({ code: 0, said: expect.stringContaining('all as they were written') });
});

test('an audit is looked for in vain where no Bedside ever was, in one line', async () => {
  const folder = newFolder();
  const { code, said } = await bedside(['verify-audit'], { BEDSIDE_DATA: folder }).ended;
  expect(code).toBe(1);
  expect(said).toBe('There is no audit to verify: this database holds no Bedside. Is BEDSIDE_DATA the right folder?\n');
});

test('start says where everything is, answers /health, lets a command in beside it, and stops on SIGTERM', async () => {
  const env = await newHospital();
  const running = bedside(['start'], env);
  await untilHealthy(running, env);
  await expect
    .poll(() => running.said(), { timeout: 20_000 })
    .toContain(`Patients   http://localhost:${env.BEDSIDE_PORT}/`);
  expect(running.said()).toContain(`Data       ${env.BEDSIDE_DATA}`);
  expect(running.said()).toContain('DEMO');
  expect(statSync(path.join(env.BEDSIDE_DATA, 'secret')).mode & 0o777).toBe(0o600);
  expect((await bedside(['migrate'], env).ended).said).toBe('The database is up to date.\n');

  const began = performance.now();
  running.child.kill('SIGTERM');
  expect((await running.ended).code).toBe(0);
  expect(performance.now() - began).toBeLessThan(10_000);
}, 60_000);

test('a taken port and a folder in use are said in one line, before anything is made', async () => {
  const env = await newHospital();
  const running = bedside(['start'], env);
  await untilHealthy(running, env);
  const folder = newFolder();
  expect(await bedside(['start'], { ...env, BEDSIDE_DATA: folder }).ended).toEqual({
    code: 1,
    said: `Port ${env.BEDSIDE_PORT} on 127.0.0.1 is already in use. Stop the program that has it, or set BEDSIDE_PORT to another.\n`,
  });
  expect(() => statSync(path.join(folder, 'postgres'))).toThrow();
  const second = await bedside(['start'], { ...env, BEDSIDE_PORT: String(await findFreePort()) }).ended;
  expect(second.code).toBe(1);
  expect(second.said).toMatch(/^The database in .* is already in use by process \d+ .*\n$/);
}, 60_000);

test('after kill -9 the next start simply works', async () => {
  const env = await newHospital();
  const killed = bedside(['start'], env);
  await untilHealthy(killed, env);
  killed.child.kill('SIGKILL');
  await killed.ended;
  const again = bedside(['start'], env);
  await untilHealthy(again, env);
}, 60_000);

type Running = { child: ChildProcess; said(): string; ended: Promise<{ code: number | null; said: string }> };

function bedside(words: string[], env: Record<string, string>): Running {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [program, ...words], {
    // Elsewhere than in the checkout: nothing may depend on where it is called.
    cwd: os.tmpdir(),
    env: { PATH, HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk;
    });
  }
  const ended = new Promise<{ code: number | null; said: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, said }));
  });
  leftToEnd.push(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  return { child, said: () => said, ended };
}

async function newHospital(): Promise<{ BEDSIDE_PORT: string; BEDSIDE_DATA: string }> {
  return { BEDSIDE_PORT: String(await findFreePort()), BEDSIDE_DATA: newFolder() };
}

async function untilHealthy(running: Running, env: { BEDSIDE_PORT: string }): Promise<void> {
  for (;;) {
    if (running.child.exitCode !== null) throw new Error(`It ended: ${running.said()}`);
    const answer = await fetch(`http://127.0.0.1:${env.BEDSIDE_PORT}/health`).catch(() => undefined);
    if (answer?.status === 200) return;
    await sleep(50);
  }
}

function newFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bm-'));
  // As a private folder of root's it would send the database to /var/lib.
  chmodSync(folder, 0o711);
  leftToEnd.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function findFreePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
