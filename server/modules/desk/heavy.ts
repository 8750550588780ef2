import type { Ctx } from '../../platform/ctx.ts';
import { isDeceased, isMourning } from '../people/index.ts';
import type { ConversationRow } from './conversation-store.ts';
import { marksOf } from './marks.ts';
import { countHeavySince, insertHeavyTaken } from './pool-store.ts';

/**
 * Hard to hear: with somebody who mourns, about somebody who has died, or in words that may carry grief or anger. Asked
 * only for who is offered what; nobody is told that a conversation is hard, and nobody is measured by it.
 */
export async function isHeavy(ctx: Ctx, row: ConversationRow): Promise<boolean> {
  const { asker_current_id: asker, about_current_id: about } = row;
  const marks = (await marksOf(ctx, [row.id])).get(row.id) ?? [];
  if (marks.some(({ mark }) => mark === 'grief' || mark === 'anger')) return true;
  return (await isMourning(ctx, asker)) || (about !== null && (await isDeceased(ctx, about)));
}

export async function noteHeavy(ctx: Ctx, row: ConversationRow, staffId: string): Promise<void> {
  if (await isHeavy(ctx, row)) await insertHeavyTaken(ctx, { conversationId: row.id, staffId });
}

/** How many hard ones each of them took since midnight where the hospital is. */
export function heavyToday(ctx: Ctx, staffIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const midnight = ctx.now.toZonedDateTimeISO(ctx.house.hospital.timeZone).startOfDay().toInstant();
  return countHeavySince(ctx, staffIds, midnight);
}
