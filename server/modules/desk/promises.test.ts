import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../platform/access/actor.ts';
import { asTest, startTestApp, type TestApp } from '../../testing/app.ts';
import { asStaff, type SignedIn, signInAs } from '../../testing/as.ts';
import { makeAsker, makeConversation } from '../../testing/make-conversation.ts';
import { makeTeam } from '../../testing/make-staff.ts';
import type { PromiseView } from '../promises/contract.ts';
import { scopeOfPromises, watchTheClock } from '../promises/index.ts';
import { recordAbsence } from '../workforce/index.ts';
import type { Conversation, QueuePage, Queues } from './contract.ts';
import { recomputeDeadlines } from './deadline-keeping.ts';
import { scopeOf } from './policy.ts';
import { listPromisesForPerson } from './promises.ts';

let app: TestApp;
/** A Friday, ten in the morning in New York. */
const friday = Temporal.Instant.from('2026-11-27T15:00:00Z');
const inHours = (hours: number) => friday.add({ hours }).toString();
beforeAll(async () => {
  app = await startTestApp({ now: friday });
});
afterAll(() => app.stop());

/** Signed in anew each time: the clock of these tests jumps further than a session lasts. */
const call = async (who: SignedIn, method: 'GET' | 'POST', url: string, payload?: object) => {
  const { headers } = await signInAs(app, { accountId: who.accountId, subjectId: who.subjectId, kind: 'staff' });
  const answer = await app.server.inject({ method, url, headers, ...(payload && { payload }) });
  return { status: answer.statusCode, body: answer.json() };
};
const open = async (who: SignedIn, id: string) =>
  (await call(who, 'GET', `/api/desk/conversations/${id}`)).body as Conversation;
const write = (who: SignedIn, id: string, what: string, payload: object) =>
  call(who, 'POST', `/api/desk/conversations/${id}/${what}`, payload);
const promisesIn = async (who: SignedIn, id: string) =>
  ((await call(who, 'GET', `/api/desk/conversations/${id}/promises`)).body as { promises: PromiseView[] }).promises;
const late = async (who: SignedIn) =>
  ((await call(who, 'GET', '/api/desk/queue?list=breached')).body as QueuePage).conversations.map((row) => row.id);
const tick = async (hours: number) => {
  app.setNow(friday.add({ minutes: Math.round(hours * 60) }));
  await app.act(asTest, watchTheClock);
  await app.drain();
};

const teamOf = async (who: SignedIn, id: string) => [(await open(who, id)).team.teamId];
const ring = (hours: number) => ({ kind: 'call', words: 'We will ring you', dueAt: inHours(hours) });

async function asked() {
  app.setNow(friday);
  const teamId = (await makeTeam(app)).id;
  const ana = await asStaff(app, { teamIds: [teamId] });
  const askerPersonId = await makeAsker(app, { verified: true });
  const { id } = await makeConversation(app, { teamId, askerPersonId });
  return { teamId, ana, id, askerPersonId };
}

describe('an answer that promises', () => {
  it('writes the promise down with it, to whom it is said, owed by who wrote it', async () => {
    const { ana, id, askerPersonId } = await asked();
    const answer = { version: 1, text: 'We will ring you on Sunday.', promises: [ring(48)] };
    const { status, body } = await write(ana, id, 'answer', answer);
    expect(status).toBe(200);
    expect(await promisesIn(ana, id)).toMatchObject([
      {
        ...{ state: 'open', madeThrough: 'reply', dueAt: inHours(48), owner: { staffId: ana.subjectId } },
        ...{ person: { personId: askerPersonId }, words: 'We will ring you' },
      },
    ]);
    expect((body as { messageId: string }).messageId).toBeTruthy();
  });

  it('is not sent when a promise in it is over already, and two presses promise once', async () => {
    const { ana, id } = await asked();
    const answer = (hours: number) => ({ version: 1, text: 'We will ring you.', promises: [ring(48), ring(hours)] });
    expect((await write(ana, id, 'answer', answer(-1))).body.code).toBe('promises.over-already');
    expect((await open(ana, id)).entries.filter((entry) => entry.kind === 'message')).toHaveLength(1);
    expect(await promisesIn(ana, id)).toEqual([]);
    const { headers } = await signInAs(app, { accountId: ana.accountId, subjectId: ana.subjectId, kind: 'staff' });
    const send = () =>
      app.server.inject({
        ...{ method: 'POST', url: `/api/desk/conversations/${id}/answer`, payload: answer(24) },
        headers: { ...headers, 'idempotency-key': 'the-same-intention-twice' },
      });
    await Promise.all([send(), send()]);
    expect(await promisesIn(ana, id)).toHaveLength(2);
  });
});

