import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { StateFact } from './fact-store.ts';

/** Every id asked for beside those of all records that are the same person. */
const belonging = (ids: readonly string[]) => sql`
  (select a.id as asked, b.id from people.person a
    join people.person b on coalesce(b.merged_into, b.id) = coalesce(a.merged_into, a.id)
    where a.id = any(${ids}::uuid[]))`;

/** The latest fact of each state of each of these people, in one query. */
export async function latestStatesOf(ctx: Pick<Ctx, 'tx'>, ids: readonly string[]) {
  const { rows } = await sql<StateFact & { asked: string }>`
    select distinct on (b.asked, f.state) b.asked, f.state, f.holds, f.on_date, f.until_date, f.source, f.reason,
      f.recorded_at, f.recorded_by_kind, f.recorded_by
    from ${belonging(ids)} b join people.state_fact f on f.person_id = b.id
    order by b.asked, f.state, f.position desc`.execute(ctx.tx);
  return Map.groupBy(rows, (row) => row.asked);
}

/** Who of these people has asked for care in how they are reached; a rule of any of their records counts. */
export async function selectCareful(ctx: Pick<Ctx, 'tx'>, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ asked: string }>`
    select distinct asked from (
      select distinct on (b.asked, f.person_id) b.asked, f.do_not_name_clinic or f.no_voicemail or f.only_from is not null
        or f.only_channel is not null or f.code_word is not null or f.words is not null as careful
      from ${belonging(ids)} b join people.safe_contact_fact f on f.person_id = b.id
      order by b.asked, f.person_id, f.position desc) latest
    where careful`.execute(ctx.tx);
  return new Set(rows.map((row) => row.asked));
}
