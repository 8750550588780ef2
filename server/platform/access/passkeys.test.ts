import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../testing/app.ts';
import { type Browser, makeBrowser } from '../../testing/browser.ts';
import { goodPassword, makeActiveStaff } from '../../testing/make-account.ts';
import { makePasskey } from '../../testing/make-passkey.ts';
import { system } from './actor.ts';
import { shutStaffAccount } from './staff-accounts.ts';

const start = Temporal.Instant.from('2026-03-02T09:00:00Z');
const origin = 'http://localhost:8080';
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: start });
});
afterAll(() => app.stop());
beforeEach(async () => {
  app.setNow(start);
  await sql`delete from platform.rate_limit`.execute(app.db);
});

type Key = ReturnType<typeof makePasskey>;
const base = '/api/access';
const optionsOf = async (browser: Browser, url: string) =>
  (await browser.post(`${base}/${url}/options`)).json() as { challenge: string };

async function withPasskey() {
  const account = await makeActiveStaff(app);
  const browser = makeBrowser(app);
  await browser.post(`${base}/sign-in`, { email: account.email, password: goodPassword });
  const key = makePasskey(origin);
  const added = await add(browser, key);
  expect([added.statusCode, added.json().recoveryCodes?.length]).toEqual([200, 10]);
  return { ...account, browser, key };
}
const add = async (browser: Browser, key: Key, from = origin) =>
  browser.post(`${base}/passkeys`, {
    label: 'My telephone',
    response: key.create(await optionsOf(browser, 'passkeys'), from),
  });

test('signs in alone, as both factors in one', async () => {
  const { email, key } = await withPasskey();
  const browser = makeBrowser(app);
  const response = key.get(await optionsOf(browser, 'passkey-sign-in'));
  expect((await browser.post(`${base}/passkey-sign-in`, { response })).statusCode).toBe(200);
  expect(await browser.state()).toMatchObject({ state: 'signed-in', email, secondFactor: { passkeys: true } });
});

test('stands second after the password', async () => {
  const { email, key } = await withPasskey();
  const browser = makeBrowser(app);
  await browser.post(`${base}/sign-in`, { email, password: goodPassword });
  expect(await browser.state()).toMatchObject({ state: 'second-factor-needed' });
  const response = key.get(await optionsOf(browser, 'second-factor/passkey'), { verified: false });
  expect((await browser.post(`${base}/second-factor/passkey`, { response })).statusCode).toBe(200);
  expect(await browser.state()).toMatchObject({ state: 'signed-in' });
});

test('signs in alone only when finger, face or PIN opened it', async () => {
  const { key } = await withPasskey();
  const browser = makeBrowser(app);
  const response = key.get(await optionsOf(browser, 'passkey-sign-in'), { verified: false });
  expect((await browser.post(`${base}/passkey-sign-in`, { response })).statusCode).toBe(400);
});

test('an answer counts once, in time, for its purpose, for its origin and its account', async () => {
  const { email, key } = await withPasskey();
  const stranger = await withPasskey();
  const browser = makeBrowser(app);
  const signIn = async (response: object) =>
    (await makeBrowser(app).post(`${base}/passkey-sign-in`, { response })).statusCode;
  const fresh = () => optionsOf(browser, 'passkey-sign-in');

  const answer = key.get(await fresh());
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => signIn(answer)));
  expect(outcomes.filter((it) => it === 200)).toHaveLength(1);

  expect(await signIn(key.get(await fresh(), { from: 'https://evil.test' }))).toBe(400);
  expect(await signIn(key.get({ challenge: 'A'.repeat(43) }))).toBe(400);
  expect(await signIn(makePasskey(origin).get(await fresh()))).toBe(400);
  expect(await signIn({ ...stranger.key.get(await fresh()), id: key.get(await fresh()).id })).toBe(400);

  await browser.post(`${base}/sign-in`, { email, password: goodPassword });
  const second = key.get(await optionsOf(browser, 'second-factor/passkey'));
  expect(await signIn(second)).toBe(400);
  const notMine = stranger.key.get(await optionsOf(browser, 'second-factor/passkey'));
  expect((await browser.post(`${base}/second-factor/passkey`, { response: notMine })).statusCode).toBe(400);
  const wrongPurpose = key.get(await fresh());
  expect((await browser.post(`${base}/second-factor/passkey`, { response: wrongPurpose })).statusCode).toBe(400);

  const late = key.get(await fresh());
  app.setNow(start.add({ minutes: 6 }));
  expect(await signIn(late)).toBe(400);
  for (const nonsense of [{}, { id: '' }, { id: key.get({ challenge: '' }).id }, { id: ['x'] }])
    expect(await signIn(nonsense)).toBe(400);
});

test('that was copied, so that its counter goes back, is refused', async () => {
  const { accountId, key } = await withPasskey();
  await sql`update platform.passkey set counter = 1000 where account_id = ${accountId}`.execute(app.db);
  const browser = makeBrowser(app);
  const response = key.get(await optionsOf(browser, 'passkey-sign-in'));
  expect((await browser.post(`${base}/passkey-sign-in`, { response })).statusCode).toBe(400);
});

test('of a shut account lets nobody in', async () => {
  const { subjectId, key } = await withPasskey();
  await app.act(system('test'), (ctx) => shutStaffAccount(ctx, subjectId));
  const browser = makeBrowser(app);
  const response = key.get(await optionsOf(browser, 'passkey-sign-in'));
  expect((await browser.post(`${base}/passkey-sign-in`, { response })).statusCode).toBe(400);
});

test('is added only from our own origin, once, and can be taken away by its owner only', async () => {
  const { browser, key } = await withPasskey();
  const stranger = await withPasskey();
  expect((await add(browser, makePasskey('http://evil.test'), 'http://evil.test')).statusCode).toBe(400);
  expect((await add(stranger.browser, key)).statusCode).toBe(400);
  const { passkeys } = (await browser.get(`${base}/passkeys`)).json();
  expect(passkeys).toMatchObject([{ label: 'My telephone' }]);
  expect((await stranger.browser.del(`${base}/passkeys/${passkeys[0].id}`)).statusCode).toBe(404);
  expect((await browser.del(`${base}/passkeys/${passkeys[0].id}`)).statusCode).toBe(200);
  expect(await browser.state()).toMatchObject({ secondFactor: { passkeys: false, recoveryCodesLeft: 0 } });
});
