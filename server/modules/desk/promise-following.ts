import type { Ctx } from '../../platform/ctx.ts';
import { moveWithSubject } from '../promises/index.ts';
import { selectGathered } from './case-store.ts';
import { type ConversationRow, selectAny } from './conversation-store.ts';

/** What was promised in a case and in those that it answers for. */
export async function subjectsOf(ctx: Ctx, row: Pick<ConversationRow, 'id'>) {
  const gathered = await selectGathered(ctx, row.id);
  return { kind: 'conversation' as const, ids: [row.id, ...gathered.map((one) => one.id)] };
}

/** Who sees a case sees what was promised in it: also when it goes to another team, or another case answers for it. */
export async function movePromises(ctx: Ctx, before: ConversationRow, row: ConversationRow): Promise<void> {
  if (before.team_id === row.team_id && before.merged_into_id === row.merged_into_id) return;
  const holder = row.merged_into_id ? ((await selectAny(ctx, row.merged_into_id)) ?? row) : row;
  await moveWithSubject(ctx, await subjectsOf(ctx, row), { teamId: holder.team_id, facilityId: holder.facility_id });
}
