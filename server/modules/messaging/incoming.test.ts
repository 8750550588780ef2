import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeKeys } from '../../platform/house.ts';
import { stopParsing } from '../../platform/mail/incoming.ts';
import { asTest, startTestApp, type TestApp, testHouse } from '../../testing/app.ts';
import {
  arrive,
  incomingMails,
  lastMail,
  letter,
  makeAnswer,
  makeReader,
  threadOf,
} from '../../testing/make-message.ts';
import { makePerson } from '../../testing/make-person.ts';
import { addContact, confirmAddress, mergePeople } from '../people/index.ts';
import { assignThread, readAttachment, readReceived, readWholeMessage, receiveMail } from './index.ts';
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
        ...{ from: email, to: desk, text: 'x' },
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
      'a stolen reply address, the right mailbox only in Reply-To and Sender',
      ({ email, replyTo }) => ({
        ...{ from: 'mallory@example.net', to: replyTo, text: 'x' },
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
    const { email, personId, threadId, replyTo } = await writtenTo();
    const { id: otherId } = await makePerson(app, { contacts: [{ system: 'email', value: email }] });
    const { threadId: othersThread } = await makeAnswer(app, { personId: otherId });
    await app.drain();
    expect(lastMail(app)).not.toHaveProperty('replyTo');
    await arrive(app, { from: email, to: replyTo, text: 'one of us' });
    expect(await joined(othersThread)).toEqual([]);
    expect((await threadOf(app, threadId)).at(-1)).toMatchObject({ authorProven: false, authorId: null, name: email });
    expect(personId).not.toBe(otherId);
  });

  test('a mail that has found its thread keeps it', async () => {
    await arrive(app, { from: 'new@example.org', to: desk, text: 'hello' });
    const messageId = (await incomingMails(app))[0]?.message_id ?? '';
    const give = () => app.act(asTest, (ctx) => assignThread(ctx, { messageId, threadId: randomUUIDv7() }));
    const results = await Promise.allSettled([give(), give(), give()]);
    expect(results.filter((it) => it.status === 'fulfilled')).toHaveLength(1);
  });
});

describe('the same mail', () => {
  test('brought several times at once is one message', async () => {
    const raw = letter({ from: 'twice@example.org', to: desk, text: 'only once' });
    const results = await Promise.all(Array.from({ length: 8 }, () => receiveMail(app.shop, raw)));
    expect(new Set(results)).toEqual(new Set(['stored']));
    expect(await incomingMails(app)).toHaveLength(1);
    const count = await sql<{
      n: number;
    }>`select count(*) as n from messaging.message where text = 'only once'`.execute(app.db);
    expect(count.rows[0]?.n).toBe(1);
  });

  test('that came by another way is one; another mail under the same Message-ID is not', async () => {
    const messageId = '<same@example.org>';
    const raw = letter({ from: 'a@example.org', to: desk, text: 'first', messageId });
    await receiveMail(app.shop, raw);
    await receiveMail(app.shop, Buffer.concat([Buffer.from('Received: from elsewhere\r\n'), raw]));
    await receiveMail(app.shop, letter({ from: 'a@example.org', to: desk, text: 'second', messageId }));
    expect(await incomingMails(app)).toHaveLength(2);
  });
});

