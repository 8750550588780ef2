import type { Ctx } from '../../platform/ctx.ts';
import { announce } from './changes.ts';
import { lockAnyConversation, updateQuietly } from './conversation-store.ts';
import { offeredTo } from './urgent-offer.ts';
import { selectOfferedTo } from './urgent-offer-store.ts';

/** Who was asked is not there any more: somebody else is. */
export async function offerElsewhere(ctx: Ctx, staffId: string): Promise<void> {
  for (const id of await selectOfferedTo(ctx, staffId)) {
    const row = await lockAnyConversation(ctx, id);
    if (row?.urgent_for_staff_id !== staffId) continue;
    const after = await updateQuietly(ctx, id, { urgent_for_staff_id: await offeredTo(ctx, row) });
    await announce(ctx, row, after);
  }
}
