import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../platform/access/actor.ts';
import { asTest, startTestApp, type TestApp } from '../../testing/app.ts';
import { makeConversation } from '../../testing/make-conversation.ts';
import { makeStaff, makeTeam, staffActor } from '../../testing/make-staff.ts';
import { setTeamHours } from '../workforce/index.ts';
import { readClockHistory } from './clock-reading.ts';
import * as desk from './index.ts';
import { bringBackWaiting, markWaiting } from './progress.ts';
import { setTarget } from './targets.ts';

let app: TestApp;
let team: string;
let ana: Actor;
let manager: Actor;
/** A Tuesday, ten in the morning where the hospital is. */
const tuesday = Temporal.Instant.from('2026-11-24T15:00:00Z');
const officeHours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '17:00' }));

beforeAll(async () => {
  app = await startTestApp({ now: tuesday });
  team = (await makeTeam(app, { name: 'Bills', hours: officeHours, reasons: ['bill', 'other'] })).id;
  ana = await staffActor(app, (await makeStaff(app, { name: 'Ana Ruiz', teamIds: [team] })).id);
  manager = await staffActor(app, (await makeStaff(app, { roles: ['manager'] })).id);
});
afterAll(() => app.stop());
beforeEach(() => app.setNow(tuesday));

const minutesLater = (minutes: number) => app.setNow(tuesday.add({ minutes }));
const asked = (reason = 'other') => makeConversation(app, { teamId: team, reason });
const history = async (id: string) => (await app.act(ana, (ctx) => readClockHistory(ctx, id))).clocks;
const version = async (id: string) => (await app.act(ana, (ctx) => desk.readConversation(ctx, id))).version;
const answers = async (id: string, next: 'stay' | 'wait' | 'resolve' = 'stay') => {
  const seen = await version(id);
  return app.act(ana, (ctx) => desk.answer(ctx, id, { version: seen, text: 'Here it is.', fileIds: [], next }));
};
const writes = (askerId: string, id: string) => {
  const asker: Actor = { kind: 'person', id: askerId, name: 'Ada', sessionId: askerId, actsFor: [] };
  return app.act(asker, (ctx) => desk.replyFromPerson(ctx, id, { text: 'And then?' }));
};
const level = { urgent: false, responseMinutes: 100, nextResponseMinutes: 50, resolutionMinutes: 1000 };

describe('which service level counts', () => {
  it('is the narrowest: of a reason in a team, of the team, of the reason, of everything', async () => {
    const other = (await makeTeam(app, { name: 'Elsewhere', hours: officeHours })).id;
    const levels = [
      { teamId: null, reason: 'bill', responseMinutes: 70 },
      { teamId: team, reason: null, responseMinutes: 80 },
      { teamId: team, reason: 'bill', responseMinutes: 90 },
    ];
    const targetOf = async (teamId: string, reason: string) => {
      const { id } = await makeConversation(app, { teamId, reason });
      return (await app.act(manager, (ctx) => desk.readConversation(ctx, id))).clocks.response.targetMinutes;
    };
    const all = () => Promise.all([targetOf(team, 'bill'), targetOf(team, 'other'), targetOf(other, 'bill')]);
    for (const one of levels) await app.act(manager, (ctx) => setTarget(ctx, { ...level, ...one }));
    expect(await all()).toEqual([90, 80, 70]);
    expect(await targetOf(other, 'other')).toBe(240);
  });
});

