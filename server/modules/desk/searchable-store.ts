import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';

/** Words that stand in a conversation. */
export interface Piece {
  readonly id: string;
  readonly words: readonly string[];
}

/** Each conversation once. Words that are known already change nothing. */
export async function addWords(ctx: Ctx, pieces: readonly Piece[]): Promise<void> {
  await sql`select desk.add_words(${JSON.stringify(pieces)}::jsonb)`.execute(ctx.tx);
}

export interface DueRow {
  readonly id: string;
  readonly reference: string;
  readonly subject: string;
}

/** The newest conversations whose texts nobody has read for the search yet; they are due no more once this commits. */
export async function takeDue(ctx: Ctx, most: number): Promise<DueRow[]> {
  const { rows } = await sql<DueRow>`
    with taken as (delete from desk.search_due where conversation_id in (
      select conversation_id from desk.search_due order by opened_at desc limit ${most} for update skip locked) returning conversation_id)
    select c.id, c.reference, c.subject from taken join desk.conversation c on c.id = taken.conversation_id`.execute(
    ctx.tx,
  );
  return rows;
}

export async function isAnyDue(ctx: Ctx): Promise<boolean> {
  const { rows } = await sql<{ due: boolean }>`select exists (select from desk.search_due) as due`.execute(ctx.tx);
  return rows[0]?.due ?? false;
}

export async function selectIdsOfThread(ctx: Ctx, threadId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from desk.conversation where thread_id = ${threadId} order by id`.execute(ctx.tx);
  return rows.map((row) => row.id);
}
