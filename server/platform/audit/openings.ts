import { sql } from 'kysely';
import type { Ctx } from '../ctx.ts';

export interface OpeningQuery {
  /** Whose data it was; several ids for one person. */
  readonly personIds: readonly string[];
  /** Things by which an entry counts when it names one of them (a record, a conversation). */
  readonly named: readonly string[];
  /** Actions that count though they name nothing. */
  readonly actions: readonly string[];
  /** Whose midnight parts the days: an IANA name. */
  readonly zone: string;
  /** The last row that was shown. */
  readonly after?: { readonly at: Temporal.Instant; readonly actorId: string } | undefined;
  readonly limit: number;
}

/** What one staff member looked at or changed on one day. */
export interface Opening {
  readonly actorId: string;
  readonly firstAt: Temporal.Instant;
  readonly lastAt: Temporal.Instant;
  /** Of the things that count, by id or by action, each once. */
  readonly things: readonly string[];
}

/** Who among the staff had a person's data before them, a row for each of them and day, the latest first. */
export async function listOpenings(ctx: Pick<Ctx, 'tx'>, query: OpeningQuery): Promise<Opening[]> {
  const { personIds, named, actions, zone, after, limit } = query;
  if (named.length + actions.length === 0) return [];
  const until = after && startOfNextDay(after.at, zone);
  const { rows } = await sql<{
    actor_id: string;
    first_at: Temporal.Instant;
    last_at: Temporal.Instant;
    things: string[];
  }>`
    with counted as (
      select entry.actor_id, entry.at, (entry.at at time zone ${zone})::date as day,
        coalesce(thing.name, entry.action) as thing
      from platform.audit_entry entry
      left join lateral (select detail.value as name from jsonb_each_text(entry.details) detail
        where detail.value = any (${named}::text[]) limit 1) thing on true
      where entry.person_ids && ${personIds}::uuid[] and entry.actor_kind = 'staff' and entry.outcome = 'done'
        ${until ? sql`and entry.at < ${until}::timestamptz` : sql``}
        and (thing.name is not null or entry.action = any (${actions}::text[]))
    )
    select actor_id, min(at) as first_at, max(at) as last_at, array_agg(distinct thing) as things
    from counted group by actor_id, day
    ${after ? sql`having (max(at), actor_id) < (${after.at}::timestamptz, ${after.actorId}::uuid)` : sql``}
    order by max(at) desc, actor_id desc limit ${limit}`.execute(ctx.tx);
  return rows.map((row) => ({
    ...{ actorId: row.actor_id, firstAt: row.first_at, lastAt: row.last_at, things: row.things },
  }));
}

/** Later days are shown already; the day of the last row may have others below it. */
const startOfNextDay = (at: Temporal.Instant, zone: string): Temporal.Instant =>
  at.toZonedDateTimeISO(zone).startOfDay().add({ days: 1 }).toInstant();
