import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asTest, startTestApp, type TestApp } from '../../testing/app.ts';
import { asStaff, type SignedIn, signInAs } from '../../testing/as.ts';
import { makeAsker, makeConversation } from '../../testing/make-conversation.ts';
import { makeFacility } from '../../testing/make-place.ts';
import { makeTeam } from '../../testing/make-staff.ts';
import { mergePeople, setDeceased, undoDeceased, unmerge } from '../people/index.ts';
import { dismissStaff, leaveTeam, recordAbsence } from '../workforce/index.ts';
import { watchTheClock } from './clock.ts';
import type { Found, PromiseCounts, PromisePage, PromiseSummary, PromiseView } from './contract.ts';

let app: TestApp;
/** A Friday, ten in the morning in New York. */
const friday = Temporal.Instant.from('2026-11-27T15:00:00Z');
const inHours = (hours: number) => friday.add({ minutes: Math.round(hours * 60) }).toString();
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
const list = async (who: SignedIn, search = '') =>
  ((await call(who, 'GET', `/api/promises${search}`)).body as PromisePage).promises;
const step = (who: SignedIn, id: string, what: string, payload: object) =>
  call(who, 'POST', `/api/promises/${id}/${what}`, payload);
const tick = async (now: Temporal.Instant | string) => {
  app.setNow(Temporal.Instant.from(now.toString()));
  await app.act(asTest, watchTheClock);
  await app.drain();
};

/** A team with one who promises, a question, and a promise to ring in so many hours. */
async function promised(hours = 48, more: { facilityId?: string } = {}) {
  app.setNow(friday);
  const teamId = (await makeTeam(app, { ...(more.facilityId && { facilityId: more.facilityId }) })).id;
  const ana = await asStaff(app, { teamIds: [teamId], name: `Ana Reyes ${crypto.randomUUID().slice(0, 8)}` });
  const askerPersonId = await makeAsker(app, { verified: true });
  const { id: conversationId } = await makeConversation(app, { teamId, askerPersonId });
  const promise = await promiseBy(ana, conversationId, hours);
  return { teamId, ana, askerPersonId, conversationId, promise };
}

async function promiseBy(who: SignedIn, conversationId: string, hours: number, kind = 'call'): Promise<PromiseView> {
  const { status, body } = await call(who, 'POST', `/api/desk/conversations/${conversationId}/promises`, {
    ...{ kind, words: 'We ring you about the form', dueAt: inHours(hours), through: 'phone' },
  });
  expect(status, JSON.stringify(body)).toBe(200);
  return (body as { promises: PromiseView[] }).promises.at(-1) as PromiseView;
}

