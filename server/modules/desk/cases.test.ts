import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../platform/access/actor.ts';
import { startTestApp, type TestApp } from '../../testing/app.ts';
import { asStaff, type SignedIn } from '../../testing/as.ts';
import { makeAsker, makeConversation } from '../../testing/make-conversation.ts';
import { makeTeam } from '../../testing/make-staff.ts';
import type { Changed, Conversation, PersonThread, QueuePage, SplitOff } from './contract.ts';
import * as desk from './index.ts';

let app: TestApp;
let appointments: string;
let records: string;
let ana: SignedIn;
let rosa: SignedIn;
const tuesday = Temporal.Instant.from('2026-11-24T15:00:00Z');

beforeAll(async () => {
  app = await startTestApp({ now: tuesday });
  appointments = (await makeTeam(app, { name: 'Appointments', reasons: ['appointment', 'other'] })).id;
  records = (await makeTeam(app, { name: 'Records', reasons: ['records'] })).id;
  ana = await asStaff(app, { name: 'Ana Ruiz', teamIds: [appointments] });
  rosa = await asStaff(app, { name: 'Rosa Lind', teamIds: [records] });
});
afterAll(() => app.stop());

const call = async <T = Changed>(
  who: SignedIn,
  path: string,
  payload?: object,
  method: 'GET' | 'POST' | 'DELETE' = payload ? 'POST' : 'GET',
) => {
  const answer = await app.server.inject({
    ...{ method, url: `/api/desk${path}`, headers: who.headers, ...(payload && { payload }) },
  });
  return { status: answer.statusCode, body: answer.json() as T & { code?: string } };
};
const read = async (who: SignedIn, id: string) => (await call<Conversation>(who, `/conversations/${id}`)).body;
const person = (id: string): Actor => ({ kind: 'person', id, name: 'Ada Example', sessionId: id, actsFor: [] });
const asAsker = (askerId: string, id: string): Promise<PersonThread> =>
  app.act(person(askerId), (ctx) => desk.readConversationForPerson(ctx, id));
const writes = (askerId: string, id: string, text: string) =>
  app.act(person(askerId), (ctx) => desk.replyFromPerson(ctx, id, { text }));
const textsOf = (conversation: Conversation) =>
  conversation.entries.flatMap((entry) => (entry.kind === 'fact' ? [] : entry.text));
const factsOf = (conversation: Conversation) =>
  conversation.entries.flatMap((entry) => (entry.kind === 'fact' ? entry.fact : []));

async function asked(text = 'When is my visit, and may I have a copy of my file?') {
  const made = await makeConversation(app, { teamId: appointments, text });
  await call(ana, `/conversations/${made.id}/claim`, {});
  return made;
}

async function split(id: string, version = 2, more: object = {}) {
  const { status, body } = await call<SplitOff>(ana, `/conversations/${id}/cases`, {
    ...{ version, reason: 'records', subject: 'A copy of the file', ...more },
  });
  expect(status).toBe(200);
  return body;
}

