import { randomUUIDv7 } from 'node:crypto';
import type { Ctx } from '../../platform/ctx.ts';
import { onConstraint } from '../../platform/database/constraints.ts';
import { Problem } from '../../platform/problem.ts';
import type { Department, DepartmentChange, NewDepartment, Versioned } from './contract.ts';
import { readFacility } from './facilities.ts';
import { notOfThisFacility } from './locations.ts';
import * as store from './part-store.ts';
import { mayBuild, onlyIf } from './policy.ts';
import { asChanged } from './versions.ts';

export const departmentTaken = () =>
  new Problem('conflict', 'places.department-name-taken', {
    en: 'There is already a department of this name here.',
    es: 'Aquí ya hay un departamento con este nombre.',
  });

export async function createDepartment(ctx: Ctx, given: NewDepartment): Promise<{ id: string }> {
  onlyIf(mayBuild(ctx.actor));
  await readFacility(ctx, given.facilityId);
  const id = randomUUIDv7();
  const { facilityId, locationId, name, phone } = given;
  await store
    .insertDepartment(ctx, {
      id,
      facility_id: facilityId,
      location_id: locationId ?? null,
      name,
      phone: phone ?? null,
    })
    .catch(onConstraint('department_name_once', departmentTaken))
    .catch(onConstraint('department_location_of_same_facility', notOfThisFacility));
  return { id };
}

export async function changeDepartment(ctx: Ctx, departmentId: string, change: DepartmentChange): Promise<Versioned> {
  onlyIf(mayBuild(ctx.actor));
  const { name, phone, locationId } = change;
  const row = {
    ...(name && { name }),
    ...(phone !== undefined && { phone }),
    ...(locationId !== undefined && { location_id: locationId }),
  };
  const now = await store
    .updateDepartment(ctx, departmentId, row, change.version)
    .catch(onConstraint('department_name_once', departmentTaken))
    .catch(onConstraint('department_location_of_same_facility', notOfThisFacility));
  return asChanged(now, now !== undefined || (await store.selectDepartment(ctx, departmentId)) !== undefined);
}

export async function listDepartments(ctx: Ctx, facilityId: string): Promise<Department[]> {
  return (await store.selectDepartments(ctx, facilityId)).map((row) => ({
    id: row.id,
    version: row.version,
    facilityId: row.facility_id,
    name: row.name,
    ...(row.location_id && { locationId: row.location_id }),
    ...(row.phone && { phone: row.phone }),
  }));
}
