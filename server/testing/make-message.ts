import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import {
  listThread,
  receiveFromPortal,
  receiveMail,
  type Sent,
  sendToPerson,
  type ToPerson,
} from '../modules/messaging/index.ts';
import { confirmAddress, setConsent } from '../modules/people/index.ts';
import type { OutgoingMail } from '../platform/mail/outgoing.ts';
import { asTest, type TestApp } from './app.ts';
import { makePerson } from './make-person.ts';

/** An answer to a person in a thread of its own; name what the test is about. */
export async function makeAnswer(
  app: TestApp,
  given: Partial<ToPerson> & { personId: string },
): Promise<Sent & { threadId: string }> {
  const threadId = given.threadId ?? randomUUIDv7();
  const sent = await app.act(asTest, (ctx) =>
    sendToPerson(ctx, {
      threadId,
      purpose: 'answer',
      subject: 'Your knee',
      text: 'Your knee is healing well.',
      author: { kind: 'staff', shownAs: 'Robin, front desk' },
      deliver: 'email-notice',
      ...given,
    }),
  );
  return { ...sent, threadId };
}

/** A question that a person asked in the portal. */
export async function makeQuestion(
  app: TestApp,
  given: { personId: string; threadId?: string; text?: string },
): Promise<{ messageId: string; threadId: string }> {
  const threadId = given.threadId ?? randomUUIDv7();
  const { messageId } = await app.act(asTest, (ctx) =>
    receiveFromPortal(ctx, { text: 'Does it have to hurt?', ...given, threadId }),
  );
  return { messageId, threadId };
}

/** A mail as a stranger writes it. */
export interface Letter {
  from: string;
  to: string;
  text: string;
  subject?: string;
  messageId?: string | null;
  headers?: Record<string, string>;
}

let written = 0;
export function letter(given: Letter): Buffer {
  written += 1;
  const id = given.messageId === undefined ? `<m${written}.${randomUUIDv7()}@example.org>` : given.messageId;
  const lines = [
    `From: ${given.from}`,
    `To: ${given.to}`,
    `Subject: ${given.subject ?? 'My knee'}`,
    'Date: Tue, 24 Nov 2026 10:00:00 +0000',
    ...(id ? [`Message-ID: ${id}`] : []),
    ...Object.entries({ 'Content-Type': 'text/plain; charset=utf-8', ...given.headers }).map(
      ([key, it]) => `${key}: ${it}`,
    ),
    '',
    given.text,
    '',
  ];
  return Buffer.from(lines.join('\r\n'));
}

export const arrive = (app: TestApp, given: Letter) => receiveMail(app.shop, letter(given));

export const threadOf = (app: TestApp, threadId: string) => app.act(asTest, (ctx) => listThread(ctx, threadId));

/** Somebody who has shown that they read this mailbox. */
export async function makeReader(app: TestApp, email: string, more: Parameters<typeof makePerson>[1] = {}) {
  const person = await makePerson(app, { contacts: [{ system: 'email', value: email }], ...more });
  await app.act(asTest, (ctx) => confirmAddress(ctx, { personId: person.id, system: 'email', value: email }));
  return person;
}

export const agreeToFullAnswers = (app: TestApp, personId: string) =>
  app.act(asTest, (ctx) => setConsent(ctx, personId, { channel: 'email', purpose: 'answer-in-full', given: true }));

export const lastMail = (app: TestApp): OutgoingMail => {
  const mail = app.outbox.sent.at(-1);
  if (!mail) throw new Error('No mail went out.');
  return mail;
};

/** What the house knows of all mails that came in, oldest first. */
export async function incomingMails(app: TestApp) {
  const { rows } = await sql<{
    outcome: string;
    because: string | null;
    message_id: string | null;
    suggested_thread_id: string | null;
    suggested_because: string | null;
    thread_id: string | null;
    raw: boolean;
  }>`
    select i.outcome, i.because, i.message_id, i.suggested_thread_id, i.suggested_because, m.thread_id,
      exists (select from messaging.raw_mail r where r.incoming_mail_id = i.id) as raw
    from messaging.incoming_mail i left join messaging.message m on m.id = i.message_id order by i.id`.execute(app.db);
  return rows;
}

/** Jobs that wait for a later moment are due now. */
export const hurry = (app: TestApp) => sql`update graphile_worker._private_jobs set run_at = now()`.execute(app.db);
