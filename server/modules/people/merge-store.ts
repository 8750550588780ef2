import { sql } from 'kysely';
import { actorId } from '../../platform/access/actor.ts';
import type { Ctx } from '../../platform/ctx.ts';

export interface MergeRow {
  readonly id: string;
  readonly kept_id: string;
  readonly merged_id: string;
  readonly brought_ids: string[];
  readonly reason: string;
  readonly merged_at: Temporal.Instant;
  readonly undone_at: Temporal.Instant | null;
}

export async function listMerges(ctx: Pick<Ctx, 'tx'>, personId: string) {
  const { rows } = await sql<MergeRow & { given: string; family: string; preferred: string | null }>`
    select m.id, m.kept_id, m.merged_id, m.brought_ids, m.reason, m.merged_at, m.undone_at, n.given, n.family, n.preferred
    from people.merge m join people.name n on n.person_id = m.merged_id and n.kind = 'current'
    where m.undone_at is null and m.merged_id in (select id from people.person where merged_into = ${personId})
    order by m.merged_at desc, m.id desc`.execute(ctx.tx);
  return rows;
}

/** Those who are kept under this id; they move along when it is merged itself. */
export async function listMergedInto(ctx: Ctx, personId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from people.person where merged_into = ${personId} order by id for update`.execute(ctx.tx);
  return rows.map((row) => row.id);
}

export async function pointPeople(ctx: Ctx, ids: readonly string[], to: string | null): Promise<void> {
  if (ids.length > 0)
    await sql`update people.person set merged_into = ${to} where id = any (${ids}::uuid[])`.execute(ctx.tx);
}

export async function insertMerge(
  ctx: Ctx,
  row: { id: string; keptId: string; mergedId: string; broughtIds: readonly string[]; reason: string },
): Promise<void> {
  await sql`
    insert into people.merge (id, kept_id, merged_id, brought_ids, reason, merged_at, merged_by)
    values (${row.id}, ${row.keptId}, ${row.mergedId}, ${row.broughtIds}::uuid[], ${row.reason}, ${ctx.now},
      ${actorId(ctx.actor) ?? null})`.execute(ctx.tx);
}

export async function findMerge(ctx: Ctx, mergeId: string): Promise<MergeRow | undefined> {
  const { rows } = await sql<MergeRow>`
    select id, kept_id, merged_id, brought_ids, reason, merged_at, undone_at from people.merge where id = ${mergeId}`.execute(
    ctx.tx,
  );
  return rows[0];
}

/** False when somebody undid it first. */
export async function endMerge(ctx: Ctx, mergeId: string, reason: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update people.merge set undone_at = ${ctx.now}, undone_by = ${actorId(ctx.actor) ?? null}, undone_reason = ${reason}
    where id = ${mergeId} and undone_at is null`.execute(ctx.tx);
  return numAffectedRows === 1n;
}

/** Of those who came along, the ones whose own merge still stands. */
export async function stillMerged(ctx: Ctx, ids: readonly string[], into: string): Promise<string[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select p.id from people.person p join people.merge m on m.merged_id = p.id and m.undone_at is null
    where p.id = any (${ids}::uuid[]) and m.kept_id = ${into} order by p.id`.execute(ctx.tx);
  return rows.map((row) => row.id);
}
