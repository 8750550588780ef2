import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../testing/app.ts';
import { asStaff } from '../testing/as.ts';

let app: TestApp;
let port: number;
let cookie: string;
const letGoAfter = 2_000;
beforeAll(async () => {
  app = await startTestApp();
  // As in the real server, only sooner: Node reads these at every look for who is late.
  Object.assign(app.server.server, { requestTimeout: letGoAfter + 500, headersTimeout: letGoAfter });
  await app.server.listen({ host: '127.0.0.1', port: 0 });
  port = (app.server.server.address() as { port: number }).port;
  cookie = (await asStaff(app)).headers.cookie ?? '';
});
afterAll(() => app.stop());

interface Dribble {
  readonly socket: Socket;
  readonly ended: Promise<string>;
}

/** Says that a body will come, and sends a byte of it now and then. */
function dribble(head: string, signedIn = true): Dribble {
  const socket = connect(port, '127.0.0.1');
  socket.write(`${head}\r\nhost: 127.0.0.1\r\nx-bedside: 1\r\n${signedIn ? `cookie: ${cookie}\r\n` : ''}`);
  const timer = setInterval(() => socket.writable && socket.write('a'), 100);
  const ended = new Promise<string>((resolve) => {
    let said = '';
    socket.on('data', (bytes) => {
      said += bytes;
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      clearInterval(timer);
      resolve(said.split('\r\n')[0] ?? '');
    });
  });
  return { socket, ended };
}

const json = 'content-type: application/json\r\ncontent-length: 20000\r\n\r\n{"text":"';
const kinds: [string, string][] = [
  ['a body of JSON', `POST /api/people/search HTTP/1.1\r\n${json}`],
  [
    'a file',
    'POST /api/files?name=a.txt HTTP/1.1\r\ncontent-type: application/octet-stream\r\ncontent-length: 9000000\r\n\r\nx',
  ],
  [
    'a form with files',
    'POST /ask/x/files HTTP/1.1\r\ncontent-type: multipart/form-data; boundary=b\r\ncontent-length: 90000\r\n\r\n--b\r\n',
  ],
  [
    'chunks',
    'POST /api/people/search HTTP/1.1\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{"te',
  ],
  ['headers', 'GET / HTTP/1.1\r\nx-slow: '],
];

/** With the head as given, and everything that signs in put before its end. */
const headOf = (head: string) => {
  const at = head.indexOf('\r\n');
  return [head.slice(0, at), head.slice(at + 2)] as const;
};

function send(head: string): Dribble {
  const [first, rest] = headOf(head);
  const it = dribble(first);
  it.socket.write(rest);
  return it;
}

test('many who send slowly hold nobody up, and are let go', async () => {
  const slow = kinds.flatMap(([, head]) => Array.from({ length: 40 }, () => send(head)));
  await sleep(300);
  const waits: number[] = [];
  const until = performance.now() + 1_000;
  while (performance.now() < until || waits.length < 4) {
    for (const url of ['/health', '/']) {
      const began = performance.now();
      const answer = await fetch(`http://127.0.0.1:${port}${url}`);
      expect(answer.status).toBe(200);
      await answer.arrayBuffer();
      waits.push(performance.now() - began);
    }
  }
  // Nobody waited until the slow ones were let go.
  expect(Math.max(...waits)).toBeLessThan(letGoAfter - 300);
  const ends = await Promise.race([Promise.all(slow.map((one) => one.ended)), sleep(12_000).then(() => undefined)]);
  expect(ends, 'some were still being listened to').toBeDefined();
  // Refused at once (no such draft, a wrong type), or cut off with 408: never answered as if all had come.
  for (const line of ends ?? []) expect(line).toMatch(/^(HTTP\/1\.1 4\d\d .*)?$/);
  expect((ends ?? []).filter((line) => line.includes('408')).length).toBeGreaterThan(40);
}, 60_000);
