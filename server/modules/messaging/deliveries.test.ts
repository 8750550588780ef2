import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { askForSignInLink, inviteStaff } from '../../platform/access/index.ts';
import { asTest, startTestApp, type TestApp } from '../../testing/app.ts';
import { asStaff } from '../../testing/as.ts';
import { makeAccount } from '../../testing/make-account.ts';
import { lastMail, makeAnswer, makeReader, threadOf } from '../../testing/make-message.ts';
import { makeStaff } from '../../testing/make-staff.ts';
import { setDeceased, setSafeContact } from '../people/index.ts';
import { claimMail } from './dispatches.ts';
import { messagingSchedules } from './reactions.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(() => {
  app.outbox.sent.length = 0;
});
afterAll(() => app?.stop());

const dispatches = async () => {
  const { rows } = await sql<Record<string, unknown> & { id: string; kind: string }>`
    select * from messaging.dispatch order by id`.execute(app.db);
  return rows;
};
const everything = async () =>
  JSON.stringify(
    await Promise.all([
      dispatches(),
      sql`select * from messaging.message`.execute(app.db),
      sql`select * from platform.event`.execute(app.db),
      sql`select * from graphile_worker._private_jobs`.execute(app.db),
    ]),
  );

describe('a crash', () => {
  test('between the call and the record: the same mail goes again, under the same Message-ID', async () => {
    const { id: personId } = await makeReader(app, 'crash@example.org');
    const { threadId } = await makeAnswer(app, { personId });
    const [row] = (await dispatches()).slice(-1);
    const work = await app.act(asTest, (ctx) => claimMail(ctx, row?.id ?? ''));
    if (work) await app.outbox.send(work.mail);
    await app.drain();
    expect(app.outbox.sent.map((it) => it.messageId)).toEqual([work?.mail.messageId, work?.mail.messageId]);
    expect((await threadOf(app, threadId))[0]?.state).toBe('sent');
    await app.act(asTest, (ctx) => ctx.deliver({ name: 'messaging.send-mail', attempts: 25 }, row?.id ?? ''));
    await app.drain();
    expect(app.outbox.sent).toHaveLength(2);
  });

  test('that took the job with it: the row is found again, and later ones are left alone', async () => {
    const { id: personId } = await makeReader(app, 'lost@example.org');
    const { threadId } = await makeAnswer(app, { personId });
    await sql`delete from graphile_worker._private_jobs`.execute(app.db);
    const resume = () =>
      app.act(asTest, async (ctx) => {
        for (const it of messagingSchedules) await it.run(ctx);
      });
    await resume();
    await app.drain();
    expect(app.outbox.sent).toEqual([]);
    app.setNow(Temporal.Now.instant().add({ hours: 1 }));
    await resume();
    await resume();
    await app.drain();
    expect(app.outbox.sent).toHaveLength(1);
    expect((await threadOf(app, threadId))[0]?.state).toBe('sent');
  });
});

describe('a link to sign in', () => {
  const ask = (email: string) => app.act(asTest, (ctx) => askForSignInLink(ctx, { email }));
  async function withAccount(email: string, more: Parameters<typeof makeReader>[2] = {}) {
    const { id } = await makeReader(app, email, more);
    await makeAccount(app, { kind: 'person', subjectId: id, email });
    return id;
  }

  test('goes to the address of the account with a code, and is kept nowhere', async () => {
    await withAccount('sign.in@example.org', { language: 'es' });
    await ask('Sign.In@example.org');
    await app.drain();
    const mail = lastMail(app);
    expect(mail.to.address).toBe('sign.in@example.org');
    expect(mail.subject).toBe('Iniciar sesión en St. Brigid Hospital');
    const [token = ''] = /sign-in\/link\/[\w-]{43}/.exec(mail.text) ?? [];
    const [code = ''] = /\b\d{6}\b/.exec(mail.text) ?? [];
    expect([token.length, code.length]).toEqual([56, 6]);
    const kept = await everything();
    expect(kept).not.toContain(token.slice(13));
    expect(kept).not.toContain(`"${code}"`);
  });

  test('to an address nobody has leaves no mail and no trace of the address', async () => {
    await ask('nobody.here@example.org');
    await app.drain();
    expect(app.outbox.sent).toEqual([]);
    expect((await dispatches()).at(-1)).toMatchObject({ kind: 'sign-in', sent_to: null });
    expect(await everything()).not.toContain('nobody.here');
  });

  test('is made anew for each try: another link, and another mail', async () => {
    await withAccount('retry@example.org');
    await ask('retry@example.org');
    const send = app.outbox.send;
    const tried: string[] = [];
    Object.assign(app.outbox, {
      async send(mail: Parameters<typeof send>[0]) {
        tried.push(mail.messageId);
        return { accepted: false, permanent: false, code: 'busy', reason: '451 later' };
      },
    });
    await app.drain();
    Object.assign(app.outbox, { send });
    await sql`update graphile_worker._private_jobs set run_at = now()`.execute(app.db);
    await app.drain();
    expect(app.outbox.sent).toHaveLength(1);
    expect(tried).not.toContain(lastMail(app).messageId);
  });

  test('to somebody who has died is held', async () => {
    const personId = await withAccount('widow@example.org');
    await app.act(asTest, (ctx) => setDeceased(ctx, personId, { source: 'family' }));
    await ask('widow@example.org');
    await app.drain();
    expect(app.outbox.sent).toEqual([]);
    expect((await dispatches()).at(-1)).toMatchObject({ kind: 'sign-in', held_reason: 'deceased', sent_to: null });
  });

  test('of a mailbox that the dead and the living share still lets the living in', async () => {
    const dead = await withAccount('both@example.org');
    await withAccount('both@example.org');
    await app.act(asTest, (ctx) => setDeceased(ctx, dead, { source: 'family' }));
    await ask('both@example.org');
    await app.drain();
    expect(lastMail(app).to.address).toBe('both@example.org');
  });

  test('does not name the clinic to somebody who asked that it is not named', async () => {
    const personId = await withAccount('safe@example.org');
    await app.act(asTest, (ctx) =>
      setSafeContact(ctx, personId, {
        doNotNameClinic: true,
        noVoicemail: false,
        onlyFrom: null,
        onlyUntil: null,
        onlyChannel: null,
        codeWord: null,
        words: null,
      }),
    );
    await ask('safe@example.org');
    await app.drain();
    const { subject, text, html, from } = lastMail(app);
    expect(`${subject}${text}${html}${from.name ?? ''}`).not.toContain('Brigid');
  });
});

