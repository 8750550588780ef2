import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, expect } from 'vitest';

import { type EmbeddedPostgres, startEmbeddedPostgres } from '../platform/database/embedded.ts';

export const leftToRemove: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const remove of leftToRemove.splice(0).reverse()) await remove();
});

export const INSERT_FOR_EVER = `
  const client = new pg.Client({ connectionString: db.url });
  client.on('error', () => {});
  await client.connect();
  await client.query('CREATE TABLE promise (number integer)');
  for (let number = 1; ; number++) {
    await client.query('INSERT INTO promise VALUES ($1)', [number]);
    process.stdout.write(number + '\\n');
  }`;

export type Child = ChildProcess & { lastRow: number };

export function startInChild(dataFolder: string, then: string): Child {
  const script = `
    import { startEmbeddedPostgres } from ${JSON.stringify(new URL('../platform/database/embedded.ts', import.meta.url).href)};
    import pg from ${JSON.stringify(import.meta.resolve('pg'))};
    const db = await startEmbeddedPostgres({ dataFolder: ${JSON.stringify(dataFolder)} }).catch((error) => {
      console.error(error.message);
      process.exit(1);
    });
    ${then}`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'pipe'] });
  leftToRemove.push(() => void child.kill('SIGKILL'));
  const counted = Object.assign(child, { lastRow: 0 });
  child.stdout.on('data', (chunk: Buffer) => {
    const numbers = chunk.toString().trim().split('\n');
    counted.lastRow = Number(numbers.at(-1));
  });
  return counted;
}

export async function whatChildSays(child: Child, stream: 'stdout' | 'stderr'): Promise<string> {
  let said = '';
  child[stream]?.on('data', (chunk: Buffer) => {
    said += chunk;
  });
  await once(child, 'close');
  return said;
}

export async function untilRows(child: Child, number: number): Promise<void> {
  while (child.lastRow < number) {
    expect(child.exitCode).toBeNull();
    await sleep(10);
  }
}

export async function untilGone(pid: number): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await sleep(10);
  }
  throw new Error(`Process ${pid} is still there.`);
}

export function serverPid(folder: string): number {
  return Number.parseInt(readFileSync(path.join(folder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8'), 10);
}

export function watcherOf(server: number): number {
  const found = readdirSync('/proc').find((name) => {
    if (!/^\d+$/.test(name) || !existsSync(`/proc/${name}/cmdline`)) return false;
    return readFileSync(`/proc/${name}/cmdline`, 'utf8').endsWith(`bedside-watcher\0${server}\0`);
  });
  return Number(found);
}

export function ownerOf(file: string): { uid: number; gid: number } {
  const { uid, gid } = statSync(file);
  return { uid, gid };
}

export function newFolder(mode = 0o755): string {
  const folder = mkdtempSync(path.join(realpathSync(os.tmpdir()), 'bt-'));
  leftToRemove.push(() => rmSync(folder, { recursive: true, force: true }));
  // mkdtemp makes it private, which would send every database of root elsewhere.
  chmodSync(folder, mode);
  return folder;
}

export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => lstatSync(file).isFile());
}

export async function start(dataFolder: string, log?: (line: string) => void): Promise<EmbeddedPostgres> {
  const db = await startEmbeddedPostgres({ dataFolder, ...(log && { log }) });
  leftToRemove.push(() => db.stop());
  return db;
}

export async function startWithin(dataFolder: string, limitMs: number, log?: (line: string) => void) {
  const began = performance.now();
  const db = await start(dataFolder, log);
  expect(performance.now() - began).toBeLessThan(limitMs);
  return db;
}

export async function countRows(db: EmbeddedPostgres): Promise<number> {
  const rows = await query(db, 'SELECT max(number) AS last, count(*)::integer AS n FROM promise');
  expect(rows[0]?.last).toBe(rows[0]?.n);
  return Number(rows[0]?.n);
}

export async function query({ url }: { url: string }, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
