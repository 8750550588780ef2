import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';

export interface TargetRow {
  readonly reason: string | null;
  readonly urgent: boolean;
  readonly response_minutes: number;
  readonly resolution_minutes: number;
}

const db = (ctx: Ctx) => ctx.tx.withTables<{ 'desk.target': TargetRow }>();

export const selectTargets = (ctx: Ctx): Promise<TargetRow[]> =>
  db(ctx).selectFrom('desk.target').selectAll().orderBy(sql`reason nulls first`).orderBy('urgent').execute();

/** The reason's own row, or the one for every reason where it has none. */
export async function selectTarget(ctx: Ctx, reason: string, urgent: boolean): Promise<TargetRow | undefined> {
  const { rows } = await sql<TargetRow>`
    select * from desk.target where (reason = ${reason} or reason is null) and urgent = ${urgent}
    order by reason nulls last limit 1`.execute(ctx.tx);
  return rows[0];
}

export async function upsertTarget(ctx: Ctx, row: TargetRow): Promise<void> {
  await sql`
    insert into desk.target (reason, urgent, response_minutes, resolution_minutes)
    values (${row.reason}, ${row.urgent}, ${row.response_minutes}, ${row.resolution_minutes})
    on conflict on constraint target_once
    do update set response_minutes = excluded.response_minutes, resolution_minutes = excluded.resolution_minutes`.execute(
    ctx.tx,
  );
}

/** Never the rows for every reason: there is always a target. */
export const deleteTarget = (ctx: Ctx, reason: string, urgent: boolean) =>
  db(ctx).deleteFrom('desk.target').where('reason', '=', reason).where('urgent', '=', urgent).execute();
