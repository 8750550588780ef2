import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import { type ConversationRow, visible } from './conversation-store.ts';

/** Every case about these messages, by what answers for it now; each stands once under each of them. */
export async function selectCasesOfThreads(
  ctx: Ctx,
  threadIds: readonly string[],
): Promise<(ConversationRow & { in_thread: string })[]> {
  const { rows } = await sql<ConversationRow & { in_thread: string }>`
    select distinct on (c.thread_id, it.id) it.*, c.thread_id as in_thread from desk.conversation c
    join desk.conversation it on it.id = coalesce(c.merged_into_id, c.id)
    where c.thread_id = any(${threadIds}::uuid[]) order by c.thread_id, it.id`.execute(ctx.tx);
  return rows;
}

/** Other cases about the same messages as these, as far as the actor may see them, the oldest first. */
export async function selectCasesBeside(
  ctx: Ctx,
  threadIds: readonly string[],
  without: readonly string[],
): Promise<ConversationRow[]> {
  const { rows } = await sql<ConversationRow>`
    select c.* from desk.conversation c
    where c.thread_id = any(${threadIds}::uuid[]) and c.id <> all(${without}::uuid[]) and c.merged_into_id is null
      and ${visible(ctx)}
    order by c.opened_at, c.id`.execute(ctx.tx);
  return rows;
}

/** What a case has gathered, in that order. */
export async function selectGathered(ctx: Ctx, caseId: string): Promise<ConversationRow[]> {
  const { rows } = await sql<ConversationRow>`
    select c.* from desk.conversation c where c.merged_into_id = ${caseId} order by c.merged_at, c.id`.execute(ctx.tx);
  return rows;
}

/** All of them, held until this transaction ends, in an order in which two who do so cannot wait for each other. */
export async function lockTogether(ctx: Ctx, ids: readonly string[]): Promise<ConversationRow[]> {
  const { rows } = await sql<ConversationRow>`
    select c.* from desk.conversation c where c.id = any(${ids}::uuid[]) order by c.id for no key update`.execute(
    ctx.tx,
  );
  return rows;
}

/** Whose person has been waited for as long as was meant, in an order in which two cannot wait for each other. */
export async function selectWaitedLongEnough(ctx: Ctx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from desk.conversation where waiting_until <= ${ctx.now} order by id limit 500`.execute(ctx.tx);
  return rows.map((row) => row.id);
}

/** What one case had gathered goes along with it into another. */
export async function moveGathered(ctx: Ctx, fromId: string, intoId: string): Promise<void> {
  await sql`update desk.conversation set merged_into_id = ${intoId}, merged_with_id = ${fromId}
    where merged_into_id = ${fromId}`.execute(ctx.tx);
}

/** What had come along with it comes back with it. */
export async function bringBackGathered(ctx: Ctx, caseId: string): Promise<void> {
  await sql`update desk.conversation set merged_into_id = ${caseId}, merged_with_id = null
    where merged_with_id = ${caseId}`.execute(ctx.tx);
}

/**
 * Something was said in a thread. Its cases stand where their people left them, but the conversation is as new as its
 * last message; what was gathered has no turn of its own, so that it tells who wrote last.
 */
export async function updateLastMessage(
  ctx: Ctx,
  threadId: string,
  of: { exceptId: string | null; from: 'person' | 'staff' },
): Promise<void> {
  await sql`
    update desk.conversation set last_message_at = ${ctx.now},
      last_message_from = case when merged_into_id is null then last_message_from else ${of.from} end
    where thread_id = ${threadId} and id is distinct from ${of.exceptId}::uuid`.execute(ctx.tx);
}
