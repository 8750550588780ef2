import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { byAnyone, byPerson } from '../access/access.ts';
import { Problem } from '../problem.ts';
import { command } from './route.ts';

const routes = [
  command({
    name: 'test.per-actor',
    path: '/api/per-actor',
    access: byPerson,
    answer: z.object({}),
    limit: { per: 'actor', max: 30, seconds: 60 },
    run: async (ctx) => {
      await sql`select pg_sleep(0.02)`.execute(ctx.tx);
      return {};
    },
  }),
  command({
    name: 'test.per-field',
    path: '/api/per-field',
    access: byAnyone,
    answer: z.object({}),
    limit: [
      { per: { field: 'email' }, max: 3, seconds: 60 },
      { per: 'everyone', max: 5, seconds: 60 },
    ],
    body: z.strictObject({ email: z.string().max(100) }),
    run: async () => ({}),
  }),
  command({
    name: 'test.count',
    path: '/api/count',
    access: byAnyone,
    answer: z.object({}),
    body: z.strictObject({ keepsWork: z.boolean() }),
    run: async (ctx, { body }) => {
      await sql`insert into platform.setting (name, value) values (${ctx.requestId}, '1')`.execute(ctx.tx);
      throw new Problem('invalid', 'test.wrong', { en: 'Wrong.', es: 'Mal.' }, body);
    },
  }),
  command({
    name: 'test.secret',
    path: '/api/secret',
    access: byAnyone,
    answer: z.object({ secret: z.string() }),
    secret: true,
    run: async (ctx) => ({ secret: ctx.requestId }),
  }),
];

let it: TestServer;
const person = randomUUIDv7();
beforeAll(async () => {
  it = await startTestServer({
    routes,
    identify: async () => ({ kind: 'person', id: person, name: '', sessionId: person, actsFor: [] }),
  });
});
afterAll(() => it.stop());
const post = (url: string, payload: object = {}, headers: object = {}) =>
  it.server.inject({ method: 'POST', url, payload, headers: { 'x-bedside': '1', ...headers } });

test('many requests of one person at once are counted, and none waits for a connection that another holds', async () => {
  const before = performance.now();
  const answers = await Promise.all(Array.from({ length: 40 }, () => post('/api/per-actor')));
  expect(performance.now() - before).toBeLessThan(5_000);
  expect(answers.filter((one) => one.statusCode === 200)).toHaveLength(30);
  expect(answers.filter((one) => one.statusCode === 429)).toHaveLength(10);
});

test('a field is counted by its value, however it is written, and who is refused by it uses up nothing of everyone’s', async () => {
  const statuses: number[] = [];
  for (const email of [
    'Ann@x.test',
    ' ann@X.test',
    'ann@x.test',
    'ann@x.test',
    'ann@x.test',
    'bob@x.test',
    'cy@x.test',
    'di@x.test',
  ])
    statuses.push((await post('/api/per-field', { email })).statusCode);
  expect(statuses).toEqual([200, 200, 200, 429, 429, 200, 200, 429]);
});

test('a refusal undoes what was written, unless it says that it keeps it', async () => {
  const kept = async (keepsWork: boolean, headers = {}) => {
    const { requestId } = (await post('/api/count', { keepsWork }, headers)).json();
    const { rows } = await sql`select 1 from platform.setting where name = ${requestId}`.execute(it.db);
    return rows.length;
  };
  expect(await kept(false)).toBe(0);
  expect(await kept(true)).toBe(1);
  // The key is free again, so that a corrected attempt under it is not answered with nothing.
  const headers = { 'idempotency-key': 'one-key-for-both' };
  expect(await kept(true, headers)).toBe(1);
  expect((await post('/api/count', { keepsWork: true }, headers)).json().code).toBe('test.wrong');
});

test('nothing of a secret answer is kept under an Idempotency-Key', async () => {
  const headers = { 'idempotency-key': 'a-key-for-secrets' };
  const [one, two] = [await post('/api/secret', {}, headers), await post('/api/secret', {}, headers)];
  expect(one.json().secret).not.toBe(two.json().secret);
  const { rows } = await sql`select 1 from platform.idempotency_key where key = 'a-key-for-secrets'`.execute(it.db);
  expect(rows).toHaveLength(0);
});
