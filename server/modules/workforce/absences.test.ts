import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Actor } from '../../platform/access/actor.ts';
import { asTest, startTestApp, type TestApp } from '../../testing/app.ts';
import { makeStaff, makeTeam, staffActor } from '../../testing/make-staff.ts';
import { cancelAbsence, dismissStaff, endAbsence, listAbsences, listColleagues, recordAbsence } from './index.ts';
import { workforceSchedules } from './reactions.ts';

const at = (text: string) => Temporal.Instant.from(text);
const morning = at('2026-11-24T09:00:00Z');

let app: TestApp;
let staffId: string;
let teamId: string;
beforeAll(async () => {
  app = await startTestApp({ now: morning });
});
afterAll(() => app?.stop());
beforeEach(async () => {
  app.setNow(morning);
  teamId = (await makeTeam(app)).id;
  staffId = (await makeStaff(app, { teamIds: [teamId] })).id;
});

const record = (from: string, until?: string, as: Actor = asTest) =>
  app.act(as, (ctx) => recordAbsence(ctx, { staffId, from: at(from), until: until === undefined ? until : at(until) }));

const tick = () =>
  app.act(asTest, async (ctx) => {
    for (const schedule of workforceSchedules) await schedule.run(ctx);
  });

const told = async () =>
  (
    await app.db
      .withTables<{ 'platform.event': { name: string; payload: { staffId: string } } }>()
      .selectFrom('platform.event')
      .select('payload')
      .where('name', '=', 'workforce.staff-absent')
      .execute()
  ).filter((it) => it.payload.staffId === staffId).length;

test('an absence that has begun is told at once, and only once', async () => {
  await record('2026-11-24T08:00:00Z', '2026-11-25T08:00:00Z');
  expect(await told()).toBe(1);
  await tick();
  expect(await told()).toBe(1);
  const [colleague] = await app.act(asTest, (ctx) => listColleagues(ctx, { teamId }));
  expect(colleague).toMatchObject({ id: staffId, absent: true, absentUntil: '2026-11-25T08:00:00Z' });
});

test('an absence to come is told on the moment it begins, by one of several clocks', async () => {
  await record('2026-11-24T12:00:00Z');
  app.setNow(at('2026-11-24T11:59:59Z'));
  await tick();
  expect(await told()).toBe(0);
  const [before] = await app.act(asTest, (ctx) => listColleagues(ctx, { teamId }));
  expect(before?.absent).toBe(false);
  app.setNow(at('2026-11-24T12:00:00Z'));
  await Promise.all([tick(), tick(), tick(), tick()]);
  expect(await told()).toBe(1);
});

test('an absence that was cancelled, or is over before anyone looked, is not told', async () => {
  const { id } = await record('2026-11-24T12:00:00Z', '2026-11-24T13:00:00Z');
  await app.act(asTest, (ctx) => cancelAbsence(ctx, id));
  await record('2026-11-24T14:00:00Z', '2026-11-24T15:00:00Z');
  await record('2026-11-23T14:00:00Z', '2026-11-23T15:00:00Z');
  app.setNow(at('2026-11-24T15:00:00Z'));
  await tick();
  expect(await told()).toBe(0);
});

test('of twenty absences recorded at once for the same day one is left; one beside it is fine', async () => {
  const answers = await Promise.allSettled(
    Array.from({ length: 20 }, (_, n) => record(`2026-12-01T0${n % 8}:00:00Z`, '2026-12-01T12:00:00Z')),
  );
  const refused = answers.filter((it) => it.status === 'rejected');
  expect(refused).toHaveLength(19);
  expect(new Set(refused.map((it) => it.reason.code))).toEqual(new Set(['workforce.absence-overlaps']));
  await record('2026-12-01T12:00:00Z', '2026-12-01T13:00:00Z');
  expect(await app.act(asTest, (ctx) => listAbsences(ctx, staffId))).toHaveLength(2);
});

test('who comes back early is there again, and the time is free', async () => {
  const { id } = await record('2026-11-24T08:00:00Z');
  app.setNow(at('2026-11-24T10:00:00Z'));
  await app.act(asTest, (ctx) => endAbsence(ctx, id));
  const [colleague] = await app.act(asTest, (ctx) => listColleagues(ctx, { teamId }));
  expect(colleague?.absent).toBe(false);
  await record('2026-11-24T10:00:00Z', '2026-11-24T11:00:00Z');
});

test('anyone records their own absence, a manager those of their team, nobody else any', async () => {
  const colleague = await makeStaff(app, { teamIds: [teamId] });
  const manager = await makeStaff(app, { teamIds: [teamId], roles: ['manager'] });
  const otherManager = await makeStaff(app, { teamIds: [(await makeTeam(app)).id], roles: ['manager'] });
  await record('2026-12-01T00:00:00Z', '2026-12-02T00:00:00Z', await staffActor(app, staffId));
  await record('2026-12-03T00:00:00Z', '2026-12-04T00:00:00Z', await staffActor(app, manager.id));
  for (const id of [colleague.id, otherManager.id])
    await expect(record('2026-12-05T00:00:00Z', undefined, await staffActor(app, id))).rejects.toMatchObject({
      code: 'workforce.not-yours-to-change',
    });
});

test('nobody is absent who no longer works here', async () => {
  await app.act(asTest, (ctx) => dismissStaff(ctx, staffId));
  await expect(record('2026-12-01T00:00:00Z')).rejects.toMatchObject({ kind: 'not-found' });
});
