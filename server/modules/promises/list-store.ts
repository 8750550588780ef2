import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { PromiseSearch } from './contract.ts';
import { type PromiseRow, visible } from './store.ts';

export interface Place {
  readonly at: Temporal.Instant;
  readonly id: string;
}

const isOwed = sql`p.kept_at is null and p.released_at is null`;
const endedAt = sql`coalesce(p.kept_at, p.released_at)`;
const isBroken = (ctx: Ctx) =>
  sql`${isOwed} and (p.broken_at is not null or (p.held_at is null and p.due_at <= ${ctx.now}))`;

export async function selectPage(
  ctx: Ctx,
  asked: { list: PromiseSearch['list']; teamId: string | undefined; after: Place | undefined; limit: number },
): Promise<PromiseRow[]> {
  const { list, teamId, after, limit } = asked;
  const staffId = ctx.actor.kind === 'staff' ? ctx.actor.id : null;
  const isEnded = list === 'ended';
  const which = {
    mine: sql`${isOwed} and p.owner_staff_id = ${staffId}::uuid`,
    teams: isOwed,
    broken: isBroken(ctx),
    ended: sql`not (${isOwed})`,
  }[list];
  const key = isEnded ? endedAt : sql`p.due_at`;
  const [order, beyond] = isEnded ? [sql`desc`, sql`<`] : [sql`asc`, sql`>`];
  const { rows } = await sql<PromiseRow>`
    select p.* from promises.promise p
    where ${which} and ${visible(ctx)} ${teamId ? sql`and p.team_id = ${teamId}` : sql``}
      ${after ? sql`and (${key}, p.id) ${beyond} (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
    order by ${key} ${order}, p.id ${order} limit ${limit}`.execute(ctx.tx);
  return rows;
}

export interface Summary {
  readonly open: number;
  readonly near: number;
  readonly broken: number;
  readonly seen_unowned: number;
  readonly seen_broken: number;
}

export async function selectSummary(ctx: Ctx): Promise<Summary> {
  const staffId = ctx.actor.kind === 'staff' ? ctx.actor.id : null;
  const isMine = sql`p.owner_staff_id is not distinct from ${staffId}::uuid and p.owner_staff_id is not null`;
  const broken = isBroken(ctx);
  const { rows } = await sql<Summary>`
    select count(*) filter (where ${isMine})::int as open,
      count(*) filter (where ${isMine} and p.near_at <= ${ctx.now} and p.due_at > ${ctx.now} and p.held_at is null)::int as near,
      count(*) filter (where ${isMine} and ${broken})::int as broken,
      count(*) filter (where p.owner_staff_id is null)::int as seen_unowned,
      count(*) filter (where ${broken})::int as seen_broken
    from promises.promise p where ${isOwed} and ${visible(ctx)}`.execute(ctx.tx);
  return rows[0] ?? { open: 0, near: 0, broken: 0, seen_unowned: 0, seen_broken: 0 };
}

/** Of what this staff member owes: the nearest that is near and not due. */
export async function selectNearest(ctx: Ctx, staffId: string): Promise<PromiseRow | undefined> {
  const { rows } = await sql<PromiseRow>`
    select p.* from promises.promise p
    where ${isOwed} and p.owner_staff_id = ${staffId} and p.near_at <= ${ctx.now} and p.due_at > ${ctx.now}
      and p.held_at is null
    order by p.due_at, p.id limit 1`.execute(ctx.tx);
  return rows[0];
}

export interface MonthRow {
  readonly month: string;
  readonly team_id: string;
  readonly made: number;
  readonly kept_in_time: number;
  readonly kept_late: number;
  readonly broken: number;
  readonly released: number;
  readonly open: number;
}

/** The months of the house's calendar in which they were due. Withdrawn after its time is broken all the same. */
export async function selectMonths(ctx: Ctx, since: Temporal.Instant): Promise<MonthRow[]> {
  const zone = ctx.house.hospital.timeZone;
  const { rows } = await sql<MonthRow>`
    select to_char(p.due_at at time zone ${zone}, 'YYYY-MM') as month, p.team_id, count(*)::int as made,
      count(*) filter (where p.kept_at <= p.due_at)::int as kept_in_time,
      count(*) filter (where p.kept_at > p.due_at)::int as kept_late,
      count(*) filter (where (${isBroken(ctx)}) or p.released_at >= p.due_at)::int as broken,
      count(*) filter (where p.released_at < p.due_at)::int as released,
      count(*) filter (where ${isOwed} and not (${isBroken(ctx)}))::int as open
    from promises.promise p where p.due_at >= ${since} and ${visible(ctx)}
    group by 1, 2 order by 1 desc, 2`.execute(ctx.tx);
  return rows;
}
