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
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, expect, test } from 'vitest';
import { type EmbeddedPostgres, joinEmbeddedPostgres, startEmbeddedPostgres } from './embedded.ts';

const leftToRemove: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const remove of leftToRemove.splice(0).reverse()) await remove();
});

test('a first start makes a database with checksums and fsync, whose owner is no superuser', async () => {
  const db = await start(newFolder());
  const [row] = await query(
    db,
    `SELECT current_user AS who, current_database() AS database, rolsuper, rolcreatedb, rolcreaterole,
            current_setting('data_checksums') AS checksums, current_setting('fsync') AS fsync,
            current_setting('listen_addresses') AS addresses, current_setting('server_encoding') AS encoding,
            (SELECT string_agg(extname, ' ' ORDER BY extname) FROM pg_extension) AS extensions
       FROM pg_roles WHERE rolname = current_user`,
  );
  expect(row).toEqual({
    who: 'bedside_owner',
    database: 'bedside',
    rolsuper: false,
    rolcreatedb: true,
    rolcreaterole: true,
    checksums: 'on',
    fsync: 'on',
    addresses: '',
    encoding: 'UTF8',
    extensions: 'btree_gist citext fuzzystrmatch pg_trgm pgcrypto plpgsql unaccent',
  });
});

test('the owner may copy its database for a test, extensions included', async () => {
  const db = await start(newFolder());
  await query(db, 'CREATE DATABASE a_copy TEMPLATE bedside');
  const copy = db.url.replace('/bedside?', '/a_copy?');
  const rows = await query({ url: copy }, "SELECT 'Ágnes' % 'Agnes' AS alike, unaccent('Ágnes') AS plain");
  expect(rows).toEqual([{ alike: true, plain: 'Agnes' }]);
});

