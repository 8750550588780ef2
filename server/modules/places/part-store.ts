import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Location } from './contract.ts';

interface LocationTable {
  id: string;
  facility_id: string;
  parent_id: string | null;
  name: string;
  kind: Location['kind'];
  phone: string | null;
  directions_en: string | null;
  directions_es: string | null;
}

interface DepartmentTable {
  id: string;
  facility_id: string;
  location_id: string | null;
  name: string;
  phone: string | null;
}

interface Life {
  created_at: Temporal.Instant;
  closed_at: Temporal.Instant | null;
  closed_by: string | null;
}

type Tables = {
  'places.location': LocationTable & Life;
  'places.department': DepartmentTable & Life;
};

const db = (ctx: Ctx) => ctx.tx.withTables<Tables>();
const alive = (ctx: Ctx): Life => ({ created_at: ctx.now, closed_at: null, closed_by: null });

export type LocationRow = LocationTable;
export type DepartmentRow = DepartmentTable;

export const insertLocation = (ctx: Ctx, row: LocationRow) =>
  db(ctx)
    .insertInto('places.location')
    .values({ ...row, ...alive(ctx) })
    .execute();

export async function updateParent(ctx: Ctx, locationId: string, parentId: string | null): Promise<boolean> {
  const done = await sql`
    update places.location set parent_id = ${parentId} where id = ${locationId} and closed_at is null`.execute(ctx.tx);
  return done.numAffectedRows === 1n;
}

/** Every open location of a facility, wholes and parts alike, by name. */
export const selectLocations = (ctx: Ctx, facilityId: string): Promise<LocationRow[]> =>
  db(ctx)
    .selectFrom('places.location')
    .select(['id', 'facility_id', 'parent_id', 'name', 'kind', 'phone', 'directions_en', 'directions_es'])
    .where('facility_id', '=', facilityId)
    .where('closed_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .limit(2000)
    .execute();

/** A location and what it lies in, the innermost first. */
export async function selectPath(ctx: Ctx, locationId: string): Promise<LocationRow[]> {
  const { rows } = await sql<LocationRow>`
    with recursive path as (
      select location.*, 1 as depth from places.location where id = ${locationId}
      union all
      select whole.*, path.depth + 1 from path join places.location whole on whole.id = path.parent_id
        where path.depth < 60)
    select id, facility_id, parent_id, name, kind, phone, directions_en, directions_es from path order by depth`.execute(
    ctx.tx,
  );
  return rows;
}

export const insertDepartment = (ctx: Ctx, row: DepartmentRow) =>
  db(ctx)
    .insertInto('places.department')
    .values({ ...row, ...alive(ctx) })
    .execute();

export const selectDepartments = (ctx: Ctx, facilityId: string): Promise<DepartmentRow[]> =>
  db(ctx)
    .selectFrom('places.department')
    .select(['id', 'facility_id', 'location_id', 'name', 'phone'])
    .where('facility_id', '=', facilityId)
    .where('closed_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .limit(1000)
    .execute();

export interface PractitionerRow {
  id: string;
  prefix: string | null;
  given: string;
  family: string;
  npi: string | null;
  active: boolean;
  roles: { id: string; facility_id: string; title: string; specialty: string | null; active: boolean }[];
}

export async function selectPractitioner(ctx: Ctx, practitionerId: string): Promise<PractitionerRow | undefined> {
  const { rows } = await sql<PractitionerRow>`
    select practitioner.id, prefix, given, family, npi, active,
      (select coalesce(json_agg(json_build_object('id', held.id, 'facility_id', held.facility_id, 'title', held.title,
        'specialty', specialty.code, 'active', held.active) order by held.id), '[]')
        from places.practitioner_role held left join places.specialty on specialty.id = held.specialty_id
        where held.practitioner_id = practitioner.id) as roles
    from places.practitioner where practitioner.id = ${practitionerId}`.execute(ctx.tx);
  return rows[0];
}
