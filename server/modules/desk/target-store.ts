import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';

export interface TargetRow {
  readonly team_id: string | null;
  readonly reason: string | null;
  readonly urgent: boolean;
  readonly response_minutes: number;
  readonly next_response_minutes: number;
  readonly resolution_minutes: number;
}

const db = (ctx: Ctx) => ctx.tx.withTables<{ 'desk.target': TargetRow }>();

export const selectTargets = (ctx: Ctx): Promise<TargetRow[]> =>
  db(ctx)
    .selectFrom('desk.target')
    .selectAll()
    .orderBy(sql`team_id nulls first, reason nulls first`)
    .orderBy('urgent')
    .execute();

/** The narrowest row: of this reason in this team, of this team, of this reason, of everything. */
export async function selectTarget(
  ctx: Ctx,
  of: { teamId: string; reason: string; urgent: boolean },
): Promise<TargetRow | undefined> {
  const { rows } = await sql<TargetRow>`
    select * from desk.target where (team_id = ${of.teamId} or team_id is null)
      and (reason = ${of.reason} or reason is null) and urgent = ${of.urgent}
    order by team_id nulls last, reason nulls last limit 1`.execute(ctx.tx);
  return rows[0];
}

export async function upsertTarget(ctx: Ctx, row: TargetRow): Promise<void> {
  await sql`
    insert into desk.target (team_id, reason, urgent, response_minutes, next_response_minutes, resolution_minutes)
    values (${row.team_id}, ${row.reason}, ${row.urgent}, ${row.response_minutes}, ${row.next_response_minutes},
      ${row.resolution_minutes})
    on conflict on constraint target_once
    do update set response_minutes = excluded.response_minutes,
      next_response_minutes = excluded.next_response_minutes, resolution_minutes = excluded.resolution_minutes`.execute(
    ctx.tx,
  );
}

/** Never the rows for every reason in every team: there is always a target. */
export const deleteTarget = (ctx: Ctx, of: { teamId: string | null; reason: string | null; urgent: boolean }) =>
  sql`delete from desk.target where team_id is not distinct from ${of.teamId}::uuid
    and reason is not distinct from ${of.reason} and urgent = ${of.urgent}
    and (team_id is not null or reason is not null)`.execute(ctx.tx);
