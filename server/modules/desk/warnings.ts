import { randomUUIDv7 } from 'node:crypto';
import type { Ctx } from '../../platform/ctx.ts';
import { notFound } from '../../platform/problem.ts';
import { type Colleague, listColleagues } from '../workforce/index.ts';
import { announce, sawPeople, staffActor } from './changes.ts';
import { type Calendar, dueAt, openMinutesBetween } from './clocks.ts';
import type { Ladder, LadderStep, Warnings } from './contract.ts';
import { type ConversationRow, selectAny, selectConversation } from './conversation-store.ts';
import { calendarOf } from './hours.ts';
import { readBeside } from './people-beside.ts';
import { maySetTargets } from './policy.ts';
import { onlyWhoMaySet } from './rule-of-team.ts';
import * as store from './warning-store.ts';

/** In the order in which they come. */
export const moments = ['near', 'half', 'due', 'later'] as const satisfies readonly store.Moment[];

/**
 * When the next one is to be told: when little is left (`near`), when half of that is left, when it is due, and as long
 * after that as it was told before; all in open time. Null: everybody has been told, or it stands still.
 */
export function nextWarningAt(
  clock: { near_at: Temporal.Instant | null; due_at: Temporal.Instant | null },
  warned: number,
  calendar: Calendar,
): Temporal.Instant | null {
  const { near_at: near, due_at: due } = clock;
  if (!near || !due) return null;
  const margin = openMinutesBetween(near, due, calendar);
  const half = () => dueAt({ start: near, minutes: margin / 2, calendar }) ?? due;
  const later = () => dueAt({ start: due, minutes: Math.max(margin, 1), calendar }) ?? null;
  return [() => near, half, () => due, later][warned]?.() ?? null;
}

/** Tells everybody who is to be told now; each moment of a clock once, whoever runs it beside us. */
async function warn(ctx: Ctx): Promise<void> {
  for (const clock of await store.takeClocksToWarnOf(ctx, 200)) {
    const row = await selectAny(ctx, clock.conversation_id);
    const moment = moments[clock.warned_moments];
    if (!row || !moment || !clock.due_at) continue;
    const calendar = await calendarOf(ctx, row.team_id, row.resolution_started_at);
    const warned_moments = clock.warned_moments + 1;
    await store.updateWarned(ctx, clock.id, {
      warned_moments,
      next_warning_at: nextWarningAt(clock, warned_moments, calendar),
    });
    await tellOf(ctx, row, clock, moment);
  }
}

async function tellOf(ctx: Ctx, row: ConversationRow, clock: store.DueClock, moment: store.Moment): Promise<void> {
  const tells = stepFor(await store.selectSteps(ctx), row.team_id, moment);
  if (tells === 'nobody' || !clock.due_at) return;
  const told = await store.selectTold(ctx, clock.id);
  const { staffId, as } = await whoIsTold(ctx, row, tells, told);
  await store.insertWarning(ctx, {
    ...{ id: randomUUIDv7(), clock_id: clock.id, conversation_id: row.id, moment, at: ctx.now },
    ...{ to_staff_id: staffId, told_as: as, due_at: clock.due_at, seen_at: null },
  });
  await announce(ctx, row);
  if (staffId) await ctx.announce(`desk.staff ${staffId}`);
}

const stepFor = (steps: readonly store.StepRow[], teamId: string, moment: store.Moment): store.Tells =>
  (
    steps.find((step) => step.team_id === teamId && step.moment === moment) ??
    steps.find((step) => step.team_id === null && step.moment === moment)
  )?.tells ?? 'nobody';

/** A person, never a list: the one on the step, or who stands in for them; of several who has least open. */
async function whoIsTold(ctx: Ctx, row: ConversationRow, tells: store.Tells, told: readonly string[]) {
  const there = (await listColleagues(ctx, { teamId: row.team_id })).filter((one) => !one.absent);
  if (tells === 'owner') {
    const owner = there.find((one) => one.id === row.owner_staff_id) ?? (await presentOwner(ctx, row));
    if (owner) return { staffId: owner.id, as: 'owner' as const };
    return { staffId: await leastBusy(ctx, there, told), as: 'stand-in' as const };
  }
  const others = there.filter((one) => one.id !== row.owner_staff_id);
  if (tells === 'colleague' && others.length > 0)
    return { staffId: await leastBusy(ctx, others, told), as: 'colleague' as const };
  return { staffId: await leastBusy(ctx, await leadersOf(ctx, row), told), as: 'lead' as const };
}

