import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asTest, startTestApp, type TestApp } from '../../testing/app.ts';
import { type Browser, makeBrowser } from '../../testing/browser.ts';
import { goodPassword, makeActiveStaff, makeInvited, resetTokenOf } from '../../testing/make-account.ts';
import { makeStaff } from '../../testing/make-staff.ts';
import { createFirstAdministrator, inviteStaff, issueInvitation } from './index.ts';

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

describe('the first administrator', () => {
  test('of twenty made at once is one, with a link and without a password', async () => {
    const fresh = await startTestApp();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, async (_, n) => {
        const { id: staffId } = await makeStaff(fresh, { roles: ['administrator'] });
        return fresh.act(asTest, (ctx) =>
          createFirstAdministrator(ctx, { staffId, email: `first.${n}@hospital.test` }),
        );
      }),
    );
    const made = outcomes.filter((it) => it.status === 'fulfilled');
    expect(made).toHaveLength(1);
    const { link } = made[0]!.value;
    expect(link).toMatch(/^http:\/\/localhost:8080\/staff\/invitation#[\w-]{43}$/);
    const { rows } = await sql<{ password_hash: string | null }>`select password_hash from platform.account`.execute(
      fresh.db,
    );
    expect(rows).toEqual([{ password_hash: null }]);
    const browser = makeBrowser(fresh);
    const accepted = await browser.post('/api/access/invitation/acceptance', {
      token: link.split('#')[1],
      password: goodPassword,
    });
    expect(accepted.statusCode).toBe(200);
    expect(await browser.state()).toMatchObject({ state: 'signed-in', roles: ['administrator'] });
    await fresh.stop();
  });
});

describe('an invitation', () => {
  test('is read without being used, sets the password, and signs in', async () => {
    const { email, token } = await invited();
    const browser = makeBrowser(app);
    for (let times = 0; times < 2; times++)
      expect((await browser.post('/api/access/invitation', { token })).json()).toEqual({ email });
    expect(
      (await browser.post('/api/access/invitation/acceptance', { token, password: goodPassword })).statusCode,
    ).toBe(200);
    expect(await browser.state()).toMatchObject({ state: 'signed-in', email, roles: ['front-desk'] });
    expect((await signIn(makeBrowser(app), email)).statusCode).toBe(200);
  });

  test('survives a password that is too weak', async () => {
    const { token } = await invited();
    const browser = makeBrowser(app);
    const weak = await browser.post('/api/access/invitation/acceptance', { token, password: 'passwordpassword' });
    expect([weak.statusCode, weak.json().code]).toEqual([400, 'access.password-easily-guessed']);
    expect(
      (await browser.post('/api/access/invitation/acceptance', { token, password: goodPassword })).statusCode,
    ).toBe(200);
  });

  test('and a reset take no password made of the name of whoever chooses it', async () => {
    const named = { name: 'Wilhelmina Ostrander-Quigg' };
    const { token } = await makeInvited(app, named);
    const { accountId } = await makeActiveStaff(app, named);
    for (const [path, link] of [
      ['invitation', token],
      ['password-reset', await resetOf(accountId)],
    ])
      for (const [password, status] of [
        ['Wilhelmina.Ostrander.1', 400],
        ['ostranderquigg2026', 400],
        [other, 200],
      ]) {
        const answer = await makeBrowser(app).post(`/api/access/${path}/acceptance`, { token: link, password });
        expect(answer.statusCode, `${path} ${password}`).toBe(status);
      }
  });

  test('of twenty who accept it at once lets in one', async () => {
    const { accountId, token } = await invited();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        makeBrowser(app).post('/api/access/invitation/acceptance', { token, password: goodPassword }),
      ),
    );
    expect(answers.map((it) => it.statusCode).sort()).toEqual([200, ...Array(19).fill(410)]);
    const { rows } = await sql`select 1 from platform.session where account_id = ${accountId}`.execute(app.db);
    expect(rows).toHaveLength(1);
  });

  test('is replaced by a newer one, and cannot touch an account that is in use', async () => {
    const { accountId, staffId, email, token } = await invited();
    const newer = await app.act(asTest, (ctx) => issueInvitation(ctx, accountId));
    const accept = (it: string) =>
      makeBrowser(app).post('/api/access/invitation/acceptance', { token: it, password: goodPassword });
    expect((await accept(token)).statusCode).toBe(410);
    expect((await accept(newer?.link.split('#')[1] ?? '')).statusCode).toBe(200);
    await expect(app.act(asTest, (ctx) => inviteStaff(ctx, { staffId, email }))).rejects.toMatchObject({
      code: 'access.already-active',
    });
    expect(await app.act(asTest, (ctx) => issueInvitation(ctx, accountId))).toBeUndefined();
  });

  test('to another address makes the one to the first worthless', async () => {
    const { staffId, token } = await invited();
    await app.act(asTest, (ctx) => inviteStaff(ctx, { staffId, email: `right.${staffId}@hospital.test` }));
    expect(
      (await makeBrowser(app).post('/api/access/invitation/acceptance', { token, password: goodPassword })).statusCode,
    ).toBe(410);
  });

  test('of a colleague’s address is refused', async () => {
    const { email } = await makeActiveStaff(app);
    const { id: staffId } = await makeStaff(app);
    await expect(app.act(asTest, (ctx) => inviteStaff(ctx, { staffId, email }))).rejects.toMatchObject({
      code: 'access.email-taken',
    });
  });
});

