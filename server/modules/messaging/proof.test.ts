import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeKeys } from '../../platform/house.ts';
import { stopParsing } from '../../platform/mail/incoming.ts';
import { asTest, startTestApp, type TestApp, testHouse } from '../../testing/app.ts';
import { arrive, incomingMails, lastMail, makeAnswer, makeReader, threadOf } from '../../testing/make-message.ts';
import { makePerson } from '../../testing/make-person.ts';
import { addContact, confirmAddress, mergePeople } from '../people/index.ts';
import { assignThread, readReceived, readWholeMessage } from './index.ts';
import { signedAddress } from './mail-names.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  app.outbox.sent.length = 0;
  await sql`delete from messaging.raw_mail`.execute(app.db);
  await sql`delete from messaging.incoming_mail`.execute(app.db);
});
afterAll(async () => {
  await app?.stop();
  await stopParsing();
});

const desk = 'front.desk@mail.bedside.test';
let people = 0;

/** Somebody with a proven mailbox who was written to, and the signed address they were given. */
async function writtenTo(email = `ann.${people++}@example.org`) {
  const { id: personId } = await makeReader(app, email);
  const { threadId } = await makeAnswer(app, { personId });
  await app.drain();
  const mail = lastMail(app);
  return { email, personId, threadId, mail, replyTo: mail.replyTo?.address ?? '' };
}

const joined = async (threadId: string) =>
  (await threadOf(app, threadId)).filter((it) => it.direction === 'in').map((it) => it.text);

const receivedEvents = async () => {
  const { rows } = await sql<{ payload: { messageId: string; threadId?: string } }>`
    select payload from platform.event where name = 'messaging.message-received' order by at, id`.execute(app.db);
  return rows.map((row) => row.payload);
};

describe('a reply', () => {
  test('joins by the signed address and the mailbox it was given to, however the cases were changed on the way', async () => {
    const { email, personId, threadId, replyTo } = await writtenTo();
    const text = 'Thank you!\n\nOn Tue, Nov 24, 2026, St. Brigid Hospital wrote:\n> You have an answer.';
    expect(await arrive(app, { from: `Somebody <${email.toUpperCase()}>`, to: replyTo.toUpperCase(), text })).toBe(
      'stored',
    );
    const message = (await threadOf(app, threadId)).at(-1);
    expect(message).toMatchObject({ text: 'Thank you!', authorProven: true, authorId: personId, hasFullText: true });
    expect(message?.name).toMatch(/^Ada /);
    const whole = { threadId, messageId: message?.id ?? '' };
    expect((await app.act(asTest, (ctx) => readWholeMessage(ctx, whole))).text).toContain('> You have an answer.');
    expect((await receivedEvents()).at(-1)).toEqual({ messageId: message?.id, threadId });
  });

  test('joins from another mailbox that the same person has proven', async () => {
    const { personId, threadId, replyTo } = await writtenTo();
    const other = { system: 'email' as const, value: 'ann.at.work@example.com' };
    await app.act(asTest, (ctx) => addContact(ctx, personId, other));
    await arrive(app, { from: other.value, to: replyTo, text: 'too early' });
    await app.act(asTest, (ctx) => confirmAddress(ctx, { personId, ...other }));
    await arrive(app, { from: other.value, to: replyTo, text: 'from work' });
    expect(await joined(threadId)).toEqual(['from work']);
  });

  test('is still found after the person was merged with another record of theirs', async () => {
    const { email, personId, threadId, replyTo } = await writtenTo();
    const { id: keepId } = await makePerson(app);
    await app.act(asTest, (ctx) => mergePeople(ctx, { keepId, mergeId: personId, reason: 'one person' }));
    await arrive(app, { from: email, to: replyTo, text: 'still me' });
    expect((await threadOf(app, threadId)).at(-1)).toMatchObject({ text: 'still me', authorId: keepId });
  });
});