/** Who has it may be in another team. */
async function presentOwner(ctx: Ctx, row: ConversationRow): Promise<Colleague | undefined> {
  if (!row.owner_staff_id) return undefined;
  return (await listColleagues(ctx)).find((one) => one.id === row.owner_staff_id && !one.absent);
}

/** Managers where it lies, nearest first: of the team, of the facility, of the house; without any the administrators. */
async function leadersOf(ctx: Ctx, row: ConversationRow): Promise<Colleague[]> {
  const there = (await listColleagues(ctx)).filter((one) => !one.absent);
  const managers = there.filter((one) => one.roles.includes('manager'));
  const groups = [
    managers.filter((one) => one.teamIds.includes(row.team_id)),
    managers.filter((one) => row.facility_id !== null && one.facilityIds.includes(row.facility_id)),
    managers.filter((one) => one.facilityIds.length === 0),
    there.filter((one) => one.roles.includes('administrator')),
  ];
  return groups.find((group) => group.length > 0) ?? [];
}

/** Of those who have not been told of it yet, where there are any. */
async function leastBusy(ctx: Ctx, them: readonly Colleague[], told: readonly string[]): Promise<string | null> {
  const fresh = them.filter((one) => !told.includes(one.id));
  const choice = fresh.length > 0 ? fresh : them;
  const open = await store.countOpenOf(
    ctx,
    choice.map((one) => one.id),
  );
  const load = (one: Colleague) => open.get(one.id) ?? 0;
  return choice.toSorted((a, b) => load(a) - load(b) || (a.id < b.id ? -1 : 1))[0]?.id ?? null;
}

export const warnOfDeadlines = { name: 'desk.warn-of-deadlines', cron: '* * * * *', run: warn };

/** What the actor was told and has not looked at. */
export async function listWarnings(ctx: Ctx): Promise<Warnings> {
  const rows = await store.selectUnseen(ctx, staffActor(ctx).id, 50);
  const beside = await readBeside(
    ctx,
    rows.map((row) => ({ ...row, owner_staff_id: null })),
  );
  for (const row of rows) ctx.sees(row.asker_current_id);
  return {
    warnings: rows.map((row) => ({
      ...{ id: row.id, conversationId: row.conversation_id, reference: row.reference, subject: row.subject },
      ...{ askerName: beside.people.get(row.asker_current_id)?.name ?? '–', clock: row.kind, moment: row.moment },
      ...{ toldAs: row.told_as, at: row.at.toString(), dueAt: row.due_at.toString() },
    })),
  };
}

/** Who opens the case has seen what they were told about it. */
export async function markWarningsSeen(ctx: Ctx, conversationId: string): Promise<Record<string, never>> {
  const { id } = staffActor(ctx);
  const row = await selectConversation(ctx, conversationId);
  if (!row) throw notFound();
  sawPeople(ctx, row);
  await store.updateSeen(ctx, conversationId, id);
  await ctx.announce(`desk.staff ${id}`);
  return {};
}

/** Who is told when, by team. */
export async function readLadder(ctx: Ctx): Promise<Ladder> {
  return {
    steps: (await store.selectSteps(ctx)).map((step) => ({
      ...{ teamId: step.team_id, moment: step.moment, tells: step.tells },
    })),
    can: maySetTargets(ctx.actor) ? ['set'] : [],
  };
}

export async function setLadderStep(ctx: Ctx, step: LadderStep): Promise<Ladder> {
  await onlyWhoMaySet(ctx, step.teamId);
  await store.upsertStep(ctx, { team_id: step.teamId, moment: step.moment, tells: step.tells });
  return readLadder(ctx);
}
