import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor, Person } from '../../platform/access/actor.ts';
import { asTest, startTestApp, type TestApp } from '../../testing/app.ts';
import { asStaff, type SignedIn } from '../../testing/as.ts';
import { makeAsker, makeConversation } from '../../testing/make-conversation.ts';
import { makeTeam } from '../../testing/make-staff.ts';
import { receiveMail } from '../messaging/index.ts';
import { confirmAddress, endProxy, grantProxy, setDeceased, setSafeContact, verifyPerson } from '../people/index.ts';
import type { Conversation, QueuePage } from './contract.ts';
import * as desk from './index.ts';

let app: TestApp;
let team: string;
let ana: SignedIn;
let now = Temporal.Instant.from('2026-11-24T15:00:00Z');
const until = '2027-06-01T00:00:00Z';

beforeAll(async () => {
  app = await startTestApp({ now });
  team = (await makeTeam(app, { reasons: ['other'] })).id;
  ana = await asStaff(app, { name: 'Ana Ruiz', teamIds: [team] });
});
afterAll(() => app.stop());

const person = (id: string, actsFor: Person['actsFor'] = []): Actor => ({
  ...{ kind: 'person', id, name: 'Ada Example', sessionId: id, actsFor },
});
const notFound = { kind: 'not-found' };
const get = async <T>(path: string) =>
  (await app.server.inject({ url: `/api/desk${path}`, headers: ana.headers })).json() as T;
const read = (id: string) => get<Conversation>(`/conversations/${id}`);
const answer = async (id: string, text: string) => {
  const { version } = await read(id);
  const url = `/api/desk/conversations/${id}/answer`;
  return app.server.inject({ method: 'POST', url, headers: ana.headers, payload: { version, text } });
};
const grant = (proxyPersonId: string, forPersonId: string, scopes = ['messages']) =>
  app.act(asTest, (ctx) => grantProxy(ctx, { proxyPersonId, forPersonId, scopes, until }));
const end = (proxyId: string) => app.act(asTest, (ctx) => endProxy(ctx, { proxyId, reason: 'They fell out.' }));
const later = (minutes = 1) => {
  now = now.add({ minutes });
  app.setNow(now);
};

it('who may no longer act for somebody reads nothing more of what they asked about them', async () => {
  const helen = await makeAsker(app);
  const george = await makeAsker(app, { verified: true });
  const { proxyId } = await grant(helen, george);
  const { id } = await makeConversation(app, { teamId: team, askerPersonId: helen, aboutPersonId: george });
  const { id: own } = await makeConversation(app, { teamId: team, askerPersonId: helen });
  const look = () => app.act(person(helen), (ctx) => desk.readConversationForPerson(ctx, id));
  const list = async () =>
    (await app.act(person(helen), (ctx) => desk.listConversationsOf(ctx, { of: helen }))).conversations.map(
      (one) => one.id,
    );
  expect((await look()).id).toBe(id);
  expect(await read(id)).toMatchObject({ askerMayNoMore: false, delivery: { form: 'notice' } });
  later();
  await end(proxyId);
  expect((await answer(id, 'His appointment is on Friday.')).json()).toMatchObject({ heldReason: expect.any(String) });
  await app.drain();
  expect(app.outbox.sent).toEqual([]);
  await expect(look()).rejects.toMatchObject(notFound);
  const acts = person(helen);
  await expect(
    app.act(acts, (ctx) => desk.replyFromPerson(ctx, id, { text: 'And at what time?' })),
  ).rejects.toMatchObject(notFound);
  await expect(app.act(acts, (ctx) => desk.markReadByPerson(ctx, id))).rejects.toMatchObject(notFound);
  expect(await list()).toEqual([own]);
  const carer = person(await makeAsker(app), [{ personId: helen, name: 'Ada', scopes: ['messages'] }]);
  await expect(app.act(carer, (ctx) => desk.readConversationForPerson(ctx, id))).rejects.toMatchObject(notFound);
  expect(await read(id)).toMatchObject({ askerMayNoMore: true, delivery: { form: 'held', reason: 'proxy-over' } });
  // Granted again, it is theirs again.
  later();
  await grant(helen, george);
  expect((await look()).messages).toHaveLength(2);
});

