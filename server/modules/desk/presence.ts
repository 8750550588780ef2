import type { Ctx } from '../../platform/ctx.ts';
import { notFound } from '../../platform/problem.ts';
import { staffActor } from './changes.ts';
import type { PresentColleague } from './contract.ts';
import { selectConversation } from './conversation-store.ts';
import * as store from './presence-store.ts';

/** A screen says every 15 seconds that it is still there; two missed beats and it is gone. */
const goneAfter = { seconds: 40 };

/** Someone has it open, writes in it, or has closed it; news only when that changes something for others. */
export async function sayPresence(
  ctx: Ctx,
  id: string,
  doing: 'reading' | 'typing' | 'left',
): Promise<Record<string, never>> {
  const { id: staffId, name } = staffActor(ctx);
  if (!(await selectConversation(ctx, id))) throw notFound();
  const before = await store.selectDoing(ctx, id, staffId, ctx.now.subtract(goneAfter));
  if (doing === 'left') await store.deletePresence(ctx, id, staffId);
  else await store.upsertPresence(ctx, { conversation_id: id, staff_id: staffId, name, doing, seen_at: ctx.now });
  if (before !== (doing === 'left' ? undefined : doing)) await ctx.announce(`desk.conversation ${id}`);
  return {};
}

export async function whoIsHere(ctx: Ctx, ids: readonly string[]): Promise<Map<string, PresentColleague[]>> {
  const rows = await store.selectPresent(ctx, ids, ctx.now.subtract(goneAfter));
  const here = Map.groupBy(rows, (row) => row.conversation_id);
  const present = (row: store.PresenceRow) => ({ staffId: row.staff_id, name: row.name, doing: row.doing });
  return new Map([...here].map(([id, those]) => [id, those.map(present)]));
}

/** Those who left without a word; their screens closed or lost the network. */
export const sweepPresence = {
  name: 'desk.sweep-presence',
  cron: '*/10 * * * *',
  run: (ctx: Ctx) => store.deletePresenceBefore(ctx, ctx.now.subtract({ minutes: 5 })),
};
