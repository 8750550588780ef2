import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asTest, startTestApp, type TestApp } from '../../testing/app.ts';
import { asStaff, type SignedIn, signInAs } from '../../testing/as.ts';
import { shutStaffAccount } from './index.ts';

let app: TestApp;
let address: string;
beforeAll(async () => {
  app = await startTestApp();
  await app.server.listen({ host: '127.0.0.1', port: 0 });
  address = `http://127.0.0.1:${(app.server.server.address() as AddressInfo).port}`;
});
afterAll(() => app.stop());

const longestMs = 5_000;

/** A screen that is open at the desk: `ready` once it listens, and how it ended. */
async function opensScreen(who: SignedIn) {
  const stop = new AbortController();
  const answer = await fetch(`${address}/api/desk/live`, { headers: who.headers, signal: stop.signal });
  expect(answer.status).toBe(200);
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
  let heard = '';
  const until = async (text: string) => {
    while (!heard.includes(text)) {
      const { value, done } = await reader.read();
      if (done) return;
      heard += value;
    }
  };
  await until('event: ready');
  let ended = false;
  const over = until('never said').then(() => {
    ended = true;
    return heard;
  });
  over.catch(() => undefined);
  return { over, heard: () => heard, isOpen: () => !ended, close: () => stop.abort() };
}

const api = (method: 'POST' | 'DELETE', url: string, who: SignedIn) =>
  app.server.inject({ method, url, headers: who.headers });
const hears = (topic: string) => app.act(asTest, (ctx) => ctx.announce(topic));

describe('an open screen ends within five seconds, and hears nothing more, once', () => {
  test.each<[string, (who: SignedIn) => Promise<unknown>]>([
    ['its session is signed out', (who) => api('POST', '/api/access/sign-out', who)],
    [
      'its session is ended from another browser',
      async (who) =>
        api('DELETE', `/api/access/sessions/${who.sessionId}`, await signInAs(app, { ...who, kind: 'staff' })),
    ],
    [
      'everything is signed out elsewhere',
      async (who) => api('POST', '/api/access/sign-out-everywhere', await signInAs(app, { ...who, kind: 'staff' })),
    ],
    [
      'the staff member is dismissed',
      async (who) =>
        api(
          'POST',
          `/api/workforce/staff/${who.subjectId}/dismissal`,
          await asStaff(app, { roles: ['administrator'] }),
        ),
    ],
    ['the account is shut', (who) => app.act(asTest, (ctx) => shutStaffAccount(ctx, who.subjectId))],
    [
      'a second step is demanded of their role',
      async (who) => {
        await sql`update platform.session set second_factor_at = null where id = ${who.sessionId}`.execute(app.db);
        await sql`insert into platform.setting (name, value) values ('second-factor-roles', '["nurse"]')`.execute(
          app.db,
        );
      },
    ],
  ])('%s', async (_, takeAway) => {
    const who = await asStaff(app, { roles: ['nurse'] });
    const other = await asStaff(app, { roles: ['front-desk'] });
    const [screen, colleagues] = [await opensScreen(who), await opensScreen(other)];
    await hears(`desk.staff ${who.subjectId}`);
    await expect.poll(screen.heard).toContain('event: changed');
    const before = performance.now();
    await takeAway(who);
    const heard = await screen.over;
    expect(performance.now() - before).toBeLessThan(longestMs);
    expect(heard.endsWith('event: signed-out\ndata: {}\n\n')).toBe(true);
    expect(colleagues.isOpen()).toBe(true);
    colleagues.close();
  });
});
