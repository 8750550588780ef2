import type { Ctx } from '../../platform/ctx.ts';
import { type GateReason, listSuggested, previewAnswer } from '../messaging/index.ts';
import type { Conversation } from './contract.ts';
import { type ConversationRow, selectConversation } from './conversation-store.ts';
import { askerMayNoMore } from './may-no-more.ts';

/** Where the portal too reaches nobody: who is signed out signs in by mail. */
const reachesNobody: readonly (GateReason | null)[] = ['deceased', 'no-mail-here'];

/** What staff must know before they write: who reads it, and what becomes of it. */
export async function readDelivery(
  ctx: Ctx,
  row: ConversationRow,
): Promise<Pick<Conversation, 'askerMayNoMore' | 'delivery'>> {
  const mayNoMore = await askerMayNoMore(ctx, row);
  return {
    askerMayNoMore: mayNoMore,
    delivery: mayNoMore ? { form: 'held', reason: 'proxy-over' } : await deliveryOf(ctx, row),
  };
}

async function deliveryOf(ctx: Ctx, row: ConversationRow): Promise<Conversation['delivery']> {
  const address = row.answer_by === 'email-in-full' ? (row.answer_address ?? undefined) : undefined;
  const { form, reason } = await previewAnswer(ctx, {
    threadId: row.thread_id,
    personId: row.asker_current_id,
    address,
  });
  if (form === null) return { form: reachesNobody.includes(reason) ? 'held' : 'portal-only', reason };
  return { form: form === 'in-full' ? 'in-full' : 'notice', reason };
}

/** Where the mail that began this points; more than that there is one only to who may see it. */
export async function readPointsTo(ctx: Ctx, row: ConversationRow): Promise<Conversation['pointsTo']> {
  if (row.channel !== 'email') return null;
  const [suggested] = await listSuggested(ctx, row.thread_id);
  if (!suggested) return null;
  const other = await selectConversation(ctx, suggested.threadId);
  return {
    because: suggested.because,
    conversation: other ? { id: other.id, reference: other.reference, subject: other.subject } : null,
  };
}
