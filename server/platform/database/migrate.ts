import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';
import { appRole, connectionOptions, makePool } from './connect.ts';

/** The database is newer than this program, or a migration that ran was changed afterwards. */
export class MigrationError extends Error {}

export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

const folder = new URL('../../migrations/', import.meta.url);
/** Whoever changes the schema holds it. */
export const schemaLock = 7_230_115;

/**
 * Brings a database up to this program's schema: forward only, one transaction per file, one process at a time.
 * Killed in the middle, the next start goes on where it stopped. Returns the names that ran.
 */
export async function migrate(url: string): Promise<string[]> {
  const migrations = await readMigrations();
  const client = new pg.Client(connectionOptions(url, { asOwner: true, statementTimeoutMs: 0 }));
  await client.connect();
  try {
    await client.query('set lock_timeout = 0');
    await client.query('select pg_advisory_lock($1)', [schemaLock]);
    await prepare(client);
    const ran = await runPending(client, migrations);
    await prepareJobs(url, client);
    return ran;
  } finally {
    await client.end();
  }
}

export async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(name, folder), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/** What must be there before the first migration: the list of those that ran, and the role that they grant to. */
export async function prepare(client: pg.Client): Promise<void> {
  await client.query(`
    create schema if not exists migration;
    create table if not exists migration.applied (
      name text primary key,
      checksum text not null,
      applied_at timestamptz not null default now()
    )`);
  const known = await client.query('select 1 from pg_roles where rolname = $1', [appRole]);
  if (known.rowCount === 0) {
    await client.query(`create role ${appRole} nologin`).catch((error: unknown) => {
      // Another database of the same server may make the role at this very moment.
      if (!(error instanceof pg.DatabaseError && (error.code === '42710' || error.code === '23505'))) throw error;
    });
  }
  await client.query(`
    do $$ begin
      if not pg_has_role(current_user, '${appRole}', 'set') then execute 'grant ${appRole} to current_user'; end if;
    exception when undefined_function or invalid_parameter_value then execute 'grant ${appRole} to current_user';
    end $$;
    alter default privileges grant usage on schemas to ${appRole};
    alter default privileges grant select, insert, update, delete on tables to ${appRole};
    alter default privileges grant usage, select on sequences to ${appRole};`);
}

async function runPending(client: pg.Client, migrations: readonly Migration[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from migration.applied',
  );
  const applied = new Map(rows.map((row) => [row.name, row.checksum]));
  for (const name of applied.keys()) {
    if (!migrations.some((migration) => migration.name === name))
      throw new MigrationError(
        `The database has "${name}", which this version of Bedside does not know: start a newer version.`,
      );
  }
  const ran: string[] = [];
  for (const migration of migrations) {
    const checksum = applied.get(migration.name);
    if (checksum === migration.checksum) continue;
    if (checksum)
      throw new MigrationError(`"${migration.name}" was changed after it had run: add a new migration instead.`);
    await client.query('begin');
    await runMigration(client, migration);
    await client.query('commit');
    ran.push(migration.name);
  }
  return ran;
}

export async function runMigration(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query(sql);
  await client.query('insert into migration.applied (name, checksum) values ($1, $2)', [name, checksum]);
}

/** The job library keeps its own schema, shut by row security to all but its owner; the application's role only uses it. */
export async function prepareJobs(url: string, client: pg.Client): Promise<void> {
  const pool = makePool(url, { asOwner: true, connections: 1 });
  await runMigrations({ pgPool: pool, logger: quiet });
  await pool.end();
  await client.query(`
    grant usage on schema graphile_worker to ${appRole};
    grant select, insert, update, delete on all tables in schema graphile_worker to ${appRole};
    grant usage, select on all sequences in schema graphile_worker to ${appRole};
    grant execute on all functions in schema graphile_worker to ${appRole};
    do $$ declare it regclass; begin
      for it in select oid from pg_class c where relnamespace = 'graphile_worker'::regnamespace and relrowsecurity
        -- Made once only: it would wait for whoever reads these tables, and everybody else for it.
        and not exists (select from pg_policy where polrelid = c.oid and polname = 'bedside') loop
        execute format('create policy bedside on %s to ${appRole} using (true) with check (true)', it);
      end loop;
    end $$;`);
}

const quiet = new Logger(() => () => {});