it('an asker who never held a proxy, one for somebody nobody has verified, and one for other matters keep theirs', async () => {
  const helen = await makeAsker(app);
  const [known, unknown, billed] = [
    await makeAsker(app, { verified: true }),
    await makeAsker(app),
    await makeAsker(app, { verified: true }),
  ];
  const { proxyId } = await grant(helen, unknown);
  await grant(helen, billed, ['bills']);
  const asked = { teamId: team, askerPersonId: helen };
  const ids = await Promise.all(
    [known, unknown, billed].map(async (about) => (await makeConversation(app, { ...asked, aboutPersonId: about })).id),
  );
  later();
  await end(proxyId);
  const list = async () => {
    const { conversations: seen } = await app.act(person(helen), (ctx) => desk.listConversationsOf(ctx, { of: helen }));
    return seen.map((one) => one.id).toSorted();
  };
  expect(await list()).toEqual(ids.toSorted());
  await app.act(asTest, (ctx) => verifyPerson(ctx, unknown));
  expect(await list()).toEqual([ids[0], ids[2]].toSorted());
});

it('a grant that ran out by itself counts as over', async () => {
  const helen = await makeAsker(app);
  const george = await makeAsker(app, { verified: true });
  const soon = now.add({ minutes: 10 }).toString();
  await app.act(asTest, (ctx) =>
    grantProxy(ctx, { proxyPersonId: helen, forPersonId: george, scopes: ['messages'], until: soon }),
  );
  const { id } = await makeConversation(app, { teamId: team, askerPersonId: helen, aboutPersonId: george });
  const look = () => app.act(person(helen), (ctx) => desk.readConversationForPerson(ctx, id));
  expect((await look()).id).toBe(id);
  later(10);
  await expect(look()).rejects.toMatchObject(notFound);
});

it('what will become of an answer is told before it is written', async () => {
  const asked = async () => makeConversation(app, { teamId: team });
  const [dead, safe, plain] = [await asked(), await asked(), await asked()];
  const rules = { doNotNameClinic: false, noVoicemail: false, onlyFrom: null, onlyUntil: null, codeWord: null };
  await app.act(asTest, (ctx) => setDeceased(ctx, dead.askerPersonId, { source: 'family' }));
  await app.act(asTest, (ctx) =>
    setSafeContact(ctx, safe.askerPersonId, { ...rules, onlyChannel: 'portal', words: null }),
  );
  expect((await read(dead.id)).delivery).toEqual({ form: 'held', reason: 'deceased' });
  expect((await read(safe.id)).delivery).toEqual({ form: 'portal-only', reason: 'safe-contact-channel' });
  expect((await read(plain.id)).delivery.form).toBe('notice');
});

it('a mail of a stranger to a reply address is shown beside the conversation that it points to', async () => {
  const value = 'ada.reply@people.test';
  const askerPersonId = await makeAsker(app, { email: value });
  await app.act(asTest, (ctx) => confirmAddress(ctx, { personId: askerPersonId, system: 'email', value }));
  const { id, reference } = await makeConversation(app, { teamId: team, askerPersonId });
  expect((await answer(id, 'The blue form.')).statusCode).toBe(200);
  await app.drain();
  const replyTo = app.outbox.sent.at(-1)!.replyTo!.address;
  const raw = Buffer.from(
    [
      'From: Eve <eve@people.test>',
      `To: ${replyTo}`,
      'Subject: Which form',
      'Message-ID: <eve@people.test>',
      '',
      'And mine?',
      '',
    ].join('\r\n'),
  );
  await receiveMail(app.shop, raw, {});
  await app.drain();
  const { conversations } = await get<QueuePage>('/queue?list=unclaimed');
  const opened = conversations.find((one) => one.subject === 'Which form')!;
  expect((await read(opened.id)).pointsTo).toEqual({
    ...{ because: 'other-sender', conversation: { id, reference, subject: 'Which form do I bring on Monday?' } },
  });
  expect((await read(id)).pointsTo).toBe(null);
});
