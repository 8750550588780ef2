import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routes } from './app.ts';
import { mayUse } from './platform/access/access.ts';
import { type Actor, anyone } from './platform/access/actor.ts';
import { methodOf, type Route } from './platform/http/route.ts';
import { formCookie, formTokenFor, newFormCookie } from './platform/http/same-origin.ts';
import { testHouse } from './testing/app.ts';
import { startTestServer, type TestServer } from './testing/server.ts';

const roles = [
  'front-desk',
  'contact-centre',
  'nurse',
  'clinician',
  'patient-relations',
  'manager',
  'billing',
  'compliance',
  'administrator',
];

const staffWith = (role: string): Actor => ({
  kind: 'staff',
  id: randomUUIDv7(),
  name: 'A colleague',
  sessionId: randomUUIDv7(),
  roles: [role],
  teamIds: [],
  facilityIds: [],
});
const person: Actor = { kind: 'person', id: randomUUIDv7(), name: 'A patient', sessionId: randomUUIDv7(), actsFor: [] };
const actors: readonly (readonly [string, Actor])[] = [
  ['anyone', anyone],
  ['person', person],
  ...roles.map((role) => [role, staffWith(role)] as const),
];

/** The path with ids that belong to nobody. */
const urlOf = (route: Route) => route.path.replace(/:\w+/g, '00000000-0000-7000-8000-00000000dead');

let actor: Actor = anyone;
let it: TestServer;
beforeAll(async () => {
  it = await startTestServer({ routes, identify: async () => actor });
});
afterAll(() => it.stop());

const takesFile = (route: Route) => route.kind === 'command' && route.upload === true;

const browserCookie = newFormCookie();
/** As the right client would ask: JSON with our header, or a form with the token of its own browser. */
const ask = (route: Route, url = urlOf(route)) => {
  const isForm = route.kind === 'form';
  const body = isForm ? new URLSearchParams({ _token: formTokenFor(testHouse, browserCookie) }).toString() : '{}';
  const type = isForm ? 'application/x-www-form-urlencoded' : 'application/json';
  const changes = methodOf(route) !== 'GET';
  return it.server.inject({
    method: methodOf(route),
    url,
    headers: { 'x-bedside': '1', cookie: `${formCookie}=${browserCookie}`, ...(changes && { 'content-type': type }) },
    ...(changes && { payload: body }),
  });
};

test('who may use which route is the committed table', async () => {
  const lines = routes
    .map((route) => {
      const allowed = actors.filter(([, one]) => mayUse(route.access, one) === 'yes').map(([name]) => name);
      const who = allowed
        .join(' ')
        .replace(`anyone person ${roles.join(' ')}`, 'everyone')
        .replace(roles.join(' '), 'any-staff');
      return `${methodOf(route).padEnd(6)} ${route.path.padEnd(64)} ${route.sees ? 'person ' : '       '} ${who}`;
    })
    .sort();
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('access-matrix.txt');
});

test('no two routes share a name, nor a method and path', () => {
  const names = routes.map((route) => route.name);
  expect(names.filter((name, at) => names.indexOf(name) !== at && !isPagePair(name))).toEqual([]);
  const places = routes.map((route) => `${methodOf(route)} ${route.path}`);
  expect(new Set(places).size).toBe(places.length);
});
const isPagePair = (name: string) =>
  routes.filter((route) => route.name === name).every((route) => route.kind === 'page' || route.kind === 'form');

describe('the server keeps to the table', () => {
  const guarded = routes.filter((route) => route.access.who !== 'anyone');
  const spellings = (route: Route) => {
    const url = urlOf(route);
    const at = url.lastIndexOf('/') + 1;
    return [
      url,
      `${url}/`,
      `${url.slice(0, at)}%${url.charCodeAt(at).toString(16)}${url.slice(at + 1)}`,
      url.toUpperCase(),
    ];
  };

  test('nobody who is not signed in gets past a guarded route, however it is spelt', async () => {
    actor = anyone;
    for (const route of guarded)
      for (const url of spellings(route)) {
        const answer = await ask(route, url);
        // Pages send people on to the sign-in page; a place that takes a file names its type first.
        const stopped = takesFile(route) ? [401, 404, 415] : [303, 401, 404];
        expect(stopped, `${methodOf(route)} ${url}`).toContain(answer.statusCode);
        if (answer.statusCode === 303) expect(answer.headers.location).toMatch(/^\/sign-in/);
      }
  });

  test('who may not use a route is answered as if there were none', async () => {
    for (const [name, one] of actors) {
      if (one.kind === 'anyone') continue;
      actor = one;
      for (const route of guarded) {
        if (mayUse(route.access, one) !== 'no') continue;
        const answer = await ask(route);
        expect(takesFile(route) ? [404, 415] : [404], `${name}: ${methodOf(route)} ${route.path}`).toContain(
          answer.statusCode,
        );
      }
    }
  });

  test('no route answers with a fault to ids that belong to nobody, whoever asks', async () => {
    for (const [name, one] of actors) {
      actor = one;
      for (const route of routes) {
        if (route.kind === 'stream') continue;
        const answer = await ask(route);
        expect(answer.statusCode, `${name}: ${methodOf(route)} ${route.path} ${answer.body.slice(0, 200)}`).not.toBe(
          500,
        );
      }
    }
  }, 240_000);
});