describe('machines', () => {
  test.each([
    ['an out-of-office reply', { 'Auto-Submitted': 'auto-replied' }, 'automatic'],
    ['a list', { 'List-Id': '<news.example.org>' }, 'automatic'],
    [
      'a receipt',
      { 'Content-Type': 'multipart/report; report-type=disposition-notification; boundary=x' },
      'automatic',
    ],
  ])('%s into a thread wakes nobody, and is kept', async (_, headers, outcome) => {
    const { email, threadId, replyTo } = await writtenTo();
    const before = (await receivedEvents()).length;
    expect(await arrive(app, { from: email, to: replyTo, text: 'I am away.', headers })).toBe('stored');
    expect(await joined(threadId)).toEqual([]);
    expect((await receivedEvents()).length).toBe(before);
    expect(await incomingMails(app)).toMatchObject([{ outcome, raw: true, message_id: null }]);
  });

  test('words that only sound like a machine go to people', async () => {
    const { email, threadId, replyTo } = await writtenTo();
    await arrive(app, { from: email, to: replyTo, subject: 'Out of office', text: 'Can I come on Friday?' });
    expect(await joined(threadId)).toEqual(['Can I come on Friday?']);
  });

  test('our own mail come back is refused, and so is one that says it is from us', async () => {
    const { email, mail, replyTo } = await writtenTo();
    const sent = app.outbox.sent.length;
    expect(await arrive(app, { from: email, to: replyTo, text: mail.text, messageId: mail.messageId })).toBe('refused');
    expect(await arrive(app, { from: desk, to: replyTo, text: 'x' })).toBe('refused');
    expect(await arrive(app, { from: replyTo, to: replyTo, text: 'x' })).toBe('refused');
    expect((await incomingMails(app)).map((it) => [it.outcome, it.raw])).toEqual(Array(3).fill(['loop', false]));
    await app.drain();
    expect(app.outbox.sent.length).toBe(sent);
  });

  const report = (recipient: string, action: string, mailId: string) =>
    [
      ...['--b', 'Content-Type: text/plain', '', 'It did not arrive.'],
      ...['--b', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.example.org', ''],
      ...[`Final-Recipient: rfc822; ${recipient}`, `Action: ${action}`, 'Status: 5.1.1'],
      ...['Diagnostic-Code: smtp; 550 no such user', ''],
      ...['--b', 'Content-Type: text/rfc822-headers', '', `Message-ID: ${mailId}`, '', '--b--'],
    ].join('\r\n');
  const ofReport = { 'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b' };
  const daemon = 'mailer-daemon@example.org';

  test('a bounce tells the message that came back, once, and those who wrote it can see it', async () => {
    const { email, threadId, mail } = await writtenTo();
    for (const to of [mail.bounceTo ?? '', desk])
      await arrive(app, { from: daemon, to, text: report(email, 'failed', mail.messageId), headers: ofReport });
    const [message] = await threadOf(app, threadId);
    expect(message).toMatchObject({ state: 'bounced' });
    expect(message?.stateWords).toContain('came back');
    const told = await sql`select from platform.event where name = 'messaging.message-undelivered'`.execute(app.db);
    expect(told.rows).toHaveLength(1);
  });

  test.each([
    ['a delay is no bounce', 'delayed', undefined, undefined],
    ['another recipient than ours', 'failed', 'mallory@example.net', undefined],
    ['a mail that we never sent', 'failed', undefined, '<other@example.org>'],
  ])('%s', async (_, action, recipient, mailId) => {
    const { email, threadId, mail } = await writtenTo();
    const text = report(recipient ?? email, action, mailId ?? mail.messageId);
    await arrive(app, { from: daemon, to: desk, text, headers: ofReport });
    expect((await threadOf(app, threadId))[0]?.state).toBe('sent');
    expect((await incomingMails(app))[0]?.outcome).toBe('bounce');
  });

  test('a loop of mails that look like people stops: nobody is troubled by the thirty-first, the three hundred and first is not kept', async () => {
    const send = (text: string) => arrive(app, { from: 'loop@example.org', to: desk, text });
    for (let count = 1; count <= 31; count++) await send(`${count}`);
    expect((await incomingMails(app)).filter((it) => it.outcome === 'message')).toHaveLength(30);
    expect((await incomingMails(app)).at(-1)).toMatchObject({ outcome: 'limited', raw: true });
    await sql`insert into messaging.incoming_mail (id, received_at, same_mail, outcome, from_plain, subject)
      select gen_random_uuid(), now(), sha256(n::text::bytea), 'limited', 'loop@example.org', '' from generate_series(1, 300) n`.execute(
      app.db,
    );
    expect(await send('one more')).toBe('refused');
    expect(await arrive(app, { from: 'other@example.org', to: desk, text: 'x' })).toBe('stored');
  });
});

describe('attachments', () => {
  test('are kept by what they are, the others are named, and only their thread has them', async () => {
    const { email, threadId, replyTo } = await writtenTo();
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const part = (name: string, type: string, bytes: Buffer) =>
      [
        ...['--b', `Content-Type: ${type}; name="${name}"`, 'Content-Transfer-Encoding: base64'],
        ...[`Content-Disposition: attachment; filename="${name}"`, '', bytes.toString('base64')],
      ].join('\r\n');
    const text = [
      ...['--b', 'Content-Type: text/plain', '', 'See the picture.'],
      part('../../rash.png', 'image/png', png),
      part('photo.png', 'image/png', Buffer.from('MZ\u0000\u0001 a program')),
      part('page.html', 'text/html', Buffer.from('<script>alert(1)</script>')),
      '--b--',
    ].join('\r\n');
    await arrive(app, { from: email, to: replyTo, text, headers: { 'Content-Type': 'multipart/mixed; boundary=b' } });
    const message = (await threadOf(app, threadId)).at(-1);
    expect(message?.attachments).toMatchObject([{ name: 'rash.png', mediaType: 'image/png', sizeBytes: png.length }]);
    expect(message?.leftOut.map((it) => [it.name, it.reason])).toEqual([
      ['photo.png', 'kind'],
      ['page.html', 'kind'],
    ]);
    const fileId = message?.attachments[0]?.id ?? '';
    const read = (thread: string) => app.act(asTest, (ctx) => readAttachment(ctx, { threadId: thread, fileId }));
    expect((await read(threadId)).bytes.equals(png)).toBe(true);
    await expect(read((await writtenTo()).threadId)).rejects.toMatchObject({ kind: 'not-found' });
  });

  test('HTML is shown as a page that runs and fetches nothing', async () => {
    const { email, threadId, replyTo } = await writtenTo();
    const html = '<p onclick="x()">Hello<script>alert(1)</script><img src="https://spy.example/p.gif"></p>';
    await arrive(app, { from: email, to: replyTo, text: html, headers: { 'Content-Type': 'text/html' } });
    const message = (await threadOf(app, threadId)).at(-1);
    expect(message).toMatchObject({ hasHtml: true, text: expect.stringContaining('Hello') });
    const whole = { threadId, messageId: message?.id ?? '' };
    const page = await app.act(asTest, (ctx) => readWholeMessage(ctx, whole));
    expect(page.html).toContain("default-src 'none'");
    expect(page.html).not.toMatch(/onclick|<script|spy\.example/);
    expect(page.remotePictures).toBe(1);
    const elsewhere = { ...whole, threadId: randomUUIDv7() };
    await expect(app.act(asTest, (ctx) => readWholeMessage(ctx, elsewhere))).rejects.toMatchObject({
      kind: 'not-found',
    });
  });
});

test('a mail that is too large is noted with who wrote it, so that somebody can ask', async () => {
  const raw = letter({ from: 'big@example.org', to: desk, subject: 'X-rays', text: 'cut' });
  expect(await receiveMail(app.shop, raw, { truncated: true })).toBe('stored');
  const messageId = (await incomingMails(app))[0]?.message_id ?? '';
  const received = await app.act(asTest, (ctx) => readReceived(ctx, messageId));
  expect(received).toMatchObject({ subject: 'X-rays', sender: { address: 'big@example.org' } });
  expect(received.text).toContain('too large');
  expect(await receiveMail(app.shop, Buffer.alloc(0))).toBe('refused');
});
