import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startTestApp, type TestApp } from '../../testing/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const ask = async (url: string) => (await app.server.inject({ url })).statusCode;

test('a house that lost its database is alive and not ready, and ready once it is back', async () => {
  expect([await ask('/health'), await ask('/ready')]).toEqual([200, 200]);
  const letIn = await shutDatabase();
  expect(await ask('/health')).toBe(200);
  expect(await ask('/ready')).toBeGreaterThanOrEqual(500);
  await letIn();
  await expect.poll(() => ask('/ready'), { timeout: 10_000 }).toBe(200);
});

/** Nobody gets in any more, and who is in is thrown out. Gives what opens it again. */
async function shutDatabase(): Promise<() => Promise<void>> {
  // The owner stands outside: a database cannot be shut from within.
  const [owner, guest] = [new pg.Client(inject('postgresUrl')), new pg.Client(app.appDatabaseUrl)];
  await Promise.all([owner.connect(), guest.connect()]);
  const name = pg.escapeIdentifier(guest.database ?? '');
  await owner.query(`alter database ${name} allow_connections false`);
  await guest.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where usename = session_user and datname = current_database() and pid <> pg_backend_pid()',
  );
  await guest.end();
  return async () => {
    await owner.query(`alter database ${name} allow_connections true`);
    await owner.end();
  };
}
