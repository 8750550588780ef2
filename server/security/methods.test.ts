import { afterAll, beforeAll, expect, test } from 'vitest';
import { routes } from '../app.ts';
import { methodOf, type Route } from '../platform/http/route.ts';
import { startTestApp, type TestApp } from '../testing/app.ts';
import { asStaff, type SignedIn } from '../testing/as.ts';
import { hashTables } from '../testing/table-contents.ts';

let app: TestApp;
let administrator: SignedIn;
beforeAll(async () => {
  app = await startTestApp();
  administrator = await asStaff(app, { roles: ['administrator', 'manager', 'front-desk'] });
});
afterAll(() => app.stop());

const urlOf = (route: Route) => route.path.replace(/:\w+/g, '00000000-0000-7000-8000-00000000dead');
const json = { 'content-type': 'application/json' };

test('a route answers to its own method alone, whatever else is tried in its stead', async () => {
  const places = new Map<string, Set<string>>();
  for (const route of routes) places.set(urlOf(route), (places.get(urlOf(route)) ?? new Set()).add(methodOf(route)));
  for (const [url, methods] of places)
    for (const method of ['HEAD', 'OPTIONS', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const) {
      // A path of another route may fit the same address: /ask/:draft/:step takes /ask/:draft/check as well.
      const other = routes.some(
        (it) => methodOf(it) === method && new RegExp(`^${it.path.replace(/:\w+/g, '[^/]+')}$`).test(url),
      );
      if (methods.has(method) || other) continue;
      // A page and a probe answer HEAD with what GET answers, and no body.
      const isShown = routes.some((it) => urlOf(it) === url && (it.kind === 'page' || it.kind === 'probe'));
      if (method === 'HEAD' && isShown) {
        const [head, get] = await Promise.all(
          (['HEAD', 'GET'] as const).map((shown) =>
            app.server.inject({ method: shown, url, headers: administrator.headers }),
          ),
        );
        expect([url, head?.statusCode, head?.body]).toEqual([url, get?.statusCode, '']);
        continue;
      }
      const answer = await app.server.inject({ method, url, headers: { ...administrator.headers } });
      expect(answer.statusCode, `${method} ${url}`).toBe(404);
    }
});

test('a method hidden in a header, a search or a field changes nothing', async () => {
  const before = await hashTables(app.databaseUrl, ['workforce', 'people', 'places', 'promises', 'desk']);
  for (const route of routes.filter((it) => methodOf(it) === 'DELETE' || methodOf(it) === 'PUT'))
    for (const hidden of ['x-http-method-override', 'x-method-override', 'x-http-method']) {
      const headers = { ...administrator.headers, [hidden]: methodOf(route) };
      const answer = await app.server.inject({
        method: 'GET',
        url: `${urlOf(route)}?_method=${methodOf(route)}`,
        headers,
      });
      expect([400, 404], `${route.name} ${answer.statusCode}`).toContain(answer.statusCode);
    }
  expect(await hashTables(app.databaseUrl, ['workforce', 'people', 'places', 'promises', 'desk'])).toEqual(before);
});

test.each(['%2e%2e/', './', '/', '%2f', ';a=b', '%00', '..;/'])(
  'a guarded address with %s in it opens nothing',
  async (bit) => {
    for (const route of routes.filter((it) => it.access.who !== 'anyone' && it.path.startsWith('/api/'))) {
      const url = urlOf(route);
      const at = url.lastIndexOf('/') + 1;
      for (const one of [url.slice(0, at) + bit + url.slice(at), url + bit, `/staff/${bit}..${url}`]) {
        const answer = await app.server.inject({ method: methodOf(route), url: one, headers: { 'x-bedside': '1' } });
        const isStaffApp = /^\/staff/.test(one) && /<!doctype html>/i.test(answer.body);
        if (!isStaffApp) expect([400, 401, 404], `${methodOf(route)} ${one}`).toContain(answer.statusCode);
      }
    }
  },
);

const foreign: readonly [string, Record<string, string | undefined>, number][] = [
  ['without our header', { 'x-bedside': undefined }, 403],
  ['of a foreign origin', { origin: 'https://evil.example' }, 403],
  ['of an origin that begins like ours', { origin: 'http://localhost:8080.evil.example' }, 403],
  ['of no origin', { origin: 'null' }, 403],
  ['that says it crosses sites', { 'sec-fetch-site': 'cross-site' }, 403],
  ['of a sister domain', { 'sec-fetch-site': 'same-site' }, 403],
  ['as a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
  ['as plain text', { 'content-type': 'text/plain' }, 415],
  ['as several parts', { 'content-type': 'multipart/form-data; boundary=x' }, 415],
];
test.each(foreign)('no command is done for a request %s', async (_name, change, status) => {
  const before = await hashTables(app.databaseUrl, ['workforce', 'people', 'places', 'desk', 'messaging', 'promises']);
  const commands = routes.filter((it) => it.kind === 'command' || (it.kind === 'query' && it.method === 'POST'));
  expect(commands.length).toBeGreaterThan(60);
  for (const route of commands) {
    const headers = Object.entries({ ...administrator.headers, ...json, ...change }).filter(
      (one): one is [string, string] => one[1] !== undefined,
    );
    const answer = await app.server.inject({
      method: methodOf(route),
      url: urlOf(route),
      headers: Object.fromEntries(headers),
      payload: '{}',
    });
    expect([status, 415], `${route.name} ${answer.statusCode} ${answer.body}`).toContain(answer.statusCode);
    if (status === 403 && answer.statusCode === 415) expect('upload' in route && route.upload, route.name).toBeTruthy();
  }
  expect(await hashTables(app.databaseUrl, ['workforce', 'people', 'places', 'desk', 'messaging', 'promises'])).toEqual(
    before,
  );
});

test('signing out leaves nothing in the browser for whoever sits down next', async () => {
  const who = await asStaff(app);
  const read = await app.server.inject({ url: '/api/workforce/me', headers: who.headers });
  expect(read.headers['cache-control']).toBe('no-store');
  const out = await app.server.inject({
    method: 'POST',
    url: '/api/access/sign-out',
    headers: { ...who.headers, ...json },
    payload: '{}',
  });
  expect(out.headers['clear-site-data']).toBe('"cache"');
  expect(out.cookies.find((one) => one.name === 'bedside-session')?.value).toBe('');
  expect((await app.server.inject({ url: '/api/workforce/me', headers: who.headers })).statusCode).toBe(401);
});
