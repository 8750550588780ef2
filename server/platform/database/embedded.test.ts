import { existsSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import {
  filesBelow,
  leftToRemove,
  newFolder,
  query,
  start,
  startInChild,
  whatChildSays,
} from '../../testing/embedded-trials.ts';
import { joinEmbeddedPostgres, startEmbeddedPostgres } from './embedded.ts';

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

test('the application signs in as somebody who may become its role and nobody else, also in a folder from before', async () => {
  const folder = newFolder();
  const before = await start(folder);
  const secretsFile = path.join(folder, 'postgres', 'secrets.json');
  const { superuser, owner } = JSON.parse(readFileSync(secretsFile, 'utf8'));
  // As an older Bedside left it.
  const asSuperuser = before.url.replace(`bedside_owner:${owner}`, `postgres:${superuser}`);
  await query({ url: asSuperuser }, 'DROP ROLE bedside_login');
  await before.stop();
  writeFileSync(secretsFile, JSON.stringify({ superuser, owner }));
  writeFileSync(path.join(folder, 'postgres', 'prepared.json'), JSON.stringify({ extensions: [] }));

  const db = await start(folder);
  expect(statSync(secretsFile).mode & 0o077).toBe(0);
  const app = { url: db.appUrl };
  expect(await query(app, 'SET ROLE bedside_app')).toEqual([]);
  expect(await query(app, 'SELECT session_user AS who')).toEqual([{ who: 'bedside_login' }]);
  for (const role of ['bedside_owner', 'postgres'])
    await expect(query(app, `SET ROLE ${role}`)).rejects.toThrow(/permission denied/);
  expect(await query(db, 'SELECT current_user AS who')).toEqual([{ who: 'bedside_owner' }]);
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
