import { request as httpRequest } from 'node:http';
import { connect as connectSocket } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { startTestServer, type TestServer } from '../../testing/server.ts';
import { byAnyone, byPerson, byStaff } from '../access/access.ts';
import type { Actor } from '../access/actor.ts';
import { Problem } from '../problem.ts';
import { command, form, page, query } from './route.ts';

const text = z.string().max(200_000);
let calls = 0;

const routes = [
  command({
    name: 'test.keep',
    path: '/api/keep',
    access: byAnyone,
    body: z.strictObject({ name: text, value: z.unknown().optional() }),
    answer: z.object({ name: z.string() }),
    run: async (ctx, { body }) => {
      calls++;
      await sql`insert into platform.setting (name, value) values (${body.name}, ${JSON.stringify(body.value ?? null)}::jsonb)`.execute(
        ctx.tx,
      );
      return { name: body.name, secret: 'never shown' };
    },
  }),
  command({
    name: 'test.hours',
    path: '/api/hours',
    access: byAnyone,
    body: z.strictObject({
      opens: z.string(),
      closes: z.string().refine((it) => it > '08:30', { message: 'Too early.', params: { es: 'Demasiado pronto.' } }),
      days: z.number(),
    }),
    answer: z.object({}),
    run: async () => ({}),
  }),
  command({
    name: 'test.fail',
    path: '/api/fail',
    access: byAnyone,
    answer: z.object({}),
    run: async (ctx) => {
      await sql`insert into platform.setting (name, value) values ('half', '1')`.execute(ctx.tx);
      throw new Error('canary 4711 must not be seen');
    },
  }),
  query({
    name: 'test.write-in-query',
    path: '/api/write-in-query',
    access: byAnyone,
    answer: z.object({}),
    run: async (ctx) => {
      await sql`insert into platform.setting (name, value) values ('query', '1')`.execute(ctx.tx);
      return {};
    },
  }),
  query({
    name: 'test.one',
    path: '/api/one/:id',
    access: byAnyone,
    params: z.strictObject({ id: z.uuid() }),
    search: z.strictObject({ sort: z.enum(['name']).optional() }),
    answer: z.object({ id: z.string() }),
    run: async (_ctx, { params }) => ({ id: params.id }),
  }),
  query({
    name: 'test.staff',
    path: '/api/staff',
    access: byStaff('nurse'),
    answer: z.object({}),
    run: async () => ({}),
  }),
  query({ name: 'test.person', path: '/api/person', access: byPerson, answer: z.object({}), run: async () => ({}) }),
  page({
    name: 'test.page',
    path: '/page',
    access: byAnyone,
    run: async (_ctx, { formToken }) => ({ html: `<p>${formToken}</p>` }),
  }),
  form({
    name: 'test.form',
    path: '/page',
    access: byAnyone,
    files: { max: 2, bytesEach: 1000 },
    run: async (ctx, { fields }) => {
      calls++;
      if (fields.wrong) return { html: 'please correct', status: 422 };
      await sql`insert into platform.setting (name, value) values (${String(fields.name)}, 'true')`.execute(ctx.tx);
      return { redirect: '/done' };
    },
  }),
  page({
    name: 'test.slow',
    path: '/slow',
    access: byAnyone,
    run: async (ctx) => {
      await sql`set local statement_timeout = 50`.execute(ctx.tx);
      await sql`select pg_sleep(5)`.execute(ctx.tx);
      return { html: '' };
    },
  }),
  query({
    name: 'test.conflict',
    path: '/api/conflict',
    access: byAnyone,
    answer: z.object({}),
    run: async () => {
      throw new Problem('conflict', 'test.taken', { en: 'Taken.', es: 'Ocupado.' });
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

const json = { 'content-type': 'application/json', 'x-bedside': '1' };
const keep = (payload: string | object, headers: object = {}) =>
  it.server.inject({ method: 'POST', url: '/api/keep', headers: given({ ...json, ...headers }), payload });
const given = (headers: object) =>
  Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
const rows = async (name: string) =>
  (await sql<{ n: number }>`select count(*) as n from platform.setting where name = ${name}`.execute(it.db)).rows[0]?.n;

describe('input of any kind gets a clear 4xx, and nothing is half-written', () => {
  const lone = '{"name":"\\ud800"}';
  const cases: [string, string, object, number][] = [
    ['NUL in a text', '{"name":"a\\u0000b"}', {}, 400],
    ['half of a surrogate pair', lone, {}, 400],
    ['200,000 levels of nesting', `{"name":"x","value":${'['.repeat(200_000)}${']'.repeat(200_000)}}`, {}, 413],
    ['65 levels of nesting', `{"name":"x","value":${'['.repeat(65)}${']'.repeat(65)}}`, {}, 400],
    ['more values than any form has', `{"name":"x","value":[${'1,'.repeat(60_000)}1]}`, {}, 400],
    ['a prototype key', '{"name":"x","value":{"__proto__":{"a":1}}}', {}, 400],
    ['an unknown key', '{"name":"x","admin":true}', {}, 400],
    ['broken JSON', '{"name":', {}, 400],
    ['an array for an object', '[]', {}, 400],
    ['a wrong type', '{"name":7}', {}, 400],
    ['form content', 'name=x', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['text content', '{"name":"x"}', { 'content-type': 'text/plain' }, 415],
    ['xml content', '<a/>', { 'content-type': 'application/xml' }, 415],
    ['a body over the limit', JSON.stringify({ name: 'y'.repeat(300_000) }), {}, 413],
    ['a request without our header', '{"name":"x"}', { 'x-bedside': undefined }, 403],
    ['a request from a foreign page', '{"name":"x"}', { origin: 'https://evil.example' }, 403],
    ['a request that says it is cross-site', '{"name":"x"}', { 'sec-fetch-site': 'cross-site' }, 403],
  ];
  test.each(cases)('%s', async (_name, payload, headers, status) => {
    const answer = await keep(payload, headers);
    expect(answer.statusCode).toBe(status);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({ status, code: expect.stringMatching(/^platform\./) });
    expect(await rows('x')).toBe(0);
  });

  test.each([
    '/api/one/7',
    '/api/one/%00',
    '/api/one/00000000-0000-7000-8000-000000000000?sort=name;select',
    '/api/one/00000000-0000-7000-8000-000000000000?x=%00',
    '/api/one/00000000-0000-7000-8000-000000000000?sort[]=name',
  ])('a forged id or unknown parameter: %s', async (url) => {
    expect((await it.server.inject(url)).statusCode).toBe(400);
  });

  test('50 MB are refused before they are read', async () => {
    const status = await new Promise<number | string>((resolve) => {
      const request = httpRequest(`${address}/api/keep`, {
        method: 'POST',
        headers: { ...json, 'content-length': 50_000_000 },
      });
      request.on('response', (response) => resolve(response.statusCode ?? 0));
      request.on('error', (error) => resolve(error.message));
      request.write('{"name":"');
    });
    expect(status).toBe(413);
  });

  test('headers beyond the limit are refused', async () => {
    const answer = await new Promise<string>((resolve) => {
      const { port, hostname } = new URL(address);
      const socket = connectSocket(Number(port), hostname, () =>
        socket.write(`GET /page HTTP/1.1\r\nhost: x\r\na: ${'b'.repeat(40_000)}\r\n\r\n`),
      );
      socket.on('data', (data) => resolve(data.toString().split('\r\n')[0] ?? ''));
      socket.on('error', () => resolve('cut'));
    });
    expect(answer).toContain('431');
  });

  test('the limits that guard against slow senders are set', () => {
    const { server } = it.server;
    expect(server.requestTimeout).toBe(30_000);
    expect(server.headersTimeout).toBe(15_000);
    expect(server.maxConnections).toBe(2_000);
    expect(server.keepAliveTimeout).toBe(20_000);
  });
});

test('a page answers HEAD, as load balancers and link checkers ask it', async () => {
  expect((await it.server.inject({ method: 'HEAD', url: '/page' })).statusCode).toBe(200);
});

test('a fault answers 500 with an id, leaks nothing and leaves nothing behind', async () => {
  const answer = await it.server.inject({ method: 'POST', url: '/api/fail', headers: json });
  expect(answer.statusCode).toBe(500);
  expect(answer.body).not.toContain('canary');
  expect(answer.json().requestId).toBe(answer.headers['x-request-id']);
  expect(await rows('half')).toBe(0);
});

test('a query cannot write', async () => {
  expect((await it.server.inject('/api/write-in-query')).statusCode).toBe(500);
  expect(await rows('query')).toBe(0);
});

test('an answer holds only what its shape names', async () => {
  const answer = await keep({ name: 'shape' });
  expect(answer.json()).toEqual({ name: 'shape' });
});

test('a statement that takes too long is ended and told as such', async () => {
  const answer = await it.server.inject({ url: '/slow' });
  expect(answer.statusCode).toBe(503);
  expect(answer.headers['retry-after']).toBe('2');
});

test('a refusal speaks the language of the caller', async () => {
  const answer = await it.server.inject({ url: '/api/conflict', headers: { 'accept-language': 'es-MX,es;q=0.9' } });
  expect(answer.json()).toMatchObject({ status: 409, title: 'Ocupado.', code: 'test.taken' });
});

test('what is wrong with a field is said in the language of the caller, also by a rule of our own', async () => {
  const asked = async (language: string) => {
    const answer = await it.server.inject({
      ...{ method: 'POST', url: '/api/hours', headers: { ...json, 'accept-language': language } },
      payload: { opens: '09:00', closes: '08:00', days: 'many' },
    });
    return answer.json().fields as { path: string; message: string }[];
  };
  const said = (fields: Awaited<ReturnType<typeof asked>>, path: string) =>
    fields.find((one) => one.path === path)?.message;
  const [en, es] = [await asked('en'), await asked('es')];
  expect(said(en, 'body.days')).toBe('Invalid input: expected number, received string');
  expect(said(es, 'body.days')).toBe('Entrada inválida: se esperaba número, recibido texto');
  expect(said(en, 'body.closes')).toBe('Too early.');
  expect(said(es, 'body.closes')).toBe('Demasiado pronto.');
});

describe('Idempotency-Key', () => {
  test('50 parallel requests with one key do their work once and all get the same answer', async () => {
    calls = 0;
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => keep({ name: 'once' }, { 'idempotency-key': 'key-once-0001' })),
    );
    expect(new Set(answers.map((answer) => `${answer.statusCode} ${answer.body}`))).toEqual(
      new Set(['200 {"name":"once"}']),
    );
    expect(await rows('once')).toBe(1);
    expect(calls).toBe(1);
  });

  test('the same key with other content is refused', async () => {
    await keep({ name: 'first' }, { 'idempotency-key': 'key-other-001' });
    const answer = await keep({ name: 'second' }, { 'idempotency-key': 'key-other-001' });
    expect(answer.statusCode).toBe(409);
    expect(await rows('second')).toBe(0);
  });

  test('a refused command leaves its key free', async () => {
    await keep({ name: 'once' }, { 'idempotency-key': 'key-free-0001' });
    const answer = await keep({ name: 'free' }, { 'idempotency-key': 'key-free-0001' });
    expect(answer.statusCode).toBe(200);
  });
});

describe('forms', () => {
  const open = async () => {
    const answer = await it.server.inject('/page');
    const cookie = answer.cookies.find((one) => one.name === 'bedside-form');
    return { token: answer.body.replace(/<\/?p>/g, ''), cookie: `bedside-form=${cookie?.value}` };
  };
  const send = (cookie: string, fields: Record<string, string>) =>
    it.server.inject({
      method: 'POST',
      url: '/page',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    });

  test('need the token of their own browser', async () => {
    const one = await open();
    const two = await open();
    expect((await send(one.cookie, { name: 'f1', _token: two.token })).statusCode).toBe(412);
    expect((await send('', { name: 'f1', _token: one.token })).statusCode).toBe(412);
    expect(await rows('f1')).toBe(0);
    expect((await send(one.cookie, { name: 'f1', _token: one.token })).statusCode).toBe(303);
  });

  test('a double tap does its work once; a corrected form goes through under the same key', async () => {
    const { token, cookie } = await open();
    const wrong = await send(cookie, { name: 'f2', _token: token, _once: 'tap-0000001', wrong: '1' });
    expect(wrong.statusCode).toBe(422);
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => send(cookie, { name: 'f2', _token: token, _once: 'tap-0000001' })),
    );
    expect(answers.map((answer) => answer.headers.location)).toEqual(['/done', '/done', '/done', '/done']);
    expect(await rows('f2')).toBe(1);
  });

  test('a page carries a policy without any script', async () => {
    const answer = await it.server.inject('/page');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect(answer.headers['content-security-policy']).not.toMatch(/script-src|unsafe/);
    expect(answer.headers['cache-control']).toBe('no-store');
  });
});

test.each([
  ['/api/staff', {}],
  ['/api/%73taff', {}],
  ['/api/staff/', {}],
  ['/api/person', {}],
  ['//api/staff', {}],
])('a guarded route under another spelling stays shut: %s', async (url) => {
  expect([401, 404]).toContain((await it.server.inject(url)).statusCode);
});

test('what a role may not use looks like what does not exist', async () => {
  const clerk: Actor = {
    kind: 'staff',
    id: '00000000-0000-7000-8000-000000000001',
    name: 'A',
    sessionId: '00000000-0000-7000-8000-000000000002',
    roles: ['billing'],
    teamIds: [],
    facilityIds: [],
  };
  const other = await startTestServer({ routes, identify: async () => clerk });
  const shut = await other.server.inject('/api/staff');
  const lost = await other.server.inject('/api/not-there');
  expect(shut.statusCode).toBe(404);
  const bare = (body: { requestId: string }) => ({ ...body, requestId: '' });
  expect(bare(shut.json())).toEqual(bare(lost.json()));
  await other.stop();
});
