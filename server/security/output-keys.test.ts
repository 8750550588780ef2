import { afterAll, beforeAll, expect, test } from 'vitest';
import { routes } from '../app.ts';
import { methodOf, type QueryRoute } from '../platform/http/route.ts';
import { startTestApp, type TestApp } from '../testing/app.ts';
import { asStaff, type SignedIn } from '../testing/as.ts';
import { makeTeam } from '../testing/make-staff.ts';
import { sampleOf } from '../testing/sample-input.ts';
import { kindOfParam, makeWard, type Ward } from '../testing/two-worlds.ts';

let app: TestApp;
let ward: Ward;
let administrator: SignedIn;
beforeAll(async () => {
  app = await startTestApp();
  await makeTeam(app, { name: 'Whoever is left', reasons: ['other'] });
  ward = await makeWard(app, 'SHAPE');
  await app.drain();
  administrator = await asStaff(app, { roles: ['administrator'] });
});
afterAll(() => app.stop());

/** Every key of an answer with the way to it; the items of a list are one. */
function keysOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => keysOf(item, `${path}[]`));
  if (value === null || typeof value !== 'object') return [path];
  return Object.entries(value).flatMap(([key, item]) => keysOf(item, path === '' ? key : `${path}.${key}`));
}

const urlOf = (route: QueryRoute) =>
  route.path.replace(/:(\w+)/g, (_, name: string) => {
    const kind = kindOfParam(route.path, name);
    return kind ? ward.ids[kind] : name === 'reference' ? ward.reference : '00000000-0000-7000-8000-00000000dead';
  });
const bodyOf = (route: QueryRoute) =>
  route.name === 'people.search' ? { text: `Family${ward.mark}` } : route.body ? sampleOf(route.body) : undefined;

async function keysFor(route: QueryRoute, who: SignedIn | undefined) {
  const payload = bodyOf(route);
  const answer = await app.server.inject({
    ...{ method: methodOf(route), url: urlOf(route), headers: { 'x-bedside': '1', ...who?.headers } },
    ...(payload !== undefined && { payload: payload as object }),
  });
  if (answer.statusCode !== 200) return undefined;
  return [...new Set(keysOf(answer.json()))].sort();
}

const asked = routes.filter(
  (route): route is QueryRoute => route.kind === 'query' && route.name !== 'platform.describe',
);

test('who asks gets the keys of the committed list and no other', async () => {
  const roles: [string, SignedIn | undefined][] = [
    ['anyone', undefined],
    ['patient', ward.patient],
    ['clerk', ward.clerk],
    ['manager', ward.manager],
    ['administrator', administrator],
  ];
  const lines: string[] = [];
  for (const route of asked) {
    const byKeys = new Map<string, string[]>();
    for (const [role, who] of roles) {
      const keys = await keysFor(route, who);
      if (keys) byKeys.set(keys.join(' '), [...(byKeys.get(keys.join(' ')) ?? []), role]);
    }
    for (const [keys, who] of byKeys) lines.push(`${methodOf(route)} ${route.path} (${who.join(', ')})\n  ${keys}`);
  }
  expect(lines.length).toBeGreaterThan(20);
  await expect(`${lines.sort().join('\n')}\n`).toMatchFileSnapshot('output-keys.txt');
});

test('no answer of any route can hold a key that its shape does not name', async () => {
  for (const route of asked) {
    const shape = JSON.stringify(route.answer.toJSONSchema({ io: 'output', unrepresentable: 'any' }));
    // Something that takes whatever comes would let a whole row out.
    expect(shape.includes('"additionalProperties":{}'), route.name).toBe(false);
  }
});

const secret = /password|hash(?!tml)|secret|token|totp|credential|public_?key|session_?id/i;
test('no answer names a secret, unless giving it is what the route is for', async () => {
  const told: string[] = [];
  for (const route of asked)
    for (const who of [undefined, ward.patient, ward.clerk, administrator]) {
      const keys = (await keysFor(route, who)) ?? [];
      told.push(...keys.filter((key) => secret.test(key)).map((key) => `${route.name} ${key}`));
    }
  // Whether one has set it up, not what it is.
  expect([...new Set(told)]).toEqual(['access.read-session secondFactor.totp']);
});
