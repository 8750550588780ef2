import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { storeFile } from '../../platform/files/files.ts';
import { asTest, startTestApp, type TestApp } from '../../testing/app.ts';
import { agreeToFullAnswers, lastMail, makeReader, threadOf } from '../../testing/make-message.ts';
import { makeStaff, staffActor } from '../../testing/make-staff.ts';
import { setConsent } from '../people/index.ts';
import { previewAnswer, sendToPerson } from './index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(() => {
  app.outbox.sent.length = 0;
});
afterAll(() => app?.stop());

/** An answer as the desk sends it: as the person chose. */
async function answerWith(to: TestApp, personId: string, files: readonly { name: string; bytes: Buffer }[] = []) {
  const robin = await staffActor(to, (await makeStaff(to)).id);
  const threadId = randomUUIDv7();
  await to.act(robin, async (ctx) => {
    const attachments: string[] = [];
    for (const file of files) attachments.push((await storeFile(ctx, file)).id);
    await sendToPerson(ctx, {
      ...{ threadId, personId, purpose: 'answer', subject: 'Your knee', text: 'Your knee is healing well.' },
      ...{ attachments, author: { kind: 'staff', shownAs: 'Robin' }, deliver: 'email' },
    });
  });
  await to.drain();
  return threadId;
}
const text = (name: string, size = 4) => ({ name, bytes: Buffer.alloc(size, 'walk ') });

describe('who asked for whole answers', () => {
  test('gets the words and the files', async () => {
    const { id } = await makeReader(app, 'full@example.org');
    await agreeToFullAnswers(app, id);
    expect(await app.act(asTest, (ctx) => previewAnswer(ctx, { threadId: randomUUIDv7(), personId: id }))).toEqual({
      form: 'in-full',
      reason: null,
    });
    const threadId = await answerWith(app, id, [text('plan.txt'), text('diary.txt')]);
    const mail = lastMail(app);
    expect(mail.text).toContain('Your knee is healing well.');
    expect(mail.text).toContain('2 files are attached.');
    expect(mail.attachments).toMatchObject([
      { fileName: 'plan.txt', type: 'text/plain', content: Buffer.from('walk') },
      { fileName: 'diary.txt' },
    ]);
    expect((await threadOf(app, threadId)).at(-1)).toMatchObject({ sentForm: 'in-full', sentTo: 'full@example.org' });
  });

  test('is told of files that are too large together, and gets none of them', async () => {
    const { id } = await makeReader(app, 'large@example.org', { language: 'es' });
    await agreeToFullAnswers(app, id);
    const half = 6 * 1024 * 1024;
    await answerWith(app, id, [text('one.txt', half), text('two.txt', half)]);
    expect(lastMail(app)).not.toHaveProperty('attachments');
    expect(lastMail(app).text).toContain('2 archivos demasiado grandes para un correo');
    expect(lastMail(app).text).toContain('http://localhost:8080/messages');
  });
});

describe('who did not ask for them', () => {
  test('gets a notice without a word of the answer, its files or their names', async () => {
    const { id } = await makeReader(app, 'notice@example.org');
    await answerWith(app, id, [text('knee-plan.txt')]);
    const { attachments, text: said, subject } = lastMail(app);
    expect(attachments).toBeUndefined();
    expect(`${subject} ${said}`).not.toMatch(/knee|plan|file/i);
  });
  test('nor does a yes to e-mail for every purpose ask for them', async () => {
    const { id } = await makeReader(app, 'every@example.org');
    await app.act(asTest, (ctx) => setConsent(ctx, id, { channel: 'email', purpose: 'every-purpose', given: true }));
    await answerWith(app, id);
    expect(lastMail(app).text).not.toMatch(/knee/i);
  });
  test('nor who asked once and took it back', async () => {
    const { id } = await makeReader(app, 'back@example.org');
    await agreeToFullAnswers(app, id);
    await app.act(asTest, (ctx) => setConsent(ctx, id, { channel: 'email', purpose: 'answer-in-full', given: false }));
    await answerWith(app, id);
    expect(lastMail(app).text).not.toMatch(/knee/i);
  });
});

describe('a house that no mail comes in to', () => {
  let deaf: TestApp;
  beforeAll(async () => {
    deaf = await startTestApp({ house: { mailComesIn: false } });
  });
  afterAll(() => deaf?.stop());
  test.each(['notice', 'in full'])('asks nobody to reply to its mail: %s', async (form) => {
    const { id } = await makeReader(deaf, `${form.replace(' ', '.')}@example.org`);
    if (form === 'in full') await agreeToFullAnswers(deaf, id);
    await answerWith(deaf, id);
    expect(lastMail(deaf)).not.toHaveProperty('replyTo');
    expect(lastMail(deaf).text).toContain('Please do not reply to this e-mail');
    expect(lastMail(deaf).text).not.toMatch(/Or reply|You can reply/);
  });
});
