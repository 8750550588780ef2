import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import { visible } from './conversation-store.ts';

/** How much urgent work each has or is asked to take; who has none is not in it. */
export async function selectUrgentLoads(ctx: Ctx, staffIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ staff_id: string; load: number }>`
    select coalesce(owner_staff_id, urgent_for_staff_id) as staff_id, count(*)::int as load from desk.conversation
    where urgent_at is not null and resolved_at is null
      and coalesce(owner_staff_id, urgent_for_staff_id) = any(${staffIds}::uuid[])
    group by 1`.execute(ctx.tx);
  return new Map(rows.map((row) => [row.staff_id, row.load]));
}

export async function selectOfferedTo(ctx: Ctx, staffId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from desk.conversation where urgent_for_staff_id = ${staffId} order by id`.execute(ctx.tx);
  return rows.map((row) => row.id);
}

/** What this colleague is asked to take, the longest waiting first. */
export async function selectUrgentFor(ctx: Ctx, staffId: string): Promise<{ id: string; reference: string }[]> {
  const { rows } = await sql<{ id: string; reference: string }>`
    select c.id, c.reference from desk.conversation c
    where c.urgent_for_staff_id = ${staffId} and ${visible(ctx)} order by c.urgent_at, c.id limit 20`.execute(ctx.tx);
  return rows;
}
