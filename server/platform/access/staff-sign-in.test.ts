import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asTest, startTestApp, type TestApp } from '../../testing/app.ts';
import { type Browser, makeBrowser } from '../../testing/browser.ts';
import { goodPassword, makeActiveStaff, makeInvited, resetTokenOf } from '../../testing/make-account.ts';
import { issueReset, shutStaffAccount } from './staff-accounts.ts';

const start = Temporal.Instant.from('2026-03-02T09:00:00Z');
const other = 'window paper mountain seven';
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: start });
});
afterAll(() => app.stop());
beforeEach(async () => {
  app.setNow(start);
  await sql`delete from platform.rate_limit`.execute(app.db);
});
const later = (duration: Temporal.DurationLike) => app.setNow(start.add(duration));

const signIn = (browser: Browser, email: string, password = goodPassword) =>
  browser.post('/api/access/sign-in', { email, password });

const invited = () => makeInvited(app);
const resetOf = (accountId: string) => resetTokenOf(app, accountId);

describe('signing in with a password', () => {
  test('looks the same for a wrong password and for an address nobody has', async () => {
    const { email } = await makeActiveStaff(app);
    const shut = await makeActiveStaff(app);
    await app.act(asTest, (ctx) => shutStaffAccount(ctx, shut.subjectId));
    const waiting = await invited();
    const answers = await Promise.all([
      signIn(makeBrowser(app), email, 'wrong'),
      ...['nobody@hospital.test', shut.email, waiting.email].map((it) => signIn(makeBrowser(app), it)),
    ]);
    const shown = answers.map((it) => {
      const { requestId, ...body } = it.json();
      const { 'x-request-id': _, 'content-length': __, ...headers } = it.headers;
      return { status: it.statusCode, body, headers: { ...headers, date: '' } };
    });
    for (const one of shown) expect(one).toEqual(shown[0]);
    expect(shown[0]?.status).toBe(400);
  });

  test('is refused after twenty tries on one address, right or wrong, also when they come at once', async () => {
    const { email } = await makeActiveStaff(app);
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => signIn(makeBrowser(app), email.toUpperCase(), 'wrong')),
    );
    expect(answers.filter((it) => it.statusCode === 400)).toHaveLength(20);
    expect(answers.filter((it) => it.statusCode === 429)).toHaveLength(10);
    expect((await signIn(makeBrowser(app), email)).statusCode).toBe(429);
    later({ minutes: 16 });
    expect((await signIn(makeBrowser(app), email)).statusCode).toBe(200);
  });

  test('gives every sign-in a token of its own, and ends the session this browser had', async () => {
    const { email, accountId } = await makeActiveStaff(app);
    const planted = 'A'.repeat(43);
    const browser = makeBrowser(app, { 'bedside-session': planted });
    await signIn(browser, email);
    const first = browser.sessionToken();
    expect(first).not.toBe(planted);
    await signIn(browser, email);
    expect(browser.sessionToken()).not.toBe(first);
    expect(await makeBrowser(app, { 'bedside-session': first ?? '' }).state()).toMatchObject({ state: 'signed-out' });
    const { rows } =
      await sql`select 1 from platform.session where account_id = ${accountId} and how = 'password' and ended_at is null`.execute(
        app.db,
      );
    expect(rows).toHaveLength(1);
  });

  test('takes no password of a megabyte, and says so at once', async () => {
    const { email } = await makeActiveStaff(app);
    for (const [size, status] of [
      [1_000_000, 413],
      [200_000, 400],
      [513, 400],
    ] as const) {
      const before = performance.now();
      expect((await signIn(makeBrowser(app), email, 'x'.repeat(size))).statusCode).toBe(status);
      expect(performance.now() - before).toBeLessThan(500);
    }
  });

  test('writes each attempt on an account into the audit, without the password or the address', async () => {
    const { email, accountId } = await makeActiveStaff(app);
    await signIn(makeBrowser(app), email, 'wrong-canary-4711');
    await signIn(makeBrowser(app), email);
    const { rows } = await sql<{ outcome: string; row: string }>`
      select action || ' ' || outcome as outcome, e::text as row from platform.audit_entry e
      where details ->> 'accountId' = ${accountId}`.execute(app.db);
    expect(rows.map((it) => it.outcome).sort()).toEqual([
      'access.open-session done',
      'access.open-session done',
      'access.set-password done',
      'access.try-password refused',
    ]);
    for (const { row } of rows) expect(row).not.toMatch(/canary|hospital\.test/);
  });

  test('needs the header that no foreign page can send', async () => {
    const { email } = await makeActiveStaff(app);
    const payload = { email, password: goodPassword };
    const ask = (headers: Record<string, string>) =>
      app.server.inject({ method: 'POST', url: '/api/access/sign-in', payload, headers });
    expect((await ask({})).statusCode).toBe(403);
    expect((await ask({ 'x-bedside': '1', origin: 'https://evil.test' })).statusCode).toBe(403);
    const form = await app.server.inject({
      method: 'POST',
      url: '/api/access/sign-in',
      payload: 'email=a&password=b',
      headers: { 'x-bedside': '1', 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(form.statusCode).toBe(415);
  });

  test('takes no field that it did not ask for', async () => {
    const { email } = await makeActiveStaff(app);
    const answer = await makeBrowser(app).post('/api/access/sign-in', {
      email,
      password: goodPassword,
      roles: ['administrator'],
      secondFactor: true,
    });
    expect(answer.statusCode).toBe(400);
  });
});

describe('a change of password', () => {
  test('needs the present one, ends every other session, and voids what was sent out', async () => {
    const { email, accountId } = await makeActiveStaff(app);
    const [here, elsewhere] = [makeBrowser(app), makeBrowser(app)];
    await signIn(here, email);
    await signIn(elsewhere, email);
    const reset = await resetOf(accountId);
    const before = here.sessionToken();
    const wrong = await here.post('/api/access/password', { current: 'wrong', next: other });
    expect([wrong.statusCode, wrong.json().code]).toEqual([400, 'access.proof-refused']);
    expect((await here.post('/api/access/password', { current: goodPassword, next: 'short' })).statusCode).toBe(400);
    expect((await here.post('/api/access/password', { current: goodPassword, next: other })).statusCode).toBe(200);
    expect(await here.state()).toMatchObject({ state: 'signed-in' });
    expect(await elsewhere.state()).toMatchObject({ state: 'signed-out' });
    expect(await makeBrowser(app, { 'bedside-session': before ?? '' }).state()).toMatchObject({ state: 'signed-out' });
    const late = await makeBrowser(app).post('/api/access/password-reset/acceptance', {
      token: reset,
      password: goodPassword,
    });
    expect(late.statusCode).toBe(410);
    expect((await signIn(makeBrowser(app), email)).statusCode).toBe(400);
    expect((await signIn(makeBrowser(app), email, other)).statusCode).toBe(200);
  });

  test('counts wrong guesses at the present one, also when they come at once', async () => {
    const { email, accountId } = await makeActiveStaff(app);
    const browser = makeBrowser(app);
    await signIn(browser, email);
    const headers = { 'x-bedside': '1', cookie: `bedside-session=${browser.sessionToken()}` };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        app.server.inject({
          method: 'POST',
          url: '/api/access/password',
          headers,
          payload: { current: 'wrong', next: other },
        }),
      ),
    );
    expect(answers.filter((it) => it.statusCode === 400)).toHaveLength(5);
    expect(answers.filter((it) => it.statusCode === 429)).toHaveLength(15);
    const { rows } = await sql<{
      n: number;
    }>`select proof_failures as n from platform.account where id = ${accountId}`.execute(app.db);
    expect(rows[0]?.n).toBe(5);
  });
});