describe('a promise that is broken', () => {
  it('makes the question late and ours, though it waited for the person, until somebody writes', async () => {
    const { ana, id } = await asked();
    await write(ana, id, 'answer', { version: 1, text: 'We will ring you.', next: 'wait', promises: [ring(2)] });
    expect(await late(ana)).toEqual([]);
    await tick(2);
    expect(await late(ana)).toEqual([id]);
    const seen = await open(ana, id);
    expect(seen).toMatchObject({ status: 'claimed', turn: 'ours', clocks: { worst: 'breached' } });
    expect(seen.entries.at(-1)).toMatchObject({
      kind: 'fact',
      fact: 'promise-broken',
      reason: 'We will ring you',
      by: null,
    });
    expect(((await call(ana, 'GET', '/api/desk/queues')).body as Queues).all).toMatchObject({
      breached: 1,
      waiting: 0,
    });
    // What follows from hours alone leaves it late.
    await app.act(asTest, (ctx) => recomputeDeadlines(ctx, 'all'));
    expect(await late(ana)).toEqual([id]);
    await write(ana, id, 'answer', { version: seen.version, text: 'I am sorry. I ring you now.' });
    expect(await late(ana)).toEqual([]);
  });

  it('opens what was resolved, and gives it to the team when who had it is away', async () => {
    const { ana, id, teamId } = await asked();
    const ben = await asStaff(app, { teamIds: [teamId] });
    await write(ana, id, 'answer', { version: 1, text: 'We will ring you.', next: 'resolve', promises: [ring(3)] });
    await app.act(asTest, (ctx) => recordAbsence(ctx, { staffId: ana.subjectId, from: friday.toString() }));
    await tick(3);
    expect(await late(ben)).toContain(id);
    expect(await open(ben, id)).toMatchObject({ status: 'unclaimed', owner: null, resolvedAt: null });
  });

  it('is settled when the last one is kept after all, or released', async () => {
    const { ana, id } = await asked();
    await write(ana, id, 'promises', { ...ring(1), through: 'phone' });
    await write(ana, id, 'promises', { ...ring(1), through: 'in-person' });
    await tick(1);
    const [first, second] = (await promisesIn(ana, id)) as [PromiseView, PromiseView];
    const step = async (one: PromiseView, what: string, more: object) => {
      const done = await call(ana, 'POST', `/api/promises/${one.id}/${what}`, { version: one.version, ...more });
      expect(done.status).toBe(200);
      await app.drain();
    };
    await step(first, 'keeping', {});
    expect(await late(ana)).toEqual([id]);
    await step(second, 'release', { reason: 'She rang us' });
    expect(await late(ana)).toEqual([]);
    const told = (await open(ana, id)).entries.filter((entry) => entry.kind === 'fact').map((entry) => entry.fact);
    expect(told.filter((fact) => fact.startsWith('promise'))).toEqual([
      'promise-broken',
      'promise-broken',
      'promise-ended',
    ]);
    // Taken back within ten minutes, it is broken again.
    await call(ana, 'POST', `/api/promises/${second.id}/undo`, { version: second.version + 1 });
    await app.drain();
    expect(await late(ana)).toEqual([id]);
  });

  it('that was kept before anybody heard of it changes nothing', async () => {
    const { ana, id } = await asked();
    await write(ana, id, 'promises', { ...ring(1), through: 'phone' });
    app.setNow(friday.add({ hours: 1 }));
    await app.act(asTest, watchTheClock);
    const [promise] = await promisesIn(ana, id);
    await call(ana, 'POST', `/api/promises/${promise?.id}/keeping`, { version: promise?.version });
    await app.drain();
    expect(await late(ana)).toEqual([]);
    expect(
      (await open(ana, id)).entries.some((entry) => entry.kind === 'fact' && entry.fact === 'promise-broken'),
    ).toBe(false);
  });
});

describe('a case that answers for another', () => {
  it('shows what was promised in it, is late when that is broken, and tells each person only of theirs', async () => {
    const { ana, id, askerPersonId } = await asked();
    await write(ana, id, 'promises', { ...ring(1), through: 'phone' });
    const elsewhere = (await makeTeam(app)).id;
    const both = await asStaff(app, { teamIds: [...(await teamOf(ana, id)), elsewhere] });
    const other = await makeConversation(app, { teamId: elsewhere });
    const { version } = await open(both, id);
    expect((await write(both, id, 'merge', { version, intoId: other.id })).status).toBe(200);
    expect((await promisesIn(both, other.id)).map((one) => one.team.teamId)).toEqual([elsewhere]);
    const answer = { version: (await open(both, other.id)).version, text: 'We will ring.', promises: [ring(48)] };
    expect((await write(both, other.id, 'answer', { ...answer, threadId: id })).status).toBe(200);
    expect((await promisesIn(both, other.id)).map((one) => one.person.personId)).toEqual([
      askerPersonId,
      askerPersonId,
    ]);
    const told = (personId: string, threadId: string) => {
      const reader = { kind: 'person' as const, id: personId, name: 'P', sessionId: 's', actsFor: [] };
      return app.act(reader, (ctx) => listPromisesForPerson(ctx, threadId));
    };
    expect(await told(askerPersonId, id)).toHaveLength(2);
    expect(await told(other.askerPersonId, other.id)).toEqual([]);
    await tick(1);
    expect(await late(both)).toContain(other.id);
  });
});

it('what was promised about a question is seen by the same colleagues as the question', () => {
  const actor = (roles: string[], facilityIds: string[]): Actor => ({
    ...{ kind: 'staff', id: 'me', name: 'Me', sessionId: 's', roles, teamIds: ['team'], facilityIds },
  });
  const roles = ['front-desk', 'manager', 'patient-relations', 'administrator', 'compliance', 'nurse'];
  const actors: Actor[] = [
    ...roles.flatMap((role) => [actor([role], []), actor([role], ['here']), actor([role, 'nurse'], ['here', 'there'])]),
    ...[asTest, { kind: 'anyone' } as const],
    { kind: 'person', id: 'p', name: 'P', sessionId: 's', actsFor: [] },
  ];
  for (const one of actors) expect(scopeOfPromises(one)).toEqual(scopeOf(one));
});
