import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asTest, startTestApp, type TestApp } from '../../testing/app.ts';
import { browse } from '../../testing/browse.ts';
import { makeBrowser } from '../../testing/browser.ts';
import { goodPassword, makeActiveStaff } from '../../testing/make-account.ts';
import { arrive, lastMail, makeAnswer, makeReader, threadOf } from '../../testing/make-message.ts';
import { system } from '../access/actor.ts';
import { makeKeys } from '../house.ts';
import { stopParsing } from '../mail/incoming.ts';
import { asSystem } from '../work.ts';
import { ensurePersonAccount, rekeyAccounts } from './index.ts';

const start = Temporal.Instant.from('2026-03-02T09:00:00Z');
const later = start.add({ minutes: 5 });
let before: TestApp;
const opened: TestApp[] = [];
beforeAll(async () => {
  before = await startTestApp({ now: start });
});
afterAll(async () => {
  for (const app of opened) await app.stop();
  await before?.stop();
  await stopParsing();
});

const newest = Buffer.alloc(32, 8);
const earlier = Buffer.alloc(32, 7);
/** The same database, started again with another secret. */
async function startAgain(previous: readonly Buffer[]): Promise<TestApp> {
  const { databaseUrl: url, appDatabaseUrl: appUrl } = before;
  const app = await startTestApp({
    database: { url, appUrl, drop: async () => {} },
    house: { keys: makeKeys(newest, previous) },
    now: later,
  });
  opened.push(app);
  return app;
}
const rekey = (app: TestApp) => asSystem(app.shop, system('rekeying'), 'access.rekey-accounts', rekeyAccounts);

const codeOf = (secret: string, at: Temporal.Instant) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.epochMilliseconds });

async function enrolled() {
  const { email } = await makeActiveStaff(before);
  const browser = makeBrowser(before);
  await browser.post('/api/access/sign-in', { email, password: goodPassword });
  const { secret } = (await browser.post('/api/access/totp')).json() as { secret: string };
  const { recoveryCodes } = (
    await browser.post('/api/access/totp/confirmation', { code: codeOf(secret, start) })
  ).json() as { recoveryCodes: string[] };
  return { email, secret, recoveryCodes };
}

test('a new secret ends nothing that was signed and sealed with the one before', async () => {
  const staff = await enrolled();
  await before.drain();
  const { id: personId } = await makeReader(before, 'rosa@people.test');
  const { threadId } = await makeAnswer(before, { personId });
  await before.drain();
  const replyTo = lastMail(before).replyTo?.address ?? '';
  await before.act(asTest, (ctx) => ensurePersonAccount(ctx, { personId, email: 'rosa@people.test' }));
  const served = { server: before.server };
  const person = browse(served);
  await person.open('/sign-in');

  const app = await startAgain([Buffer.alloc(32, 1), earlier]);
  await rekey(app);

  const browser = makeBrowser(app);
  expect((await browser.post('/api/access/sign-in', { email: staff.email, password: goodPassword })).statusCode).toBe(
    200,
  );
  const proved = await browser.post('/api/access/second-factor/totp', { code: codeOf(staff.secret, later) });
  expect(proved.statusCode).toBe(200);
  const lost = makeBrowser(app);
  await lost.post('/api/access/sign-in', { email: staff.email, password: goodPassword });
  const [code] = staff.recoveryCodes;
  expect((await lost.post('/api/access/second-factor/recovery-code', { code })).statusCode).toBe(200);

  await arrive(app, { from: 'rosa@people.test', to: replyTo, text: 'Thank you.' });
  expect((await threadOf(app, threadId)).at(-1)).toMatchObject({ text: 'Thank you.', authorProven: true });
  // A page that was open while the house was started again is still answered.
  served.server = app.server;
  expect((await person.send({ email: 'Rosa@people.test' })).url).toBe('/sign-in/code');
  await app.drain();
  const links = app.outbox.sent.filter((mail) => mail.subject.startsWith('Sign in'));
  expect(links.map((mail) => mail.to.address)).toEqual(['rosa@people.test']);
});

test('what was brought over needs the earlier secret no more, and a second time changes nothing', async () => {
  const staff = await enrolled();
  await rekey(await startAgain([earlier]));
  const app = await startAgain([]);
  await rekey(app);
  const browser = makeBrowser(app);
  expect((await browser.post('/api/access/sign-in', { email: staff.email, password: goodPassword })).statusCode).toBe(
    200,
  );
  const proved = await browser.post('/api/access/second-factor/totp', { code: codeOf(staff.secret, later) });
  expect(proved.statusCode).toBe(200);
});

test('a secret that is not named counts for nothing', async () => {
  await before.drain();
  const { id: personId } = await makeReader(before, 'ann@people.test');
  const { threadId } = await makeAnswer(before, { personId });
  await before.drain();
  const replyTo = lastMail(before).replyTo?.address ?? '';
  expect(replyTo).toMatch(/^reply\+/);
  const stranger = await startAgain([Buffer.alloc(32, 1)]);
  await arrive(stranger, { from: 'ann@people.test', to: replyTo, text: 'x' });
  expect((await threadOf(before, threadId)).filter((it) => it.direction === 'in')).toEqual([]);
});
