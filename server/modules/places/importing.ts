import { randomUUIDv7 } from 'node:crypto';
import type { Ctx } from '../../platform/ctx.ts';
import { onConstraint } from '../../platform/database/constraints.ts';
import type { Address } from './contract.ts';
import * as store from './import-store.ts';
import { withinItself } from './locations.ts';
import { mayBuild, onlyIf } from './policy.ts';
import type {
  SourceFacility,
  SourceLocation,
  SourcePractitioner,
  SourcePractitionerRole,
  SourceRef,
} from './source.ts';

/** What became of a batch; a thing that was sent before and has not changed is not written again. */
export interface Upserted {
  /** The id of each thing by its id in the source. */
  readonly ids: ReadonlyMap<string, string>;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** What could not be placed, because what it points at is not there (yet). */
  readonly refused: readonly { readonly sourceId: string; readonly why: string }[];
}

/** Organizations of a source. `timeZone` is for new ones: FHIR says nothing of it, and the house may correct it. */
export async function upsertFacilitiesFromSource(
  ctx: Ctx,
  source: { system: string; timeZone: string },
  given: readonly SourceFacility[],
): Promise<Upserted> {
  onlyIf(mayBuild(ctx.actor));
  const things = lastOfEach(given);
  const rows = things.map((it) => ({
    id: randomUUIDv7(),
    source_id: it.sourceId,
    name: it.name,
    phone: it.phone,
    identifiers: it.identifiers,
    ...addressColumns(it.address),
    time_zone: source.timeZone,
  }));
  const written = await store.upsertRows(ctx, 'facility', source.system, rows, { time_zone: 'text' });
  await store.markOpenOrClosed(ctx, 'facility', activeOf(things, written));
  return resultOf(written);
}

/** Locations of a source, after its organizations. Parents may come in any order, also in a later batch's wake. */
export async function upsertLocationsFromSource(
  ctx: Ctx,
  source: { system: string },
  given: readonly SourceLocation[],
): Promise<Upserted> {
  onlyIf(mayBuild(ctx.actor));
  const things = lastOfEach(given);
  const facilities = await store.findReferred(
    ctx,
    'facility',
    source.system,
    refs(things, (it) => [it.facility]),
  );
  const placed = things.filter((it) => found(facilities, it.facility));
  const rows = placed.map((it) => ({
    id: randomUUIDv7(),
    source_id: it.sourceId,
    facility_id: found(facilities, it.facility),
    name: it.name,
    kind: it.kind,
    phone: it.phone,
    latitude: it.position?.latitude,
    longitude: it.position?.longitude,
    ...addressColumns(it.address),
    identifiers: it.identifiers,
  }));
  const written = await store.upsertRows(ctx, 'location', source.system, rows);
  await store.markOpenOrClosed(ctx, 'location', activeOf(placed, written));
  const rehung = await hang(ctx, source.system, placed, written);
  return resultOf(written, refusedOf(things, placed, 'its organization is not known'), rehung);
}

async function hang(ctx: Ctx, system: string, placed: readonly SourceLocation[], written: readonly store.Written[]) {
  const parents = await store.findReferred(
    ctx,
    'location',
    system,
    refs(placed, (it) => [it.parent]),
  );
  const ids = new Map(written.map((row) => [row.source_id, row.id]));
  const parts = placed.flatMap((it) => {
    const id = ids.get(it.sourceId);
    return id ? [{ id, parent_id: found(parents, it.parent) ?? null }] : [];
  });
  return store.hangLocations(ctx, parts).catch(onConstraint('location_is_a_tree', withinItself));
}

export async function upsertPractitionersFromSource(
  ctx: Ctx,
  source: { system: string },
  given: readonly SourcePractitioner[],
): Promise<Upserted> {
  onlyIf(mayBuild(ctx.actor));
  const rows = lastOfEach(given).map((it) => ({
    id: randomUUIDv7(),
    source_id: it.sourceId,
    ...it.name,
    gender: it.gender,
    npi: it.npi,
    email: it.email,
    identifiers: it.identifiers,
    active: it.active,
  }));
  return resultOf(await store.upsertRows(ctx, 'practitioner', source.system, rows));
}

/** Roles of a source, after its organizations, locations and practitioners. */
export async function upsertPractitionerRolesFromSource(
  ctx: Ctx,
  source: { system: string },
  given: readonly SourcePractitionerRole[],
): Promise<Upserted> {
  onlyIf(mayBuild(ctx.actor));
  const things = lastOfEach(given);
  const find = (kind: 'facility' | 'location' | 'practitioner', wanted: readonly SourceRef[]) =>
    store.findReferred(ctx, kind, source.system, wanted);
  const facilities = await find(
    'facility',
    refs(things, (it) => [it.facility]),
  );
  const practitioners = await find(
    'practitioner',
    refs(things, (it) => [it.practitioner]),
  );
  const locations = await find(
    'location',
    refs(things, (it) => it.locations),
  );
  const taxonomy = await store.selectTaxonomy(ctx);
  const placed = things.filter((it) => found(facilities, it.facility) && found(practitioners, it.practitioner));
  const rows = placed.map((it) => ({
    id: randomUUIDv7(),
    source_id: it.sourceId,
    title: it.title,
    codes: it.codes,
    phone: it.phone,
    practitioner_id: found(practitioners, it.practitioner),
    facility_id: found(facilities, it.facility),
    location_ids: it.locations.map((ref) => found(locations, ref)).filter((id) => id !== undefined),
    specialty_id: it.codes.map(({ code }) => code && taxonomy.get(code)).find((id) => id !== undefined),
    active: it.active,
  }));
  const written = await store.upsertRows(ctx, 'role', source.system, rows);
  return resultOf(written, refusedOf(things, placed, 'its practitioner or organization is not known'));
}

/** A batch may say one thing twice; what it says last holds. */
const lastOfEach = <T extends { readonly sourceId: string }>(given: readonly T[]): T[] => [
  ...new Map(given.map((it) => [it.sourceId, it])).values(),
];

const refs = <T>(things: readonly T[], of: (it: T) => readonly (SourceRef | undefined)[]): SourceRef[] =>
  things.flatMap(of).filter((ref) => ref !== undefined);

const found = (known: ReadonlyMap<string, string>, ref: SourceRef | undefined): string | undefined =>
  ref && known.get(store.refKey(ref));

function activeOf(things: readonly { sourceId: string; active: boolean }[], written: readonly store.Written[]) {
  const active = new Map(things.map((it) => [it.sourceId, it.active]));
  return written.map((row) => ({ id: row.id, active: active.get(row.source_id) ?? true }));
}

const refusedOf = (
  things: readonly { sourceId: string }[],
  placed: readonly { sourceId: string }[],
  why: string,
): Upserted['refused'] => {
  const known = new Set(placed);
  return things.filter((it) => !known.has(it)).map((it) => ({ sourceId: it.sourceId, why }));
};

function resultOf(
  written: readonly store.Written[],
  refused: Upserted['refused'] = [],
  alsoChanged: readonly string[] = [],
): Upserted {
  const touched = new Set(alsoChanged);
  const added = written.filter((row) => row.added === true).length;
  const changed = written.filter(
    (row) => row.added === false || (row.added === undefined && touched.has(row.id)),
  ).length;
  const ids = new Map(written.map((row) => [row.source_id, row.id]));
  return { ids, added, changed, unchanged: written.length - added - changed, refused };
}

const addressColumns = (address: Address | undefined) => ({
  address_lines: address?.lines ?? [],
  city: address?.city,
  region: address?.region,
  postal_code: address?.postalCode,
  country: address?.country,
});
