import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appRole, connectionOptions, makePool } from '../platform/database/connect.ts';
import { startTestApp, type TestApp } from '../testing/app.ts';
import { makePerson } from '../testing/make-person.ts';

let app: TestApp;
let pool: pg.Pool;
beforeAll(async () => {
  app = await startTestApp();
  pool = makePool(app.appDatabaseUrl, { connections: 1 });
  await makePerson(app);
});
afterAll(async () => {
  await pool.end();
  await app.stop();
});
const ask = async <T extends object>(statement: string) => (await pool.query<T>(statement)).rows;
const codeOf = (statement: string) =>
  pool.query(statement).then(
    () => 'done',
    (error: pg.DatabaseError) => error.code,
  );

test('the application is no superuser, owns nothing and passes by no rule', async () => {
  const [role] = await ask(`select current_user as name, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin
    from pg_roles where rolname = current_user`);
  expect(role).toEqual({
    ...{
      name: appRole,
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolcanlogin: false,
    },
  });
  const owned = await ask(
    `select relname from pg_class where relowner = (select oid from pg_roles where rolname = current_user)`,
  );
  expect(owned).toEqual([]);
  expect(
    await ask(
      `select 1 from pg_roles where rolsuper and pg_has_role(current_user, oid, 'set') and rolname <> current_user`,
    ),
  ).toEqual([]);
});

const denied = '42501';
test.each([
  ['the owner', 'set role bedside_owner'],
  ['the superuser', 'set role postgres'],
  ['the owner, as who signed in', 'set session authorization bedside_owner'],
  ['one who may make roles', 'create role other'],
  ['a member of the owner', 'grant bedside_owner to bedside_login'],
])('who signs in for it cannot become %s', async (_name, statement) => {
  expect(await codeOf(statement)).toBe(denied);
  // Refused by who may, not by what is there.
  expect(await ask(`select 1 from pg_roles where rolname = 'bedside_owner'`)).toHaveLength(1);
});

test('who takes the role off has nothing left', async () => {
  const client = await pool.connect();
  try {
    for (const off of ['reset role', 'set role none', 'set session authorization default']) {
      await client.query(off);
      const { rows } = await client.query('select current_user as now, session_user as signed_in');
      expect([
        { now: appRole, signed_in: 'bedside_login' },
        { now: 'bedside_login', signed_in: 'bedside_login' },
      ]).toContainEqual(rows[0]);
    }
    await client.query('set role none');
    const refused = await client.query('select 1 from platform.setting').catch((error: pg.DatabaseError) => error.code);
    expect(refused).toBe(denied);
  } finally {
    await client.query(`set role ${appRole}`);
    client.release();
  }
});

test('the login of the application is a member of its role and of nothing else', async () => {
  const member = await ask(`select roleid::regrole::text as of, admin_option from pg_auth_members
    where member = 'bedside_login'::regrole`);
  expect(member).toEqual([{ of: appRole, admin_option: false }]);
  const [login] = await ask(`select rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, rolreplication, rolinherit
    from pg_roles where rolname = 'bedside_login'`);
  expect(new Set(Object.values(login ?? {}))).toEqual(new Set([false]));
});

test.each([
  ['change what the audit says', `update platform.audit_entry set action = 'x'`],
  ['remove from the audit', 'delete from platform.audit_entry'],
  ['empty the audit', 'truncate platform.audit_entry'],
  ['move the end of an audit chain', 'update platform.audit_chain set length = 0'],
  ['begin an audit chain anew', `insert into platform.audit_chain values (99, 0, '\\x00')`],
  ['change an event', `update platform.event set payload = '{}'`],
  ['remove an event', 'delete from platform.event'],
  ['take a trigger away', 'alter table platform.audit_entry disable trigger all'],
  ['drop a table', 'drop table people.person'],
  ['make a table', 'create table people.other ()'],
  ['make a function', `create function people.f() returns int language sql as 'select 1'`],
  ['make a schema', 'create schema other'],
  ['become somebody who may', `set session authorization postgres`],
  ['read files of the server', `select pg_read_file('postgresql.conf')`],
  ['run a program', `copy (select 1) to program 'true'`],
  ['say that a migration ran', `insert into migration.applied (name, checksum) values ('x', 'x')`],
])('it cannot %s', async (_name, statement) => {
  expect(await codeOf(statement)).toBe(denied);
});