describe('the cookie', () => {
  test.each([
    ['http://localhost:8080', '', ''],
    ['https://desk.hospital.test', '__Host-', ' Secure;'],
  ])('under %s is bound to it', async (origin, prefix, secure) => {
    const own = await startTestApp({ house: { origin } });
    const { email } = await makeActiveStaff(own);
    const browser = makeBrowser(own);
    const answer = await signIn(browser, email);
    const shapeOf = (name: string, age = '') =>
      expect.stringMatching(new RegExp(`^${prefix}${name}=[\\w-]{43};${age} Path=/; HttpOnly;${secure} SameSite=Lax$`));
    expect(answer.headers['set-cookie']).toEqual([
      shapeOf('bedside-session'),
      shapeOf('bedside-browser', ' Max-Age=34560000;'),
    ]);
    expect(await browser.state()).toMatchObject({ state: 'signed-in' });
    const plain = makeBrowser(own, { 'bedside-session': browser.sessionToken() ?? '' });
    expect((await plain.state()).state).toBe(origin.startsWith('https:') ? 'signed-out' : 'signed-in');
    await browser.post('/api/access/sign-out');
    expect(browser.sessionToken()).toBeUndefined();
    await own.stop();
  });

  test('and the links do not follow the Host that a request names', async () => {
    const { email, accountId } = await makeActiveStaff(app);
    const answer = await app.server.inject({
      method: 'POST',
      url: '/api/access/password-reset',
      payload: { email },
      headers: { 'x-bedside': '1', host: 'evil.test', 'x-forwarded-host': 'evil.test' },
    });
    expect(answer.statusCode).toBe(200);
    const mail = await app.act(asTest, (ctx) => issueReset(ctx, accountId));
    expect(mail?.link).toMatch(/^http:\/\/localhost:8080\/staff\/reset#/);
  });
});
