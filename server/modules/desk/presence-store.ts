import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';

export interface PresenceRow {
  readonly conversation_id: string;
  readonly staff_id: string;
  readonly name: string;
  readonly doing: 'reading' | 'typing';
  readonly seen_at: Temporal.Instant;
}

const db = (ctx: Ctx) => ctx.tx.withTables<{ 'desk.presence': PresenceRow }>();

/** What they were doing before, if they had been seen since `since`. */
export async function selectDoing(ctx: Ctx, conversationId: string, staffId: string, since: Temporal.Instant) {
  const row = await db(ctx)
    .selectFrom('desk.presence')
    .select('doing')
    .where('conversation_id', '=', conversationId)
    .where('staff_id', '=', staffId)
    .where('seen_at', '>', since)
    .executeTakeFirst();
  return row?.doing;
}

export async function upsertPresence(ctx: Ctx, row: PresenceRow): Promise<void> {
  await sql`
    insert into desk.presence (conversation_id, staff_id, name, doing, seen_at)
    values (${row.conversation_id}, ${row.staff_id}, ${row.name}, ${row.doing}, ${row.seen_at})
    on conflict (conversation_id, staff_id)
    do update set name = excluded.name, doing = excluded.doing, seen_at = excluded.seen_at`.execute(ctx.tx);
}

export async function deletePresence(ctx: Ctx, conversationId: string, staffId: string): Promise<boolean> {
  const done = await sql`
    delete from desk.presence where conversation_id = ${conversationId} and staff_id = ${staffId}`.execute(ctx.tx);
  return done.numAffectedRows === 1n;
}

export async function selectPresent(ctx: Ctx, conversationIds: readonly string[], since: Temporal.Instant) {
  if (conversationIds.length === 0) return [];
  return db(ctx)
    .selectFrom('desk.presence')
    .selectAll()
    .where('conversation_id', 'in', conversationIds)
    .where('seen_at', '>', since)
    .orderBy('name')
    .execute();
}

export async function deletePresenceBefore(ctx: Ctx, moment: Temporal.Instant): Promise<void> {
  await sql`delete from desk.presence where seen_at < ${moment}`.execute(ctx.tx);
}
