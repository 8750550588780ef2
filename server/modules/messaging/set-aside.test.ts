import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stopParsing } from '../../platform/mail/incoming.ts';
import { type AskedApp, startAskedApp } from '../../testing/ask.ts';
import { arrive, lastMail, makeAnswer, makeReader, threadOf } from '../../testing/make-message.ts';
import { makeStaff, makeTeam } from '../../testing/make-staff.ts';

let app: AskedApp;
let manager: string;
let nurse: string;
beforeAll(async () => {
  app = await startAskedApp();
  const teamId = (await makeTeam(app, { name: 'Front desk', reasons: ['other'] })).id;
  manager = (await makeStaff(app, { roles: ['manager'], teamIds: [teamId] })).id;
  nurse = (await makeStaff(app, { roles: ['nurse'], teamIds: [teamId] })).id;
});
afterAll(async () => {
  await app?.stop();
  await stopParsing();
});

const desk = 'front.desk@mail.bedside.test';
const url = '/api/messaging/set-aside';
const automatic = { 'Auto-Submitted': 'auto-replied' };

/** A mail that only looks like a machine's, and its row among those set aside. */
async function setAside(given: Partial<Parameters<typeof arrive>[1]> = {}): Promise<string> {
  await arrive(app, { from: 'ann@example.org', to: desk, text: 'May I eat before?', headers: automatic, ...given });
  return (await app.ask('GET', url, { as: manager })).body.mails[0].id;
}

const openedFor = async (text: string) =>
  (
    await sql<{ id: string }>`
      select c.id from desk.conversation c join messaging.message m on m.thread_id = c.id where m.text = ${text}`.execute(
      app.db,
    )
  ).rows;

test('a mail that was set aside is read by who leads, and is not there for anybody else', async () => {
  const id = await setAside({
    headers: { ...automatic, 'Content-Type': 'text/html; charset=utf-8' },
    text: '<p>Hi<img src="https://tracker.example/x.gif"></p><script>bad()</script>',
  });
  const { body, status } = await app.ask('GET', `${url}/${id}`, { as: manager });
  expect(status).toBe(200);
  expect(body).toMatchObject({ outcome: 'automatic', from: 'ann@example.org', can: ['take-up'], remotePictures: 1 });
  expect(body.html).not.toContain('bad()');
  expect(body.html).not.toContain('tracker.example');
  const { rows } = await sql<{ id: string }>`select details ->> 'id' as id from platform.audit_entry
    where action = 'messaging.read-set-aside' and outcome = 'done'`.execute(app.db);
  expect(rows).toEqual([{ id }]);
  expect((await app.ask('GET', `${url}/${id}`, { as: nurse })).status).toBe(404);
  expect((await app.ask('POST', `${url}/${id}/question`, { as: nurse })).status).toBe(404);
  expect((await app.ask('GET', `${url}/${randomUUIDv7()}`, { as: manager })).status).toBe(404);
});

test('taken up by several at once it is one question, and it stands on the record who did it', async () => {
  const id = await setAside({ text: 'Is the pharmacy open on Sunday?' });
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => app.ask('POST', `${url}/${id}/question`, { as: manager })),
  );
  expect(answers.map((it) => it.status)).toEqual(Array(6).fill(200));
  expect(new Set(answers.map((it) => it.body.messageId)).size).toBe(1);
  await app.drain();
  const opened = await openedFor('Is the pharmacy open on Sunday?');
  expect(opened).toHaveLength(1);
  const read = await app.ask('GET', `${url}/${id}`, { as: manager });
  expect(read.body).toMatchObject({ threadId: opened[0]?.id, can: [], takenUpAt: expect.any(String) });
  expect((await app.ask('GET', url, { as: manager })).body.mails.map((it: { id: string }) => it.id)).not.toContain(id);
  const shown = await app.ask('GET', `/api/desk/conversations/${opened[0]?.id}`, { as: nurse });
  expect(shown.body).toMatchObject({ channel: 'email', asker: { verified: false } });
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from platform.audit_entry where action = 'messaging.take-up-mail'`.execute(app.db);
  expect(rows[0]?.n).toBeGreaterThan(0);
});

test('what proves to belong to a conversation joins it', async () => {
  const { id: personId } = await makeReader(app, 'rosa@example.org');
  const { threadId } = await makeAnswer(app, { personId });
  await app.drain();
  const to = lastMail(app).replyTo?.address ?? '';
  const id = await setAside({ from: 'rosa@example.org', to, text: 'I cannot come.' });
  expect((await threadOf(app, threadId)).filter((it) => it.direction === 'in')).toEqual([]);
  await app.ask('POST', `${url}/${id}/question`, { as: manager });
  const joined = (await threadOf(app, threadId)).filter((it) => it.direction === 'in');
  expect(joined).toMatchObject([{ text: 'I cannot come.', authorProven: true }]);
});

test('a mail of which only the head was kept says so and becomes nothing', async () => {
  const id = await setAside({ from: desk, text: 'x', headers: {} });
  const { body } = await app.ask('GET', `${url}/${id}`, { as: manager });
  expect(body).toMatchObject({ outcome: 'loop', text: null, can: [] });
  const refused = await app.ask('POST', `${url}/${id}/question`, { as: manager });
  expect([refused.status, refused.body.code]).toEqual([409, 'messaging.mail-not-kept']);
});

test('a mail that was never set aside is not found among them', async () => {
  await arrive(app, { from: 'plain@example.org', to: desk, text: 'A plain question.' });
  const { rows } = await sql<{ id: string }>`
    select id from messaging.incoming_mail where outcome = 'message' order by id desc limit 1`.execute(app.db);
  expect((await app.ask('GET', `${url}/${rows[0]?.id}`, { as: manager })).status).toBe(404);
});
