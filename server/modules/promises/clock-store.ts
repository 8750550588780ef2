import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { PromiseRow } from './store.ts';

const isOwed = sql`kept_at is null and released_at is null`;
/** What one run takes; the next minute takes the rest. */
const most = 500;

/** Due and not kept, the oldest first; what another run has in hand is left to it. */
export async function lockOverdue(ctx: Ctx): Promise<PromiseRow[]> {
  const { rows } = await sql<PromiseRow>`
    select * from promises.promise
    where ${isOwed} and broken_at is null and held_at is null and due_at <= ${ctx.now}
    order by due_at, id limit ${most} for no key update skip locked`.execute(ctx.tx);
  return rows;
}

/** Marks as told those that have become near, and says which: once each. */
export async function warnNear(ctx: Ctx): Promise<Pick<PromiseRow, 'id' | 'owner_staff_id' | 'team_id'>[]> {
  const { rows } = await sql<Pick<PromiseRow, 'id' | 'owner_staff_id' | 'team_id'>>`
    update promises.promise set warned_at = ${ctx.now}
    where id in (select id from promises.promise where ${isOwed} and warned_at is null and near_at <= ${ctx.now}
      order by near_at limit ${most} for no key update skip locked)
    returning id, owner_staff_id, team_id`.execute(ctx.tx);
  return rows;
}