describe('a promise', () => {
  it('is owed by who made it, with its clock, and stands where it is owed', async () => {
    const { ana, askerPersonId, conversationId, teamId, promise } = await promised();
    expect(promise).toMatchObject({
      ...{ state: 'open', kind: 'call', dueAt: '2026-11-29T15:00:00Z', timeZone: 'America/New_York', version: 1 },
      ...{ person: { personId: askerPersonId }, subject: { kind: 'conversation', id: conversationId } },
      ...{ owner: { staffId: ana.subjectId }, team: { teamId }, madeThrough: 'phone' },
      can: ['keep', 'release', 'hand-over'],
    });
    expect((await list(ana)).map((one) => one.id)).toEqual([promise.id]);
    app.setNow(friday.add({ hours: 38 }));
    expect((await list(ana))[0]?.state).toBe('open');
    app.setNow(friday.add({ hours: 39 }));
    expect((await list(ana))[0]?.state).toBe('near');
    app.setNow(friday.add({ hours: 48 }));
    expect((await list(ana))[0]?.state).toBe('broken');
  });

  it('is said by the clock of its facility', async () => {
    const facilityId = (await makeFacility(app, { timeZone: 'America/Chicago' })).id;
    expect((await promised(48, { facilityId })).promise.timeZone).toBe('America/Chicago');
  });

  it('is about what is yet to come, within a year', async () => {
    const { ana, conversationId } = await promised();
    const at = (dueAt: string) =>
      call(ana, 'POST', `/api/desk/conversations/${conversationId}/promises`, {
        ...{ kind: 'call', words: 'We ring', dueAt, through: 'phone' },
      });
    expect((await at(inHours(0))).body.code).toBe('promises.over-already');
    expect((await at(inHours(24 * 500))).body.code).toBe('promises.too-far-off');
    expect((await at('tomorrow')).status).toBe(400);
  });

  it('is kept in time, or late, and what was done can be taken back for ten minutes', async () => {
    const { ana, promise } = await promised(2);
    const kept = await step(ana, promise.id, 'keeping', { version: 1 });
    expect(kept.body).toMatchObject({ state: 'kept', version: 2, undo: { fact: 'kept' } });
    expect(await list(ana)).toEqual([]);
    const back = await step(ana, promise.id, 'undo', { version: 2 });
    expect(back.body).toMatchObject({ state: 'open', version: 3, undo: null });
    await tick(friday.add({ hours: 3 }));
    expect((await list(ana))[0]).toMatchObject({ state: 'broken', version: 4 });
    expect((await step(ana, promise.id, 'keeping', { version: 4 })).body.state).toBe('kept-late');
    app.setNow(friday.add({ hours: 3, minutes: 11 }));
    expect((await step(ana, promise.id, 'undo', { version: 5 })).body.code).toBe('promises.nothing-to-undo');
    expect((await step(ana, promise.id, 'keeping', { version: 5 })).body.code).toBe('promises.already-ended');
  });

  it('is released only with a reason', async () => {
    const { ana, promise } = await promised();
    expect((await step(ana, promise.id, 'release', { version: 1 })).status).toBe(400);
    expect((await step(ana, promise.id, 'release', { version: 1, reason: '  ' })).status).toBe(400);
    const released = await step(ana, promise.id, 'release', { version: 1, reason: 'She found it herself' });
    expect(released.body).toMatchObject({ state: 'released' });
    expect((await list(ana, '?list=ended')).find((one) => one.id === promise.id)).toMatchObject({
      ...{ state: 'released', releaseReason: 'She found it herself', can: [] },
    });
  });

  it('ends once, however many try at the same time', async () => {
    const { teamId, promise } = await promised();
    const many: SignedIn[] = [];
    for (let n = 0; n < 4; n++) many.push(await asStaff(app, { teamIds: [teamId], roles: ['manager'] }));
    const tries = many.flatMap((who) => [
      step(who, promise.id, 'keeping', { version: 1 }),
      step(who, promise.id, 'release', { version: 1, reason: 'Not needed' }),
    ]);
    const answers = await Promise.all(tries);
    expect(answers.filter((one) => one.status === 200)).toHaveLength(1);
    expect(answers.filter((one) => one.status === 409)).toHaveLength(7);
    const owner = new pg.Client(app.databaseUrl);
    await owner.connect();
    const { rows } = await owner.query(
      'select kind from promises.promise_fact where promise_id = $1 order by version',
      [promise.id],
    );
    expect(rows).toHaveLength(2);
    // Not by the lock alone: the table itself takes no second end.
    const both = owner.query(
      `update promises.promise set kept_at = now(), kept_by = owner_staff_id, released_at = now(),
        released_by = owner_staff_id, release_reason = 'x' where id = $1`,
      [promise.id],
    );
    await expect(both).rejects.toThrow('promise_ended_once');
    await owner.end();
  });

  it('as it was last seen, or not at all', async () => {
    const { ana, teamId, promise } = await promised();
    const ben = await asStaff(app, { teamIds: [teamId] });
    await step(ben, promise.id, 'hand-over', { version: 1, to: { staffId: ben.subjectId } });
    expect((await step(ana, promise.id, 'release', { version: 1, reason: 'x' })).body.code).toBe(
      'promises.changed-meanwhile',
    );
  });
});

describe('who sees it', () => {
  it('is its team, its owner and who leads there; nobody else finds it', async () => {
    const facilityId = (await makeFacility(app)).id;
    const { promise, teamId, conversationId } = await promised(48, { facilityId });
    const colleague = await asStaff(app, { teamIds: [teamId] });
    const head = await asStaff(app, { roles: ['manager'], facilityIds: [facilityId] });
    const otherHead = await asStaff(app, { roles: ['manager'], facilityIds: [(await makeFacility(app)).id] });
    const stranger = await asStaff(app, { teamIds: [(await makeTeam(app)).id] });
    for (const who of [colleague, head])
      expect((await list(who, '?list=teams')).map((one) => one.id)).toContain(promise.id);
    for (const who of [stranger, otherHead]) {
      expect((await list(who, '?list=teams')).map((one) => one.id)).not.toContain(promise.id);
      for (const [what, body] of [
        ['keeping', {}],
        ['release', { reason: 'x' }],
        ['hand-over', { to: { team: true } }],
        ['undo', {}],
      ] as const)
        expect((await step(who, promise.id, what, { version: 1, ...body })).status).toBe(404);
      expect((await call(who, 'GET', `/api/desk/conversations/${conversationId}/promises`)).status).toBe(404);
    }
  });

  it('a colleague takes it over before they keep it', async () => {
    const { promise, teamId } = await promised();
    const ben = await asStaff(app, { teamIds: [teamId] });
    expect((await step(ben, promise.id, 'keeping', { version: 1 })).body.code).toBe('promises.not-now');
    const taken = await step(ben, promise.id, 'hand-over', { version: 1, to: { staffId: ben.subjectId } });
    expect(taken.body).toMatchObject({ version: 2, undo: { fact: 'handed-over' } });
    expect((await step(ben, promise.id, 'keeping', { version: 2 })).body.state).toBe('kept');
  });

  it('moves with the question to another team, and is still owed by who made it', async () => {
    const { ana, teamId, promise, conversationId } = await promised();
    const next = (await makeTeam(app)).id;
    const carla = await asStaff(app, { teamIds: [next] });
    const boss = await asStaff(app, { roles: ['manager'] });
    const colleague = await asStaff(app, { teamIds: [teamId] });
    const { body } = await call(boss, 'GET', `/api/desk/conversations/${conversationId}`);
    await call(boss, 'POST', `/api/desk/conversations/${conversationId}/hand-over`, {
      version: body.version,
      to: { teamId: next },
    });
    expect((await list(carla, '?list=teams')).map((one) => one.id)).toEqual([promise.id]);
    expect((await list(colleague, '?list=teams')).map((one) => one.id)).toEqual([]);
    expect((await list(ana)).map((one) => one.id)).toEqual([promise.id]);
  });
});

