import { sql } from 'kysely';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asTest, startTestApp, type TestApp } from '../../testing/app.ts';
import { type Browser, makeBrowser } from '../../testing/browser.ts';
import { goodPassword, makeActiveStaff } from '../../testing/make-account.ts';
import { demandSecondFactor } from './index.ts';
import { issueReset } from './staff-accounts.ts';

const start = Temporal.Instant.from('2026-03-02T09:00:00Z');
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: start });
});
afterAll(() => app.stop());
beforeEach(async () => {
  app.setNow(start);
  await sql`delete from platform.rate_limit`.execute(app.db);
  await sql`delete from platform.setting where name = 'second-factor-roles'`.execute(app.db);
});
const later = (seconds: number) => app.setNow(start.add({ seconds }));
const codeOf = (secret: string, seconds = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: start.epochMilliseconds + seconds * 1000 });

async function signIn(email: string, password = goodPassword): Promise<Browser> {
  const browser = makeBrowser(app);
  // Passwords are throttled by other tests; here they only stand before the second factor.
  await sql`delete from platform.rate_limit`.execute(app.db);
  expect((await browser.post('/api/access/sign-in', { email, password })).statusCode).toBe(200);
  return browser;
}

/** A colleague with an authenticator app; the code of moment 0 is used up by adding it. */
async function enrolled(given: Parameters<typeof makeActiveStaff>[1] = {}) {
  const account = await makeActiveStaff(app, given);
  const browser = await signIn(account.email);
  const { secret } = (await browser.post('/api/access/totp')).json();
  const answer = await browser.post('/api/access/totp/confirmation', { code: codeOf(secret) });
  expect(answer.statusCode).toBe(200);
  return { ...account, browser, secret: secret as string, recoveryCodes: answer.json().recoveryCodes as string[] };
}
const prove = (browser: Browser, code: string) => browser.post('/api/access/second-factor/totp', { code });

describe('an authenticator app', () => {
  test('is added with its first code, and asked for at the next sign-in', async () => {
    const { email, browser, secret } = await enrolled();
    expect(await browser.state()).toMatchObject({
      state: 'signed-in',
      secondFactor: { totp: true, recoveryCodesLeft: 10 },
    });
    const next = await signIn(email);
    expect(await next.state()).toMatchObject({ state: 'second-factor-needed' });
    const halfway = next.sessionToken();
    later(30);
    expect((await prove(next, codeOf(secret, 30))).statusCode).toBe(200);
    expect(await next.state()).toMatchObject({ state: 'signed-in' });
    expect(next.sessionToken()).not.toBe(halfway);
    expect(await makeBrowser(app, { 'bedside-session': halfway ?? '' }).state()).toMatchObject({ state: 'signed-out' });
  });

  test('gives codes that are good for one step to either side, and once', async () => {
    const { email, secret } = await enrolled();
    later(300);
    const tries: [number, number][] = [
      [240, 400],
      [360, 400],
      [270, 200],
      [270, 400],
      [300, 200],
      [270, 400],
      [330, 200],
    ];
    for (const [seconds, status] of tries) {
      const browser = await signIn(email);
      expect([seconds, (await prove(browser, codeOf(secret, seconds))).statusCode]).toEqual([seconds, status]);
    }
  });

  test('the same code brought by twenty at once lets in one', async () => {
    const { email, secret } = await enrolled();
    later(60);
    const browsers = await Promise.all(Array.from({ length: 20 }, () => signIn(email)));
    const answers = await Promise.all(browsers.map((it) => prove(it, codeOf(secret, 60))));
    expect(answers.filter((it) => it.statusCode === 200)).toHaveLength(1);
  });

  test('may be guessed at five times from however many sessions, then waits longer and longer', async () => {
    const { email, accountId, secret } = await enrolled();
    later(60);
    const browsers = await Promise.all(Array.from({ length: 15 }, () => signIn(email)));
    const answers = await Promise.all(browsers.map((it) => prove(it, '000000')));
    expect(answers.filter((it) => it.statusCode === 400)).toHaveLength(5);
    expect(answers.filter((it) => it.statusCode === 429)).toHaveLength(10);
    expect(Number(answers.find((it) => it.statusCode === 429)?.headers['retry-after'])).toBe(60);
    const one = browsers[0]!;
    expect((await prove(one, codeOf(secret, 60))).statusCode).toBe(429);
    later(121);
    expect((await prove(one, '000000')).statusCode).toBe(400);
    later(182);
    expect((await prove(one, codeOf(secret, 182))).statusCode).toBe(429);
    later(242);
    expect((await prove(one, codeOf(secret, 242))).statusCode).toBe(200);
    const { rows } = await sql<{
      n: number;
    }>`select proof_failures as n from platform.account where id = ${accountId}`.execute(app.db);
    expect(rows[0]?.n).toBe(0);
  });

  test('takes nothing that is no code', async () => {
    const { email } = await enrolled();
    for (const code of ['', null, [], ['123456'], {}, 123456, '12345', 'abcdef', '1234567', '１２３４５６'])
      expect((await (await signIn(email)).post('/api/access/second-factor/totp', { code })).statusCode).not.toBe(200);
  });

  test('is kept sealed: its secret is not in the table, and a sealed one does not open in another row', async () => {
    const { accountId, secret } = await enrolled();
    const other = await enrolled();
    const { rows } = await sql<{
      row: string;
    }>`select a::text as row from platform.account a where id = ${accountId}`.execute(app.db);
    expect(rows[0]?.row).not.toContain(secret);
    expect(rows[0]?.row).not.toContain(Buffer.from(Secret.fromBase32(secret).buffer).toString('hex'));
    await sql`update platform.account set totp_sealed = (select totp_sealed from platform.account where id = ${accountId}) where id = ${other.accountId}`.execute(
      app.db,
    );
    later(60);
    expect((await prove(await signIn(other.email), codeOf(secret, 60))).statusCode).toBe(500);
  });

  test('ends the sessions from before it, and voids a reset that is under way', async () => {
    const { email, accountId } = await makeActiveStaff(app);
    const [here, elsewhere] = [await signIn(email), await signIn(email)];
    const mail = await app.act(asTest, (ctx) => issueReset(ctx, accountId));
    const { secret } = (await here.post('/api/access/totp')).json();
    await here.post('/api/access/totp/confirmation', { code: codeOf(secret) });
    expect(await elsewhere.state()).toMatchObject({ state: 'signed-out' });
    expect(await here.state()).toMatchObject({ state: 'signed-in' });
    const late = await here.post('/api/access/password-reset/acceptance', {
      token: mail?.link.split('#')[1],
      password: 'window paper mountain seven',
    });
    expect(late.statusCode).toBe(410);
  });
});

