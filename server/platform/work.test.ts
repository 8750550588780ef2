import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { startTestServer, type TestServer } from '../testing/server.ts';
import { byAnyone } from './access/access.ts';
import { system } from './access/actor.ts';
import { event, reaction } from './events/event.ts';
import { command, stream } from './http/route.ts';
import { delivery } from './jobs/delivery.ts';
import { drainJobs } from './jobs/runner.ts';
import { silent } from './log.ts';
import { asSystem } from './work.ts';

const happened = event('test.happened', z.object({ name: z.string() }));
const out: string[] = [];
let failures = 0;

const sendOut = delivery<string, 'ok'>({
  name: 'test.send-out',
  attempts: 3,
  claim: async (ctx, id) => {
    const { rows } = await sql<{ name: string }>`select name from platform.setting where name = ${id}`.execute(ctx.tx);
    return rows[0]?.name;
  },
  call: async (name) => {
    out.push(name);
    return 'ok';
  },
  record: async (ctx, name) => {
    await sql`update platform.setting set value = '"sent"' where name = ${name}`.execute(ctx.tx);
    return undefined;
  },
});

const reactions = [
  reaction('test.note', happened, async (ctx, { name }) => {
    await sql`insert into platform.setting (name, value) values (${`noted ${name}`}, '1')`.execute(ctx.tx);
  }),
  reaction('test.fail-once', happened, async (ctx, { name }) => {
    await sql`insert into platform.setting (name, value) values (${`tried ${name}`}, '1')`.execute(ctx.tx);
    if (failures++ === 0) throw new Error('the first try fails');
  }),
];

const routes = [
  command({
    name: 'test.do',
    path: '/api/do',
    access: byAnyone,
    body: z.strictObject({ name: z.string(), fail: z.boolean().optional() }),
    answer: z.object({}),
    run: async (ctx, { body }) => {
      await ctx.emit(happened, { name: body.name });
      await ctx.announce('test.topic');
      if (body.fail) throw new Error('after the event');
      return {};
    },
  }),
  stream({ name: 'test.live', path: '/api/live', access: byAnyone, topics: async () => ['test.topic'] }),
];

let it: TestServer;
let address: string;
beforeAll(async () => {
  it = await startTestServer({ routes, reactions });
  address = await it.listen();
});
afterAll(() => it.stop());

const act = (name: string, fail = false) =>
  it.server.inject({
    method: 'POST',
    url: '/api/do',
    headers: { 'content-type': 'application/json', 'x-bedside': '1' },
    payload: { name, fail },
  });
const drain = () => drainJobs(it.shop, it.pool, { deliveries: [sendOut], schedules: [] }, silent);
const count = async (name: string) =>
  (await sql<{ n: number }>`select count(*) as n from platform.setting where name = ${name}`.execute(it.db)).rows[0]?.n;

test('an event and its reactions are one with the change: what is rolled back never happened', async () => {
  await act('undone', true);
  await drain();
  expect(await count('noted undone')).toBe(0);
});

test('a reaction runs once per event, however often its job runs; a failed one leaves nothing and is tried again', async () => {
  await act('a');
  await drain();
  expect(await count('noted a')).toBe(1);
  expect(await count('tried a')).toBe(0);
  // The job library waits longer after each failure; the test does not.
  await sql`update graphile_worker._private_jobs set run_at = now()`.execute(it.db);
  await drain();
  expect(await count('tried a')).toBe(1);
  const { rows } = await sql<{ id: string }>`select id from platform.event where payload->>'name' = 'a'`.execute(it.db);
  for (let again = 0; again < 3; again++)
    await sql`select graphile_worker.add_job('react', json_build_object('eventId', ${rows[0]?.id}::text, 'reaction', 'test.note'))`.execute(
      it.db,
    );
  await drain();
  expect(await count('noted a')).toBe(1);
});

test('a delivery calls out with no transaction open, and only for what is still there', async () => {
  await asSystem(it.shop, system('test'), 'test.ask', async (ctx) => {
    await sql`insert into platform.setting (name, value) values ('letter', '"waiting"')`.execute(ctx.tx);
    await ctx.deliver(sendOut, 'letter');
    await ctx.deliver(sendOut, 'gone');
  });
  await drain();
  expect(out).toEqual(['letter']);
  const { rows } = await sql<{ value: string }>`select value from platform.setting where name = 'letter'`.execute(
    it.db,
  );
  expect(rows[0]?.value).toBe('sent');
});

test('open screens hear of a change when it commits, and only then', async () => {
  const stop = new AbortController();
  const answer = await fetch(`${address}/api/live`, { signal: stop.signal });
  expect(answer.headers.get('content-type')).toContain('text/event-stream');
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let heard = '';
  const until = async (text: string) => {
    while (!heard.includes(text)) heard += (await reader.read()).value ?? '';
  };
  await until('event: ready');
  await act('never', true);
  await act('b');
  await until('test.topic');
  expect(heard.match(/event: changed/g)).toHaveLength(1);
  stop.abort();
});
