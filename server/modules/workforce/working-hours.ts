import type { Ctx } from '../../platform/ctx.ts';
import { onConstraint } from '../../platform/database/constraints.ts';
import { presentWindow, windowRow } from '../../platform/hours.ts';
import { notFound, Problem } from '../../platform/problem.ts';
import type { WeeklyWindow } from './contract.ts';
import { canLead, onlyIf } from './policy.ts';
import { selectActive } from './store.ts';
import { replaceStaffWindows, selectStaffWindows } from './team-store.ts';

export const windowsOverlap = () =>
  new Problem('invalid', 'workforce.windows-overlap', {
    en: 'Two of these times overlap on the same day.',
    es: 'Dos de estos horarios se solapan en el mismo día.',
  });

/** The week in which someone usually works; replaces the week before. */
export async function setWorkingHours(ctx: Ctx, staffId: string, windows: readonly WeeklyWindow[]): Promise<void> {
  const staff = await selectActive(ctx, staffId);
  if (!staff) throw notFound();
  onlyIf(canLead(ctx.actor, { teamIds: staff.team_ids }));
  await replaceStaffWindows(ctx, staffId, windows.map(windowRow)).catch(
    onConstraint('staff_window_one_at_a_time', windowsOverlap),
  );
}

export async function readWorkingHours(ctx: Ctx, staffId: string): Promise<WeeklyWindow[]> {
  return (await selectStaffWindows(ctx, staffId)).map(presentWindow);
}
