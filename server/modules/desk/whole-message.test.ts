import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../testing/app.ts';
import { asPerson, asStaff, type SignedIn } from '../../testing/as.ts';
import { makeConversation } from '../../testing/make-conversation.ts';
import { makeTeam } from '../../testing/make-staff.ts';
import { receiveMail } from '../messaging/index.ts';
import type { Conversation, MessageEntry, QueuePage, WholeMessage } from './contract.ts';

let app: TestApp;
let team: string;
let ana: SignedIn;

beforeAll(async () => {
  app = await startTestApp();
  team = (await makeTeam(app, { reasons: ['other'] })).id;
  ana = await asStaff(app, { name: 'Ana Ruiz', teamIds: [team] });
});
afterAll(() => app.stop());

const get = async <T>(who: SignedIn, path: string) => {
  const answer = await app.server.inject({ url: `/api/desk${path}`, headers: who.headers });
  return { status: answer.statusCode, body: answer.json() as T };
};

const part = (type: string, body: string, more: readonly string[] = []) => [
  ...['--b', `Content-Type: ${type}`, ...more, '', body],
];
const hostile =
  '<p onclick="x()">In <b>bold</b><script>x()</script><img src="https://spy.example/a"><img src="https://spy.example/b"></p>';

/** A mail of a stranger, with its conversation and its place in it. */
async function arrive(subject: string, parts: readonly string[]): Promise<{ id: string; message: MessageEntry }> {
  const head = ['From: Kim <kim@people.test>', 'To: front.desk@mail.bedside.test', `Subject: ${subject}`];
  const type = [`Message-ID: <${subject.replace(/\W/g, '')}@people.test>`, 'MIME-Version: 1.0'];
  const body = ['Content-Type: multipart/mixed; boundary=b', '', ...parts, '--b--', ''];
  expect(await receiveMail(app.shop, Buffer.from([...head, ...type, ...body].join('\r\n')), {})).toBe('stored');
  await app.drain();
  const { conversations } = (await get<QueuePage>(ana, '/queue')).body;
  const { id } = conversations.find((one) => one.subject === subject) ?? { id: '' };
  const { entries } = (await get<Conversation>(ana, `/conversations/${id}`)).body;
  expect(entries.map((entry) => entry.kind)).toEqual(['fact', 'message']);
  return { id, message: entries.find((entry) => entry.kind === 'message')! };
}

test('a mail says what more there is of it, and is read as it came, harmless', async () => {
  const exe = ['Content-Transfer-Encoding: base64', 'Content-Disposition: attachment; filename=setup.exe'];
  const program = part('application/octet-stream', Buffer.from('MZ not for us').toString('base64'), exe);
  const { id, message } = await arrive('Laid out', [...part('text/html', hostile), ...program]);
  expect(message).toMatchObject({ hasHtml: true, leftOut: [{ name: 'setup.exe', reason: 'kind' }] });
  const { status, body } = await get<WholeMessage>(ana, `/conversations/${id}/messages/${message.id}`);
  expect(status).toBe(200);
  expect(body).toMatchObject({ remotePictures: 2, html: expect.stringContaining('In <b>bold</b>') });
  expect(body.html).toContain("default-src 'none'");
  expect(body.html).not.toMatch(/onclick|<script|spy\.example/);
  const { rows } = await sql<{ action: string }>`
    select action from platform.audit_entry where action = 'desk.read-message'
    and person_ids = (select array[asker_current_id] from desk.conversation where id = ${id})`.execute(app.db);
  expect(rows).toHaveLength(1);
});

test('what was quoted below the new words can be read too', async () => {
  const text = 'Thank you, that helps.\r\n\r\nOn Tue, Nov 24, 2026 the desk wrote:\r\n> Bring the blue form.';
  const { id, message } = await arrive('Only text', part('text/plain', text));
  expect(message).toMatchObject({ hasHtml: false, hasFullText: true, text: 'Thank you, that helps.' });
  const { body } = await get<WholeMessage>(ana, `/conversations/${id}/messages/${message.id}`);
  expect(body).toMatchObject({
    html: null,
    remotePictures: 0,
    text: expect.stringContaining('> Bring the blue form.'),
  });
});

test('a mail is found only in its own conversation, by those who see it', async () => {
  const { id, message } = await arrive('Not yours', part('text/html', hostile));
  const path = `/conversations/${id}/messages/${message.id}`;
  const cleo = await asStaff(app, { teamIds: [(await makeTeam(app)).id] });
  expect((await get(cleo, path)).status).toBe(404);
  const other = await makeConversation(app, { teamId: team });
  expect((await get(ana, `/conversations/${other.id}/messages/${message.id}`)).status).toBe(404);
  expect((await get(ana, `/conversations/${id}/messages/${other.id}`)).status).toBe(404);
  expect((await get(await asPerson(app, other.askerPersonId), path)).status).toBe(401);
  expect((await get(ana, path)).status).toBe(200);
});
