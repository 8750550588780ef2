import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, command, onSignedOut, read, upload, withSearch } from './api.ts';
import { fieldMessage, isProblem, isStale, troubleWords } from './problem.ts';

let server: Server;
let base: string;
let answer: { status: number; body: object; headers?: Record<string, string> } = { status: 200, body: {} };
let asked: { method: string; url: string; headers: IncomingMessage['headers']; body: string };

beforeAll(async () => {
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      asked = { method, url, headers, body: Buffer.concat(parts).toString() };
      response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
      response.end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const refusal = (status: number, code: string, more: object = {}) => {
  answer = { status, body: { title: 'No.', code, requestId: 'r1', ...more } };
};

test('a command carries our header, its key and JSON; a second try with the same key carries the same', async () => {
  answer = { status: 200, body: { id: 'x' } };
  expect(await command(`${base}/api/a`, { text: 'hello' }, { key: 'one-and-only' })).toEqual({ id: 'x' });
  expect(asked).toMatchObject({ method: 'POST', body: '{"text":"hello"}' });
  expect(asked.headers).toMatchObject({ 'x-bedside': '1', 'idempotency-key': 'one-and-only' });
  expect(asked.headers['content-type']).toBe('application/json');
  await command(`${base}/api/a`, undefined, { method: 'DELETE' });
  const first = asked.headers['idempotency-key'];
  expect(asked.headers['content-type']).toBeUndefined();
  await command(`${base}/api/a`, undefined, { method: 'DELETE' });
  expect(asked.headers['idempotency-key']).not.toBe(first);
});

test('what is searched for stands in the body, never in the address', async () => {
  answer = { status: 200, body: {} };
  await ask(`${base}/api/people/search`, { text: 'Quintero 1954' });
  expect(asked.url).toBe('/api/people/search');
  expect(asked.headers['idempotency-key']).toBeUndefined();
});

test('nothing that was left out reaches the address', () => {
  expect(withSearch('/a', { list: 'open', teamId: undefined, limit: 50 })).toBe('/a?list=open&limit=50');
  expect(withSearch('/a', { cursor: undefined })).toBe('/a');
});

test('a file is sent as it is, with its name', async () => {
  answer = { status: 200, body: { id: 'f' } };
  await upload(`${base}/api/files`, new File(['letter'], 'to Ada & co.txt'));
  expect(asked.url).toBe('/api/files?name=to+Ada+%26+co.txt');
  expect(asked).toMatchObject({ body: 'letter' });
});

test('a refusal is understood: its words, its fields, and that somebody was faster', async () => {
  refusal(400, 'platform.invalid', { fields: [{ path: 'body.email', message: 'Not an address.' }] });
  const invalid = await read(`${base}/x`).catch((error: unknown) => error);
  expect(fieldMessage(invalid, 'email')).toBe('Not an address.');
  expect(troubleWords(invalid)).toBe('No. Not an address.');
  refusal(412, 'desk.stale');
  expect(isStale(await read(`${base}/x`).catch((error: unknown) => error))).toBe(true);
});

test('only an ended session leads to the sign-in, not a wrong password', async () => {
  let told = 0;
  const stop = onSignedOut(() => told++);
  refusal(401, 'access.wrong-password');
  await read(`${base}/x`).catch(() => undefined);
  expect(told).toBe(0);
  refusal(401, 'platform.not-signed-in');
  await read(`${base}/x`).catch(() => undefined);
  expect(told).toBe(1);
  stop();
});

test('no connection is said as such, and an answer that is no JSON does not hide the failure', async () => {
  const away = await read('http://127.0.0.1:9/x').catch((error: unknown) => error);
  expect(isProblem(away, 0)).toBe(true);
  answer = { status: 502, body: [] };
  expect(isProblem(await read(`${base}/x`).catch((error: unknown) => error), 502)).toBe(true);
});
