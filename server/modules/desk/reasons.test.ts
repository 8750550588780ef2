import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asTest, startTestApp, type TestApp } from '../../testing/app.ts';
import { asStaff, type SignedIn } from '../../testing/as.ts';
import { makeConversation } from '../../testing/make-conversation.ts';
import { makeTeam } from '../../testing/make-staff.ts';
import { dismissStaff } from '../workforce/index.ts';
import { type Calendar, dueAt } from './clocks.ts';
import type { Conversation, ReasonChanged } from './contract.ts';
import { type ClockFacts, deadlines } from './deadlines.ts';

let app: TestApp;
let desk: string;
let money: string;
let ana: SignedIn;
const tuesday = Temporal.Instant.from('2026-11-24T15:00:00Z');
const office = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '17:00' }));

beforeAll(async () => {
  app = await startTestApp({ now: tuesday });
  desk = (await makeTeam(app, { name: 'Front desk', hours: office, reasons: ['appointment', 'other'] })).id;
  money = (await makeTeam(app, { name: 'Money', hours: office, reasons: ['bill', 'records'] })).id;
  ana = await asStaff(app, { name: 'Ana Ruiz', teamIds: [desk] });
});
afterAll(() => app.stop());

const post = async <T = ReasonChanged>(who: SignedIn, id: string, what: string, payload: object = {}) => {
  const answer = await app.server.inject({
    ...{ method: 'POST', url: `/api/desk/conversations/${id}/${what}`, headers: who.headers, payload },
  });
  return { status: answer.statusCode, body: answer.json() as T & { code?: string } };
};
const read = async (who: SignedIn, id: string) =>
  (await app.server.inject({ url: `/api/desk/conversations/${id}`, headers: who.headers })).json() as Conversation;

describe('another reason', () => {
  it('moves it to the team that answers for that, says so, and stands in the line of time', async () => {
    const { id } = await makeConversation(app, { teamId: desk });
    await post(ana, id, 'claim');
    const changed = await post(ana, id, 'reason', { version: 2, reason: 'bill' });
    expect(changed.body).toMatchObject({
      ...{ became: 'moved', team: { teamId: money, name: 'Money' }, status: 'unclaimed', version: 3 },
      undo: { fact: 'reason-changed' },
    });
    const mona = await asStaff(app, { teamIds: [money] });
    const moved = await read(mona, id);
    expect(moved).toMatchObject({ reason: 'bill', owner: null, team: { name: 'Money' } });
    expect(moved.entries.at(-1)).toMatchObject({
      ...{ fact: 'reason-changed', reason: 'bill', to: 'Money', by: { name: 'Ana Ruiz' } },
    });
  });

  it('is taken back even by who no longer sees it, once, and only by them', async () => {
    const { id } = await makeConversation(app, { teamId: desk });
    await post(ana, id, 'claim');
    const before = await read(ana, id);
    await post(ana, id, 'reason', { version: 2, reason: 'bill' });
    const ben = await asStaff(app, { teamIds: [desk] });
    expect((await read(ana, id)) as { code?: string }).toMatchObject({ code: 'platform.not-found' });
    expect((await post(ben, id, 'undo', { version: 3 })).status).toBe(404);
    expect((await post(ana, id, 'undo', { version: 2 })).status).toBe(412);
    expect((await post(ana, id, 'undo', { version: 3 })).status).toBe(200);
    const { reason, team, owner, clocks } = await read(ana, id);
    expect({ reason, team, owner, clocks }).toEqual({
      ...{ reason: 'other', team: before.team, owner: before.owner, clocks: before.clocks },
    });
    await post(ana, id, 'reason', { version: 4, reason: 'bill' });
    app.setNow(tuesday.add({ minutes: 11 }));
    expect((await post(ana, id, 'undo', { version: 5 })).status).toBe(404);
    app.setNow(tuesday);
  });

  it('taken back gives it to nobody who has gone since', async () => {
    const { id } = await makeConversation(app, { teamId: desk });
    const gone = await asStaff(app, { teamIds: [desk] });
    const boss = await asStaff(app, { roles: ['manager'], teamIds: [desk] });
    await post(gone, id, 'claim');
    await post(boss, id, 'reason', { version: 2, reason: 'bill' });
    await app.act(asTest, (ctx) => dismissStaff(ctx, gone.subjectId));
    await app.drain();
    expect((await post(boss, id, 'undo', { version: 3 })).status).toBe(200);
    expect(await read(boss, id)).toMatchObject({ status: 'unclaimed', owner: null, reason: 'other' });
  });

  it('leaves it with who has it if they keep it, or are in that team too; nobody else can keep it', async () => {
    const kept = await makeConversation(app, { teamId: desk });
    await post(ana, kept.id, 'claim');
    const became = await post(ana, kept.id, 'reason', { version: 2, reason: 'bill', keep: true });
    expect(became.body).toMatchObject({ became: 'kept', team: { teamId: desk }, status: 'claimed' });
    expect(await read(ana, kept.id)).toMatchObject({ reason: 'bill', owner: { name: 'Ana Ruiz' } });

    const both = await asStaff(app, { teamIds: [desk, money] });
    const { id } = await makeConversation(app, { teamId: desk });
    await post(both, id, 'claim');
    expect((await post(both, id, 'reason', { version: 2, reason: 'records' })).body).toMatchObject({
      ...{ became: 'moved', status: 'claimed' },
    });
    const free = await makeConversation(app, { teamId: desk });
    expect((await post(ana, free.id, 'reason', { version: 1, reason: 'bill', keep: true })).body.code).toBe(
      'desk.not-yours-to-keep',
    );
  });

  it('that is the same, or the same team’s, moves nothing; another’s and what is resolved is refused', async () => {
    const { id } = await makeConversation(app, { teamId: desk });
    expect((await post(ana, id, 'reason', { version: 1, reason: 'other' })).body).toMatchObject({
      ...{ became: 'stayed', version: 1 },
    });
    expect((await post(ana, id, 'reason', { version: 1, reason: 'appointment' })).body).toMatchObject({
      ...{ became: 'stayed', version: 2 },
    });
    const ben = await asStaff(app, { teamIds: [desk] });
    await post(ana, id, 'claim');
    expect((await post(ben, id, 'reason', { version: 3, reason: 'bill' })).body.code).toBe('desk.already-claimed');
    await post(ana, id, 'resolution', { version: 3 });
    expect((await post(ana, id, 'reason', { version: 4, reason: 'bill' })).body.code).toBe('desk.not-now');
  });

  it('said by four at once on one version is changed once', async () => {
    const { id } = await makeConversation(app, { teamId: desk });
    const reasons = ['bill', 'records', 'appointment', 'bill'];
    const tries = await Promise.all(reasons.map((reason) => post(ana, id, 'reason', { version: 1, reason })));
    expect(tries.filter((one) => one.status === 200)).toHaveLength(1);
    const boss = await asStaff(app, { roles: ['manager'] });
    const facts = (await read(boss, id)).entries.filter((entry) => entry.kind === 'fact');
    expect(facts.map((one) => one.fact)).toEqual(['opened', 'reason-changed']);
  });

  it('keeps the promise of the old one, and takes the nearer one of the new', async () => {
    const { id } = await makeConversation(app, { teamId: desk });
    const before = await read(ana, id);
    await post(ana, id, 'claim');
    app.setNow(tuesday.add({ minutes: 30 }));
    await post(ana, id, 'reason', { version: 2, reason: 'bill', keep: true });
    const longer = await read(ana, id);
    expect(longer.clocks.response).toMatchObject({ dueAt: before.clocks.response.dueAt, targetMinutes: 480 });
    await post(ana, id, 'reason', { version: 3, reason: 'appointment' });
    const shorter = await read(ana, id);
    expect(shorter.clocks.response.dueAt).toBe(tuesday.add({ minutes: 120 }).toString());
    app.setNow(tuesday);
  });
});

