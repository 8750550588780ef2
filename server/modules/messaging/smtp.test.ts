import { sql } from 'kysely';
import { afterAll, afterEach, expect, test } from 'vitest';
import { parseMail, stopParsing } from '../../platform/mail/incoming.ts';
import { closeAll, closeLater, refuse, senderTo, startSmtp } from '../../platform/mail/smtp-for-tests.ts';
import { startSmtpListener } from '../../platform/mail/smtp-listener.ts';
import { asTest, startTestApp, type TestApp } from '../../testing/app.ts';
import { hurry, makeAnswer, makeReader, threadOf } from '../../testing/make-message.ts';
import { acceptsRecipient, listUndelivered, receiveMail, retryDispatch } from './index.ts';

afterEach(closeAll);
afterAll(stopParsing);

/** The real application that hands its mail to a real server. */
async function appTo(port: number, sendTimeoutMs = 3000): Promise<TestApp> {
  const app = await startTestApp();
  closeLater(() => app.stop());
  const sender = senderTo(port, { sendTimeoutMs });
  return Object.assign(app, { outbox: Object.assign(app.outbox, { send: sender.send }) });
}

const idsOf = (received: readonly { raw: string }[]) =>
  received.map(({ raw }) => /^Message-ID:\s*(<[^>]+>)/im.exec(raw)?.[1]);
const undelivered = (app: Pick<TestApp, 'act'>) => app.act(asTest, (ctx) => listUndelivered(ctx, { limit: 50 }));

test('a notice goes out over SMTP, and the reply to it comes in over SMTP, into its thread', async () => {
  const smtp = await startSmtp();
  const app = await appTo(smtp.port);
  const { id: personId } = await makeReader(app, 'ann@example.test');
  const { threadId } = await makeAnswer(app, { personId });
  await app.drain();
  const [mail] = smtp.received;
  expect(mail?.to).toEqual(['ann@example.test']);
  expect(mail?.raw).not.toMatch(/knee/i);
  expect(mail?.from).toMatch(/^reply\+/);
  const read = await parseMail(Buffer.from(mail?.raw ?? ''));
  const replyTo = (read.ok && read.replyTo?.address) || '';

  const accepts = acceptsRecipient(app.shop.house);
  const receive = (raw: Buffer, envelope: { from: string; to: string[] }) => receiveMail(app.shop, raw, envelope);
  const listener = await startSmtpListener({ port: 0, accepts, receive });
  closeLater(() => listener.stop());
  const reply = {
    messageId: '<r1@example.test>',
    from: { address: 'ann@example.test' },
    subject: 'Re',
    text: 'Thanks',
  };
  const send = (to: string) => senderTo(listener.port).send({ ...reply, to: { address: to } });
  expect(await send(replyTo)).toMatchObject({ accepted: true });
  expect(await send('somebody@elsewhere.test')).toMatchObject({ accepted: false, code: 'recipient-refused' });
  expect((await threadOf(app, threadId)).map((it) => it.text)).toEqual(['Your knee is healing well.', 'Thanks']);
});

test('a server that takes the mail and falls silent gets the same mail again, not another', async () => {
  const received: { raw: string }[] = [];
  let silentOnce = true;
  const smtp = await startSmtp({
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        received.push({ raw: Buffer.concat(chunks).toString() });
        if (!silentOnce) done(null);
        silentOnce = false;
      });
    },
  });
  const app = await appTo(smtp.port, 700);
  const { id: personId } = await makeReader(app, 'ann@example.test');
  const { threadId } = await makeAnswer(app, { personId });
  await app.drain();
  expect((await threadOf(app, threadId))[0]?.state).toBe('queued');
  const waiting = await sql<{ seconds: number }>`
    select extract(epoch from run_at - now())::float8 as seconds from graphile_worker.jobs`.execute(app.db);
  expect(waiting.rows[0]?.seconds).toBeGreaterThan(20);
  await hurry(app);
  await app.drain();
  expect((await threadOf(app, threadId))[0]?.state).toBe('sent');
  const ids = idsOf(received);
  expect(ids).toEqual([expect.stringContaining('@bedside.'), ids[0]]);
});

test('a refusal for good is not tried again; staff read why, and can send it once more', async () => {
  let known = false;
  const smtp = await startSmtp({
    onRcptTo: (_address, _session, done) => done(known ? null : refuse(550, '5.1.1 no such user')),
  });
  const app = await appTo(smtp.port);
  const { id: personId } = await makeReader(app, 'nobody@example.test');
  const { threadId } = await makeAnswer(app, { personId });
  await app.drain();
  expect((await sql`select from graphile_worker.jobs`.execute(app.db)).rows).toEqual([]);
  const [dead] = (await undelivered(app)).undelivered;
  expect(dead).toMatchObject({ what: 'failed', reason: 'recipient-refused', personId, threadId });
  expect(dead?.words).toContain('does not know this address');
  expect(dead?.detail).toContain('no such user');
  expect((await threadOf(app, threadId))[0]).toMatchObject({ state: 'failed', stateWords: dead?.words });
  known = true;
  const again = () => app.act(asTest, (ctx) => retryDispatch(ctx, dead?.dispatchId ?? ''));
  expect((await Promise.allSettled([again(), again()])).map((it) => it.status).sort()).toEqual([
    'fulfilled',
    'rejected',
  ]);
  await app.drain();
  expect((await threadOf(app, threadId))[0]?.state).toBe('sent');
  expect(smtp.received).toHaveLength(1);
  expect((await undelivered(app)).undelivered).toEqual([]);
});

test('a server that is busy again and again is given up in the end, not for ever asked', async () => {
  let asked = 0;
  const smtp = await startSmtp({
    onRcptTo: (_address, _session, done) => {
      asked += 1;
      done(refuse(451, 'later'));
    },
  });
  const app = await appTo(smtp.port);
  const { id: personId } = await makeReader(app, 'busy@example.test');
  const { threadId } = await makeAnswer(app, { personId });
  for (let round = 0; round < 20; round++) {
    await app.drain();
    await hurry(app);
  }
  expect(asked).toBe(12);
  expect((await threadOf(app, threadId))[0]).toMatchObject({ state: 'failed' });
  expect((await undelivered(app)).undelivered[0]).toMatchObject({ reason: 'busy' });
});

test('nothing listens: the mail waits and goes later', async () => {
  const gone = await startSmtp();
  await closeAll();
  const app = await appTo(gone.port);
  const { id: personId } = await makeReader(app, 'wait@example.test');
  const { threadId } = await makeAnswer(app, { personId });
  await app.drain();
  const [message] = await threadOf(app, threadId);
  expect(message).toMatchObject({ state: 'queued', handedOverAt: null });
});