describe('who cannot keep it', () => {
  const cases = [
    [
      'is away',
      (staffId: string) => app.act(asTest, (ctx) => recordAbsence(ctx, { staffId, from: friday.toString() })),
    ],
    ['has left the house', (staffId: string) => app.act(asTest, (ctx) => dismissStaff(ctx, staffId))],
    [
      'has left the team',
      (staffId: string, teamId: string) => app.act(asTest, (ctx) => leaveTeam(ctx, teamId, staffId)),
    ],
  ] as const;
  it.each(cases)('%s: the team sees it as nobody’s', async (_, go) => {
    const { ana, teamId, promise } = await promised();
    const ben = await asStaff(app, { teamIds: [teamId] });
    await go(ana.subjectId, teamId);
    await app.drain();
    expect((await list(ben, '?list=teams')).find((one) => one.id === promise.id)?.owner).toBeNull();
    const summary = (await call(ben, 'GET', '/api/promises/summary')).body as PromiseSummary;
    expect(summary.seen.unowned).toBe(1);
  });

  it('is not handed what is promised while away', async () => {
    const { ana, teamId, promise } = await promised();
    const ben = await asStaff(app, { teamIds: [teamId] });
    await app.act(asTest, (ctx) => recordAbsence(ctx, { staffId: ben.subjectId, from: friday.toString() }));
    const answer = await step(ana, promise.id, 'hand-over', { version: 1, to: { staffId: ben.subjectId } });
    expect(answer.body.code).toBe('promises.colleague-away');
  });
});

describe('the clock', () => {
  it('warns who owes it once, and breaks it once, however many look', async () => {
    const { ana, promise } = await promised(2);
    app.setNow(friday.add({ minutes: 100 }));
    await app.act(asTest, watchTheClock);
    const summary = (await call(ana, 'GET', '/api/promises/summary')).body as PromiseSummary;
    expect(summary).toMatchObject({ mine: { open: 1, near: 1, broken: 0 }, nearest: { id: promise.id, kind: 'call' } });
    app.setNow(friday.add({ hours: 2 }));
    await Promise.all(Array.from({ length: 5 }, () => app.act(asTest, watchTheClock)));
    await app.act(asTest, watchTheClock);
    const owner = new pg.Client(app.databaseUrl);
    await owner.connect();
    const facts = await owner.query('select kind from promises.promise_fact where promise_id = $1 order by version', [
      promise.id,
    ]);
    expect(facts.rows.map((row) => row.kind)).toEqual(['made', 'broken']);
    const { rows } = await owner.query('select broken_at, warned_at from promises.promise where id = $1', [promise.id]);
    expect(rows[0]).toMatchObject({ warned_at: expect.any(Date), broken_at: expect.any(Date) });
    await owner.end();
    expect((await list(ana, '?list=broken')).map((one) => one.id)).toEqual([promise.id]);
  });

  it('leaves alone what is kept or released', async () => {
    const { ana, conversationId, promise } = await promised(2);
    const other = await promiseBy(ana, conversationId, 2, 'send');
    await step(ana, promise.id, 'keeping', { version: 1 });
    await step(ana, other.id, 'release', { version: 1, reason: 'Not needed' });
    await tick(inHours(3));
    expect(await list(ana, '?list=broken')).toEqual([]);
    expect((await list(ana, '?list=ended')).map((one) => one.state).toSorted()).toEqual(['kept', 'released']);
  });
});

