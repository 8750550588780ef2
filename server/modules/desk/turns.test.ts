import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asTest, startTestApp, type TestApp } from '../../testing/app.ts';
import { asPerson, asStaff, type SignedIn } from '../../testing/as.ts';
import { makeAsker, makeConversation } from '../../testing/make-conversation.ts';
import { makeTeam } from '../../testing/make-staff.ts';
import type { QueuePage, Queues } from './contract.ts';
import { replyFromPerson } from './index.ts';
import { mailUndelivered } from './progress.ts';

let app: TestApp;
const tuesday = Temporal.Instant.from('2026-11-24T15:00:00Z');
beforeAll(async () => {
  app = await startTestApp({ now: tuesday });
});
afterAll(() => app.stop());

const get = async <T>(who: SignedIn, path: string) =>
  (await app.server.inject({ url: `/api/desk${path}`, headers: who.headers })).json() as T;
const post = (who: SignedIn, id: string, what: string, payload: object) =>
  app.server.inject({
    ...{ method: 'POST', url: `/api/desk/conversations/${id}/${what}`, headers: who.headers, payload },
  });
const queue = async (who: SignedIn, search = '') =>
  (await get<QueuePage>(who, `/queue${search}`)).conversations.map((row) => [row.id, row.turn]);

describe('whose turn it is', () => {
  it('is ours until we answer and again when they write, and is counted and filtered by', async () => {
    const team = (await makeTeam(app)).id;
    const ana = await asStaff(app, { teamIds: [team] });
    const askerPersonId = await makeAsker(app, { verified: true });
    const { id } = await makeConversation(app, { teamId: team, askerPersonId });
    const { id: other } = await makeConversation(app, { teamId: team });
    expect(await queue(ana, '?turn=theirs')).toEqual([]);
    await post(ana, id, 'answer', { version: 1, text: 'The blue one.' });
    expect(await queue(ana, '?turn=theirs')).toEqual([[id, 'theirs']]);
    expect(await queue(ana, '?turn=ours')).toEqual([[other, 'ours']]);
    expect((await get<Queues>(ana, '/queues')).all).toMatchObject({ open: 2, ours: 1, theirs: 1 });
    expect((await get<Queues>(ana, '/queues')).mine).toMatchObject({ open: 1, ours: 0, theirs: 1 });
    const { subjectId, sessionId } = await asPerson(app, askerPersonId);
    const person = { kind: 'person' as const, id: subjectId, name: 'Ada', sessionId, actsFor: [] };
    await app.act(person, (ctx) => replyFromPerson(ctx, id, { text: 'Both are blue.' }));
    expect((await get<Queues>(ana, '/queues')).all).toMatchObject({ open: 2, ours: 2, theirs: 0 });
  });

  it('puts who waits for us first among what is as pressing, and never before what is more pressing', async () => {
    const team = (await makeTeam(app, { hours: [] })).id;
    const ana = await asStaff(app, { teamIds: [team] });
    const at = async (minutesAgo: number, answered: boolean, text = 'Where do I park?') => {
      app.setNow(tuesday.subtract({ minutes: minutesAgo }));
      const { id } = await makeConversation(app, { teamId: team, text });
      if (answered) await post(ana, id, 'answer', { version: 1, text: 'At the north door.' });
      app.setNow(tuesday);
      return id;
    };
    const answered = await at(200, true);
    const waits = await at(10, false);
    const lateAnswered = await at(1_800, true);
    const late = await at(1_500, false);
    const ids = (await queue(ana)).map(([id]) => id);
    expect(ids).toEqual([late, lateAnswered, waits, answered]);
    const first = await get<QueuePage>(ana, '/queue?limit=3');
    const rest = await get<QueuePage>(ana, `/queue?limit=3&cursor=${first.next}`);
    expect([...first.conversations, ...rest.conversations].map((row) => row.id)).toEqual(ids);
  });

  it('is ours again when our mail came back, until somebody writes', async () => {
    const team = (await makeTeam(app)).id;
    const ana = await asStaff(app, { teamIds: [team] });
    const { id } = await makeConversation(app, { teamId: team });
    await post(ana, id, 'answer', { version: 1, text: 'The blue one.' });
    await app.act(asTest, (ctx) => mailUndelivered(ctx, id));
    expect(await queue(ana, '?turn=ours')).toEqual([[id, 'ours']]);
    await post(ana, id, 'answer', { version: 4, text: 'I rang you as well.' });
    expect(await queue(ana, '?turn=theirs')).toEqual([[id, 'theirs']]);
  });

  it('is asked for in no other word', async () => {
    const ana = await asStaff(app);
    const answer = await app.server.inject({ url: '/api/desk/queue?turn=mine', headers: ana.headers });
    expect(answer.statusCode).toBe(400);
  });
});
