import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTestDatabase, type TestDatabase } from '../../testing/database.ts';
import { refusePowerfulLogin } from './app-login.ts';

let database: TestDatabase;
let other: TestDatabase;
let owner: pg.Client;
beforeAll(async () => {
  [database, other] = [await makeTestDatabase(), await makeTestDatabase()];
  owner = new pg.Client(database.url);
  await owner.connect();
});
afterAll(async () => {
  await owner.query('drop role if exists trial');
  await owner.end();
  await database.drop();
  await other.drop();
});

/** A login as docs/operate/install.md has it made, with what is said besides. */
async function loginWith(...statements: string[]): Promise<string> {
  await owner.query(`drop role if exists trial; create role trial login noinherit password 'trial'`);
  for (const statement of statements) await owner.query(statement);
  return database.url.replace(/\/\/[^@]*@/, '//trial:trial@');
}
const asDescribed = 'grant bedside_app to trial';

test('a login as it should be is taken', async () => {
  await refusePowerfulLogin({ owner: database.url, app: await loginWith(asDescribed) });
  await refusePowerfulLogin({ owner: database.url, app: database.appUrl });
});

test.each([
  ['may become more', [asDescribed, 'create role more', 'grant more to trial'], /may do more than it should \(more\)/],
  ['may make roles', [asDescribed, 'alter role trial createrole'], /may do more than it should \(makes roles\)/],
  ['may not act as the application', [], /may not act as bedside_app/],
])('a login that %s is refused', async (_what, statements, sentence) => {
  const app = await loginWith(...statements);
  await expect(refusePowerfulLogin({ owner: database.url, app })).rejects.toThrow(sentence);
  await owner.query('drop role if exists more');
});

test('a login that leads elsewhere is refused', async () => {
  await expect(refusePowerfulLogin({ owner: database.url, app: other.appUrl })).rejects.toThrow(/different databases/);
});
