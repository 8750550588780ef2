import { randomUUIDv7 } from 'node:crypto';
import type { Ctx } from '../../platform/ctx.ts';
import { onConstraint } from '../../platform/database/constraints.ts';
import { notFound, Problem } from '../../platform/problem.ts';
import type { Location, LocationChange, NewLocation, Versioned } from './contract.ts';
import { readFacility } from './facilities.ts';
import * as store from './part-store.ts';
import { mayBuild, onlyIf } from './policy.ts';
import { asChanged } from './versions.ts';

export const withinItself = () =>
  new Problem('conflict', 'places.location-within-itself', {
    en: 'A place cannot lie within itself.',
    es: 'Un lugar no puede estar dentro de sí mismo.',
  });

export const notOfThisFacility = () =>
  new Problem('invalid', 'places.not-of-this-facility', {
    en: 'That place belongs to another facility.',
    es: 'Ese lugar pertenece a otro centro.',
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

/** `parentId` hangs it, with all that is in it, into another of the same facility; null lets it stand alone. */
export async function changeLocation(ctx: Ctx, locationId: string, change: LocationChange): Promise<Versioned> {
  onlyIf(mayBuild(ctx.actor));
  const { name, kind, phone, directions, parentId } = change;
  const row = {
    ...(name && { name }),
    ...(kind && { kind }),
    ...(phone !== undefined && { phone }),
    ...(directions !== undefined && {
      directions_en: directions?.en || null,
      directions_es: directions?.es || null,
    }),
    ...(parentId !== undefined && { parent_id: parentId }),
  };
  const now = await store
    .updateLocation(ctx, locationId, row, change.version)
    .catch(onConstraint('location_is_a_tree', withinItself))
    .catch(ofFacility);
  return asChanged(now, now !== undefined || (await store.selectLocation(ctx, locationId)) !== undefined);
}

export async function moveLocation(ctx: Ctx, locationId: string, parentId: string | undefined): Promise<void> {
  await changeLocation(ctx, locationId, { parentId: parentId ?? null });
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

function present(row: store.LocationRow): Location {
  return {
    id: row.id,
    version: row.version,
    facilityId: row.facility_id,
    name: row.name,
    kind: row.kind,
    ...(row.parent_id && { parentId: row.parent_id }),
    ...(row.phone && { phone: row.phone }),
    ...(row.directions_en && { directions: { en: row.directions_en, es: row.directions_es ?? row.directions_en } }),
  };
}
