import { type Generated, sql } from 'kysely';
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
  version: Generated<number>;
  created_at: Temporal.Instant;
  closed_at: Temporal.Instant | null;
  closed_by: string | null;
}

type Tables = {
  'places.location': LocationTable & Life;
  'places.department': DepartmentTable & Life;
};

const db = (ctx: Ctx) => ctx.tx.withTables<Tables>();
const alive = (ctx: Ctx) => ({ created_at: ctx.now, closed_at: null, closed_by: null });

export type NewLocationRow = LocationTable;
export type NewDepartmentRow = DepartmentTable;
export type LocationRow = LocationTable & { version: number };
export type DepartmentRow = DepartmentTable & { version: number };

export const insertLocation = (ctx: Ctx, row: NewLocationRow) =>
  db(ctx)
    .insertInto('places.location')
    .values({ ...row, ...alive(ctx) })
    .execute();

/** The version it has then; undefined when it is closed, or no longer as it was seen. Departments likewise. */
export async function updateLocation(
  ctx: Ctx,
  locationId: string,
  row: Partial<LocationTable>,
  seen: number | undefined,
): Promise<number | undefined> {
  const changed = await db(ctx)
    .updateTable('places.location')
    .set((it) => ({ ...row, version: it.ref('version') }))
    .where('id', '=', locationId)
    .where('closed_at', 'is', null)
    .$if(seen !== undefined, (it) => it.where('version', '=', seen ?? 0))
    .returning('version')
    .executeTakeFirst();
  return changed?.version;
}

export async function selectLocation(ctx: Ctx, locationId: string): Promise<LocationRow | undefined> {
  return db(ctx)
    .selectFrom('places.location')
    .select(locationColumns)
    .where('id', '=', locationId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
}

const locationColumns = [
  'id',
  'version',
  'facility_id',
  'parent_id',
  'name',
  'kind',
  'phone',
  'directions_en',
  'directions_es',
] as const;

/** Every open location of a facility, wholes and parts alike, by name. */
export const selectLocations = (ctx: Ctx, facilityId: string): Promise<LocationRow[]> =>
  db(ctx)
    .selectFrom('places.location')
    .select(locationColumns)
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
    select id, version, facility_id, parent_id, name, kind, phone, directions_en, directions_es
    from path order by depth`.execute(ctx.tx);
  return rows;
}

export const insertDepartment = (ctx: Ctx, row: NewDepartmentRow) =>
  db(ctx)
    .insertInto('places.department')
    .values({ ...row, ...alive(ctx) })
    .execute();

export async function updateDepartment(
  ctx: Ctx,
  departmentId: string,
  row: Partial<DepartmentTable>,
  seen: number | undefined,
): Promise<number | undefined> {
  const changed = await db(ctx)
    .updateTable('places.department')
    .set((it) => ({ ...row, version: it.ref('version') }))
    .where('id', '=', departmentId)
    .where('closed_at', 'is', null)
    .$if(seen !== undefined, (it) => it.where('version', '=', seen ?? 0))
    .returning('version')
    .executeTakeFirst();
  return changed?.version;
}

const departmentColumns = ['id', 'version', 'facility_id', 'location_id', 'name', 'phone'] as const;

export async function selectDepartment(ctx: Ctx, departmentId: string): Promise<DepartmentRow | undefined> {
  return db(ctx)
    .selectFrom('places.department')
    .select(departmentColumns)
    .where('id', '=', departmentId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
}

export const selectDepartments = (ctx: Ctx, facilityId: string): Promise<DepartmentRow[]> =>
  db(ctx)
    .selectFrom('places.department')
    .select(departmentColumns)
    .where('facility_id', '=', facilityId)
    .where('closed_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .limit(1000)
    .execute();
