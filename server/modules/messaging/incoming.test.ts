import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { stopParsing } from '../../platform/mail/incoming.ts';
import { asTest, startTestApp, type TestApp } from '../../testing/app.ts';
import {
  arrive,
  incomingMails,
  lastMail,
  letter,
  makeAnswer,
  makeReader,
  threadOf,
} from '../../testing/make-message.ts';
import { readAttachment, readReceived, readWholeMessage, receiveMail } from './index.ts';

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

  test('many at once of one sender are counted one after another', async () => {
    await sql`insert into messaging.incoming_mail (id, received_at, same_mail, outcome, from_plain, subject)
      select gen_random_uuid(), now(), sha256(n::text::bytea), 'message', 'many@example.org', '' from generate_series(1, 29) n`.execute(
      app.db,
    );
    const texts = Array.from({ length: 8 }, (_, count) => `at once ${count}`);
    await Promise.all(texts.map((text) => arrive(app, { from: 'many@example.org', to: desk, text })));
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from messaging.message where text like 'at once %'`.execute(app.db);
    expect(rows[0]?.n).toBe(1);
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
