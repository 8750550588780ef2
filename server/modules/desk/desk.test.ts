import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../testing/app.ts';
import { asStaff, type SignedIn } from '../../testing/as.ts';
import { makeConversation } from '../../testing/make-conversation.ts';
import { makeTeam } from '../../testing/make-staff.ts';
import type { Changed, Conversation, QueuePage, Queues } from './contract.ts';

let app: TestApp;
let team: string;
let ana: SignedIn;
let ben: SignedIn;
const tuesday = Temporal.Instant.from('2026-11-24T15:00:00Z');

beforeAll(async () => {
  app = await startTestApp({ now: tuesday });
  const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '17:00' }));
  team = (await makeTeam(app, { hours, reasons: ['appointment', 'other'] })).id;
  ana = await asStaff(app, { name: 'Ana Ruiz', teamIds: [team] });
  ben = await asStaff(app, { name: 'Ben Okafor', teamIds: [team] });
});
afterAll(() => app.stop());

async function ask<T>(who: SignedIn, method: 'GET' | 'POST' | 'DELETE' | 'PUT', path: string, payload?: object) {
  const answer = await app.server.inject({
    ...{ method, url: `/api/desk${path}`, headers: who.headers },
    ...(payload && { payload }),
  });
  return { status: answer.statusCode, body: answer.json() as T & { code?: string; title?: string } };
}

const post = (who: SignedIn, id: string, what: string, payload: object = {}) =>
  ask<Changed>(who, 'POST', `/conversations/${id}/${what}`, payload);
const read = async (who: SignedIn, id: string) => (await ask<Conversation>(who, 'GET', `/conversations/${id}`)).body;
const factsOf = (it: Conversation) => it.entries.flatMap((entry) => (entry.kind === 'fact' ? entry.fact : []));