test('nobody gets in without the password, and no other account can read a file', async () => {
  const folder = newFolder();
  const db = await start(folder);
  const withoutPassword = new URL(db.url.replace('@/', '@localhost/'));
  const guess = `postgres://bedside_owner:wrong@/bedside${withoutPassword.search}`;
  await expect(query({ url: guess }, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
  const readable = filesBelow(folder).filter((file) => (statSync(file).mode & 0o077) !== 0);
  expect(readable).toEqual([]);
  const socketFolder = withoutPassword.searchParams.get('host') ?? '';
  expect(statSync(socketFolder).mode & 0o777).toBe(0o700);
});

test('what the log file keeps of an error says nothing about a person', async () => {
  const folder = newFolder();
  const db = await start(folder);
  await expect(query(db, "SELECT 'Ottilie Marchetti'::date")).rejects.toThrow(/Ottilie/);
  await db.stop();
  const log = readFileSync(path.join(folder, 'postgres', 'server.log'), 'utf8');
  expect(log).toContain('database system is shut down');
  expect(log).not.toContain('Ottilie');
});

test('a second start over the same folder is refused in words, in this process and in another', async () => {
  const folder = newFolder();
  const db = await start(folder);
  const sentence = new RegExp(`already in use by process ${process.pid} since .*another BEDSIDE_DATA`);
  await expect(startEmbeddedPostgres({ dataFolder: folder })).rejects.toThrow(sentence);
  const other = startInChild(folder, 'console.log("started")');
  expect(await whatChildSays(other, 'stderr')).toMatch(sentence);
  expect(await query(db, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await db.stop();
  await start(folder);
});

test('of several first starts at once exactly one wins', async () => {
  const folder = newFolder();
  const results = await Promise.allSettled([1, 2, 3, 4].map(() => startEmbeddedPostgres({ dataFolder: folder })));
  const winners = results.filter((result) => result.status === 'fulfilled');
  for (const winner of winners) leftToRemove.push(() => winner.value.stop());
  expect(winners).toHaveLength(1);
});

test('a command joins the server of a running Bedside, even one that is still making its database, and leaves it running', async () => {
  const folder = newFolder();
  const starting = start(folder);
  const joined = await joinEmbeddedPostgres({ dataFolder: folder });
  expect(await query(joined, 'SELECT current_user AS who')).toEqual([{ who: 'bedside_owner' }]);
  await joined.stop();
  const db = await starting;
  expect(await query(db, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await db.stop();

  const alone = await joinEmbeddedPostgres({ dataFolder: folder });
  expect(await query(alone, 'SELECT 2 AS two')).toEqual([{ two: 2 }]);
  await alone.stop();
});

test('after kill -9 the server ends by itself, the next start is quick, and every acknowledged row is there', async () => {
  const folder = newFolder();
  const child = startInChild(folder, INSERT_FOR_EVER);
  await untilRows(child, 50);
  const server = serverPid(folder);
  child.kill('SIGKILL');
  await once(child, 'close');
  const acknowledged = child.lastRow;
  await untilGone(server);

  const db = await startWithin(folder, 2000);
  expect(await countRows(db)).toBeGreaterThanOrEqual(acknowledged);
});

test.runIf(process.platform === 'linux')(
  'an orphaned server whose watcher was killed too is found and stopped, and every acknowledged row is there',
  async () => {
    const folder = newFolder();
    const child = startInChild(folder, INSERT_FOR_EVER);
    await untilRows(child, 50);
    const server = serverPid(folder);
    process.kill(watcherOf(server), 'SIGKILL');
    child.kill('SIGKILL');
    await once(child, 'close');
    process.kill(server, 0);

    const said: string[] = [];
    const db = await startWithin(folder, 2000, (line) => said.push(line));
    expect(said.join()).toContain(`process ${server}`);
    expect(await countRows(db)).toBeGreaterThanOrEqual(child.lastRow);
    await untilGone(server);
  },
);

test('a start that is killed at any moment of the making does not stand in the way of the next', async () => {
  const folder = newFolder();
  for (const afterMs of [150, 300, 450, 600, 750]) {
    const child = startInChild(folder, 'setInterval(() => {}, 1000)');
    await sleep(afterMs);
    child.kill('SIGKILL');
    await once(child, 'close');
  }
  const db = await start(folder);
  expect(await query(db, "SELECT unaccent('é') AS plain")).toEqual([{ plain: 'e' }]);
});

test('a server that is killed is noticed, and the next start recovers', async () => {
  const folder = newFolder();
  const db = await start(folder);
  await query(db, 'CREATE TABLE kept AS SELECT 7 AS number');
  process.kill(serverPid(folder), 'SIGKILL');
  expect(await db.lost).toMatch(/ended unexpectedly/);
  await db.stop();
  expect(await query(await startWithin(folder, 2000), 'SELECT number FROM kept')).toEqual([{ number: 7 }]);
});

test('a process number that now belongs to a stranger is left alone', async () => {
  const folder = newFolder();
  await (await start(folder)).stop();
  const stranger = spawn('sleep', ['60'], { cwd: '/', ...ownerOf(path.join(folder, 'postgres', 'cluster')) });
  leftToRemove.push(() => void stranger.kill('SIGKILL'));
  const note = path.join(folder, 'postgres', 'cluster', 'postmaster.pid');
  writeFileSync(note, `${stranger.pid}\n${path.dirname(note)}\n1700000000\n5432\n/tmp\n\n  1 1\nready   \n`);
  await start(folder);
  expect(stranger.exitCode).toBeNull();
  expect(stranger.signalCode).toBeNull();
});

test('a data folder with a very long path works, and leaves nothing in the folder for temporary files', async () => {
  const folder = path.join(newFolder(), 'long'.repeat(25));
  const db = await start(folder);
  const socketFolder = new URL(db.url.replace('@/', '@localhost/')).searchParams.get('host') ?? '';
  expect(socketFolder.startsWith(realpathSync(os.tmpdir()))).toBe(true);
  expect(statSync(socketFolder).mode & 0o777).toBe(0o700);
  await db.stop();
  expect(existsSync(socketFolder)).toBe(false);
});

test.runIf(process.getuid?.() === 0)(
  'root keeps its data in a folder that only root may enter: the database lies elsewhere and a link says where',
  async () => {
    const closed = newFolder(0o700);
    const folder = path.join(closed, 'data');
    const said: string[] = [];
    const db = await start(folder, (line) => said.push(line));
    const home = realpathSync(path.join(folder, 'postgres'));
    leftToRemove.unshift(() => rmSync(home, { recursive: true, force: true }));
    expect(home.startsWith('/var/lib/bedside/databases/')).toBe(true);
    expect(said.join()).toContain(home);
    await query(db, 'CREATE TABLE kept AS SELECT 7 AS number');
    await db.stop();
    expect(filesBelow(home).filter((file) => (statSync(file).mode & 0o077) !== 0)).toEqual([]);

    const again = await start(folder);
    expect(await query(again, 'SELECT number FROM kept')).toEqual([{ number: 7 }]);
    await again.stop();
    rmSync(home, { recursive: true });
    await expect(startEmbeddedPostgres({ dataFolder: folder })).rejects.toThrow(/points to .* which is not there/);
  },
);

const INSERT_FOR_EVER = `
  const client = new pg.Client({ connectionString: db.url });
  client.on('error', () => {});
  await client.connect();
  await client.query('CREATE TABLE promise (number integer)');
  for (let number = 1; ; number++) {
    await client.query('INSERT INTO promise VALUES ($1)', [number]);
    process.stdout.write(number + '\\n');
  }`;

type Child = ChildProcess & { lastRow: number };

function startInChild(dataFolder: string, then: string): Child {
  const script = `
    import { startEmbeddedPostgres } from ${JSON.stringify(new URL('./embedded.ts', import.meta.url).href)};
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

async function whatChildSays(child: Child, stream: 'stdout' | 'stderr'): Promise<string> {
  let said = '';
  child[stream]?.on('data', (chunk: Buffer) => {
    said += chunk;
  });
  await once(child, 'close');
  return said;
}

async function untilRows(child: Child, number: number): Promise<void> {
  while (child.lastRow < number) {
    expect(child.exitCode).toBeNull();
    await sleep(10);
  }
}

async function untilGone(pid: number): Promise<void> {
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

function serverPid(folder: string): number {
  return Number.parseInt(readFileSync(path.join(folder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8'), 10);
}

function watcherOf(server: number): number {
  const found = readdirSync('/proc').find((name) => {
    if (!/^\d+$/.test(name) || !existsSync(`/proc/${name}/cmdline`)) return false;
    return readFileSync(`/proc/${name}/cmdline`, 'utf8').endsWith(`bedside-watcher\0${server}\0`);
  });
  return Number(found);
}

function ownerOf(file: string): { uid: number; gid: number } {
  const { uid, gid } = statSync(file);
  return { uid, gid };
}

function newFolder(mode = 0o755): string {
  const folder = mkdtempSync(path.join(realpathSync(os.tmpdir()), 'bt-'));
  leftToRemove.push(() => rmSync(folder, { recursive: true, force: true }));
  // mkdtemp makes it private, which would send every database of root elsewhere.
  chmodSync(folder, mode);
  return folder;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => lstatSync(file).isFile());
}

async function start(dataFolder: string, log?: (line: string) => void): Promise<EmbeddedPostgres> {
  const db = await startEmbeddedPostgres({ dataFolder, ...(log && { log }) });
  leftToRemove.push(() => db.stop());
  return db;
}

async function startWithin(dataFolder: string, limitMs: number, log?: (line: string) => void) {
  const began = performance.now();
  const db = await start(dataFolder, log);
  expect(performance.now() - began).toBeLessThan(limitMs);
  return db;
}

async function countRows(db: EmbeddedPostgres): Promise<number> {
  const rows = await query(db, 'SELECT max(number) AS last, count(*)::integer AS n FROM promise');
  expect(rows[0]?.last).toBe(rows[0]?.n);
  return Number(rows[0]?.n);
}

async function query({ url }: { url: string }, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
