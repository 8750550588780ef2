import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import { withShortReads } from './short-reads.ts';
import { typeParsers } from './time.ts';

export type Database = Kysely<unknown>;

/** The role that requests run under: owns nothing, cannot change the audit. */
export const appRole = 'bedside_app';

/** Two ways into one database. They are the same where nobody gave the application a login of its own. */
export interface DatabaseUrls {
  /** Owns all of it: migrations, set-up of the jobs, backup. */
  readonly owner: string;
  /** For everything else. */
  readonly app: string;
}

interface ConnectOptions {
  /** Most connections at once; two cores are kept busy by about ten. */
  readonly connections?: number;
  /** As the owner (migrations, job set-up) rather than as the application. */
  readonly asOwner?: boolean;
  readonly statementTimeoutMs?: number;
}

export function connectionOptions(url: string, { asOwner = false, statementTimeoutMs = 15_000 }: ConnectOptions = {}) {
  const settings = [
    'timezone=UTC',
    `statement_timeout=${statementTimeoutMs}`,
    'lock_timeout=8000',
    'idle_in_transaction_session_timeout=30000',
    ...(asOwner ? [] : [`role=${appRole}`]),
  ];
  return {
    connectionString: url,
    application_name: 'bedside',
    options: settings.map((setting) => `-c ${setting}`).join(' '),
    types: typeParsers,
  };
}

export function makePool(url: string, options: ConnectOptions = {}): pg.Pool {
  const pool = new pg.Pool({
    ...connectionOptions(url, options),
    max: options.connections ?? 10,
    // Statements are sent when they are known, in order; each is still answered, and fails, by itself.
    pipeline: true,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
  });
  // A connection that breaks is replaced on the next use; without listeners it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

export function connect(pool: pg.Pool): Database {
  return new Kysely<unknown>({ dialect: new PostgresDialect({ pool: withShortReads(pool) }) });
}

/** Over one connection that is open already, in whatever transaction it is. */
export function connectOver(client: pg.Client): Database {
  const lent = { query: client.query.bind(client) as pg.PoolClient['query'], release() {} };
  const pool = { connect: async () => lent, end: async () => {}, options: {} };
  return new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
}

const mayBeRetried = new Set(['40001', '40P01']);

const mostTries = 5;

/**
 * Runs in one transaction; a lost deadlock or serialisation race is tried again from the start, after a moment, since
 * of many who meet in one place several may lose in turn.
 */
export async function inTransaction<T>(
  db: Database,
  mode: 'read only' | 'read write',
  run: (tx: Transaction<unknown>) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().setAccessMode(mode).execute(run);
    } catch (error) {
      if (attempt === mostTries || !mayBeRetried.has(postgresCode(error) ?? '')) throw error;
      await sleep(randomInt(5, 40 * attempt));
    }
  }
}

export function postgresCode(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.code : undefined;
}
