import type { Ctx } from '../../platform/ctx.ts';
import { lostProxies } from '../people/index.ts';
import type { ConversationRow } from './conversation-store.ts';

type Named = Pick<ConversationRow, 'asker_current_id' | 'about_current_id'>;

const isAboutAnother = (row: Named) => row.about_current_id !== null && row.about_current_id !== row.asker_current_id;

/**
 * The asker once acted for whom it is about and may no longer: what is answered now is not for their eyes. Of askers
 * who never did staff decide what they may be told.
 */
export async function askerMayNoMore(ctx: Ctx, row: Named): Promise<boolean> {
  return (await withoutLost(ctx, row.asker_current_id, [row])).length === 0;
}

/** Of what one person asked all that they may still read. */
export async function withoutLost<Row extends Named>(
  ctx: Ctx,
  askerPersonId: string,
  rows: readonly Row[],
): Promise<Row[]> {
  const abouts = rows.filter(isAboutAnother).flatMap((row) => row.about_current_id ?? []);
  const lost = await lostProxies(ctx, askerPersonId, abouts);
  return rows.filter((row) => row.about_current_id === null || !lost.has(row.about_current_id));
}
