import { once } from 'node:events';
import { connect } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { byAnyone } from '../access/access.ts';
import { announceChannel } from '../work.ts';
import { stream } from './route.ts';

const asked = Promise.withResolvers<void>();
const left = Promise.withResolvers<void>();
const answered = Promise.withResolvers<void>();

/** Set while the database cannot say who listens. */
let hanging: PromiseWithResolvers<void> | undefined;

const routes = [
  stream({
    name: 'test.hanging-stream',
    path: '/api/hanging-stream',
    access: byAnyone,
    topics: async () => {
      await hanging?.promise;
      return ['test'];
    },
  }),
  stream({
    name: 'test.slow-stream',
    path: '/api/slow-stream',
    access: byAnyone,
    topics: async () => {
      asked.resolve();
      await left.promise;
      answered.resolve();
      return ['test'];
    },
  }),
];

let it: TestServer;
let address: string;
beforeAll(async () => {
  it = await startTestServer({ routes });
  address = await it.listen();
});
afterAll(() => it.stop());

test('who leaves before the stream begins is not listened for', async () => {
  const { port, hostname } = new URL(address);
  let listening = 0;
  const { listen } = it.live;
  it.live.listen = (listener) => {
    listening++;
    return listen(listener);
  };
  const closed = new Promise<void>((resolve) => {
    it.server.server.once('connection', (theirs) => theirs.once('close', () => resolve()));
  });
  const socket = connect(Number(port), hostname);
  socket.write('GET /api/slow-stream HTTP/1.1\r\nhost: test\r\n\r\n');
  await asked.promise;
  socket.destroy();
  await closed;
  left.resolve();
  await answered.promise;
  // The next one is answered only after the first has been dealt with.
  const next = connect(Number(port), hostname);
  next.write('GET /api/slow-stream HTTP/1.1\r\nhost: test\r\n\r\n');
  await once(next, 'data');
  expect(listening).toBe(1);
  next.destroy();
});

test('while it cannot be found out who listens nothing is passed on, and afterwards the screen looks at everything', async () => {
  const stop = new AbortController();
  const answer = await fetch(`${address}/api/hanging-stream`, { signal: stop.signal });
  let heard = '';
  const decoder = new TextDecoder();
  const write = (bytes: Uint8Array) => {
    heard += decoder.decode(bytes);
  };
  const reading = answer.body!.pipeTo(new WritableStream({ write }));
  reading.catch(() => undefined);
  const count = () => heard.match(/event: changed/g)?.length ?? 0;
  const says = () => it.db.executeQuery(sql`select pg_notify(${announceChannel}, 'test')`.compile(it.db));
  await expect.poll(() => heard).toContain('event: ready');
  await says();
  await expect.poll(count).toBe(1);
  hanging = Promise.withResolvers();
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  await says();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(count()).toBe(1);
  hanging.resolve();
  await expect.poll(count).toBe(2);
  expect(heard).toContain('{"topic":"*"}');
  stop.abort();
});