test('an invitation goes to the colleague, and its link is kept nowhere', async () => {
  const { id: staffId } = await makeStaff(app);
  await app.act(asTest, (ctx) => inviteStaff(ctx, { staffId, email: 'new.colleague@hospital.test' }));
  await app.drain();
  const mail = lastMail(app);
  expect(mail.to.address).toBe('new.colleague@hospital.test');
  expect(mail.text).toMatch(/\/staff\/invitation#[\w-]{43}/);
  expect(mail.headers?.['Auto-Submitted']).toBe('auto-generated');
  expect(await everything()).not.toContain(/#([\w-]{43})/.exec(mail.text)?.[1]);
});

describe('the routes of what did not arrive', () => {
  test('show it to who leads, take a retry once, and ask the gate again', async () => {
    const { id: personId } = await makeReader(app, 'held@example.org');
    await app.act(asTest, (ctx) => setDeceased(ctx, personId, { source: 'family' }));
    const { threadId } = await makeAnswer(app, { personId });
    const { headers } = await asStaff(app, { roles: ['manager'] });
    const get = (url: string, as = headers) => app.server.inject({ method: 'GET', url, headers: as });
    const held = (await get(`/api/messaging/held?threadId=${threadId}`)).json();
    expect(held.decisions).toMatchObject([{ personId, decision: 'held', reason: 'deceased' }]);
    expect((await get(`/api/messaging/held?personId=${personId}`)).json()).toEqual(held);
    const list = (await get('/api/messaging/undelivered?limit=1')).json();
    expect(list.undelivered).toMatchObject([{ threadId, what: 'held', reason: 'deceased' }]);
    const url = `/api/messaging/dispatches/${list.undelivered[0].dispatchId}`;
    const post = (to: string) => app.server.inject({ method: 'POST', url: `${url}/${to}`, headers, payload: {} });
    const again = await post('retry');
    expect([again.statusCode, again.json()]).toEqual([200, { held: { reason: 'deceased' } }]);
    expect((await post('retry')).statusCode).toBe(409);
    expect((await post('settlement')).statusCode).toBe(409);
    expect((await get('/api/messaging/held')).statusCode).toBe(400);
    expect((await get('/api/messaging/undelivered?cursor=x')).statusCode).toBe(400);
    expect((await get('/api/messaging/set-aside')).json()).toEqual({ mails: [], next: null });
  });

  test('are not there for who answers in one team: addresses of all the others stand in them', async () => {
    const { id: personId } = await makeReader(app, 'elsewhere@example.org');
    await app.act(asTest, (ctx) => setDeceased(ctx, personId, { source: 'family' }));
    const { threadId } = await makeAnswer(app, { personId });
    const manager = await asStaff(app, { roles: ['manager'] });
    const page = await app.server.inject({ url: '/api/messaging/undelivered', headers: manager.headers });
    const { dispatchId } = page.json().undelivered.find((one: { threadId: string }) => one.threadId === threadId);
    for (const role of ['front-desk', 'contact-centre', 'nurse', 'clinician', 'billing'] as const) {
      const { headers } = await asStaff(app, { roles: [role] });
      const codes = [];
      for (const path of [`held?threadId=${threadId}`, `held?personId=${personId}`, 'undelivered', 'set-aside'])
        codes.push((await app.server.inject({ url: `/api/messaging/${path}`, headers })).statusCode);
      for (const step of ['retry', 'settlement']) {
        const url = `/api/messaging/dispatches/${dispatchId}/${step}`;
        codes.push((await app.server.inject({ method: 'POST', url, headers, payload: {} })).statusCode);
      }
      expect(codes, role).toEqual([404, 404, 404, 404, 404, 404]);
    }
  });
});
