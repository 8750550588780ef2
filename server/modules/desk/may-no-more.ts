import type { Ctx } from '../../platform/ctx.ts';
import { lostProxies } from '../people/index.ts';
import type { ConversationRow } from './conversation-store.ts';

type Named = Pick<ConversationRow, 'asker_current_id' | 'about_current_id'>;

/**
 * The asker once acted for whom it is about and may no longer: what is answered now is not for their eyes. Of askers
 * who never did staff decide what they may be told.
 */
export async function askerMayNoMore(
  ctx: Ctx,
  { asker_current_id: asker, about_current_id: about }: Named,
): Promise<boolean> {
  if (about === null || about === asker) return false;
  return (await lostProxies(ctx, asker, [about])).has(about);
}
