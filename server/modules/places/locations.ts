import { randomUUIDv7 } from 'node:crypto';
import type { Ctx } from '../../platform/ctx.ts';
import { onConstraint } from '../../platform/database/constraints.ts';
import { notFound, Problem } from '../../platform/problem.ts';
import type { Department, Location, NewDepartment, NewLocation, Practitioner } from './contract.ts';
import { readFacility } from './facilities.ts';
import * as store from './part-store.ts';
import { mayBuild, onlyIf } from './policy.ts';

export const withinItself = () =>
  new Problem('conflict', 'places.location-within-itself', {
    en: 'A place cannot lie within itself.',
    es: 'Un lugar no puede estar dentro de sí mismo.',
  });

const notOfThisFacility = () =>
  new Problem('invalid', 'places.not-of-this-facility', {
    en: 'That place belongs to another facility.',
    es: 'Ese lugar pertenece a otro centro.',
  });

const departmentTaken = () =>
  new Problem('conflict', 'places.department-name-taken', {
    en: 'There is already a department of this name here.',
    es: 'Aquí ya hay un departamento con este nombre.',
  });

const ofFacility = onConstraint('location_parent_of_same_facility', notOfThisFacility);

export async function createLocation(ctx: Ctx, given: NewLocation): Promise<{ id: string }> {
  onlyIf(mayBuild(ctx.actor));
  await readFacility(ctx, given.facilityId);
  const id = randomUUIDv7();
  await store
    .insertLocation(ctx, {
      id,
      facility_id: given.facilityId,
      parent_id: given.parentId ?? null,
      name: given.name,
      kind: given.kind ?? 'area',
      phone: given.phone ?? null,
      directions_en: given.directions?.en ?? null,
      directions_es: given.directions?.es ?? null,
    })
    .catch(ofFacility);
  return { id };
}

/** Hangs a location, with all that is in it, into another of the same facility; without `parentId` it stands alone. */
export async function moveLocation(ctx: Ctx, locationId: string, parentId: string | undefined): Promise<void> {
  onlyIf(mayBuild(ctx.actor));
  const moved = await store
    .updateParent(ctx, locationId, parentId ?? null)
    .catch(onConstraint('location_is_a_tree', withinItself))
    .catch(ofFacility);
  if (!moved) throw notFound();
}

export async function listLocations(ctx: Ctx, facilityId: string): Promise<Location[]> {
  return (await store.selectLocations(ctx, facilityId)).map(present);
}

/** A location and what it lies in, the innermost first: room, floor, building. */
export async function readLocationPath(ctx: Ctx, locationId: string): Promise<[Location, ...Location[]]> {
  const [first, ...rest] = (await store.selectPath(ctx, locationId)).map(present);
  if (!first) throw notFound();
  return [first, ...rest];
}

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

export async function listDepartments(ctx: Ctx, facilityId: string): Promise<Department[]> {
  return (await store.selectDepartments(ctx, facilityId)).map((row) => ({
    id: row.id,
    facilityId: row.facility_id,
    name: row.name,
    ...(row.location_id && { locationId: row.location_id }),
    ...(row.phone && { phone: row.phone }),
  }));
}

export async function readPractitioner(ctx: Ctx, practitionerId: string): Promise<Practitioner> {
  const row = await store.selectPractitioner(ctx, practitionerId);
  if (!row) throw notFound();
  const { id, given, family, prefix, npi, active } = row;
  return {
    id,
    active,
    name: { given, family, ...(prefix && { prefix }) },
    ...(npi && { npi }),
    roles: row.roles.map((role) => ({
      id: role.id,
      facilityId: role.facility_id,
      title: role.title,
      active: role.active,
      ...(role.specialty && { specialty: role.specialty }),
    })),
  };
}

function present(row: store.LocationRow): Location {
  return {
    id: row.id,
    facilityId: row.facility_id,
    name: row.name,
    kind: row.kind,
    ...(row.parent_id && { parentId: row.parent_id }),
    ...(row.phone && { phone: row.phone }),
    ...(row.directions_en && { directions: { en: row.directions_en, es: row.directions_es ?? row.directions_en } }),
  };
}