/** security.md 102 to 104: none of these may join, and none may be lost. */
describe('a mail that only looks like a reply', () => {
  const attempts: [
    string,
    (it: Awaited<ReturnType<typeof writtenTo>>) => Parameters<typeof arrive>[1],
    string | null,
  ][] = [
    [
      'headers that name our Message-ID, from the right mailbox',
      ({ email, mail }) => ({
        from: email,
        to: desk,
        text: 'x',
        headers: { 'In-Reply-To': mail.messageId, References: mail.messageId },
      }),
      'headers',
    ],
    [
      'headers that name our Message-ID, from a stranger',
      ({ mail }) => ({ from: 'mallory@example.net', to: desk, text: 'x', headers: { References: mail.messageId } }),
      'headers',
    ],
    [
      'a stolen reply address',
      ({ replyTo }) => ({ from: 'mallory@example.net', to: replyTo, text: 'x' }),
      'other-sender',
    ],
    [
      'a stolen reply address and the right name',
      ({ email, replyTo }) => ({ from: `"${email}" <mallory@example.net>`, to: replyTo, text: 'x' }),
      'other-sender',
    ],
    [
      'a stolen reply address, two senders',
      ({ email, replyTo }) => ({ from: `mallory@example.net, ${email}`, to: replyTo, text: 'x' }),
      'other-sender',
    ],
    [
      'a stolen reply address, two senders, the right one first',
      ({ email, replyTo }) => ({ from: `${email}, mallory@example.net`, to: replyTo, text: 'x' }),
      'other-sender',
    ],
    [
      'a stolen reply address, the right mailbox only in Reply-To and Sender',
      ({ email, replyTo }) => ({
        from: 'mallory@example.net',
        to: replyTo,
        text: 'x',
        headers: { 'Reply-To': email, Sender: email },
      }),
      'other-sender',
    ],
    [
      'a signature that is not ours',
      ({ email, replyTo }) => ({
        from: email,
        to: replyTo.replace(/.@/, (end) => (end[0] === 'a' ? 'b@' : 'a@')),
        text: 'x',
      }),
      null,
    ],
    [
      'a signature of another secret',
      ({ email, replyTo }) => {
        const house = { ...testHouse, keys: makeKeys(Buffer.alloc(32, 9)) };
        return { from: email, to: signedAddress(house, 'reply', replyTo.slice(6, 42)), text: 'x' };
      },
      null,
    ],
    [
      'the address for bounces of the same mail',
      ({ email, replyTo }) => ({
        from: email,
        to: signedAddress(testHouse, 'bounce', replyTo.slice(6, 42)),
        text: 'x',
      }),
      null,
    ],
    [
      'a signed address of a dispatch that never was',
      ({ email }) => ({ from: email, to: signedAddress(testHouse, 'reply', randomUUIDv7()), text: 'x' }),
      null,
    ],
    [
      'the reference in the subject',
      ({ email, threadId }) => ({ from: email, to: desk, subject: `Re: ${threadId}`, text: 'x' }),
      null,
    ],
  ];

  test.each(attempts)('%s: kept for staff, outside the thread', async (_, attempt, suggested) => {
    const given = await writtenTo();
    expect(await arrive(app, attempt(given))).toBe('stored');
    expect(await joined(given.threadId)).toEqual([]);
    const [mail] = await incomingMails(app);
    expect(mail).toMatchObject({ outcome: 'message', thread_id: null, raw: true, suggested_because: suggested });
    expect(mail?.suggested_thread_id).toBe(suggested ? given.threadId : null);
    const event = (await receivedEvents()).at(-1);
    expect(event).toEqual({ messageId: mail?.message_id });
    const received = await app.act(asTest, (ctx) => readReceived(ctx, event?.messageId ?? ''));
    expect(received).toMatchObject({ threadId: null, personId: null });
  });

  test('an address that is too old proves nothing any more', async () => {
    const { email, threadId, replyTo } = await writtenTo();
    await sql`update messaging.dispatch set queued_at = queued_at - interval '401 days' where thread_id = ${threadId}`.execute(
      app.db,
    );
    await arrive(app, { from: email, to: replyTo, text: 'x' });
    expect(await joined(threadId)).toEqual([]);
    expect((await incomingMails(app))[0]?.suggested_because).toBe('address-expired');
  });

  test('of two who share a mailbox neither gets into the thread of the other, nor is one taken for the other', async () => {
    const { email, threadId, replyTo } = await writtenTo();
    const { id: otherId } = await makePerson(app, { contacts: [{ system: 'email', value: email }] });
    const { threadId: othersThread } = await makeAnswer(app, { personId: otherId });
    await app.drain();
    expect(lastMail(app)).not.toHaveProperty('replyTo');
    const bareId = lastMail(app).bounceTo?.slice(6, 42) ?? '';
    await arrive(app, { from: email, to: signedAddress(testHouse, 'reply', bareId), text: 'me too' });
    await arrive(app, { from: email, to: replyTo, text: 'one of us' });
    expect(await joined(othersThread)).toEqual([]);
    expect(await joined(threadId)).toEqual(['one of us']);
    expect((await threadOf(app, threadId)).at(-1)).toMatchObject({ authorProven: false, authorId: null, name: email });
  });

  test('a mail that has found its thread keeps it', async () => {
    await arrive(app, { from: 'new@example.org', to: desk, text: 'hello' });
    const messageId = (await incomingMails(app))[0]?.message_id ?? '';
    const give = () => app.act(asTest, (ctx) => assignThread(ctx, { messageId, threadId: randomUUIDv7() }));
    const results = await Promise.allSettled([give(), give(), give()]);
    expect(results.filter((it) => it.status === 'fulfilled')).toHaveLength(1);
  });
});
