import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';

interface HolidayRow {
  readonly on_date: string;
  readonly from_minute: number;
  readonly until_minute: number;
  readonly name: string;
}

/** Puts the days of a calendar in place of those before; of two files at once, one holds whole. */
export async function replaceHolidays(
  ctx: Ctx,
  facilityId: string,
  calendar: { text: string; from: Temporal.PlainDate; days: readonly HolidayRow[] },
) {
  await sql`
    insert into places.holiday_calendar (facility_id, ics_text, read_at) values (${facilityId}, ${calendar.text}, ${ctx.now})
    on conflict (facility_id) do update set ics_text = excluded.ics_text, read_at = excluded.read_at,
      feed_failed_at = null, feed_failure = null`.execute(ctx.tx);
  await sql`delete from places.holiday where facility_id = ${facilityId} and on_date >= ${calendar.from}`.execute(
    ctx.tx,
  );
  await sql`
    insert into places.holiday (facility_id, on_date, from_minute, until_minute, name)
    select ${facilityId}, on_date, from_minute, until_minute, name
    from jsonb_to_recordset(${JSON.stringify(calendar.days)}::jsonb)
      as given (on_date date, from_minute integer, until_minute integer, name text)`.execute(ctx.tx);
}

export async function deleteHolidays(ctx: Ctx, facilityId: string) {
  await sql`delete from places.holiday_calendar where facility_id = ${facilityId}`.execute(ctx.tx);
  await sql`delete from places.holiday where facility_id = ${facilityId} and on_date >= ${ctx.now}::date`.execute(
    ctx.tx,
  );
}

export interface CalendarRow {
  readonly facility_id: string;
  readonly ics_text: string | null;
  readonly read_at: Temporal.Instant | null;
  readonly feed_url: string | null;
  readonly feed_failed_at: Temporal.Instant | null;
  readonly feed_failure: string | null;
  readonly days: number;
}

export async function selectCalendar(ctx: Ctx, facilityId: string): Promise<CalendarRow | undefined> {
  const { rows } = await sql<CalendarRow>`
    select facility_id, ics_text, read_at, feed_url, feed_failed_at, feed_failure,
      (select count(*) from places.holiday where holiday.facility_id = holiday_calendar.facility_id) as days
    from places.holiday_calendar where facility_id = ${facilityId}`.execute(ctx.tx);
  return rows[0];
}

/** From another address nothing was read yet. */
export async function upsertFeed(ctx: Ctx, facilityId: string, url: string) {
  await sql`
    insert into places.holiday_calendar as it (facility_id, feed_url) values (${facilityId}, ${url})
    on conflict (facility_id) do update
      set feed_url = excluded.feed_url, feed_failed_at = null, feed_failure = null,
        read_at = case when it.feed_url is not distinct from excluded.feed_url then it.read_at end`.execute(ctx.tx);
}

export async function markFeedFailed(ctx: Ctx, facilityId: string, reason: string) {
  await sql`
    update places.holiday_calendar set feed_failed_at = ${ctx.now}, feed_failure = ${reason}
    where facility_id = ${facilityId}`.execute(ctx.tx);
}

/** Feeds of open facilities that were not asked since a moment; marked as asked. */
export async function takeFeeds(ctx: Ctx, since: Temporal.Instant): Promise<string[]> {
  const { rows } = await sql<{ facility_id: string }>`
    update places.holiday_calendar it set feed_asked_at = ${ctx.now} from places.facility
    where facility.id = it.facility_id and facility.closed_at is null and it.feed_url is not null
      and (it.feed_asked_at is null or it.feed_asked_at <= ${since})
    returning it.facility_id`.execute(ctx.tx);
  return rows.map((row) => row.facility_id);
}

/** Calendars that were last read before a moment, the oldest first; those with an address are fetched instead. */
export async function selectStale(
  ctx: Ctx,
  before: Temporal.Instant,
): Promise<{ facility_id: string; ics_text: string }[]> {
  const { rows } = await sql<{ facility_id: string; ics_text: string }>`
    select it.facility_id, it.ics_text from places.holiday_calendar it
      join places.facility on facility.id = it.facility_id and facility.closed_at is null
    where it.feed_url is null and it.ics_text is not null and it.read_at <= ${before}
    order by it.read_at limit 20`.execute(ctx.tx);
  return rows;
}
