import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { storeFile } from '../../platform/files/files.ts';
import { asTest, startTestApp, type TestApp } from '../../testing/app.ts';
import {
  agreeToFullAnswers,
  incomingMails,
  lastMail,
  letter,
  makeAnswer,
  makeQuestion,
  makeReader,
  threadOf,
} from '../../testing/make-message.ts';
import { makePerson } from '../../testing/make-person.ts';
import { makeStaff, staffActor } from '../../testing/make-staff.ts';
import { setConsent, setDeceased, setSafeContact } from '../people/index.ts';
import {
  assignThread,
  listHeld,
  markRead,
  readWholeMessage,
  receiveMail,
  sendToAddress,
  sendToPerson,
} from './index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(() => {
  app.outbox.sent.length = 0;
});
afterAll(() => app?.stop());

const noRules = {
  doNotNameClinic: false,
  noVoicemail: false,
  onlyFrom: null,
  onlyUntil: null,
  onlyChannel: null,
  codeWord: null,
  words: null,
};
const secrets = /knee|heal|Robin|desk|Ada|Testperson/i;

describe('an answer', () => {
  test('stands in the thread with its question, and what leaves by mail tells nothing of it', async () => {
    const { id: personId } = await makeReader(app, 'reader@example.org');
    const { threadId } = await makeQuestion(app, { personId });
    await makeAnswer(app, { personId, threadId });
    expect((await threadOf(app, threadId)).map((it) => it.state)).toEqual(['kept', 'queued']);
    await app.drain();
    const thread = await threadOf(app, threadId);
    expect(thread.map((it) => [it.direction, it.from, it.state, it.sentForm])).toEqual([
      ['in', 'person', 'kept', null],
      ['out', 'staff', 'sent', 'notice'],
    ]);
    const mail = lastMail(app);
    expect(mail.to).toEqual({ address: 'reader@example.org' });
    expect(mail.subject).toBe('You have an answer from St. Brigid Hospital');
    expect(mail.text).toContain('http://localhost:8080/messages');
    expect(mail.html).toContain('<a href="http://localhost:8080/messages">');
    const { from, messageId, replyTo, bounceTo, ...rest } = mail;
    expect(from.address).toBe('front.desk@mail.bedside.test');
    expect(JSON.stringify(rest)).not.toMatch(secrets);
    expect(JSON.stringify(rest)).not.toContain(threadId);
    expect(messageId).toMatch(/^<[0-9a-f-]{36}@bedside\.mail\.bedside\.test>$/);
    expect([replyTo?.address, bounceTo]).toEqual([
      expect.stringMatching(/^reply\+.+@mail\.bedside\.test$/),
      expect.stringMatching(/^reply\+.+@mail\.bedside\.test$/),
    ]);
    expect(mail.headers?.['Auto-Submitted']).toBe('auto-generated');
  });

  test('comes in the language of the person', async () => {
    const { id: personId } = await makeReader(app, 'lectora@example.org', { language: 'es-MX' });
    await makeAnswer(app, { personId });
    await app.drain();
    expect(lastMail(app).subject).toBe('Tiene una respuesta de St. Brigid Hospital');
    expect(lastMail(app).html).toContain('lang="es"');
  });

  test('goes in full to somebody who agreed, and as plain text: nothing in it becomes markup or a header', async () => {
    const { id: personId } = await makeReader(app, 'full@example.org');
    await agreeToFullAnswers(app, personId);
    await makeAnswer(app, {
      personId,
      deliver: 'email-in-full',
      text: '<img src=x onerror=alert(1)> & more https://evil.example/',
      subject: 'Knee\r\nBcc: all@example.org',
      author: { kind: 'staff', shownAs: 'Robin\r\nX-Evil: 1 <b>' },
    });
    await app.drain();
    const mail = lastMail(app);
    expect(mail.text).toContain('<img src=x onerror=alert(1)> & more');
    expect(mail.html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; more');
    expect(mail.html).not.toMatch(/<img|<b>|href="https:\/\/evil/);
    expect(mail.subject).toBe('Re: Knee Bcc: all@example.org');
    expect(mail.headers).not.toHaveProperty('Auto-Submitted');
    expect(mail.headers).not.toHaveProperty('X-Evil');
  });

  test('that nobody agreed to have in full goes as a notice, and the log says why', async () => {
    const { id: personId } = await makeReader(app, 'no.full@example.org');
    const { threadId } = await makeAnswer(app, { personId, deliver: 'email-in-full' });
    await app.drain();
    expect(lastMail(app).text).not.toMatch(secrets);
    const [held] = await app.act(asTest, (ctx) => listHeld(ctx, { personId }));
    expect(held).toMatchObject({ decision: 'lowered', reason: 'no-consent-in-full', form: 'notice', threadId });
  });

  test('to a mailbox of several people says neither whom it is for nor what, and no reply to it joins the thread', async () => {
    const { id: personId } = await makeReader(app, 'family@example.org');
    await makePerson(app, { contacts: [{ system: 'email', value: 'Family@Example.org' }] });
    await agreeToFullAnswers(app, personId);
    await makeAnswer(app, { personId, deliver: 'email-in-full' });
    await app.drain();
    const mail = lastMail(app);
    expect(mail.subject).toBe('You have a message from St. Brigid Hospital');
    expect(`${mail.text}${mail.html}${mail.to.name}`).not.toMatch(secrets);
    expect(mail).not.toHaveProperty('replyTo');
  });

  test('only for the portal sends no mail', async () => {
    const { id: personId } = await makeReader(app, 'portal.only@example.org');
    const { threadId } = await makeAnswer(app, { personId, deliver: 'portal' });
    await app.drain();
    expect(app.outbox.sent).toEqual([]);
    expect((await threadOf(app, threadId))[0]?.state).toBe('delivered');
  });
});

describe('a thread', () => {
  const author = { kind: 'staff', shownAs: 'Robin' } as const;

  test('shows what the other side has read', async () => {
    const { id: personId } = await makeReader(app, 'reads@example.org');
    const { threadId } = await makeQuestion(app, { personId });
    await makeAnswer(app, { personId, threadId, deliver: 'portal' });
    const person = { kind: 'person', id: personId, name: 'Ada', sessionId: personId, actsFor: [] } as const;
    await app.act(person, (ctx) => markRead(ctx, threadId));
    expect((await threadOf(app, threadId)).map((it) => [it.state, it.readAt !== null])).toEqual([
      ['kept', false],
      ['read', true],
    ]);
  });

  test('takes files of the writer alone, and nothing is written when one is not theirs', async () => {
    const { id: personId } = await makeReader(app, 'files@example.org');
    const staff = async () => staffActor(app, (await makeStaff(app)).id);
    const [robin, sam] = [await staff(), await staff()];
    const file = await app.act(robin, (ctx) => storeFile(ctx, { name: 'plan.txt', bytes: Buffer.from('walk') }));
    const threadId = randomUUIDv7();
    const send = (actor: typeof robin) =>
      app.act(actor, (ctx) =>
        sendToPerson(ctx, {
          personId,
          threadId,
          purpose: 'answer',
          subject: 'Plan',
          text: 'See the plan.',
          attachments: [file.id],
          author,
          deliver: 'portal',
        }),
      );
    await expect(send(sam)).rejects.toMatchObject({ kind: 'not-found' });
    expect(await threadOf(app, threadId)).toEqual([]);
    await send(robin);
    expect((await threadOf(app, threadId))[0]?.attachments).toMatchObject([{ id: file.id, name: 'plan.txt' }]);
  });

  test('takes nothing empty, and cuts what is too long to be shown at once', async () => {
    const { id: personId } = await makePerson(app);
    await expect(makeQuestion(app, { personId, text: ' \n\u0000 ' })).rejects.toMatchObject({
      code: 'messaging.nothing-written',
    });
    const raw = letter({ from: 'long@example.org', to: 'front.desk@mail.bedside.test', text: 'long '.repeat(20_000) });
    await receiveMail(app.shop, raw);
    const messageId = (await incomingMails(app)).at(-1)?.message_id ?? '';
    const threadId = randomUUIDv7();
    await app.act(asTest, (ctx) => assignThread(ctx, { messageId, threadId }));
    const [shown] = await threadOf(app, threadId);
    expect([shown?.text.length, shown?.hasFullText]).toEqual([50_000, true]);
    const whole = await app.act(asTest, (ctx) => readWholeMessage(ctx, { threadId, messageId }));
    expect(whole.text.length).toBeGreaterThan(99_000);
  });
});

describe('what is held back', () => {
  test('a message queued before a death is not sent after it; the portal copy and the reason stay', async () => {
    const { id: personId } = await makeReader(app, 'late@example.org');
    const { threadId, held } = await makeAnswer(app, { personId });
    expect(held).toBeUndefined();
    await app.act(asTest, (ctx) => setDeceased(ctx, personId, { source: 'family' }));
    await app.drain();
    expect(app.outbox.sent).toEqual([]);
    const [message] = await threadOf(app, threadId);
    expect(message).toMatchObject({ state: 'held', heldReason: 'deceased', text: 'Your knee is healing well.' });
    expect(message?.stateWords).toContain('has died');
    const log = await app.act(asTest, (ctx) => listHeld(ctx, { threadId }));
    expect(log.map((it) => [it.decision, it.reason])).toEqual([['held', 'deceased']]);
  });

  test.each([
    ['the clinic must not be named', { doNotNameClinic: true }, 'safe-contact-clinic-named'],
    ['only the portal', { onlyChannel: 'portal' as const }, 'safe-contact-channel'],
  ])('%s: the writer is told at once', async (_, rules, reason) => {
    const { id: personId } = await makeReader(app, `${reason}@example.org`);
    await app.act(asTest, (ctx) => setSafeContact(ctx, personId, { ...noRules, ...rules }));
    const { held } = await makeAnswer(app, { personId });
    await app.drain();
    expect(held).toEqual({ reason });
    expect(app.outbox.sent).toEqual([]);
  });

  test('somebody who refused e-mail, and somebody without any, get none', async () => {
    const { id: refused } = await makeReader(app, 'refused@example.org');
    await app.act(asTest, (ctx) =>
      setConsent(ctx, refused, { channel: 'email', purpose: 'every-purpose', given: false }),
    );
    const { id: without } = await makePerson(app, { contacts: [] });
    expect((await makeAnswer(app, { personId: refused })).held).toEqual({ reason: 'consent-refused' });
    expect((await makeAnswer(app, { personId: without })).held).toEqual({ reason: 'no-address' });
    await app.drain();
    expect(app.outbox.sent).toEqual([]);
  });

  test.each(['update messaging.gate_decision set reason = null', 'delete from messaging.gate_decision'])(
    'the log of the gate can only be added to: %s',
    async (statement) => {
      await expect(sql.raw(statement).execute(app.db)).rejects.toThrow(/permission denied/);
    },
  );
});

describe('a conversation that began by mail', () => {
  async function began(address: string) {
    const raw = letter({
      from: `Cleo <${address}>`,
      to: 'front.desk@mail.bedside.test',
      text: 'Does it have to hurt?',
    });
    expect(await receiveMail(app.shop, raw)).toBe('stored');
    const mail = (await incomingMails(app)).at(-1);
    const { id: personId } = await makePerson(app, {
      contacts: [{ system: 'email', value: address }],
      verified: false,
    });
    const threadId = randomUUIDv7();
    const messageId = mail?.message_id ?? '';
    await app.act(asTest, (ctx) => assignThread(ctx, { messageId, threadId, personId }));
    return { threadId, personId, raw };
  }

  test('is answered in full to the mailbox that wrote, inside the thread of mail programs', async () => {
    const { threadId, personId, raw } = await began('cleo@example.org');
    await makeAnswer(app, { personId, threadId, deliver: 'email-in-full' });
    await app.drain();
    const mail = lastMail(app);
    const theirs = /Message-ID: (<.+>)/.exec(raw.toString())?.[1];
    expect(mail).toMatchObject({ to: { address: 'cleo@example.org' }, inReplyTo: theirs, references: [theirs] });
    expect(mail.text).toContain('Your knee is healing well.');
  });

  test('is a thread in which nothing can be sent to another address', async () => {
    const { threadId, personId } = await began('dora@example.org');
    const toAddress = (address: string) =>
      app.act(asTest, (ctx) =>
        sendToAddress(ctx, {
          address,
          personId,
          threadId,
          subject: 'Your knee',
          text: 'It heals.',
          author: { kind: 'staff', shownAs: 'Robin' },
        }),
      );
    await expect(toAddress('eve@example.org')).rejects.toMatchObject({ code: 'messaging.not-their-thread' });
    await toAddress('Dora@example.org');
    await app.drain();
    expect(app.outbox.sent.map((mail) => mail.to.address)).toEqual(['Dora@example.org']);
  });

  test("that is taken over for somebody known is not answered in full to a stranger's mailbox", async () => {
    const { threadId } = await began('stranger@example.net');
    const { id: known } = await makeReader(app, 'known@example.org');
    await makeAnswer(app, { personId: known, threadId, deliver: 'email-in-full' });
    await app.drain();
    expect(lastMail(app).to.address).toBe('known@example.org');
    expect(lastMail(app).text).not.toMatch(secrets);
  });
});
