import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../testing/app.ts';
import { asStaff, type SignedIn } from '../../testing/as.ts';
import { makeAsker, makeConversation } from '../../testing/make-conversation.ts';
import { makeTeam } from '../../testing/make-staff.ts';
import { receiveMail } from '../messaging/index.ts';
import type { Conversation, QueuePage, Target } from './contract.ts';

let app: TestApp;
let team: string;
let ana: SignedIn;
let ben: SignedIn;
const tuesday = Temporal.Instant.from('2026-11-24T15:00:00Z');

beforeAll(async () => {
  app = await startTestApp({ now: tuesday });
  team = (await makeTeam(app, { reasons: ['other'] })).id;
  ana = await asStaff(app, { name: 'Ana Ruiz', teamIds: [team] });
  ben = await asStaff(app, { name: 'Ben Okafor', teamIds: [team] });
});
afterAll(() => app.stop());

const ask = async <T>(who: SignedIn, method: 'GET' | 'POST' | 'PUT', path: string, payload?: object) => {
  const url = `/api/desk${path}`;
  const answer = await app.server.inject({ method, url, headers: who.headers, ...(payload && { payload }) });
  return { status: answer.statusCode, body: answer.json() as T & { code?: string } };
};
const read = async (who: SignedIn, id: string) => (await ask<Conversation>(who, 'GET', `/conversations/${id}`)).body;

const mail = (from: string, subject: string, text: string, more: readonly string[] = []) =>
  Buffer.from(
    [
      ...[
        `From: ${from}`,
        'To: front.desk@mail.bedside.test',
        `Subject: ${subject}`,
        'Date: Tue, 24 Nov 2026 14:59:00 +0000',
      ],
      ...[`Message-ID: <${subject.replace(/\W/g, '')}@people.test>`, ...more, '', text, ''],
    ].join('\r\n'),
  );

describe('a mail', () => {
  it('opens a conversation of an unverified person, is answered in full to the mailbox that wrote, and goes on there', async () => {
    const known = await makeAsker(app, { verified: true, email: 'jo@people.test' });
    const raw = mail('Jo Example <jo@people.test>', 'Parking', 'Hello, my chest hurts since I parked.');
    expect(await receiveMail(app.shop, raw, {})).toBe('stored');
    await app.drain();
    const [row] = (await ask<QueuePage>(ana, 'GET', '/queue')).body.conversations;
    expect(row).toMatchObject({
      ...{
        subject: 'Parking',
        channel: 'email',
        answerBy: 'email-in-full',
        urgent: true,
        urgentWords: ['chest hurts'],
      },
      asker: { name: 'Jo Example', verified: false },
    });
    expect(row!.asker.personId).not.toBe(known);
    const answer = { version: 1, text: 'Please ring 911 now.', next: 'wait' };
    const sent = await ask<{ heldReason: string | null }>(ana, 'POST', `/conversations/${row!.id}/answer`, answer);
    expect(sent).toMatchObject({ status: 200, body: { status: 'waiting', heldReason: null } });
    await app.drain();
    const out = app.outbox.sent.at(-1)!;
    expect(JSON.stringify(out)).toContain('Please ring 911 now.');
    expect(JSON.stringify(out)).toContain('jo@people.test');
    await receiveMail(app.shop, mail('Jo Example <jo@people.test>', 'Another matter', 'When do you open?'), {});
    await app.drain();
    const both = (await ask<QueuePage>(ana, 'GET', '/queue')).body.conversations;
    expect(both.map((one) => one.subject)).toEqual(['Another matter']);
    expect(both[0]!.asker.personId).toBe(row!.asker.personId);
  });

  it('without a sender is seen by people too, as of somebody unknown', async () => {
    const raw = String(mail('x@people.test', 'No sender', 'Where are you?')).replace(/^From:.*\r\n/, '');
    expect(await receiveMail(app.shop, Buffer.from(raw), {})).toBe('stored');
    await app.drain();
    const { conversations } = (await ask<QueuePage>(ana, 'GET', '/queue')).body;
    const row = conversations.find((one) => one.subject === 'No sender')!;
    expect(row).toMatchObject({
      channel: 'email',
      answerBy: 'portal',
      asker: { name: 'Unknown sender', verified: false },
    });
    expect((await read(ana, row.id)).entries).toMatchObject([
      { kind: 'fact', fact: 'opened' },
      { kind: 'message', text: 'Where are you?' },
    ]);
    await ask(ana, 'POST', `/conversations/${row.id}/resolution`, { version: 1 });
  });

  it.each(['resolve', 'wait', 'stay'])(
    'that comes back is told in the conversation (%s), which is the team’s turn again',
    async (next) => {
      await receiveMail(app.shop, mail('Kim <kim@people.test>', `Bounce ${next}`, 'When do you open?'), {});
      await app.drain();
      const queue = async () => (await ask<QueuePage>(ana, 'GET', '/queue')).body.conversations;
      const { id } = (await queue()).find((one) => one.subject === `Bounce ${next}`)!;
      await ask(ana, 'POST', `/conversations/${id}/answer`, { version: 1, text: 'At eight.', next });
      await app.drain();
      const out = app.outbox.sent.at(-1)!;
      const report = [
        ...['--b', 'Content-Type: message/delivery-status', '', 'Reporting-MTA: dns; mx.example.org', ''],
        ...['Final-Recipient: rfc822; kim@people.test', 'Action: failed', 'Status: 5.1.1', ''],
        ...['--b', 'Content-Type: text/rfc822-headers', '', `Message-ID: ${out.messageId}`, '', '--b--'],
      ].join('\r\n');
      const type = 'Content-Type: multipart/report; report-type=delivery-status; boundary=b';
      await receiveMail(app.shop, mail('mailer-daemon@example.org', `Back ${next}`, report, [type]), {});
      await app.drain();
      const row = await read(ana, id);
      expect(row).toMatchObject({
        status: 'claimed',
        owner: { name: 'Ana Ruiz' },
        resolvedAt: null,
        waitingSince: null,
      });
      const told = row.entries.filter((entry) => entry.kind === 'fact' && entry.fact === 'undelivered');
      expect(told).toMatchObject([{ by: null }]);
      expect((await queue()).map((one) => one.id)).toContain(id);
    },
  );
});

