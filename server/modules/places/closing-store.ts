import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { ClosedPart } from './contract.ts';

export async function closeDepartmentRow(ctx: Ctx, departmentId: string, by: string | null): Promise<boolean> {
  const done = await sql`
    update places.department set closed_at = ${ctx.now}, closed_by = ${by}
    where id = ${departmentId} and closed_at is null`.execute(ctx.tx);
  return done.numAffectedRows === 1n;
}

/** With all that lies in it. */
export async function closeLocationRows(ctx: Ctx, locationId: string, by: string | null): Promise<boolean> {
  const done = await sql`
    with recursive inside as (
      select id from places.location where id = ${locationId} and closed_at is null
      union
      select part.id from inside join places.location part on part.parent_id = inside.id)
    update places.location set closed_at = ${ctx.now}, closed_by = ${by}
    where id in (select id from inside) and closed_at is null`.execute(ctx.tx);
  return (done.numAffectedRows ?? 0n) > 0n;
}

export async function reopenDepartmentRow(ctx: Ctx, departmentId: string): Promise<boolean> {
  const done = await sql`
    update places.department set closed_at = null, closed_by = null
    where id = ${departmentId} and closed_at is not null`.execute(ctx.tx);
  return done.numAffectedRows === 1n;
}

export async function reopenServiceRow(ctx: Ctx, serviceId: string): Promise<boolean> {
  const done = await sql`
    update places.service set closed_at = null, closed_by = null
    where id = ${serviceId} and closed_at is not null`.execute(ctx.tx);
  return done.numAffectedRows === 1n;
}

/** With what was closed together with it; what was closed before on its own stays closed. */
export async function reopenLocationRows(ctx: Ctx, locationId: string): Promise<boolean> {
  const done = await sql`
    with recursive inside as (
      select id, closed_at from places.location where id = ${locationId} and closed_at is not null
      union
      select part.id, part.closed_at from inside join places.location part on part.parent_id = inside.id
        where part.closed_at = inside.closed_at)
    update places.location set closed_at = null, closed_by = null where id in (select id from inside)`.execute(ctx.tx);
  return (done.numAffectedRows ?? 0n) > 0n;
}

interface ClosedRow {
  kind: ClosedPart['kind'];
  id: string;
  name: string;
  closed_at: Temporal.Instant;
}

/** What lies in a closed location was closed with it, and is opened with it. */
export async function selectClosedParts(ctx: Ctx, facilityId: string): Promise<ClosedRow[]> {
  const { rows } = await sql<ClosedRow>`
    select 'department' as kind, id, name, closed_at from places.department
      where facility_id = ${facilityId} and closed_at is not null
    union all
    select 'service', id, name_en, closed_at from places.service
      where facility_id = ${facilityId} and closed_at is not null
    union all
    select 'location', it.id, it.name, it.closed_at from places.location it
      left join places.location whole on whole.id = it.parent_id
      where it.facility_id = ${facilityId} and it.closed_at is not null
        and whole.closed_at is distinct from it.closed_at
    order by closed_at desc, id limit 200`.execute(ctx.tx);
  return rows;
}

export async function selectClosedFacilities(ctx: Ctx): Promise<ClosedRow[]> {
  const { rows } = await sql<ClosedRow>`
    select 'facility' as kind, id, name, closed_at from places.facility
    where closed_at is not null order by closed_at desc, id limit 200`.execute(ctx.tx);
  return rows;
}
