import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import { belongingTo } from './store.ts';

export interface TimelineRow {
  readonly id: string;
  readonly person_id: string;
  readonly at: Temporal.Instant;
  readonly kind: string;
  readonly ref_id: string;
}

/** The same thing told twice stands there once, with what was said last. */
export async function upsertTimelineRow(
  ctx: Ctx,
  row: {
    id: string;
    personId: string;
    at: string;
    kind: string;
    refId: string;
    visibleTo: readonly string[];
    hiddenFrom: readonly string[];
  },
): Promise<void> {
  await sql`
    insert into people.timeline_entry (id, person_id, at, kind, ref_id, visible_to, hidden_from, recorded_at)
    values (${row.id}, ${row.personId}, ${row.at}, ${row.kind}, ${row.refId}, ${row.visibleTo}::text[],
      ${row.hiddenFrom}::text[], ${ctx.now})
    on conflict on constraint timeline_entry_once do update set at = excluded.at, visible_to = excluded.visible_to,
      hidden_from = excluded.hidden_from`.execute(ctx.tx);
}

export async function updateTimelineViewers(
  ctx: Ctx,
  { refId, visibleTo }: { refId: string; visibleTo: readonly string[] },
): Promise<void> {
  await sql`
    update people.timeline_entry set visible_to = ${visibleTo}::text[] ||
      array(select word from unnest(visible_to) as word where word = 'person' or word like 'proxy:%')
    where ref_id = ${refId}`.execute(ctx.tx);
}

export interface Place {
  readonly at: string;
  readonly id: string;
}

/** What others recorded, and visits, newest first; only what one of the viewer's tokens opens and none closes. */
export async function listTimelineRows(
  ctx: Pick<Ctx, 'tx'>,
  personId: string,
  tokens: readonly string[] | 'all',
  after: Place | undefined,
  limit: number,
): Promise<TimelineRow[]> {
  const all = tokens === 'all';
  const words = all ? [] : tokens;
  const seesVisits = all || words.includes('staff') || words.includes('person') || words.includes('proxy:visits');
  const { rows } = await sql<TimelineRow>`
    select * from (
      (select id, person_id, at, kind, ref_id from people.timeline_entry
        where person_id in ${belongingTo(personId)}
          and (${all} or (visible_to && ${words}::text[] and not hidden_from && ${words}::text[]))
          and (${after?.at ?? null}::timestamptz is null or (at, id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
        order by at desc, id desc limit ${limit})
      union all
      (select id, person_id, starts_at, 'people.visit', id from people.visit
        where ${seesVisits} and person_id in ${belongingTo(personId)}
          and (${after?.at ?? null}::timestamptz is null or (starts_at, id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
        order by starts_at desc, id desc limit ${limit})) happened
    order by at desc, id desc limit ${limit}`.execute(ctx.tx);
  return rows;
}