describe('one of two questions that came in one message', () => {
  it('becomes a case of its own with the team that answers for it, and waits since it was asked', async () => {
    const { id } = await asked();
    await call(ana, `/conversations/${id}/notes`, { text: 'She moved house in May.' });
    app.setNow(tuesday.add({ minutes: 10 }));
    const done = await split(id, 2, { note: 'Please send both years.' });
    app.setNow(tuesday);
    const it = await read(rosa, done.split.id);
    expect(it).toMatchObject({
      ...{ status: 'unclaimed', reason: 'records', team: { name: 'Records' }, subject: 'A copy of the file' },
      ...{ turn: 'ours', owner: null, threads: [{ id, caseId: done.split.id }] },
    });
    expect(textsOf(it)).toEqual([
      'When is my visit, and may I have a copy of my file?',
      'She moved house in May.',
      'Please send both years.',
    ]);
    const target = Temporal.Duration.from({ minutes: it.clocks.response.targetMinutes });
    expect(it.clocks.response.dueAt).toBe(tuesday.add(target).toString());
    // The first case is not with Rosa's team, so she sees her own only.
    expect(it.casesBeside).toEqual([]);
    expect((await read(ana, id)).casesBeside).toEqual([]);
    expect(factsOf(await read(ana, id))).toEqual(['opened', 'claimed', 'split-off']);
  });

  it('is one conversation for the person: each answer comes there, and it is done when both are', async () => {
    const { id, askerPersonId } = await asked();
    const { split: other, version } = await split(id);
    expect((await asAsker(askerPersonId, id)).status).toBe('being-looked-at');
    const first = { version, text: 'On Monday at nine.', next: 'resolve' };
    expect((await call(ana, `/conversations/${id}/answer`, first)).status).toBe(200);
    expect(await asAsker(askerPersonId, id)).toMatchObject({ status: 'asked', lastMessageFrom: 'person' });
    expect((await asAsker(askerPersonId, id)).expectedBy).not.toBeNull();
    const second = { version: 1, text: 'The copy is on its way.', next: 'resolve' };
    expect((await call(rosa, `/conversations/${other.id}/answer`, second)).status).toBe(200);
    const seen = await asAsker(askerPersonId, id);
    expect(seen).toMatchObject({ status: 'closed', lastMessageFrom: 'staff', expectedBy: null });
    expect(seen.messages.map((message) => message.text).slice(1)).toEqual([
      'On Monday at nine.',
      'The copy is on its way.',
    ]);
    const listed = await app.act(person(askerPersonId), (ctx) => desk.listConversationsOf(ctx, { of: askerPersonId }));
    expect(listed.conversations.map((one) => one.id)).toEqual([id]);
    await expect(asAsker(askerPersonId, other.id)).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('hears what the person writes with every open case, and is opened again only where all are done', async () => {
    const { id, askerPersonId } = await asked();
    const { split: other, version } = await split(id);
    await call(ana, `/conversations/${id}/answer`, { version, text: 'On Monday.', next: 'resolve' });
    await call(rosa, `/conversations/${other.id}/answer`, { version: 1, text: 'Which years?', next: 'wait' });
    await writes(askerPersonId, id, 'Both years, please.');
    expect(await read(rosa, other.id)).toMatchObject({ status: 'claimed', turn: 'ours' });
    expect((await read(ana, id)).status).toBe('resolved');
    app.setNow(tuesday.add({ minutes: 1 }));
    await call(rosa, `/conversations/${other.id}/answer`, { version: 5, text: 'Sent.', next: 'resolve' });
    app.setNow(tuesday);
    await writes(askerPersonId, id, 'Thank you, but the page is missing.');
    expect((await read(rosa, other.id)).status).toBe('claimed');
    expect((await read(ana, id)).status).toBe('resolved');
  });

  it('is refused without a message that is theirs, on an older version, and by who does not have it', async () => {
    const { id } = await asked();
    const elsewhere = await asked();
    const [message] = (await read(ana, elsewhere.id)).entries.filter((entry) => entry.kind === 'message');
    const body = { version: 2, reason: 'records', subject: 'A copy' };
    const refused = await Promise.all([
      call(ana, `/conversations/${id}/cases`, { ...body, sinceMessageId: message?.id }),
      call(ana, `/conversations/${id}/cases`, { ...body, version: 1 }),
      call(rosa, `/conversations/${id}/cases`, body),
    ]);
    expect(refused.map((one) => one.status)).toEqual([404, 412, 404]);
    expect(factsOf(await read(ana, id))).toEqual(['opened', 'claimed']);
  });
});

describe('two questions that are one matter', () => {
  async function two() {
    app.setNow(tuesday.subtract({ minutes: 30 }));
    const one = await asked('My bill of March, please explain it.');
    app.setNow(tuesday.subtract({ minutes: 20 }));
    const other = await makeConversation(app, { teamId: appointments, text: 'My mother’s bill of March is wrong.' });
    app.setNow(tuesday);
    return { one, other };
  }
  const merge = (who: SignedIn, id: string, intoId: string, version: number) =>
    call(who, `/conversations/${id}/merge`, { version, intoId });

  it('are answered in one place, each person by themselves, and nobody sees the words of the other', async () => {
    const { one, other } = await two();
    expect((await merge(ana, other.id, one.id, 1)).status).toBe(200);
    const it = await read(ana, one.id);
    expect(textsOf(it)).toEqual(['My bill of March, please explain it.', 'My mother’s bill of March is wrong.']);
    expect(it.threads.map((thread) => thread.id)).toEqual([one.id, other.id]);
    expect(await read(ana, other.id)).toMatchObject({ status: 'merged', can: ['unmerge'], mergedInto: { id: one.id } });
    const answer = { version: it.version, text: 'For your mother: it is corrected.', threadId: other.id };
    expect((await call(ana, `/conversations/${one.id}/answer`, answer)).status).toBe(200);
    const texts = async (askerId: string, id: string) =>
      (await asAsker(askerId, id)).messages.map((message) => message.text);
    expect(await texts(other.askerPersonId, other.id)).toEqual([
      'My mother’s bill of March is wrong.',
      'For your mother: it is corrected.',
    ]);
    expect(await texts(one.askerPersonId, one.id)).toEqual(['My bill of March, please explain it.']);
    const elsewhere = await asked();
    const wrong = { version: it.version + 1, text: 'To nobody', threadId: elsewhere.id };
    expect((await call(ana, `/conversations/${one.id}/answer`, wrong)).status).toBe(404);
    // The other one waits still.
    expect(await read(ana, one.id)).toMatchObject({ turn: 'ours', clocks: { response: { metAt: null } } });
    const second = { version: it.version + 1, text: 'It was the surgery in March.' };
    expect((await call(ana, `/conversations/${one.id}/answer`, second)).status).toBe(200);
    expect(await read(ana, one.id)).toMatchObject({ turn: 'theirs', clocks: { response: { state: 'met' } } });
  });

  it('are owed no later than either was, and stand in no list twice', async () => {
    const { one, other } = await two();
    await call(ana, `/conversations/${one.id}/answer`, { version: 2, text: 'We look into it.', next: 'wait' });
    const before = await read(ana, other.id);
    await merge(ana, other.id, one.id, 1);
    const it = await read(ana, one.id);
    expect(it).toMatchObject({ status: 'claimed', turn: 'ours' });
    expect(it.clocks.response.dueAt).toBe(before.clocks.response.dueAt);
    for (const list of ['open', 'mine', 'unclaimed', 'resolved']) {
      const page = await call<QueuePage>(ana, `/queue?list=${list}&limit=100`);
      expect(page.body.conversations.map((row) => row.id)).not.toContain(other.id);
    }
  });

  it('hear what either person writes, in the case that answers for both', async () => {
    const { one, other } = await two();
    await merge(ana, other.id, one.id, 1);
    const { version } = await read(ana, one.id);
    await call(ana, `/conversations/${one.id}/answer`, { version, text: 'Done.', next: 'resolve' });
    await writes(other.askerPersonId, other.id, 'I cannot breathe, help me');
    expect(await read(ana, one.id)).toMatchObject({ status: 'claimed', urgent: true, turn: 'ours' });
    expect(await asAsker(other.askerPersonId, other.id)).toMatchObject({ status: 'being-looked-at' });
  });

  it('are two again at any time, as they stood, with what was said since', async () => {
    const { one, other } = await two();
    await call(ana, `/conversations/${other.id}/claim`, {});
    const before = await read(ana, other.id);
    await merge(ana, other.id, one.id, 2);
    await writes(other.askerPersonId, other.id, 'Is anybody there?');
    app.setNow(tuesday.add({ minutes: 20 }));
    const merged = await read(ana, other.id);
    const done = await call(ana, `/conversations/${other.id}/merge`, { version: merged.version }, 'DELETE');
    app.setNow(tuesday);
    expect(done.status).toBe(200);
    const it = await read(ana, other.id);
    expect(it).toMatchObject({ status: 'claimed', owner: before.owner, clocks: before.clocks, turn: 'ours' });
    expect(textsOf(it)).toEqual(['My mother’s bill of March is wrong.', 'Is anybody there?']);
    expect(textsOf(await read(ana, one.id))).toEqual(['My bill of March, please explain it.']);
    expect((await call(ana, `/conversations/${other.id}/merge`, { version: it.version }, 'DELETE')).body.code).toBe(
      'desk.not-merged',
    );
  });

  it('who was answered meanwhile has had the answer', async () => {
    const { one, other } = await two();
    await merge(ana, other.id, one.id, 1);
    const { version } = await read(ana, one.id);
    await call(ana, `/conversations/${one.id}/answer`, { version, text: 'It is corrected.', threadId: other.id });
    const merged = await read(ana, other.id);
    await call(ana, `/conversations/${other.id}/merge`, { version: merged.version }, 'DELETE');
    expect((await read(ana, other.id)).clocks.response.state).toBe('met');
  });

  it('bring along what they had gathered, and take it back', async () => {
    const { one, other } = await two();
    const third = await asked('And the bill of April.');
    await merge(ana, other.id, one.id, 1);
    const { version } = await read(ana, one.id);
    expect((await merge(ana, one.id, third.id, version)).status).toBe(200);
    const whole = await read(ana, third.id);
    expect(whole.threads.map((thread) => thread.id).toSorted()).toEqual([one.id, other.id, third.id].toSorted());
    const gone = await read(ana, one.id);
    await call(ana, `/conversations/${one.id}/merge`, { version: gone.version }, 'DELETE');
    expect((await read(ana, one.id)).threads.map((thread) => thread.id)).toEqual([one.id, other.id]);
    expect((await read(ana, third.id)).threads.map((thread) => thread.id)).toEqual([third.id]);
  });

  it('do not swallow each other when colleagues merge both ways at once', async () => {
    const pairs = await Promise.all(Array.from({ length: 8 }, async () => [await asked(), await asked()] as const));
    for (const [one, other] of pairs) {
      const both = await Promise.all([merge(ana, one.id, other.id, 2), merge(ana, other.id, one.id, 2)]);
      expect(both.map((it) => it.status).toSorted()).toEqual([200, expect.any(Number)]);
      expect(both.filter((it) => it.status === 200)).toHaveLength(1);
    }
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from desk.conversation it join desk.conversation into_it on into_it.id = it.merged_into_id
      where into_it.merged_into_id is not null`.execute(app.db);
    expect(rows).toEqual([{ n: 0 }]);
  });

  it('lose no message that comes in at the moment of merging', async () => {
    for (let round = 0; round < 8; round++) {
      const { one, other } = await two();
      await Promise.all([merge(ana, other.id, one.id, 1), writes(other.askerPersonId, other.id, 'Me again.')]);
      const row = await read(ana, other.id);
      const answers = row.mergedInto ? await read(ana, row.mergedInto.id) : row;
      expect(textsOf(answers)).toContain('Me again.');
      expect(answers.turn).toBe('ours');
    }
  });

  it('are refused into themselves, into what is done, and into what one may not see', async () => {
    const { one, other } = await two();
    const { id: foreign } = await makeConversation(app, { teamId: records, askerPersonId: await makeAsker(app) });
    await call(ana, `/conversations/${one.id}/resolution`, { version: 2 });
    const codes = [
      await merge(ana, other.id, other.id, 1),
      await merge(ana, other.id, one.id, 1),
      await merge(ana, other.id, foreign, 1),
    ].map(({ status, body }) => [status, body.code]);
    expect(codes).toEqual([
      [409, 'desk.merge-into-itself'],
      [409, 'desk.merge-into-done'],
      [404, 'platform.not-found'],
    ]);
    expect((await read(ana, other.id)).status).toBe('unclaimed');
  });
});