test('it is denied because of rights, not because nothing is there', async () => {
  expect(
    (await ask('select 1 from platform.audit_entry limit 1')).length +
      (await ask('select 1 from platform.event limit 1')).length,
  ).toBeGreaterThan(0);
  const owner = new pg.Client(connectionOptions(app.databaseUrl, { asOwner: true }));
  await owner.connect();
  // Not even who owns the tables by mistake: a trigger stands before them.
  const refused = await owner.query('delete from platform.event').catch((error: pg.DatabaseError) => error.code);
  await owner.end();
  expect(refused).toBe('23001');
});

test('logs of facts that only grow cannot be changed by it', async () => {
  const tables = await ask<{
    name: string;
  }>(`select table_schema || '.' || table_name as name from information_schema.tables t
    where table_schema in ('people', 'messaging', 'desk', 'promises', 'workforce') and table_type = 'BASE TABLE'
      and not has_table_privilege(format('%I.%I', table_schema, table_name), 'update')
      and not has_table_privilege(format('%I.%I', table_schema, table_name), 'delete') order by 1`);
  await expect(`${tables.map(({ name }) => name).join('\n')}\n`).toMatchFileSnapshot('append-only-tables.txt');
});

test('functions that run with the rights of their owner name where they look', async () => {
  const loose =
    await ask(`select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where prosecdef and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')
      and not exists (select from unnest(coalesce(proconfig, '{}')) c where c like 'search_path=%')`);
  expect(loose).toEqual([]);
  const definers = await ask(
    `select 1 from pg_proc p join pg_namespace n on n.oid = p.pronamespace where prosecdef and n.nspname = 'platform'`,
  );
  expect(definers.length).toBeGreaterThan(0);
});

test('every connection has its limits, and they bite', async () => {
  const settings = await ask(`select name, setting from pg_settings
    where name in ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout', 'TimeZone') order by name collate "C"`);
  expect(settings).toEqual([
    { name: 'TimeZone', setting: 'UTC' },
    { name: 'idle_in_transaction_session_timeout', setting: '30000' },
    { name: 'lock_timeout', setting: '8000' },
    { name: 'statement_timeout', setting: '15000' },
  ]);
  const impatient = makePool(app.appDatabaseUrl, { connections: 1, statementTimeoutMs: 100 });
  const code = await impatient.query('select pg_sleep(20)').catch((error: pg.DatabaseError) => error.code);
  await impatient.end();
  expect(code).toBe('57014');
});

test('what one request set for its transaction is gone with it, also after a failure', async () => {
  const client = await pool.connect();
  for (const end of ['commit', 'rollback']) {
    await client.query('begin; set local statement_timeout = 50; set transaction read only');
    await client.query(end === 'commit' ? 'select 1' : 'select 1/0').catch(() => {});
    await client.query(end);
    expect((await client.query('show statement_timeout')).rows).toEqual([{ statement_timeout: '15s' }]);
    expect((await client.query('show transaction_read_only')).rows).toEqual([{ transaction_read_only: 'off' }]);
  }
  client.release();
});

test('the built-in database writes through to the disk and knows a damaged page', async () => {
  const names = [
    'fsync',
    'full_page_writes',
    'synchronous_commit',
    'data_checksums',
    'listen_addresses',
    'password_encryption',
  ];
  const rows = await ask<{ name: string; setting: string }>(
    `select name, setting from pg_settings where name = any('{${names.join(',')}}') order by name`,
  );
  expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
    ...{ fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on', data_checksums: 'on' },
    ...{ listen_addresses: '', password_encryption: 'scram-sha-256' },
  });
  expect((await sql<{ it: string | null }>`select inet_server_addr()::text as it`.execute(app.db)).rows[0]?.it).toBe(
    null,
  );
});
