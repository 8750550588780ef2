import type { Ctx } from '../../platform/ctx.ts';
import { listColleagues } from '../workforce/index.ts';
import type { ConversationRow } from './conversation-store.ts';
import { selectUrgentLoads } from './urgent-offer-store.ts';

type Standing = Pick<ConversationRow, 'id' | 'team_id' | 'owner_staff_id' | 'urgent_at' | 'resolved_at'> & {
  readonly urgent_for_staff_id: string | null;
};

/**
 * While nobody has what is urgent, one colleague is asked by name: somebody of the team who is there, with the least
 * urgent work. Everybody else still sees it first and may take it. Null: somebody has it, or nobody is there.
 */
export async function offeredTo(ctx: Ctx, row: Standing): Promise<string | null> {
  if (!row.urgent_at || row.owner_staff_id || row.resolved_at) return null;
  const there = (await listColleagues(ctx, { teamId: row.team_id })).filter((one) => !one.absent).map((one) => one.id);
  if (row.urgent_for_staff_id && there.includes(row.urgent_for_staff_id)) return row.urgent_for_staff_id;
  const loads = await selectUrgentLoads(ctx, there);
  const load = (id: string) => loads.get(id) ?? 0;
  return there.toSorted((a, b) => load(a) - load(b))[0] ?? null;
}
