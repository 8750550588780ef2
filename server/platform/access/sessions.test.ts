import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../testing/app.ts';
import { asStaff, type SignedIn, signInAs } from '../../testing/as.ts';
import { makeAccount } from '../../testing/make-account.ts';
import { closeSession } from './sessions.ts';

const start = Temporal.Instant.from('2026-03-02T09:00:00Z');
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: start });
});
afterAll(() => app.stop());
beforeEach(() => app.setNow(start));

const whoAmI = async (who: SignedIn, url = '/api/access/sessions') =>
  (await app.server.inject({ method: 'GET', url, headers: who.headers })).statusCode;
const later = (minutes: number) => app.setNow(start.add({ minutes }));
/** The touch is written after the answer. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 120));

describe('a session', () => {
  test('lets in whom it was opened for, and nobody with another token', async () => {
    const who = await asStaff(app);
    expect(await whoAmI(who)).toBe(200);
    const forged = { ...who, headers: { ...who.headers, cookie: `bedside-session=${'A'.repeat(43)}` } };
    expect(await whoAmI(forged)).toBe(401);
    for (const token of ['', 'x', who.token.slice(1), `${who.token}A`, '[]', 'null'])
      expect(await whoAmI({ ...who, headers: { ...who.headers, cookie: `bedside-session=${token}` } })).toBe(401);
  });

  test('is kept as a hash only', async () => {
    const who = await asStaff(app);
    const { rows } = await sql<{
      row: string;
    }>`select s::text as row from platform.session s where id = ${who.sessionId}`.execute(app.db);
    expect(rows[0]?.row).not.toContain(who.token);
    expect(rows[0]?.row).not.toContain(Buffer.from(who.token, 'base64url').toString('hex'));
  });

  test('ends after 30 minutes in which nothing was done', async () => {
    const who = await asStaff(app);
    later(29);
    expect(await whoAmI(who)).toBe(200);
    await settled();
    later(29 + 29);
    expect(await whoAmI(who)).toBe(200);
    await settled();
    later(29 + 29 + 31);
    expect(await whoAmI(who)).toBe(401);
  });

  test('ends 12 hours after it was opened, however busy', async () => {
    const who = await asStaff(app);
    for (let minutes = 25; minutes < 720; minutes += 25) {
      later(minutes);
      expect(await whoAmI(who)).toBe(200);
      await settled();
    }
    later(721);
    expect(await whoAmI(who)).toBe(401);
  });

  test('is not kept awake by what a screen asks in the background', async () => {
    const who = await asStaff(app);
    for (let minutes = 10; minutes <= 30; minutes += 10) {
      later(minutes);
      await whoAmI(who, '/api/access/session?keep=1');
      await whoAmI(who, '/api/access/session');
      await settled();
    }
    later(31);
    expect(await whoAmI(who)).toBe(401);
  });

  test('is written to at most once a minute', async () => {
    const who = await asStaff(app);
    const seen = async () => {
      await settled();
      const { rows } = await sql<{
        at: Temporal.Instant;
      }>`select last_seen_at as at from platform.session where id = ${who.sessionId}`.execute(app.db);
      return rows[0]?.at.since(start).total('seconds');
    };
    later(2);
    await whoAmI(who);
    expect(await seen()).toBe(120);
    app.setNow(start.add({ seconds: 150 }));
    await whoAmI(who);
    expect(await seen()).toBe(120);
    app.setNow(start.add({ seconds: 181 }));
    await whoAmI(who);
    expect(await seen()).toBe(181);
  });

  test('is gone with the next request once the staff member is dismissed, the account shut or the session closed', async () => {
    const dismissed = await asStaff(app);
    await sql`update workforce.staff set dismissed_at = now() where id = ${dismissed.subjectId}`.execute(app.db);
    expect(await whoAmI(dismissed)).toBe(401);
    const shut = await asStaff(app);
    await sql`update platform.account set disabled_at = now() where id = ${shut.accountId}`.execute(app.db);
    expect(await whoAmI(shut)).toBe(401);
    const closed = await asStaff(app);
    const actor = { kind: 'staff' as const, id: closed.subjectId, sessionId: closed.sessionId };
    await app.act({ ...actor, name: '', roles: [], teamIds: [], facilityIds: [] }, closeSession);
    expect(await whoAmI(closed)).toBe(401);
  });

  test('signing out everywhere ends all of one’s own and nobody else’s', async () => {
    const one = await asStaff(app);
    const two = await signInAs(app, { ...one, kind: 'staff' });
    const other = await asStaff(app);
    const answer = await app.server.inject({
      method: 'POST',
      url: '/api/access/sign-out-everywhere',
      headers: two.headers,
    });
    expect(answer.statusCode).toBe(200);
    expect([await whoAmI(one), await whoAmI(two), await whoAmI(other)]).toEqual([401, 401, 200]);
  });

  test('one can be ended from another, and a stranger’s is not found', async () => {
    const one = await asStaff(app);
    const two = await signInAs(app, { ...one, kind: 'staff' });
    const other = await asStaff(app);
    const end = (id: string) =>
      app.server.inject({ method: 'DELETE', url: `/api/access/sessions/${id}`, headers: two.headers });
    expect((await end(other.sessionId)).statusCode).toBe(404);
    expect((await end(one.sessionId)).statusCode).toBe(200);
    expect([await whoAmI(one), await whoAmI(two), await whoAmI(other)]).toEqual([401, 200, 200]);
  });

  test('of an account without a person behind it lets nobody in', async () => {
    const ghost = await makeAccount(app, { kind: 'person', subjectId: '019a0000-0000-7000-8000-000000000000' });
    expect(await whoAmI(await signInAs(app, ghost))).toBe(401);
  });
});
