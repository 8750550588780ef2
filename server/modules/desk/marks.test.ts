import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../platform/access/actor.ts';
import { startTestApp, type TestApp } from '../../testing/app.ts';
import { asStaff, type SignedIn } from '../../testing/as.ts';
import { makeConversation } from '../../testing/make-conversation.ts';
import { makeFacility } from '../../testing/make-place.ts';
import { makeTeam } from '../../testing/make-staff.ts';
import type { Changed, Conversation, MarkCounts, MarkInput, Marks, QueuePage } from './contract.ts';
import { replyFromPerson } from './index.ts';

let app: TestApp;
let team: string;
let ana: SignedIn;
let ben: SignedIn;
const tuesday = Temporal.Instant.from('2026-11-24T15:00:00Z');

beforeAll(async () => {
  app = await startTestApp({ now: tuesday });
  const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '17:00' }));
  team = (await makeTeam(app, { hours })).id;
  ana = await asStaff(app, { name: 'Ana Ruiz', teamIds: [team] });
  ben = await asStaff(app, { name: 'Ben Okafor', teamIds: [team] });
});
afterAll(() => app.stop());

const ask = async <T>(who: SignedIn, method: 'GET' | 'POST', path: string, payload?: object) => {
  const answer = await app.server.inject({
    ...{ method, url: `/api/desk${path}`, headers: who.headers, ...(payload && { payload }) },
  });
  return { status: answer.statusCode, body: answer.json() as T & { code?: string } };
};
const read = async (id: string, who = ana) => (await ask<Conversation>(who, 'GET', `/conversations/${id}`)).body;
const says = (id: string, input: MarkInput, who = ana) => ask<Marks>(who, 'POST', `/conversations/${id}/marks`, input);
const rowOf = async (id: string) =>
  (await ask<QueuePage>(ana, 'GET', '/queue')).body.conversations.find((row) => row.id === id);
const kinds = async (id: string) => (await read(id)).marks.map((one) => one.mark);
const person = (id: string): Actor => ({ kind: 'person', id, name: 'Ada Example', sessionId: id, actsFor: [] });
const writes = (askerId: string, id: string, text: string) =>
  app.act(person(askerId), (ctx) => replyFromPerson(ctx, id, { text }));
const asked = (text: string) => makeConversation(app, { teamId: team, text });

describe('the marks of a conversation', () => {
  it('are made of what is written, with its words, and stand in the queue without them', async () => {
    const { id } = await asked('My husband passed away on Sunday and I am furious that bills still come.');
    expect((await read(id)).marks).toEqual([
      { id: expect.any(String), mark: 'anger', words: ['furious'], by: null },
      { id: expect.any(String), mark: 'grief', words: ['husband passed away'], by: null },
    ]);
    expect((await rowOf(id))?.marks).toEqual(['anger', 'grief']);
  });

  it('grow with every message, each kind once', async () => {
    const { id, askerPersonId } = await asked('I am so worried about Monday.');
    await writes(askerPersonId, id, 'I am scared. And I can’t breathe.');
    expect((await read(id)).marks).toEqual([
      { id: expect.any(String), mark: 'danger', words: ['can’t breathe'], by: null },
      { id: expect.any(String), mark: 'distress', words: ['worried', 'scared'], by: null },
    ]);
  });

  it('are none where nothing is heard', async () => {
    const { id } = await asked('Which form do I bring on Monday?');
    expect(await kinds(id)).toEqual([]);
  });
});

