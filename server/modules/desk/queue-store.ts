import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { QueueSearch } from './contract.ts';
import { type ConversationRow, visible } from './conversation-store.ts';

type List = QueueSearch['list'];
type Turn = QueueSearch['turn'];

export interface QueueKey {
  /** When the first page was asked for: later pages judge by the same moment. */
  readonly asOf: Temporal.Instant;
  readonly rank: number;
  readonly key: number;
  readonly id: string;
}

/** As `turnOf` says it. */
const isOurs = sql`(c.last_message_from = 'person' or c.undelivered_at is not null or c.look_again_at is not null
  or c.promise_broken_at is not null)`;
const turnIs = (turn: Turn) =>
  turn === undefined ? sql`` : turn === 'ours' ? sql`and ${isOurs}` : sql`and not ${isOurs}`;

/**
 * Urgent words nobody has answered, then the rest; within each what is breached, what is near, what is not; what waits
 * for the person comes last. Of what is as pressing who waits for us stands before whom we answered, and then by due time.
 */
const rank = (asOf: Temporal.Instant) => sql<number>`
  case when c.waiting_since is not null then 18 else
    case when c.urgent_at is null then 6 else 0 end +
    case when c.next_due_at <= ${asOf} then 0 when c.next_near_at <= ${asOf} then 2 else 4 end +
    case when ${isOurs} then 0 else 1 end
  end`;

const conditions = (list: List, asOf: Temporal.Instant, staffId: string | null) => {
  const open = sql`c.resolved_at is null and c.waiting_since is null`;
  return {
    open,
    mine: sql`c.resolved_at is null and c.owner_staff_id = ${staffId}::uuid`,
    unclaimed: sql`${open} and c.owner_staff_id is null`,
    urgent: sql`c.resolved_at is null and c.urgent_at is not null`,
    breached: sql`${open} and c.next_due_at <= ${asOf}`,
    waiting: sql`c.waiting_since is not null`,
    resolved: sql`c.resolved_at is not null and c.merged_into_id is null`,
  }[list];
};

const orders = (list: List, asOf: Temporal.Instant) => {
  if (list === 'waiting') return { rank: sql`0`, key: sql`extract(epoch from c.waiting_since)::float8` };
  if (list === 'resolved') return { rank: sql`0`, key: sql`-extract(epoch from c.resolved_at)::float8` };
  return { rank: rank(asOf), key: sql`coalesce(extract(epoch from c.next_due_at)::float8, 1e15::float8)` };
};

export async function selectQueue(
  ctx: Ctx,
  asked: {
    list: List;
    teamId: string | undefined;
    turn: Turn;
    asOf: Temporal.Instant;
    after: QueueKey | undefined;
    limit: number;
  },
): Promise<(ConversationRow & { rank: number; key: number })[]> {
  const { list, teamId, turn, asOf, after, limit } = asked;
  const staffId = ctx.actor.kind === 'staff' ? ctx.actor.id : null;
  const order = orders(list, asOf);
  const { rows } = await sql<ConversationRow & { rank: number; key: number }>`
    select * from (
      select c.*, (${order.rank})::int as rank, ${order.key} as key from desk.conversation c
      where ${conditions(list, asOf, staffId)} and ${visible(ctx)} ${teamId ? sql`and c.team_id = ${teamId}` : sql``}
        ${turnIs(turn)}
    ) it
    ${after ? sql`where (it.rank, it.key, it.id) > (${after.rank}::int, ${after.key}::float8, ${after.id}::uuid)` : sql``}
    order by it.rank, it.key, it.id limit ${limit}`.execute(ctx.tx);
  return rows;
}

export interface Counts {
  readonly open: number;
  readonly ours: number;
  readonly theirs: number;
  readonly unclaimed: number;
  readonly urgent: number;
  readonly breached: number;
  readonly near: number;
  readonly waiting: number;
}

/** Everything unresolved that the actor may see, by team, and how much of it is theirs. */
export async function selectCounts(ctx: Ctx): Promise<(Counts & { team_id: string; is_mine: boolean })[]> {
  const staffId = ctx.actor.kind === 'staff' ? ctx.actor.id : null;
  const { rows } = await sql<Counts & { team_id: string; is_mine: boolean }>`
    select c.team_id, c.owner_staff_id is not distinct from ${staffId}::uuid and c.owner_staff_id is not null as is_mine,
      count(*) filter (where c.waiting_since is null)::int as open,
      count(*) filter (where c.waiting_since is null and ${isOurs})::int as ours,
      count(*) filter (where c.waiting_since is null and not ${isOurs})::int as theirs,
      count(*) filter (where c.waiting_since is null and c.owner_staff_id is null)::int as unclaimed,
      count(*) filter (where c.urgent_at is not null)::int as urgent,
      count(*) filter (where c.waiting_since is null and c.next_due_at <= ${ctx.now})::int as breached,
      count(*) filter (where c.waiting_since is null and c.next_near_at <= ${ctx.now}
        and (c.next_due_at > ${ctx.now} or c.next_due_at is null))::int as near,
      count(*) filter (where c.waiting_since is not null)::int as waiting
    from desk.conversation c where c.resolved_at is null and ${visible(ctx)}
    group by 1, 2`.execute(ctx.tx);
  return rows;
}
