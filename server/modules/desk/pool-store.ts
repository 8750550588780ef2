import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { ConversationRow } from './conversation-store.ts';

export interface PoolRuleRow {
  readonly team_id: string | null;
  readonly most_open: number;
  readonly heavy_a_day: number;
  readonly assigns: boolean;
}

const db = (ctx: Ctx) => ctx.tx.withTables<{ 'desk.pool_rule': PoolRuleRow }>();

export const selectPoolRules = (ctx: Ctx): Promise<PoolRuleRow[]> =>
  db(ctx).selectFrom('desk.pool_rule').selectAll().orderBy(sql`team_id nulls first`).execute();

export async function upsertPoolRule(ctx: Ctx, row: PoolRuleRow): Promise<void> {
  await sql`insert into desk.pool_rule (team_id, most_open, heavy_a_day, assigns)
    values (${row.team_id}, ${row.most_open}, ${row.heavy_a_day}, ${row.assigns})
    on conflict on constraint pool_rule_once do update set most_open = excluded.most_open,
      heavy_a_day = excluded.heavy_a_day, assigns = excluded.assigns`.execute(ctx.tx);
}

/** What each has open and could go on with. */
export async function countLoad(ctx: Ctx, staffIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; open: number }>`
    select owner_staff_id as id, count(*)::int as open from desk.conversation
    where resolved_at is null and waiting_since is null and owner_staff_id = any(${staffIds}::uuid[]) group by 1`.execute(
    ctx.tx,
  );
  return new Map(rows.map((row) => [row.id, row.open]));
}

/** What nobody has, the most pressing first. */
export async function selectUnclaimed(
  ctx: Ctx,
  of: { teamIds: readonly string[]; urgentOnly: boolean; limit: number },
): Promise<ConversationRow[]> {
  const { rows } = await sql<ConversationRow>`
    select c.* from desk.conversation c
    where c.team_id = any(${of.teamIds}::uuid[]) and c.resolved_at is null and c.waiting_since is null
      and c.owner_staff_id is null ${of.urgentOnly ? sql`and c.urgent_at is not null` : sql``}
    order by c.urgent_at is null, c.next_due_at nulls last, c.id limit ${of.limit}`.execute(ctx.tx);
  return rows;
}

/** Held, if nobody has it yet and no colleague is being given it at this moment. */
export async function takeIfFree(ctx: Ctx, id: string): Promise<ConversationRow | undefined> {
  const { rows } = await sql<ConversationRow>`
    select c.* from desk.conversation c where c.id = ${id} and c.owner_staff_id is null and c.resolved_at is null
    for no key update skip locked`.execute(ctx.tx);
  return rows[0];
}

export async function insertHeavyTaken(ctx: Ctx, it: { conversationId: string; staffId: string }): Promise<void> {
  await sql`insert into desk.heavy_taken (conversation_id, staff_id, at)
    values (${it.conversationId}, ${it.staffId}, ${ctx.now})
    on conflict (conversation_id, staff_id) do update set at = excluded.at`.execute(ctx.tx);
}

export async function countHeavySince(
  ctx: Ctx,
  staffIds: readonly string[],
  since: Temporal.Instant,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; taken: number }>`
    select staff_id as id, count(*)::int as taken from desk.heavy_taken
    where staff_id = any(${staffIds}::uuid[]) and at >= ${since} group by 1`.execute(ctx.tx);
  return new Map(rows.map((row) => [row.id, row.taken]));
}

/** One at a time in a team: who comes after us finds the turn that we gave. */
export async function holdOrder(ctx: Ctx, teamId: string): Promise<void> {
  await sql`insert into desk.pool_order (team_id) values (${teamId}) on conflict do nothing`.execute(ctx.tx);
  await sql`select from desk.pool_order where team_id = ${teamId} for update`.execute(ctx.tx);
}

/** Who is there for the first time begins level with who had fewest turns, so that nobody has to catch up. */
export async function joinTurns(ctx: Ctx, teamId: string, staffIds: readonly string[]): Promise<void> {
  await sql`insert into desk.pool_turn (team_id, staff_id, turns)
    select ${teamId}, staff_id, coalesce((select min(turns) from desk.pool_turn
      where team_id = ${teamId} and staff_id = any(${staffIds}::uuid[])), 0)
    from unnest(${staffIds}::uuid[]) staff_id on conflict do nothing`.execute(ctx.tx);
}

/** Those in whose turn it is, the first one first. */
export async function selectInTurn(ctx: Ctx, teamId: string, staffIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ staff_id: string }>`
    select staff_id from desk.pool_turn where team_id = ${teamId} and staff_id = any(${staffIds}::uuid[])
    order by turns, last_at nulls first, staff_id`.execute(ctx.tx);
  return rows.map((row) => row.staff_id);
}

export async function giveTurn(ctx: Ctx, teamId: string, staffId: string): Promise<void> {
  await sql`update desk.pool_turn set turns = turns + 1, last_at = ${ctx.now}
    where team_id = ${teamId} and staff_id = ${staffId}`.execute(ctx.tx);
}
