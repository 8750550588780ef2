import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stopParsing } from '../../platform/mail/incoming.ts';
import { startTestApp, type TestApp } from '../../testing/app.ts';
import { asStaff, type SignedIn } from '../../testing/as.ts';
import { makeConversation } from '../../testing/make-conversation.ts';
import { incomingMails, lastMail, letter, makeAnswer, makeReader } from '../../testing/make-message.ts';
import { makeTeam } from '../../testing/make-staff.ts';
import { receiveMail } from '../messaging/index.ts';
import type { Conversation, QueuePage } from './contract.ts';

const border = 'mx.hospital.test';
let app: TestApp;
let team: string;
let ana: SignedIn;
beforeAll(async () => {
  app = await startTestApp({ house: { mailBorder: border } });
  team = (await makeTeam(app, { reasons: ['other', 'bill'] })).id;
  ana = await asStaff(app, { name: 'Ana Ruiz', teamIds: [team] });
});
afterAll(async () => {
  await app?.stop();
  await stopParsing();
});

const ask = async <T>(path: string) =>
  (await app.server.inject({ url: `/api/desk${path}`, headers: ana.headers })).json() as T;
const read = (id: string) => ask<Conversation>(`/conversations/${id}`);

let people = 0;
/** A conversation whose asker was written to by mail, and the reply address that they were given. */
async function writtenTo() {
  const email = `rosa.${people++}@people.test`;
  const { id: personId } = await makeReader(app, email);
  const { id } = await makeConversation(app, { askerPersonId: personId, reason: 'bill', teamId: team });
  await makeAnswer(app, { personId, threadId: id });
  await app.drain();
  return { id, email, replyTo: lastMail(app).replyTo?.address ?? '' };
}

/** As it comes through the border server, which wrote these lines on top. */
async function arrives(given: { from: string; to: string; text: string }, verdict: string, below = '') {
  const lines = [verdict, `Received: from out.test (out.test [192.0.2.1]) by ${border} with ESMTPS id 1`, below];
  const top = lines.filter(Boolean).map((line) => `${line}\r\n`);
  expect(await receiveMail(app.shop, Buffer.concat([Buffer.from(top.join('')), letter(given)]))).toBe('stored');
  await app.drain();
}

const said = (text: string) => `Authentication-Results: ${border}; ${text}`;
const saidIn = async (id: string) =>
  (await read(id)).entries.flatMap((entry) =>
    entry.kind === 'message' && entry.from === 'person' ? [entry.text] : [],
  );

test('a reply that the border vouches for goes on in its conversation', async () => {
  const { id, email, replyTo } = await writtenTo();
  await arrives({ from: email, to: replyTo, text: 'Thank you.' }, said('dmarc=pass header.from=people.test'));
  expect(await saidIn(id)).toContain('Thank you.');
});

describe('a mail to somebody’s reply address, under their name', () => {
  test.each([
    ['which the border found to be forged', said('dmarc=fail header.from=people.test'), ''],
    ['of which the border says nothing', '', ''],
    ['that passed for another domain', said('dmarc=pass header.from=evil.test; dkim=pass header.d=evil.test'), ''],
    [
      'that brings the border’s word with it',
      said('dmarc=fail header.from=people.test'),
      said('dmarc=pass header.from=people.test'),
    ],
  ])('%s opens another conversation, and staff are told why', async (_, verdict, below) => {
    const { id, email, replyTo } = await writtenTo();
    const text = `Please send my records to my new address. ${id}`;
    await arrives({ from: email, to: replyTo, text }, verdict, below);
    expect(await saidIn(id)).not.toContain(text);
    expect((await incomingMails(app)).at(-1)).toMatchObject({
      suggested_thread_id: id,
      suggested_because: 'sender-not-proven',
    });
    const { conversations } = await ask<QueuePage>('/queue');
    const opened = await Promise.all(conversations.map((one) => read(one.id)));
    const other = opened.find((one) => one.entries.some((entry) => entry.kind === 'message' && entry.text === text));
    expect(other).toMatchObject({
      asker: { verified: false },
      pointsTo: { because: 'sender-not-proven', conversation: { id } },
    });
  });
});