describe('death', () => {
  it('holds what was promised: nothing breaks, the alert stands beside it, and taking it back lets it run', async () => {
    const { ana, askerPersonId, promise } = await promised(2);
    await app.act(asTest, (ctx) =>
      setDeceased(ctx, askerPersonId, { source: 'staff', reason: 'The daughter told us' }),
    );
    await app.drain();
    expect((await list(ana))[0]).toMatchObject({ id: promise.id, state: 'held', alerts: { deceased: true } });
    await tick(inHours(3));
    expect((await list(ana))[0]).toMatchObject({ state: 'held' });
    expect(await list(ana, '?list=broken')).toEqual([]);
    await app.act(asTest, (ctx) => undoDeceased(ctx, askerPersonId, { reason: 'It was somebody else' }));
    await tick(inHours(3));
    expect((await list(ana, '?list=broken'))[0]).toMatchObject({ id: promise.id, alerts: { deceased: false } });
  });

  it('of the record it is merged into holds it too, and taking them apart ends that', async () => {
    const { ana, askerPersonId, promise } = await promised(48);
    const dead = await makeAsker(app);
    await app.act(asTest, (ctx) => setDeceased(ctx, dead, { source: 'staff', reason: 'A letter' }));
    const { mergeId } = await app.act(asTest, (ctx) =>
      mergePeople(ctx, { keepId: dead, mergeId: askerPersonId, reason: 'same' }),
    );
    await app.drain();
    expect((await list(ana))[0]).toMatchObject({ id: promise.id, state: 'held', person: { personId: dead } });
    await app.act(asTest, (ctx) => unmerge(ctx, mergeId, { reason: 'not the same' }));
    await app.drain();
    expect((await list(ana))[0]).toMatchObject({ state: 'open', person: { personId: askerPersonId } });
  });
});

describe('counting', () => {
  it('tells kept, late, broken, released and open by team and month; released after its time was broken', async () => {
    const { ana, teamId, conversationId, promise } = await promised(1);
    const more: PromiseView[] = [];
    for (const hours of [1, 1, 1, 1, 200]) more.push(await promiseBy(ana, conversationId, hours));
    const [late, broken, releasedLate, released] = more as [PromiseView, PromiseView, PromiseView, PromiseView];
    await step(ana, promise.id, 'keeping', { version: 1 });
    await step(ana, released.id, 'release', { version: 1, reason: 'Not needed' });
    await tick(inHours(2));
    await step(ana, late.id, 'keeping', { version: 2 });
    await step(ana, releasedLate.id, 'release', { version: 2, reason: 'Too late now' });
    expect((await list(ana, '?list=broken')).map((one) => one.id)).toEqual([broken.id]);
    const { months } = (await call(ana, 'GET', '/api/promises/counts')).body as PromiseCounts;
    const none = { made: 0, keptInTime: 0, keptLate: 0, broken: 0, released: 0, open: 0 };
    expect(months.filter((row) => row.team.teamId === teamId)).toMatchObject([
      { ...none, month: '2026-12', made: 1, open: 1 },
      { month: '2026-11', made: 5, keptInTime: 1, keptLate: 1, broken: 2, released: 1, open: 0 },
    ]);
  });

  it('pages in order, none twice and none left out', async () => {
    const { ana, conversationId, promise } = await promised(1);
    const ids = [promise.id];
    for (const hours of [2, 2, 2, 3]) ids.push((await promiseBy(ana, conversationId, hours)).id);
    const seen: string[] = [];
    let search = '?limit=2';
    for (;;) {
      const { promises, next } = (await call(ana, 'GET', `/api/promises${search}`)).body as PromisePage;
      seen.push(...promises.map((one) => one.id));
      if (!next) break;
      search = `?limit=2&cursor=${next}`;
    }
    expect(seen).toHaveLength(5);
    expect([seen[0], seen[4]]).toEqual([ids[0], ids[4]]);
    expect(new Set(seen)).toEqual(new Set(ids));
    expect((await call(ana, 'GET', '/api/promises?cursor=x')).status).toBe(400);
  });
});

it('what is typed is read in both languages by the clock of the team, and nothing is written', async () => {
  const facilityId = (await makeFacility(app, { timeZone: 'America/Chicago' })).id;
  const teamId = (await makeTeam(app, { facilityId })).id;
  app.setNow(friday);
  const ana = await asStaff(app, { teamIds: [teamId] });
  const text = 'We will ring you on Monday at 3 pm. Le enviaremos la carta el martes. We will write soon.';
  const { body } = await call(ana, 'POST', '/api/promises/found', { text, teamId });
  expect((body as Found).timeZone).toBe('America/Chicago');
  expect((body as Found).found.map(({ kind, dueAt }) => [kind, dueAt])).toEqual([
    ['call', '2026-11-30T21:00:00Z'],
    ['send', '2026-12-01T23:00:00Z'],
    ['write', null],
  ]);
  expect(await list(ana, '?list=teams')).toEqual([]);
});