describe('a conversation', () => {
  it('goes from the question to the answer, and says what can be done at each step', async () => {
    const { id, reference } = await makeConversation(app, { teamId: team });
    expect(reference).toMatch(/^[2-9A-Z]{3}-[2-9A-Z]{3}$/);
    const fresh = await read(ana, id);
    expect(fresh).toMatchObject({
      status: 'unclaimed',
      version: 1,
      owner: null,
      can: expect.arrayContaining(['claim', 'answer']),
    });

    expect((await post(ana, id, 'claim')).body).toMatchObject({ status: 'claimed', version: 2 });
    const answered = await post(ana, id, 'answer', { version: 2, text: 'The blue one.', next: 'resolve' });
    expect(answered).toMatchObject({ status: 200, body: { status: 'resolved', version: 4 } });

    const done = await read(ben, id);
    expect(
      done.entries.map((entry) =>
        entry.kind === 'fact' ? entry.fact : `${entry.kind} of ${'from' in entry ? entry.from : ''}`,
      ),
    ).toEqual([...['opened', 'message of person', 'message of staff', 'claimed', 'resolved']]);
    expect(done.clocks).toMatchObject({
      response: { state: 'met' },
      resolution: { state: 'met' },
      worst: 'stopped',
    });
    expect(done.can).toEqual(['note', 'reopen', 'link-person']);
  });

  it('of which fifty want to take it has one owner, and the others are told who', async () => {
    const { id } = await makeConversation(app, { teamId: team });
    const tries = await Promise.all(Array.from({ length: 50 }, (_, n) => post(n % 2 ? ana : ben, id, 'claim')));
    const winner = (await read(ana, id)).owner;
    const losers = tries.filter((one) => one.status === 409);
    expect(tries.filter((one) => one.status === 200)).toHaveLength(25);
    expect(losers).toHaveLength(25);
    expect(new Set(losers.map((one) => one.body.title))).toEqual(new Set([`${winner?.name} has this conversation.`]));
    expect(factsOf(await read(ana, id))).toEqual(['opened', 'claimed']);
  });

  it('is not answered by somebody else, nor on an older version', async () => {
    const { id } = await makeConversation(app, { teamId: team });
    await post(ana, id, 'claim');
    expect(await post(ben, id, 'answer', { version: 2, text: 'Hello' })).toMatchObject({
      ...{ status: 409, body: { code: 'desk.already-claimed', title: 'Ana Ruiz has this conversation.' } },
    });
    expect(await post(ana, id, 'answer', { version: 1, text: 'Hello' })).toMatchObject({
      ...{ status: 412, body: { code: 'desk.changed-meanwhile' } },
    });
    expect((await read(ana, id)).entries.filter((entry) => entry.kind === 'message')).toHaveLength(1);
  });

  it('answered by two at once on one version is answered once', async () => {
    const { id } = await makeConversation(app, { teamId: team });
    await post(ana, id, 'claim');
    const tries = await Promise.all([1, 2, 3, 4].map(() => post(ana, id, 'answer', { version: 2, text: 'Once' })));
    expect(tries.map((one) => one.status).toSorted()).toEqual([200, 412, 412, 412]);
  });

  it('is handed over with a note, given back, and taken over', async () => {
    const { id } = await makeConversation(app, { teamId: team });
    await post(ana, id, 'claim');
    const to = { staffId: ben.subjectId };
    expect((await post(ana, id, 'hand-over', { version: 2, to, note: 'She rang twice.' })).body.version).toBe(3);
    expect(await read(ben, id)).toMatchObject({ owner: { name: 'Ben Okafor' } });
    expect((await post(ana, id, 'give-back', { version: 3 })).status).toBe(409);
    expect((await post(ana, id, 'hand-over', { version: 3, to: { staffId: ana.subjectId } })).status).toBe(200);
    expect((await post(ana, id, 'give-back', { version: 4, reason: 'Lunch' })).body.status).toBe('unclaimed');
    const all = await read(ana, id);
    expect(all.entries.filter((entry) => entry.kind === 'note')).toMatchObject([{ text: 'She rang twice.' }]);
    expect(factsOf(all)).toEqual(['opened', 'claimed', 'handed-over', 'handed-over', 'given-back']);
  });

  it('is not there for a colleague of another team, in the same words as what never was', async () => {
    const { id, reference } = await makeConversation(app, { teamId: team });
    const cleo = await asStaff(app, { teamIds: [(await makeTeam(app)).id] });
    const missing = await ask(cleo, 'GET', '/conversations/0198f5a0-0000-7000-8000-000000000000');
    const hidden = await ask(cleo, 'GET', `/conversations/${id}`);
    expect(hidden.status).toBe(404);
    expect({ ...hidden.body, requestId: 0 }).toEqual({ ...missing.body, requestId: 0 });
    for (const what of ['claim', 'presence', 'notes'])
      expect(
        (await post(cleo, id, what, what === 'claim' ? {} : what === 'notes' ? { text: 'x' } : { doing: 'reading' }))
          .status,
      ).toBe(404);
    expect((await ask(cleo, 'GET', `/references/${reference}`)).status).toBe(404);
    expect((await ask<QueuePage>(cleo, 'GET', '/queue')).body.conversations).toEqual([]);
    const boss = await asStaff(app, { roles: ['manager'] });
    expect((await ask(boss, 'GET', `/conversations/${id}`)).status).toBe(200);
  });

  it('is found by its reference however it is typed', async () => {
    const { id, reference } = await makeConversation(app, { teamId: team });
    const typed = reference.toLowerCase().replace('-', ' ');
    expect((await ask<{ id: string }>(ana, 'GET', `/references/${encodeURIComponent(typed)}`)).body.id).toBe(id);
  });
});