describe('a colleague', () => {
  it('withdraws a mark and sets it again; the words stay, and whoever writes is not disturbed', async () => {
    const { id } = await asked('I am furious.');
    const { version } = await read(id);
    expect((await says(id, { mark: 'anger', stands: false, reason: 'She says so with a laugh.' })).body.marks).toEqual(
      [],
    );
    expect(await kinds(id)).toEqual([]);
    const back = await says(id, { mark: 'anger', stands: true }, ben);
    expect(back.body.marks).toMatchObject([{ mark: 'anger', words: ['furious'], by: null }]);
    expect((await read(id)).version).toBe(version);
    const rows = await app.act(person(id), (ctx) =>
      sql<{ turn: number; reason: string | null; by: string }>`
        select c.turn, c.reason, s.name as by from desk.mark_correction c
        join desk.mark m on m.id = c.mark_id join workforce.staff s on s.id = c.by_staff_id
        where m.conversation_id = ${id} order by c.turn`.execute(ctx.tx),
    );
    expect(rows.rows).toEqual([
      { turn: 1, reason: 'She says so with a laugh.', by: 'Ana Ruiz' },
      { turn: 2, reason: null, by: 'Ben Okafor' },
    ]);
  });

  it('sets what was not heard, in their own name and without words', async () => {
    const { id } = await asked('Which form do I bring on Monday?');
    const set = await says(id, { mark: 'grief', stands: true });
    expect(set.body.marks).toMatchObject([{ mark: 'grief', words: [], by: { name: 'Ana Ruiz' } }]);
    await says(id, { mark: 'grief', stands: false }, ben);
    expect(await kinds(id)).toEqual([]);
  });

  it('says what is so already, and nothing happens', async () => {
    const { id } = await asked('Which form do I bring on Monday?');
    expect((await says(id, { mark: 'thanks', stands: false })).status).toBe(200);
    await says(id, { mark: 'thanks', stands: true });
    await says(id, { mark: 'thanks', stands: true }, ben);
    expect((await read(id)).marks).toMatchObject([{ mark: 'thanks', by: { name: 'Ana Ruiz' } }]);
  });

  it('of another team finds no conversation here', async () => {
    const { id } = await asked('I am furious.');
    const stranger = await asStaff(app, { teamIds: [(await makeTeam(app)).id] });
    expect((await says(id, { mark: 'anger', stands: false }, stranger)).status).toBe(404);
    expect(await kinds(id)).toEqual(['anger']);
  });

  it('is one of many who say the same at once: it is withdrawn once', async () => {
    const { id } = await asked('I am furious.');
    const all = await Promise.all(
      [ana, ben, ana, ben, ana].map((who) => says(id, { mark: 'anger', stands: false }, who)),
    );
    expect(all.map((one) => one.status)).toEqual([200, 200, 200, 200, 200]);
    const { rows } = await app.act(person(id), (ctx) =>
      sql<{ turn: number }>`select c.turn from desk.mark_correction c join desk.mark m on m.id = c.mark_id
        where m.conversation_id = ${id}`.execute(ctx.tx),
    );
    expect(rows).toEqual([{ turn: 1 }]);
  });

  it('is one of many who set the same at once: it is set once', async () => {
    const { id } = await asked('Which form do I bring on Monday?');
    await Promise.all([ana, ben, ana, ben].map((who) => says(id, { mark: 'distress', stands: true }, who)));
    const { rows } = await app.act(person(id), (ctx) =>
      sql<{ n: number }>`select count(*)::int as n from desk.mark where conversation_id = ${id}`.execute(ctx.tx),
    );
    expect(rows).toEqual([{ n: 1 }]);
  });
});

