import { readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { routes } from '../app.ts';
import { readSettings } from '../platform/settings.ts';
import { startTestApp, type TestApp } from '../testing/app.ts';

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
const lock = JSON.parse(read('package-lock.json')) as {
  packages: Record<string, { version?: string; resolved?: string; integrity?: string; link?: boolean }>;
};

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

test('every package is pinned to one version, and the lock file holds the hash of each', () => {
  const wanted = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
  expect(Object.entries(wanted).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  const packages = Object.entries(lock.packages).filter(([path]) => path.startsWith('node_modules/'));
  expect(packages.length).toBeGreaterThan(100);
  const loose = packages.filter(([, it]) => !it.link && !it.integrity?.startsWith('sha512-'));
  expect(loose.map(([path]) => path)).toEqual([]);
  // Without an address, npm asks the registry that is set up; an address of its own would go past it.
  const elsewhere = packages.filter(([, it]) => it.resolved && !it.link);
  expect(elsewhere.map(([path, it]) => `${path} ${it.resolved}`)).toEqual([]);
  for (const [name, version] of Object.entries(wanted))
    if (lock.packages[`node_modules/${name}`])
      expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version);
});

test('it listens to this machine alone unless told otherwise', async () => {
  const settings = readSettings({});
  expect(settings.host).toBe('127.0.0.1');
  expect(settings.smtpListen).toBeUndefined();
  expect(settings.trustedProxyHops).toBe(0);
  expect(settings.logLevel).toBe('warn');
  await app.server.listen({ host: settings.host, port: 0 });
  const { port } = app.server.server.address() as { port: number };
  expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200);
  const outer = Object.values(networkInterfaces()).flatMap((list) =>
    (list ?? []).filter((it) => !it.internal && it.family === 'IPv4'),
  );
  for (const { address } of outer)
    expect(
      await fetch(`http://${address}:${port}/health`).then(
        (it) => it.status,
        () => 'nobody there',
      ),
    ).toBe('nobody there');
});

test('a new hospital has no account, and what people try first opens nothing', async () => {
  const { rows } = await sql<{ n: number }>`select count(*) as n from platform.account`.execute(app.db);
  expect(rows[0]?.n).toBe(0);
  for (const name of ['admin', 'administrator', 'root', 'demo', 'bedside', 'test'])
    for (const password of ['admin', 'password', 'bedside', 'demo', 'changeme-changeme', ''])
      for (const email of [name, `${name}@localhost`, `${name}@example.org`, `${name}@mail.bedside.test`]) {
        await sql`delete from platform.rate_limit`.execute(app.db);
        const headers = { 'x-bedside': '1' };
        const answer = await app.server.inject({
          method: 'POST',
          url: '/api/access/sign-in',
          headers,
          payload: { email, password },
        });
        expect([400, 401, 403], `${email} ${password} ${answer.body}`).toContain(answer.statusCode);
        expect(answer.headers['set-cookie']).toBeUndefined();
      }
});

test('a real hospital has no door of the demonstration', async () => {
  expect((await app.server.inject('/api/access/demo-people')).statusCode).toBe(404);
});

test('what anyone may ask without signing in is this list', () => {
  const open = routes.filter((route) => route.access.who === 'anyone' && route.path.startsWith('/api/'));
  expect(open.map((route) => route.name).sort()).toMatchSnapshot();
});

test.each([
  ...[
    '/metrics',
    '/debug',
    '/debug/pprof',
    '/docs',
    '/documentation',
    '/documentation/json',
    '/swagger',
    '/api/docs',
    '/graphql',
  ],
  ...[
    '/.env',
    '/.git/config',
    '/package.json',
    '/server/app.ts',
    '/data/secret',
    '/staff/../package.json',
    '/status',
    '/actuator',
  ],
  ...[
    '/api/',
    '/api/people',
    '/portal-assets/',
    '/portal-assets/..%2f..%2fpackage.json',
    '/server-status',
    '/phpinfo.php',
  ],
])('%s shows nothing', async (url) => {
  const answer = await app.server.inject(url);
  expect([401, 404]).toContain(answer.statusCode);
  expect(answer.body).not.toMatch(/"dependencies"|BEDSIDE_|stack/);
});

test('the description of the API tells shapes and nothing of this hospital', async () => {
  const answer = await app.server.inject('/api/openapi.json');
  expect(answer.statusCode).toBe(200);
  expect(Object.keys(answer.json().paths).length).toBeGreaterThan(50);
  expect(answer.body).not.toMatch(/bedside\.test|St\. Brigid|postgres|node_modules/);
});

test('answers do not say by what they were made', async () => {
  for (const url of ['/', '/health', '/nothing', '/api/openapi.json']) {
    const { headers } = await app.server.inject(url);
    expect(Object.keys(headers).filter((name) => /^(server|x-powered-by|via)$/.test(name))).toEqual([]);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toMatch(/unsafe|\*/);
    expect(headers['cross-origin-opener-policy']).toBe('same-origin');
    expect(headers['referrer-policy']).toBe('no-referrer');
  }
});
