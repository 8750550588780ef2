import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';

/** All that a read needs; sign-in has no whole context yet. */
export interface Reading {
  readonly tx: Transaction<unknown>;
  readonly now: Temporal.Instant;
}

/** One person and all who were merged into them: whoever reads a person reads all of these. */
export const belongingTo = (id: string): RawBuilder<unknown> =>
  sql`(select b.id from people.person b where b.id = ${id} or b.merged_into = ${id})`;

export async function selectBelonging(ctx: Pick<Ctx, 'tx'>, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select b.id from ${belongingTo(id)} b`.execute(ctx.tx);
  return rows.map((row) => row.id);
}

export async function findCurrentId(ctx: Pick<Ctx, 'tx'>, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select coalesce(merged_into, id) as id from people.person where id = ${id}`.execute(ctx.tx);
  return rows[0]?.id;
}

/** Holds these people still until the transaction ends; always in the same order, so that two never wait in a circle. */
export async function lockPeople(ctx: Pick<Ctx, 'tx'>, ids: readonly string[]): Promise<LockedPerson[]> {
  const { rows } = await sql<LockedPerson>`
    select id, merged_into, verified_at from people.person where id = any (${ids}::uuid[]) order by id for update`.execute(
    ctx.tx,
  );
  return rows;
}

export interface LockedPerson {
  readonly id: string;
  readonly merged_into: string | null;
  readonly verified_at: Temporal.Instant | null;
}
