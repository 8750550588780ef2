import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';

/** Open conversations of one colleague, by the team in which they lie. */
export async function countHeldByTeam(ctx: Ctx, staffId: string): Promise<{ team_id: string; open: number }[]> {
  const { rows } = await sql<{ team_id: string; open: number }>`
    select team_id, count(*)::int as open from desk.conversation
    where resolved_at is null and owner_staff_id = ${staffId} group by team_id order by team_id`.execute(ctx.tx);
  return rows;
}

export interface OpenKind {
  readonly reason: string;
  readonly facility_id: string | null;
  readonly open: number;
}

/** Open conversations of a team, by what decides which team would have them next. */
export async function countOpenByKind(ctx: Ctx, teamId: string): Promise<OpenKind[]> {
  const { rows } = await sql<OpenKind>`
    select reason, facility_id, count(*)::int as open from desk.conversation
    where resolved_at is null and team_id = ${teamId} group by reason, facility_id order by reason, facility_id`.execute(
    ctx.tx,
  );
  return rows;
}