describe('danger', () => {
  it('that is withdrawn stops being urgent, and is urgent again when it is set again', async () => {
    const { id } = await asked('I have chest pain.');
    const before = await read(id);
    expect(before).toMatchObject({ urgent: true, marks: [{ mark: 'danger', words: ['chest pain'] }] });
    expect((await says(id, { mark: 'danger', stands: false })).body).toEqual({
      marks: [],
      urgent: false,
      urgentFor: null,
    });
    const calm = await read(id);
    expect(calm).toMatchObject({ urgent: false, urgentWords: ['chest pain'], version: before.version });
    expect(calm.clocks.response.dueAt).toBe(before.clocks.response.dueAt);
    expect((await says(id, { mark: 'danger', stands: true })).body).toMatchObject({ urgent: true });
    expect((await read(id)).clocks.response.dueAt).toBe(before.clocks.response.dueAt);
  });

  it('that a colleague hears is urgent at once and makes an answer due sooner', async () => {
    const { id } = await asked('Which form do I bring on Monday?');
    await says(id, { mark: 'danger', stands: true });
    const { urgent, clocks } = await read(id);
    expect([urgent, clocks.response.dueAt]).toEqual([true, '2026-11-24T15:15:00Z']);
  });

  it('is urgent again when the person writes again', async () => {
    const { id, askerPersonId } = await asked('This pain in my chest is killing me.');
    await says(id, { mark: 'danger', stands: false });
    await writes(askerPersonId, id, 'No, really. I can’t breathe.');
    expect(await read(id)).toMatchObject({ urgent: true, marks: [{ mark: 'danger', words: ['can’t breathe'] }] });
  });

  it('that was withdrawn does not come back with the undoing of an earlier step', async () => {
    const { id } = await asked('I have chest pain.');
    await ask<Changed>(ana, 'POST', `/conversations/${id}/claim`, {});
    app.setNow(tuesday.add({ minutes: 1 }));
    await says(id, { mark: 'danger', stands: false });
    const { version, undo } = await read(id);
    expect(undo).toBeNull();
    expect((await ask(ana, 'POST', `/conversations/${id}/undo`, { version })).status).toBe(409);
    app.setNow(tuesday);
  });

  it('of a question that is done is corrected without opening it again', async () => {
    const { id } = await asked('I have chest pain.');
    await ask(ana, 'POST', `/conversations/${id}/answer`, { version: 1, text: 'Ring 911 now.', next: 'resolve' });
    await says(id, { mark: 'danger', stands: false });
    await says(id, { mark: 'danger', stands: true });
    expect(await read(id)).toMatchObject({ status: 'resolved', urgent: false, marks: [{ mark: 'danger' }] });
  });
});

describe('how well it hears', () => {
  it('is counted by corrections for who leads, with an interval once there are ten', async () => {
    const house = (await makeTeam(app, { name: 'Counted' })).id;
    const lead = await asStaff(app, { teamIds: [house], roles: ['manager'] });
    const before = (await ask<MarkCounts>(lead, 'GET', '/marks')).body.marks.find((one) => one.mark === 'confusion');
    const made: string[] = [];
    for (let n = 0; n < 10; n++)
      made.push((await makeConversation(app, { teamId: house, text: 'I am confused about the two dates.' })).id);
    await says(made[0]!, { mark: 'confusion', stands: false }, lead);
    await says(made[1]!, { mark: 'confusion', stands: false }, lead);
    await says(made[1]!, { mark: 'confusion', stands: true }, lead);
    const quiet = (await makeConversation(app, { teamId: house, text: 'Where do I park?' })).id;
    await says(quiet, { mark: 'confusion', stands: true }, lead);
    const after = (await ask<MarkCounts>(lead, 'GET', '/marks')).body.marks.find((one) => one.mark === 'confusion');
    expect([before?.heard, before?.share]).toEqual([0, null]);
    expect(after).toMatchObject({ heard: 10, withdrawn: 1, added: 1, share: { share: 0.1 } });
    expect(after?.share?.low).toBeCloseTo(0.018, 2);
    expect(after?.share?.high).toBeCloseTo(0.404, 2);
  });

  it('is counted where who asks leads, and nowhere else', async () => {
    const [here, there] = [(await makeFacility(app)).id, (await makeFacility(app)).id];
    const wards = await Promise.all([here, there].map((facilityId) => makeTeam(app, { facilityId })));
    for (const ward of wards) await makeConversation(app, { teamId: ward.id, text: 'I am furious.' });
    const lead = await asStaff(app, { roles: ['manager'], facilityIds: [here] });
    const one = (await ask<MarkCounts>(lead, 'GET', '/marks')).body.marks.find((it) => it.mark === 'anger');
    const both = await asStaff(app, { roles: ['manager'], facilityIds: [here, there] });
    const two = (await ask<MarkCounts>(both, 'GET', '/marks')).body.marks.find((it) => it.mark === 'anger');
    expect((two?.heard ?? 0) - (one?.heard ?? 0)).toBe(1);
  });

  it('is not shown to who leads nobody', async () => {
    expect(await ask(ana, 'GET', '/marks')).toMatchObject({ status: 403, body: { code: 'desk.not-yours-to-count' } });
  });
});
