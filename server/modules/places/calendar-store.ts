import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { DayWindowRow } from '../../platform/hours.ts';

export interface HolidayRow {
  on_date: Temporal.PlainDate;
  from_minute: number;
  until_minute: number;
  name: string;
}

export interface SpecialDayRow {
  on_date: Temporal.PlainDate;
  name: string;
  windows: DayWindowRow[];
}

export async function selectHolidays(
  ctx: Ctx,
  facilityId: string,
  from: Temporal.PlainDate,
  until: Temporal.PlainDate,
): Promise<HolidayRow[]> {
  const { rows } = await sql<HolidayRow>`
    select on_date, from_minute, until_minute, name from places.holiday
    where facility_id = ${facilityId} and on_date between ${from} and ${until}
    order by on_date, from_minute, until_minute`.execute(ctx.tx);
  return rows;
}

export async function selectSpecialDays(
  ctx: Ctx,
  facilityId: string,
  from: Temporal.PlainDate,
  until: Temporal.PlainDate,
): Promise<SpecialDayRow[]> {
  const { rows } = await sql<SpecialDayRow>`
    select day.on_date, day.name, (select coalesce(json_agg(json_build_object('opens_minute', opens_minute,
      'closes_minute', closes_minute) order by opens_minute), '[]') from places.special_window
      where facility_id = day.facility_id and on_date = day.on_date) as windows
    from places.special_day day
    where day.facility_id = ${facilityId} and day.on_date between ${from} and ${until}
    order by day.on_date`.execute(ctx.tx);
  return rows;
}

export async function replaceSpecialDay(
  ctx: Ctx,
  facilityId: string,
  day: { date: Temporal.PlainDate; name: string; by: string | null; windows: readonly DayWindowRow[] },
) {
  await sql`
    insert into places.special_day (facility_id, on_date, name, set_at, set_by)
    values (${facilityId}, ${day.date}, ${day.name}, ${ctx.now}, ${day.by})
    on conflict (facility_id, on_date) do update
      set name = excluded.name, set_at = excluded.set_at, set_by = excluded.set_by`.execute(ctx.tx);
  await sql`delete from places.special_window where facility_id = ${facilityId} and on_date = ${day.date}`.execute(
    ctx.tx,
  );
  await sql`
    insert into places.special_window (facility_id, on_date, opens_minute, closes_minute)
    select ${facilityId}, ${day.date}, opens_minute, closes_minute
    from jsonb_to_recordset(${JSON.stringify(day.windows)}::jsonb) as given (opens_minute integer, closes_minute integer)`.execute(
    ctx.tx,
  );
}

export async function deleteSpecialDay(ctx: Ctx, facilityId: string, date: Temporal.PlainDate): Promise<boolean> {
  const done = await sql`
    delete from places.special_day where facility_id = ${facilityId} and on_date = ${date}`.execute(ctx.tx);
  return done.numAffectedRows === 1n;
}