describe('half of a sign-in', () => {
  test('reaches no route but those that finish it', async () => {
    const { email } = await enrolled({ roles: ['administrator'] });
    const halfway = await signIn(email);
    const described = (await halfway.get('/api/openapi.json')).json() as {
      paths: Record<string, Record<string, { description?: string }>>;
    };
    const asked = Object.entries(described.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, it]) => ({ path, method: method.toUpperCase(), who: JSON.stringify(it) })),
    );
    const guarded = asked.filter(
      ({ who }) => !who.includes('Anyone.') && !who.includes('also before their second factor'),
    );
    expect(guarded.length).toBeGreaterThan(5);
    const ask = async (method: string, path: string, type: string) => {
      const { statusCode } = await app.server.inject({
        method: method as 'GET',
        url: path.replace(/\{\w+\}/g, '019a0000-0000-7000-8000-000000000000'),
        headers: { 'x-bedside': '1', 'content-type': type, cookie: `bedside-session=${halfway.sessionToken()}` },
        ...(method !== 'GET' && { payload: '{}' }),
      });
      return statusCode;
    };
    for (const { path, method } of guarded) {
      const status = await ask(method, path, 'application/json');
      // What takes a file refuses the wrong type before it asks who sends it.
      const asked = status === 415 ? await ask(method, path, 'application/octet-stream') : status;
      expect([method, path, asked]).toEqual([method, path, 401]);
    }
  });

  test('cannot add, replace or remove a factor, change or prove the password', async () => {
    const { email } = await enrolled();
    const halfway = await signIn(email);
    const answers = [
      await halfway.post('/api/access/totp'),
      await halfway.post('/api/access/totp/confirmation', { code: '123456' }),
      await halfway.del('/api/access/totp', {}),
      await halfway.post('/api/access/passkeys/options'),
      await halfway.post('/api/access/passkeys', { label: 'mine', response: { id: 'x' } }),
      await halfway.post('/api/access/proof', { password: goodPassword }),
      await halfway.post('/api/access/password', { current: goodPassword, next: 'window paper mountain seven' }),
      await halfway.post('/api/access/recovery-codes'),
    ];
    expect(answers.map((it) => it.statusCode)).toEqual(Array(8).fill(401));
  });

  test('is not made whole by a reset of the password', async () => {
    const { email, accountId } = await enrolled();
    const mail = await app.act(asTest, (ctx) => issueReset(ctx, accountId));
    const browser = makeBrowser(app);
    // Beside a second factor eight characters are enough.
    const reset = await browser.post('/api/access/password-reset/acceptance', {
      token: mail?.link.split('#')[1],
      password: 'vokt lmq',
    });
    expect(reset.statusCode).toBe(200);
    expect(await browser.state()).toMatchObject({ state: 'signed-out' });
    expect(await (await signIn(email, 'vokt lmq')).state()).toMatchObject({ state: 'second-factor-needed' });
  });
});

