import { type Generated, sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { WindowRow } from '../../platform/hours.ts';
import type { Identifier } from './contract.ts';

interface AddressColumns {
  address_lines: string[];
  city: string | null;
  region: string | null;
  postal_code: string | null;
  country: string | null;
}

export interface FacilityRow extends AddressColumns {
  id: string;
  name: string;
  time_zone: string;
  phone: string | null;
  identifiers: Identifier[];
  source_system: string | null;
  source_id: string | null;
  version: number;
  windows: WindowRow[];
}

export type NewFacilityRow = Pick<FacilityRow, 'id' | 'name' | 'time_zone' | 'phone' | keyof AddressColumns>;

type Tables = {
  'places.facility': NewFacilityRow & {
    version: Generated<number>;
    created_at: Temporal.Instant;
    closed_at: Temporal.Instant | null;
    closed_by: string | null;
  };
  'places.facility_window': WindowRow & { facility_id: string };
};

const db = (ctx: Ctx) => ctx.tx.withTables<Tables>();

const facilities = sql`
  select facility.id, facility.name, facility.time_zone, facility.phone, facility.address_lines, facility.city,
    facility.region, facility.postal_code, facility.country, facility.identifiers, facility.source_system,
    facility.source_id, facility.version,
    (select coalesce(json_agg(json_build_object('weekday', weekday, 'opens_minute', opens_minute, 'closes_minute',
      closes_minute) order by weekday, opens_minute), '[]') from places.facility_window
      where facility_id = facility.id) as windows
  from places.facility`;

/** `alsoClosed`: for clocks that were started while it was open. */
export async function selectFacility(ctx: Ctx, facilityId: string, alsoClosed = false) {
  const { rows } = await sql<FacilityRow>`
    ${facilities} where facility.id = ${facilityId} and (${alsoClosed} or facility.closed_at is null)`.execute(ctx.tx);
  return rows[0];
}

export interface PageQuery {
  readonly after: { readonly name: string; readonly id: string } | undefined;
  readonly limit: number;
}

export async function selectFacilities(ctx: Ctx, { after, limit }: PageQuery): Promise<FacilityRow[]> {
  const { rows } = await sql<FacilityRow>`
    ${facilities} where facility.closed_at is null
      ${after ? sql`and (lower(facility.name), facility.id) > (lower(${after.name}), ${after.id}::uuid)` : sql``}
    order by lower(facility.name), facility.id limit ${limit}`.execute(ctx.tx);
  return rows;
}

export const insertFacility = (ctx: Ctx, row: NewFacilityRow) =>
  db(ctx)
    .insertInto('places.facility')
    .values({ ...row, created_at: ctx.now, closed_at: null, closed_by: null })
    .execute();

/** The version it has then; undefined when it is closed, or no longer as it was seen. */
export async function updateFacility(
  ctx: Ctx,
  facilityId: string,
  row: Partial<NewFacilityRow>,
  seen: number | undefined,
): Promise<number | undefined> {
  const changed = await db(ctx)
    .updateTable('places.facility')
    // The database counts; this makes it a change even where nothing else is.
    .set((it) => ({ ...row, version: it.ref('version') }))
    .where('id', '=', facilityId)
    .where('closed_at', 'is', null)
    .$if(seen !== undefined, (it) => it.where('version', '=', seen ?? 0))
    .returning('version')
    .executeTakeFirst();
  return changed?.version;
}

export async function markFacilityClosed(ctx: Ctx, facilityId: string, by: string | null): Promise<boolean> {
  const done = await sql`
    update places.facility set closed_at = ${ctx.now}, closed_by = ${by}
    where id = ${facilityId} and closed_at is null`.execute(ctx.tx);
  return done.numAffectedRows === 1n;
}

export async function markFacilityOpen(ctx: Ctx, facilityId: string): Promise<boolean> {
  const done = await sql`
    update places.facility set closed_at = null, closed_by = null
    where id = ${facilityId} and closed_at is not null`.execute(ctx.tx);
  return done.numAffectedRows === 1n;
}

/**
 * Whole weeks replace one another: two halves would make a week nobody asked for. Whoever calls has written the
 * facility's row before, and by that holds it.
 */
export async function replaceFacilityWindows(ctx: Ctx, facilityId: string, windows: readonly WindowRow[]) {
  await db(ctx).deleteFrom('places.facility_window').where('facility_id', '=', facilityId).execute();
  if (windows.length === 0) return;
  await db(ctx)
    .insertInto('places.facility_window')
    .values(windows.map((window) => ({ facility_id: facilityId, ...window })))
    .execute();
}