describe('the history of the clocks', () => {
  it('has one row for each debt: what was owed, how late it was met, how long it stood still', async () => {
    const { id, askerPersonId } = await asked();
    await app.act(manager, (ctx) => setTarget(ctx, { ...level, teamId: team, reason: 'other' }));
    minutesLater(90);
    await answers(id, 'wait');
    minutesLater(120);
    await writes(askerPersonId, id);
    minutesLater(200);
    await answers(id, 'resolve');
    const [first, resolution, next] = await history(id).then((all) => all.toSorted((a, b) => order(a) - order(b)));
    expect(first).toMatchObject({ kind: 'first-response', ended: 'met', missedMinutes: 10, afterHours: false });
    expect(first?.dueAt).toBe(tuesday.add({ minutes: 80 }).toString());
    expect(resolution).toMatchObject({ kind: 'resolution', ended: 'met', missedMinutes: 0, pausedMinutes: 30 });
    expect(resolution?.events.map((event) => event.kind)).toEqual(['started', 'paused', 'resumed', 'met']);
    expect(next).toMatchObject({ kind: 'next-response', targetMinutes: 50, missedMinutes: 30, ended: 'met' });
    expect(next?.startedAt).toBe(tuesday.add({ minutes: 120 }).toString());
  });
  const kinds = ['first-response', 'resolution', 'next-response'];
  const order = (clock: { kind: string }) => kinds.indexOf(clock.kind);

  it('counts open minutes only, and says what was asked after hours', async () => {
    app.setNow(Temporal.Instant.from('2026-11-24T23:00:00Z'));
    const { id } = await asked();
    app.setNow(Temporal.Instant.from('2026-11-25T16:00:00Z'));
    await answers(id);
    const [first] = await history(id);
    expect(first).toMatchObject({ afterHours: true, dueAt: '2026-11-25T15:40:00Z', missedMinutes: 20 });
  });

  it('goes on in the same row when a step is undone, and moves when the hours of the team do', async () => {
    const own = (await makeTeam(app, { hours: officeHours })).id;
    const { id } = await makeConversation(app, { teamId: own });
    const bea = await staffActor(app, (await makeStaff(app, { teamIds: [own] })).id);
    await app.act(bea, (ctx) => desk.claim(ctx, id));
    await app.act(bea, (ctx) => desk.resolve(ctx, id, { version: 2 }));
    await app.act(bea, (ctx) => desk.undo(ctx, id, 3));
    await app.act(asTest, (ctx) => setTeamHours(ctx, own, [{ weekday: 3, opens: '09:00', closes: '17:00' }]));
    await app.drain();
    const { clocks } = await app.act(bea, (ctx) => readClockHistory(ctx, id));
    expect(clocks.map((clock) => [clock.kind, clock.ended])).toEqual([
      ['first-response', null],
      ['resolution', null],
    ]);
    for (const clock of clocks)
      expect(clock.events.map((event) => event.kind)).toEqual(['started', 'met', 'undone', 'moved']);
  });

  it('agrees with the case at every moment: what runs there runs here, due at the same time', async () => {
    const { rows } = await sql<{ wrong: number; running: number }>`
      select count(*)::int as running, count(*) filter (where not (
          case k.owes when 'response' then c.answered_at is null and c.resolved_at is null and c.response_due_at is not distinct from k.due_at
          else c.resolved_at is null and c.resolution_due_at is not distinct from k.due_at end))::int as wrong
      from desk.clock k join desk.conversation c on c.id = k.conversation_id where k.ended_at is null`.execute(app.db);
    const { rows: owed } = await sql<{ n: number }>`
      select (count(*) filter (where answered_at is null and resolved_at is null)
        + count(*) filter (where resolved_at is null))::int as n from desk.conversation`.execute(app.db);
    expect(rows[0]?.wrong).toBe(0);
    expect(rows[0]?.running).toBeGreaterThan(4);
    expect(rows[0]?.running).toBe(owed[0]?.n);
  });

  it('withdraws what another case answers for', async () => {
    const one = await asked();
    const other = await asked();
    await app.act(ana, (ctx) => desk.merge(ctx, other.id, { version: 1, intoId: one.id }));
    expect((await history(other.id)).map((clock) => clock.ended)).toEqual(['withdrawn', 'withdrawn']);
    await app.act(ana, (ctx) => desk.unmerge(ctx, other.id, 2));
    expect((await history(other.id)).map((clock) => clock.ended)).toEqual([null, null]);
  });

  it('has no two running clocks for one debt, whoever races whom', async () => {
    const { id, askerPersonId } = await asked();
    await answers(id);
    await Promise.allSettled([...Array.from({ length: 6 }, () => writes(askerPersonId, id)), answers(id), answers(id)]);
    const running = (await history(id)).filter((clock) => clock.ended === null).map((clock) => clock.kind);
    expect(new Set(running).size).toBe(running.length);
    const again = sql`insert into desk.clock (id, conversation_id, kind, started_at, team_id, reason, urgent, target_minutes)
      select gen_random_uuid(), conversation_id, kind, started_at, team_id, reason, urgent, target_minutes
      from desk.clock where ended_at is null and conversation_id = ${id} limit 1`;
    await expect(again.execute(app.db)).rejects.toMatchObject({ constraint: 'clock_one_running' });
  });
});

describe('who is waited for', () => {
  it('comes back as our turn when the time that was meant is over, with the clocks going on', async () => {
    const { id } = await asked();
    await answers(id);
    const until = tuesday.add({ hours: 24 }).toString();
    const seen = await version(id);
    await app.act(ana, (ctx) => markWaiting(ctx, id, { version: seen, until }));
    app.setNow(tuesday.add({ hours: 23 }));
    await app.act(asTest, (ctx) => bringBackWaiting.run(ctx));
    const read = () => app.act(ana, (ctx) => desk.readConversation(ctx, id));
    expect(await read()).toMatchObject({ status: 'waiting', waitingUntil: until, turn: 'theirs' });
    app.setNow(tuesday.add({ hours: 24 }));
    await app.act(asTest, (ctx) => bringBackWaiting.run(ctx));
    expect(await read()).toMatchObject({
      status: 'claimed',
      turn: 'ours',
      clocks: { resolution: { state: 'running' } },
    });
    await answers(id);
    expect((await read()).turn).toBe('theirs');
  });

  it('is not waited for into the past', async () => {
    const { id } = await asked();
    await answers(id);
    const seen = await version(id);
    const waits = app.act(ana, (ctx) => markWaiting(ctx, id, { version: seen, until: tuesday.toString() }));
    await expect(waits).rejects.toMatchObject({ code: 'desk.waits-into-the-past' });
  });
});