describe('tokens', () => {
  const consumers = {
    invitation: ['/api/access/invitation/acceptance', '/api/access/invitation'],
    reset: ['/api/access/password-reset/acceptance'],
  };
  const bring = (url: string, token: unknown) =>
    makeBrowser(app).post(url, url.endsWith('acceptance') ? { token, password: goodPassword } : { token });

  test('that are empty, null, lists, too short, guessed or of another kind open nothing', async () => {
    const { token: invitation } = await invited();
    const { accountId } = await makeActiveStaff(app);
    const reset = await resetOf(accountId);
    const nonsense = [
      '',
      null,
      undefined,
      [],
      [invitation],
      {},
      { $ne: '' },
      0,
      true,
      'x',
      invitation.slice(1),
      `${invitation}A`,
      'A'.repeat(43),
    ];
    for (const url of Object.values(consumers).flat()) {
      for (const token of nonsense) expect([400, 410]).toContain((await bring(url, token)).statusCode);
    }
    for (const url of consumers.invitation) expect((await bring(url, reset)).statusCode).toBe(410);
    for (const url of consumers.reset) expect((await bring(url, invitation)).statusCode).toBe(410);
    const session = makeBrowser(app, { 'bedside-session': invitation });
    expect(await session.state()).toMatchObject({ state: 'signed-out' });
    expect((await bring('/api/access/invitation/acceptance', invitation)).statusCode).toBe(200);
  });

  test('are too old after 72 hours and 60 minutes', async () => {
    const { token } = await invited();
    const { accountId } = await makeActiveStaff(app);
    const reset = await resetOf(accountId);
    later({ minutes: 61 });
    expect((await bring('/api/access/password-reset/acceptance', reset)).statusCode).toBe(410);
    later({ hours: 71 });
    expect((await bring('/api/access/invitation', token)).statusCode).toBe(200);
    later({ hours: 73 });
    expect((await bring('/api/access/invitation', token)).statusCode).toBe(410);
    expect((await bring('/api/access/invitation/acceptance', token)).statusCode).toBe(410);
  });

  test('are kept as hashes, and what carried them is not kept under an Idempotency-Key', async () => {
    const { token, accountId } = await invited();
    await app.server.inject({
      method: 'POST',
      url: '/api/access/invitation/acceptance',
      payload: { token, password: goodPassword },
      headers: { 'x-bedside': '1', 'idempotency-key': 'one-and-only-key' },
    });
    const { rows } = await sql<{ row: string }>`
      select t::text as row from platform.one_time_token t where account_id = ${accountId}`.execute(app.db);
    expect(rows[0]?.row).not.toContain(token);
    const kept = await sql`select 1 from platform.idempotency_key where key = 'one-and-only-key'`.execute(app.db);
    expect(kept.rows).toHaveLength(0);
  });
});

describe('a forgotten password', () => {
  test('is asked for alike by everybody, and set by the mailbox’s owner, whose sessions end', async () => {
    const { email, accountId } = await makeActiveStaff(app);
    const signedIn = makeBrowser(app);
    await signIn(signedIn, email);
    const ask = (it: string) => makeBrowser(app).post('/api/access/password-reset', { email: it });
    const [known, unknown] = [await ask(email), await ask('nobody@hospital.test')];
    expect([known.statusCode, known.body]).toEqual([unknown.statusCode, unknown.body]);
    const { rows } = await sql<{
      payload: object;
    }>`select payload from platform.event where name = 'access.reset-asked' order by id desc limit 2`.execute(app.db);
    expect(rows.map((it) => it.payload)).toEqual([{}, { accountId }]);
    const token = await resetOf(accountId);
    const browser = makeBrowser(app);
    expect((await browser.post('/api/access/password-reset/acceptance', { token, password: other })).statusCode).toBe(
      200,
    );
    expect(browser.sessionToken()).toBeUndefined();
    expect(await signedIn.state()).toMatchObject({ state: 'signed-out' });
    expect((await signIn(browser, email, other)).statusCode).toBe(200);
    expect(
      (await browser.post('/api/access/password-reset/acceptance', { token, password: goodPassword })).statusCode,
    ).toBe(410);
  });

  test('is mailed five times an hour at most, and asked for five times', async () => {
    const { email, accountId } = await makeActiveStaff(app);
    for (let times = 0; times < 5; times++) expect(await resetOf(accountId)).not.toBe('');
    expect(await resetOf(accountId)).toBe('');
    const asks = await Promise.all(
      Array.from({ length: 10 }, () => makeBrowser(app).post('/api/access/password-reset', { email })),
    );
    expect(asks.filter((it) => it.statusCode === 200)).toHaveLength(5);
  });
});
