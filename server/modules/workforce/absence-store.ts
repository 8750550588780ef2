import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';

export interface AbsenceRow {
  id: string;
  staff_id: string;
  from_at: Temporal.Instant;
  until_at: Temporal.Instant | null;
}

interface AbsenceTable extends AbsenceRow {
  recorded_at: Temporal.Instant;
  recorded_by: string | null;
  cancelled_at: Temporal.Instant | null;
  cancelled_by: string | null;
  announced_at: Temporal.Instant | null;
}

type Tables = {
  'workforce.absence': AbsenceTable;
};

const db = (ctx: Ctx) => ctx.tx.withTables<Tables>();

/** One colleague's absences one at a time: many at once for one day would wait for each other in a circle. */
export async function insertAbsence(ctx: Ctx, row: AbsenceTable): Promise<void> {
  await sql`select from workforce.staff where id = ${row.staff_id} for no key update`.execute(ctx.tx);
  await db(ctx).insertInto('workforce.absence').values(row).execute();
}

export const selectAbsence = (ctx: Ctx, absenceId: string) =>
  db(ctx)
    .selectFrom('workforce.absence')
    .select(['id', 'staff_id', 'from_at', 'until_at'])
    .where('id', '=', absenceId)
    .where('cancelled_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();

export async function selectComingAbsences(ctx: Ctx, staffId: string): Promise<AbsenceRow[]> {
  const { rows } = await sql<AbsenceRow>`
    select id, staff_id, from_at, until_at from workforce.absence
    where staff_id = ${staffId} and cancelled_at is null and (until_at is null or until_at > ${ctx.now})
    order by from_at limit 100`.execute(ctx.tx);
  return rows;
}

export const updateAbsence = (ctx: Ctx, absenceId: string, row: Partial<AbsenceTable>) =>
  db(ctx).updateTable('workforce.absence').set(row).where('id', '=', absenceId).execute();

/** Absences that have begun and of which nobody was told; marked as told. Several processes take different ones. */
export async function takeBegun(ctx: Ctx): Promise<AbsenceRow[]> {
  const { rows } = await sql<AbsenceRow>`
    update workforce.absence set announced_at = ${ctx.now} where id in (
      select id from workforce.absence
      where announced_at is null and cancelled_at is null and from_at <= ${ctx.now}
        and (until_at is null or until_at > ${ctx.now})
      order by id limit 500 for update skip locked)
    returning id, staff_id, from_at, until_at`.execute(ctx.tx);
  return rows;
}