describe('a telephone question', () => {
  it('is opened with the staff member’s own account as an internal note', async () => {
    const askerPersonId = await makeAsker(app);
    const call = {
      askerPersonId,
      reason: 'other',
      subject: 'Wants a lift',
      text: 'Rang, was upset.',
      channel: 'phone',
    };
    const opened = await ask<{ id: string }>(ana, 'POST', '/conversations', call);
    const entries = (await read(ana, opened.body.id)).entries;
    expect(entries.map((entry) => entry.kind)).toEqual(['fact', 'note']);
  });
});

describe('presence', () => {
  it('shows two people to each other while their screens say that they are there', async () => {
    const { id } = await makeConversation(app, { teamId: team });
    const say = (who: SignedIn, doing: string) => ask(who, 'POST', `/conversations/${id}/presence`, { doing });
    await say(ana, 'reading');
    await say(ben, 'typing');
    const here = async () => (await read(ana, id)).here.map((one) => `${one.name} ${one.doing}`);
    expect(await here()).toEqual(['Ana Ruiz reading', 'Ben Okafor typing']);
    app.setNow(tuesday.add({ seconds: 30 }));
    await say(ana, 'reading');
    app.setNow(tuesday.add({ seconds: 45 }));
    expect(await here()).toEqual(['Ana Ruiz reading']);
    await say(ana, 'left');
    expect(await here()).toEqual([]);
    app.setNow(tuesday);
  });
});

describe('live news', () => {
  it('reaches the screens of the team, and no others', async () => {
    await app.server.listen({ host: '127.0.0.1', port: 0 });
    const { port } = app.server.server.address() as AddressInfo;
    const { id } = await makeConversation(app, { teamId: team });
    const cleo = await asStaff(app, { teamIds: [(await makeTeam(app)).id] });
    const listen = (who: SignedIn) => {
      const heard: string[] = [];
      const path = `/api/desk/live?conversationId=${id}`;
      const request = http.get({ host: '127.0.0.1', port, path, headers: who.headers });
      const ready = new Promise<void>((resolve) => {
        request.on('response', (response) =>
          response.on('data', (bytes: Buffer) => {
            heard.push(String(bytes));
            resolve();
          }),
        );
      });
      return { heard, ready, close: () => request.destroy() };
    };
    const [mine, theirs] = [listen(ana), listen(cleo)];
    await Promise.all([mine.ready, theirs.ready]);
    await ask(ben, 'POST', `/conversations/${id}/claim`, {});
    await expect.poll(() => mine.heard.join('')).toContain(`desk.conversation ${id}`);
    expect(mine.heard.join('')).toContain(`desk.team ${team}`);
    expect(theirs.heard.join('')).not.toMatch(new RegExp(`${id}|${team}`));
    mine.close();
    theirs.close();
  });
});

describe('targets', () => {
  it('are a manager’s to set, and hold for what is asked from then on', async () => {
    const target: Target = {
      ...{ teamId: null, reason: 'other', urgent: false },
      ...{ responseMinutes: 60, nextResponseMinutes: 90, resolutionMinutes: 600 },
    };
    expect((await ask(ana, 'PUT', '/targets', target)).status).toBe(403);
    const boss = await asStaff(app, { roles: ['manager'] });
    const before = await makeConversation(app, { teamId: team });
    expect((await ask<{ targets: Target[] }>(boss, 'PUT', '/targets', target)).body.targets).toContainEqual(target);
    const after = await makeConversation(app, { teamId: team });
    expect((await read(ana, before.id)).clocks.response.targetMinutes).toBe(240);
    expect((await read(ana, after.id)).clocks.response.targetMinutes).toBe(60);
  });
});
