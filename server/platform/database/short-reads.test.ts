import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { makeTestDatabase, type TestDatabase } from '../../testing/database.ts';
import { connect, type Database, inTransaction, makePool } from './connect.ts';

let database: TestDatabase;
let pool: pg.Pool;
let db: Database;
/** Every statement that is sent, in order. */
let sent: string[] = [];

beforeAll(async () => {
  database = await makeTestDatabase();
  pool = makePool(database.url, { connections: 1 });
  db = connect(pool);
  const query = pg.Client.prototype.query;
  vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...given: unknown[]) {
    if (typeof given[0] === 'string') sent.push(given[0].replace(/\s+/g, ' ').trim());
    return Reflect.apply(query, this, given) as never;
  } as typeof query);
});

afterAll(async () => {
  vi.restoreAllMocks();
  await db.destroy();
  await database.drop();
});

beforeEach(() => {
  sent = [];
});

const keep = (name: string) => sql`insert into platform.setting (name, value) values (${name}, '1')`;
const kept = async (name: string) =>
  (
    await sql<{ found: boolean }>`select exists (select from platform.setting where name = ${name}) as found`.execute(
      db,
    )
  ).rows[0]?.found;
/** Whether a statement of its own is its own transaction: nothing was left open before it. */
const isAlone = async () =>
  (await pool.query<{ alone: boolean }>('select transaction_timestamp() = statement_timestamp() as alone')).rows[0]
    ?.alone;

it('a read begins with its first statement and is one transaction from there to its end', async () => {
  const ids = await inTransaction(db, 'read only', async (tx) => {
    const one = await sql<{ at: string }>`select transaction_timestamp()::text as at`.execute(tx);
    await sql`select set_config('bedside.note', 'mine', true)`.execute(tx);
    const two = await sql<{ at: string; note: string }>`
      select transaction_timestamp()::text as at, current_setting('bedside.note') as note`.execute(tx);
    return { one: one.rows[0]?.at, two: two.rows[0]?.at, note: two.rows[0]?.note };
  });
  expect(ids.two).toBe(ids.one);
  expect(ids.note).toBe('mine');
  expect(sent[0]).toBe('start transaction read only');
  expect(sent.at(-1)).toBe('commit');
  // What was set for the transaction went with it, on the same connection.
  const { rows } = await pool.query<{ note: string }>("select current_setting('bedside.note', true) as note");
  expect(rows[0]?.note).toBe('');
});

it('a read that asks nothing sends nothing, even when every connection is taken', async () => {
  const only = await pool.connect();
  try {
    expect(await inTransaction(db, 'read only', async () => 'a page')).toBe('a page');
    expect(sent).toEqual([]);
  } finally {
    only.release();
  }
});

it('a read cannot write, not with its first statement either', async () => {
  await expect(inTransaction(db, 'read only', (tx) => keep('first').execute(tx))).rejects.toThrow(/read-only/);
  const later = inTransaction(db, 'read only', async (tx) => {
    await sql`select 1`.execute(tx);
    await keep('later').execute(tx);
  });
  await expect(later).rejects.toThrow(/read-only/);
  expect([await kept('first'), await kept('later')]).toEqual([false, false]);
});

it('the next on the same connection is in a transaction of its own, after a read that went well and one that did not', async () => {
  const failing = inTransaction(db, 'read only', async (tx) => {
    await sql`select 1 / 0`.execute(tx);
  });
  const [failed, wrote, read] = await Promise.allSettled([
    failing,
    inTransaction(db, 'read write', (tx) => keep('next').execute(tx)),
    inTransaction(db, 'read only', (tx) => sql`select 1`.execute(tx)),
  ]);
  expect([failed.status, wrote.status, read.status]).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  expect(await kept('next')).toBe(true);
  expect(await isAlone()).toBe(true);
  expect(sent.filter((text) => text === 'start transaction read only')).toHaveLength(2);
  expect(sent.filter((text) => /^(commit|rollback)$/.test(text))).toHaveLength(3);
});

it('statements of one read that are asked together all have their own answer', async () => {
  const answers = await inTransaction(db, 'read only', (tx) =>
    Promise.all([1, 2, 3].map(async (n) => (await sql<{ n: number }>`select ${n}::int as n`.execute(tx)).rows[0]?.n)),
  );
  expect(answers).toEqual([1, 2, 3]);
  expect(sent[0]).toBe('start transaction read only');
});

it('a change waits for its beginning: it is sent before the first statement, and what fails is rolled back whole', async () => {
  const broken = inTransaction(db, 'read write', async (tx) => {
    await keep('half').execute(tx);
    throw new Error('on the way');
  });
  await expect(broken).rejects.toThrow('on the way');
  expect(sent).toEqual(['start transaction read write', expect.stringMatching(/^insert/), 'rollback']);
  expect(await kept('half')).toBe(false);
});

it('a connection that breaks under a read is told to that read, and the next has a new one', async () => {
  const broken = inTransaction(db, 'read only', (tx) => sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx));
  await expect(broken).rejects.toThrow();
  const { rows } = await inTransaction(db, 'read only', (tx) => sql<{ one: number }>`select 1 as one`.execute(tx));
  expect(rows).toEqual([{ one: 1 }]);
});

it('a read that is given up while it waits for a connection takes none, and asks nothing afterwards', async () => {
  const only = await pool.connect();
  const waiting: Promise<unknown>[] = [];
  const givenUp = inTransaction(db, 'read only', (tx) => {
    waiting.push(sql`select 'too late'`.execute(tx));
    return Promise.all([...waiting, Promise.reject(new Error('not theirs'))]);
  });
  await expect(givenUp).rejects.toThrow('not theirs');
  only.release();
  await expect(waiting[0]).rejects.toThrow(/given up/);
  expect(sent.filter((text) => text.includes('too late'))).toEqual([]);
  expect(await isAlone()).toBe(true);
});