describe('undo', () => {
  it('takes back the latest own step and leaves both on record', async () => {
    const { id } = await makeConversation(app, { teamId: team });
    await post(ana, id, 'claim');
    await post(ana, id, 'waiting', { version: 2 });
    const resolved = await post(ana, id, 'resolution', { version: 3 });
    expect(resolved.body.undo?.fact).toBe('resolved');
    expect((await post(ben, id, 'undo', { version: 4 })).body.code).toBe('desk.nothing-to-undo');
    expect((await post(ana, id, 'undo', { version: 4 })).body).toMatchObject({ status: 'waiting', version: 5 });
    expect((await post(ana, id, 'undo', { version: 5 })).body.code).toBe('desk.nothing-to-undo');
    expect(factsOf(await read(ana, id))).toEqual(['opened', 'claimed', 'waiting', 'resolved', 'undone']);
  });

  it('is gone after ten minutes, and once something else has happened', async () => {
    const { id } = await makeConversation(app, { teamId: team });
    await post(ana, id, 'claim');
    app.setNow(tuesday.add({ minutes: 11 }));
    expect((await post(ana, id, 'undo', { version: 2 })).body.code).toBe('desk.nothing-to-undo');
    app.setNow(tuesday);
    await post(ana, id, 'answer', { version: 2, text: 'Yes.' });
    expect((await read(ana, id)).undo).toBeNull();
    expect((await post(ana, id, 'undo', { version: 3 })).status).toBe(409);
  });

  it('gives a hand-over back to who had it, even when a note was written since', async () => {
    const { id } = await makeConversation(app, { teamId: team });
    await post(ana, id, 'claim');
    await post(ana, id, 'hand-over', { version: 2, to: { staffId: ben.subjectId } });
    await post(ben, id, 'notes', { text: 'Looking at it.' });
    expect((await post(ana, id, 'undo', { version: 3 })).status).toBe(200);
    expect((await read(ana, id)).owner?.name).toBe('Ana Ruiz');
  });
});

describe('a queue', () => {
  it('shows urgent words first, then what is late, then by due time, page by page without a gap', async () => {
    const own = (await makeTeam(app, { hours: [] })).id;
    const dee = await asStaff(app, { teamIds: [own] });
    const at = async (minutesAgo: number, text: string, reason = 'other') => {
      app.setNow(tuesday.subtract({ minutes: minutesAgo }));
      const { id } = await makeConversation(app, { teamId: own, text, reason });
      app.setNow(tuesday);
      return id;
    };
    const inTime = await at(0, 'Where do I park?');
    const late = await at(1_800, 'I asked yesterday');
    const near = await at(225, 'When do you open?');
    const urgent = await at(0, 'My chest hurts and I cannot breathe');
    const sooner = await at(0, 'Can I move my visit?', 'appointment');
    const first = await ask<QueuePage>(dee, 'GET', '/queue?limit=2');
    const second = await ask<QueuePage>(dee, 'GET', `/queue?limit=2&cursor=${first.body.next}`);
    const third = await ask<QueuePage>(dee, 'GET', `/queue?limit=2&cursor=${second.body.next}`);
    const rows = [first, second, third].flatMap((page) => page.body.conversations);
    expect(rows.map((row) => row.id)).toEqual([urgent, late, near, sooner, inTime]);
    expect(rows.map((row) => row.clocks.worst)).toEqual(['near', 'breached', 'near', 'running', 'running']);
    expect(rows[0]).toMatchObject({ urgent: true, urgentWords: ['chest hurts', 'cannot breathe'] });
    expect(third.body.next).toBeNull();
    const counts = (await ask<Queues>(dee, 'GET', '/queues')).body;
    expect(counts.teams).toMatchObject([
      { mine: true, open: 5, unclaimed: 5, urgent: 1, breached: 1, near: 2, waiting: 0 },
    ]);
    expect(counts.mine.open).toBe(0);
  });

  it('refuses a page that nobody gave out', async () => {
    expect(await ask(ana, 'GET', '/queue?cursor=abc')).toMatchObject({
      status: 400,
      body: { code: 'desk.unreadable-cursor' },
    });
  });
});