describe('taking the second factor away', () => {
  test('needs one that was given just now', async () => {
    const { browser, secret } = await enrolled();
    later(11 * 60);
    const stale = await browser.del('/api/access/totp', {});
    expect([stale.statusCode, stale.json().code]).toEqual([403, 'access.prove-again']);
    await prove(browser, codeOf(secret, 11 * 60));
    expect((await browser.del('/api/access/totp', {})).statusCode).toBe(200);
    expect(await browser.state()).toMatchObject({
      state: 'signed-in',
      secondFactor: { totp: false, recoveryCodesLeft: 0 },
    });
  });

  test('is refused while the password is one that cannot stand alone', async () => {
    const { browser } = await enrolled();
    await browser.post('/api/access/password', { current: goodPassword, next: 'vokt lmq' });
    const refused = await browser.del('/api/access/totp', {});
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'access.password-too-short-alone']);
    expect(await browser.state()).toMatchObject({ secondFactor: { totp: true } });
  });

  test('adding the first needs the password of just now', async () => {
    const { email } = await makeActiveStaff(app);
    const browser = await signIn(email);
    later(11 * 60);
    expect((await browser.post('/api/access/totp')).json().code).toBe('access.prove-again');
    expect((await browser.post('/api/access/proof', { password: goodPassword })).statusCode).toBe(200);
    expect((await browser.post('/api/access/totp')).statusCode).toBe(200);
  });
});

describe('a recovery code', () => {
  test('stands in for the app, once', async () => {
    const { email, recoveryCodes } = await enrolled();
    const [code = ''] = recoveryCodes;
    expect(code).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
    const browser = await signIn(email);
    expect(
      (await browser.post('/api/access/second-factor/recovery-code', { code: code.toUpperCase() })).statusCode,
    ).toBe(200);
    expect(await browser.state()).toMatchObject({ state: 'signed-in', secondFactor: { recoveryCodesLeft: 9 } });
    expect((await (await signIn(email)).post('/api/access/second-factor/recovery-code', { code })).statusCode).toBe(
      400,
    );
  });

  test('brought by twenty at once lets in one', async () => {
    const { email, recoveryCodes } = await enrolled();
    const browsers = await Promise.all(Array.from({ length: 20 }, () => signIn(email)));
    const answers = await Promise.all(
      browsers.map((it) => it.post('/api/access/second-factor/recovery-code', { code: recoveryCodes[1] })),
    );
    expect(answers.filter((it) => it.statusCode === 200)).toHaveLength(1);
  });

  test('of somebody else, or from before they were renewed, is worth nothing', async () => {
    const one = await enrolled();
    const two = await enrolled();
    const use = async (code: string | undefined) =>
      (await (await signIn(one.email)).post('/api/access/second-factor/recovery-code', { code })).statusCode;
    expect(await use(two.recoveryCodes[0])).toBe(400);
    const { recoveryCodes } = (await one.browser.post('/api/access/recovery-codes')).json();
    expect(await use(one.recoveryCodes[0])).toBe(400);
    expect(await use(recoveryCodes[0])).toBe(200);
  });
});

describe('a role that demands a second factor', () => {
  test('lets in nobody without one, from the next request on, and lets them add it', async () => {
    const { email } = await makeActiveStaff(app, { roles: ['manager'] });
    const colleague = await makeActiveStaff(app, { roles: ['nurse'] });
    const [browser, nurse] = [await signIn(email), await signIn(colleague.email)];
    expect((await browser.get('/api/access/sessions')).statusCode).toBe(200);
    await app.act(asTest, (ctx) => demandSecondFactor(ctx, ['manager']));
    expect(await browser.state()).toMatchObject({ state: 'enrolment-needed' });
    expect((await browser.get('/api/access/sessions')).statusCode).toBe(401);
    expect((await nurse.get('/api/access/sessions')).statusCode).toBe(200);
    const { secret } = (await browser.post('/api/access/totp')).json();
    await browser.post('/api/access/totp/confirmation', { code: codeOf(secret) });
    expect((await browser.get('/api/access/sessions')).statusCode).toBe(200);
  });
});
