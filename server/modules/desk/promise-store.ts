import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';

/** Every case in which something can have been promised to who wrote in this thread: its own, and what answers for them. */
export async function selectCaseIdsOfThread(ctx: Ctx, threadId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from desk.conversation c where c.thread_id = ${threadId}
    union select c.merged_into_id from desk.conversation c where c.thread_id = ${threadId} and c.merged_into_id is not null`.execute(
    ctx.tx,
  );
  return rows.map((row) => row.id);
}
