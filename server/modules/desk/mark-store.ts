import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import { visible } from './conversation-store.ts';
import type { MarkKind } from './mark-shapes.ts';

export interface MarkRow {
  readonly id: string;
  readonly conversation_id: string;
  readonly mark: MarkKind;
  readonly words: readonly string[];
  readonly at: Temporal.Instant;
  readonly by_staff_id: string | null;
}

interface CorrectionRow {
  readonly id: string;
  readonly mark_id: string;
  readonly turn: number;
  readonly at: Temporal.Instant;
  readonly by_staff_id: string;
  readonly reason: string | null;
}

/** With how often it was withdrawn or set again; after an odd number it does not stand. */
export type MarkState = MarkRow & { readonly case_id: string; readonly turns: number };

const db = (ctx: Ctx) => ctx.tx.withTables<{ 'desk.mark': MarkRow; 'desk.mark_correction': CorrectionRow }>();

export const insertMarks = (ctx: Ctx, rows: readonly MarkRow[]) =>
  db(ctx).insertInto('desk.mark').values(rows).execute();

export const insertCorrections = (ctx: Ctx, rows: readonly CorrectionRow[]) =>
  db(ctx).insertInto('desk.mark_correction').values(rows).execute();

/** Of these cases and of what they have gathered, in the order in which they were made. */
export async function selectMarks(ctx: Ctx, caseIds: readonly string[]): Promise<MarkState[]> {
  const { rows } = await sql<MarkState>`
    select m.*, case when c.id = any(${caseIds}::uuid[]) then c.id else c.merged_into_id end as case_id,
      (select count(*)::int from desk.mark_correction it where it.mark_id = m.id) as turns
    from desk.mark m join desk.conversation c on c.id = m.conversation_id
    where c.id = any(${caseIds}::uuid[]) or c.merged_into_id = any(${caseIds}::uuid[])
    order by m.at, m.id`.execute(ctx.tx);
  return rows;
}

/** Whether colleagues have said something about its danger at this moment or since. */
export async function isDangerCorrectedSince(ctx: Ctx, caseId: string, since: Temporal.Instant): Promise<boolean> {
  const { rows } = await sql<{ is_so: boolean }>`
    select exists (
      select from desk.mark m left join desk.mark_correction it on it.mark_id = m.id
      where m.conversation_id = ${caseId} and m.mark = 'danger'
        and (it.at >= ${since} or (m.by_staff_id is not null and m.at >= ${since}))) as is_so`.execute(ctx.tx);
  return rows[0]?.is_so ?? false;
}

export interface MarkCount {
  readonly mark: MarkKind;
  readonly heard: number;
  readonly withdrawn: number;
  readonly added: number;
}

/** Of everything that the actor may see. */
export async function selectMarkCounts(ctx: Ctx): Promise<MarkCount[]> {
  const { rows } = await sql<MarkCount>`
    select m.mark, count(*) filter (where m.by_staff_id is null)::int as heard,
      count(*) filter (where m.by_staff_id is null and m.turns % 2 = 1)::int as withdrawn,
      count(*) filter (where m.by_staff_id is not null and m.turns % 2 = 0)::int as added
    from (
      select it.*, (select count(*) from desk.mark_correction one where one.mark_id = it.id) as turns
      from desk.mark it join desk.conversation c on c.id = it.conversation_id where ${visible(ctx)}
    ) m group by m.mark`.execute(ctx.tx);
  return rows;
}
