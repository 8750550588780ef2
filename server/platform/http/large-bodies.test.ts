import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { byAnyone, byAnyStaff } from '../access/access.ts';
import { command, form } from './route.ts';

const routes = [
  command({
    name: 'test.upload',
    path: '/api/upload',
    access: byAnyStaff,
    upload: true,
    bodyLimit: 10_000_000,
    answer: z.object({}),
    run: async () => ({}),
  }),
  command({
    name: 'test.upload-for-all',
    path: '/api/upload-for-all',
    access: byAnyone,
    upload: true,
    limit: { per: 'everyone', max: 4, seconds: 600 },
    answer: z.object({ size: z.number() }),
    run: async (_ctx, _input, { upload }) => ({ size: upload?.bytes.length ?? 0 }),
  }),
  form({
    name: 'test.files',
    path: '/files',
    access: byAnyone,
    limit: { per: 'everyone', max: 2, seconds: 600 },
    files: { max: 2, bytesEach: 5_000_000 },
    run: async () => ({ redirect: '/done' }),
  }),
];

let it: TestServer;
let address: string;
beforeAll(async () => {
  it = await startTestServer({ routes });
  address = await it.listen();
});
afterAll(() => it.stop());

/** Announces a large body and sends only its beginning: who answers has not waited for the rest. */
function beginUpload(path: string, type: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': type, 'content-length': 9_000_000, 'x-bedside': '1' };
    const sending = request(`${address}${path}`, { method: 'POST', headers }, (response) => {
      resolve(response.statusCode ?? 0);
      sending.destroy();
    });
    sending.on('error', reject);
    sending.write('--b\r\n');
  });
}

test('of somebody who is not signed in no file is read', async () => {
  expect(await beginUpload('/api/upload', 'application/octet-stream')).toBe(401);
});

test('where there is no room left no form with files is read', async () => {
  const send = () =>
    it.server.inject({
      method: 'POST',
      url: '/files',
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
      payload: '--b--\r\n',
    });
  expect((await send()).statusCode).toBe(412);
  expect((await send()).statusCode).toBe(412);
  expect(await beginUpload('/files', 'multipart/form-data; boundary=b')).toBe(429);
});

test('the key of an upload belongs to its name and its bytes, and each sending is counted once', async () => {
  const send = (name: string, payload: Buffer) =>
    it.server.inject({
      method: 'POST',
      url: `/api/upload-for-all?name=${name}`,
      headers: {
        'content-type': 'application/octet-stream',
        'x-bedside': '1',
        'idempotency-key': 'upload-of-one-file',
      },
      payload,
    });
  const bytes = Buffer.alloc(1000, 1);
  expect((await send('one.txt', bytes)).json()).toEqual({ size: 1000 });
  expect((await send('one.txt', bytes)).statusCode).toBe(200);
  expect((await send('one.txt', Buffer.alloc(1000, 2))).statusCode).toBe(409);
  expect((await send('other.txt', bytes)).statusCode).toBe(409);
  expect((await send('one.txt', bytes)).statusCode).toBe(429);
});