describe('the clocks under another reason', () => {
  const zone = 'America/New_York';
  const always = {
    timeZone: zone,
    windows: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '00:00', closes: '24:00' })),
    closures: [],
  };
  const nights = { ...always, windows: [2, 6].map((weekday) => ({ weekday, opens: '22:00', closes: '04:00' })) };
  const calendar = fc.constantFrom<Calendar>(always, { ...always, windows: office }, nights, {
    ...always,
    windows: [],
  });
  const minutes = fc.integer({ min: 1, max: 5_000 });
  const moment = (after: number) => tuesday.add({ minutes: after });
  const opened: ClockFacts = {
    ...{ response_started_at: tuesday, resolution_started_at: tuesday, response_minutes: 1, resolution_minutes: 1 },
    ...{ answered_at: null, resolved_at: null, waiting_since: null, pauses: [] },
    ...{ response_promised_at: null, resolution_promised_at: null, targets_changed_at: null, promise_broken_at: null },
  };
  const least = (...all: (Temporal.Instant | null | undefined)[]) =>
    all
      .filter((one) => one != null)
      .toSorted(Temporal.Instant.compare)[0]
      ?.toString();

  it('are due at the earlier of what was promised and of the new target from the opening', () => {
    fc.assert(
      fc.property(calendar, calendar, minutes, minutes, minutes, (old, next, before, after, changed) => {
        const promise = deadlines({ ...opened, response_minutes: before }, old).response_due_at;
        const facts = {
          ...{ ...opened, response_minutes: after, response_promised_at: promise, targets_changed_at: moment(changed) },
        };
        const due = deadlines(facts, next);
        expect(due.response_due_at?.toString()).toBe(
          least(promise, dueAt({ start: tuesday, minutes: after, calendar: next })),
        );
        if (due.response_due_at && due.response_near_at)
          expect(Temporal.Instant.compare(due.response_near_at, due.response_due_at)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('give the promise the open time that is the person’s afterwards, and no more', () => {
    const promised = { response_minutes: 4_000, response_promised_at: moment(240), targets_changed_at: moment(100) };
    const due = (from: number, until: number) =>
      deadlines(
        { ...opened, ...promised, pauses: [{ from: moment(from).toString(), until: moment(until).toString() }] },
        always,
      ).response_due_at?.toString();
    expect(due(120, 150)).toBe(moment(270).toString());
    expect(due(50, 90)).toBe(moment(240).toString());
    expect(due(90, 110)).toBe(moment(250).toString());
    expect(due(250, 300)).toBe(moment(240).toString());
  });
});
