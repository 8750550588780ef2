import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { byAnyone } from '../access/access.ts';
import { stream } from './route.ts';

const asked = Promise.withResolvers<void>();
const left = Promise.withResolvers<void>();
const answered = Promise.withResolvers<void>();

const routes = [
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
beforeAll(async () => {
  it = await startTestServer({ routes });
});
afterAll(() => it.stop());

test('who leaves before the stream begins is not listened for', async () => {
  const address = new URL(await it.listen());
  let listening = 0;
  const { listen } = it.live;
  it.live.listen = (listener) => {
    listening++;
    return listen(listener);
  };
  const closed = new Promise<void>((resolve) => {
    it.server.server.once('connection', (theirs) => theirs.once('close', () => resolve()));
  });
  const socket = connect(Number(address.port), address.hostname);
  socket.write('GET /api/slow-stream HTTP/1.1\r\nhost: test\r\n\r\n');
  await asked.promise;
  socket.destroy();
  await closed;
  left.resolve();
  await answered.promise;
  // The next one is answered only after the first has been dealt with.
  const next = connect(Number(address.port), address.hostname);
  next.write('GET /api/slow-stream HTTP/1.1\r\nhost: test\r\n\r\n');
  await once(next, 'data');
  expect(listening).toBe(1);
  next.destroy();
});
