import { randomUUIDv7 } from 'node:crypto';
import { actorId } from '../../platform/access/actor.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { onConstraint } from '../../platform/database/constraints.ts';
import type { Schedule } from '../../platform/jobs/delivery.ts';
import { notFound, Problem } from '../../platform/problem.ts';
import * as store from './absence-store.ts';
import type { Absence } from './contract.ts';
import { staffAbsent } from './events.ts';
import { canRecordAbsence, onlyIf } from './policy.ts';
import { selectActive } from './store.ts';

const overlaps = () =>
  new Problem('conflict', 'workforce.absence-overlaps', {
    en: 'Another absence is already recorded for part of this time.',
    es: 'Ya hay otra ausencia anotada en parte de este tiempo.',
  });

const endsBeforeItBegins = () =>
  new Problem('invalid', 'workforce.absence-ends-first', {
    en: 'An absence ends after it begins.',
    es: 'Una ausencia termina después de empezar.',
  });

/** Someone is away, without `until` until further notice. Tells of it on the moment it begins: now, or by the clock. */
export async function recordAbsence(
  ctx: Ctx,
  given: { staffId: string; from: Temporal.Instant | string; until?: Temporal.Instant | string | undefined },
): Promise<{ id: string }> {
  await mustBeAllowed(ctx, given.staffId);
  const from = Temporal.Instant.from(given.from);
  const until = given.until === undefined ? undefined : Temporal.Instant.from(given.until);
  if (until && Temporal.Instant.compare(until, from) <= 0) throw endsBeforeItBegins();
  const id = randomUUIDv7();
  const begun = Temporal.Instant.compare(from, ctx.now) <= 0;
  const over = until !== undefined && Temporal.Instant.compare(until, ctx.now) <= 0;
  const tell = begun && !over;
  await store
    .insertAbsence(ctx, {
      id,
      staff_id: given.staffId,
      from_at: from,
      until_at: until ?? null,
      announced_at: tell ? ctx.now : null,
      recorded_at: ctx.now,
      recorded_by: actorId(ctx.actor) ?? null,
      cancelled_at: null,
      cancelled_by: null,
    })
    .catch(onConstraint('absence_one_at_a_time', overlaps));
  if (tell) await ctx.emit(staffAbsent, { staffId: given.staffId, absenceId: id });
  return { id };
}

/** It was never so, or will not be. */
export async function cancelAbsence(ctx: Ctx, absenceId: string): Promise<void> {
  const absence = await store.selectAbsence(ctx, absenceId);
  if (!absence) throw notFound();
  await mustBeAllowed(ctx, absence.staff_id);
  await store.updateAbsence(ctx, absenceId, { cancelled_at: ctx.now, cancelled_by: actorId(ctx.actor) ?? null });
}

/** They are back, sooner than was said. */
export async function endAbsence(ctx: Ctx, absenceId: string): Promise<void> {
  const absence = await store.selectAbsence(ctx, absenceId);
  if (!absence) throw notFound();
  await mustBeAllowed(ctx, absence.staff_id);
  if (Temporal.Instant.compare(absence.from_at, ctx.now) >= 0) throw endsBeforeItBegins();
  if (absence.until_at && Temporal.Instant.compare(absence.until_at, ctx.now) <= 0) return;
  await store.updateAbsence(ctx, absenceId, { until_at: ctx.now });
}

/** Now and to come, the next first. */
export async function listAbsences(ctx: Ctx, staffId: string): Promise<Absence[]> {
  return (await store.selectComingAbsences(ctx, staffId)).map((row) => ({
    id: row.id,
    staffId: row.staff_id,
    from: row.from_at.toString(),
    ...(row.until_at && { until: row.until_at.toString() }),
  }));
}

async function mustBeAllowed(ctx: Ctx, staffId: string): Promise<void> {
  const staff = await selectActive(ctx, staffId);
  if (!staff) throw notFound();
  onlyIf(canRecordAbsence(ctx.actor, { id: staffId, teamIds: staff.team_ids }));
}

export const announceAbsences: Schedule = {
  name: 'workforce.announce-absences',
  cron: '* * * * *',
  async run(ctx) {
    for (const begun of await store.takeBegun(ctx))
      await ctx.emit(staffAbsent, { staffId: begun.staff_id, absenceId: begun.id });
  },
};
