import { randomUUIDv7 } from 'node:crypto';
import { actorId } from '../../platform/access/actor.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { byName, readCursor, writeCursor } from '../../platform/cursor.ts';
import { onConstraint } from '../../platform/database/constraints.ts';
import { presentWindow, windowRow } from '../../platform/hours.ts';
import { notFound, Problem } from '../../platform/problem.ts';
import type { Address, Facility, FacilityChange, NewFacility, WeeklyWindow } from './contract.ts';
import * as store from './facility-store.ts';
import { canSetHours, mayBuild, onlyIf } from './policy.ts';

export const windowsOverlap = () =>
  new Problem('invalid', 'places.windows-overlap', {
    en: 'Two of these times overlap on the same day.',
    es: 'Dos de estos horarios se solapan en el mismo día.',
  });

export async function createFacility(ctx: Ctx, given: NewFacility): Promise<{ id: string }> {
  onlyIf(mayBuild(ctx.actor));
  const id = randomUUIDv7();
  const { name, timeZone, phone } = given;
  await store.insertFacility(ctx, {
    id,
    name,
    time_zone: timeZone,
    phone: phone ?? null,
    ...addressColumns(given.address ?? { lines: [] }),
  });
  await replaceHours(ctx, id, given.hours ?? []);
  return { id };
}

export async function changeFacility(ctx: Ctx, facilityId: string, change: FacilityChange): Promise<void> {
  onlyIf(mayBuild(ctx.actor));
  await readFacility(ctx, facilityId);
  const { name, timeZone, phone, address } = change;
  const row = {
    ...(name && { name }),
    ...(timeZone && { time_zone: timeZone }),
    ...(phone && { phone }),
    ...(address && addressColumns(address)),
  };
  if (Object.keys(row).length > 0) await store.updateFacility(ctx, facilityId, row);
}

export async function closeFacility(ctx: Ctx, facilityId: string): Promise<void> {
  onlyIf(mayBuild(ctx.actor));
  if (!(await store.markFacilityClosed(ctx, facilityId, actorId(ctx.actor) ?? null))) throw notFound();
}

/** The usual week; replaces the week before. */
export async function setOpeningHours(ctx: Ctx, facilityId: string, windows: readonly WeeklyWindow[]): Promise<void> {
  await readFacility(ctx, facilityId);
  onlyIf(canSetHours(ctx.actor, facilityId));
  await replaceHours(ctx, facilityId, windows);
}

const replaceHours = (ctx: Ctx, facilityId: string, windows: readonly WeeklyWindow[]) =>
  store
    .replaceFacilityWindows(ctx, facilityId, windows.map(windowRow))
    .catch(onConstraint('facility_window_one_at_a_time', windowsOverlap));

export async function readFacility(ctx: Ctx, facilityId: string): Promise<Facility> {
  const row = await store.selectFacility(ctx, facilityId);
  if (!row) throw notFound();
  return present(row);
}

const pageSize = 50;

/** The first hundred by name: what a choice on a screen can show. `listFacilityPage` has them all. */
export async function listFacilities(ctx: Ctx): Promise<Facility[]> {
  return (await store.selectFacilities(ctx, { after: undefined, limit: 100 })).map(present);
}

export async function listFacilityPage(ctx: Ctx, cursor?: string): Promise<{ facilities: Facility[]; next?: string }> {
  const after = cursor === undefined ? undefined : readCursor(cursor, byName);
  const rows = await store.selectFacilities(ctx, { after, limit: pageSize + 1 });
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined;
  return { facilities: rows.slice(0, pageSize).map(present), ...(last && { next: writeCursor(last.name, last.id) }) };
}

const addressColumns = (address: Address) => ({
  address_lines: [...address.lines],
  city: address.city ?? null,
  region: address.region ?? null,
  postal_code: address.postalCode ?? null,
  country: address.country ?? null,
});

function present(row: store.FacilityRow): Facility {
  const address = presentAddress(row);
  return {
    id: row.id,
    name: row.name,
    timeZone: row.time_zone,
    hours: row.windows.map(presentWindow),
    ...(row.phone && { phone: row.phone }),
    ...(address && { address }),
  };
}

function presentAddress(row: store.FacilityRow): Address | undefined {
  if (row.address_lines.length === 0 && !row.city) return undefined;
  return {
    lines: row.address_lines,
    ...(row.city && { city: row.city }),
    ...(row.region && { region: row.region }),
    ...(row.postal_code && { postalCode: row.postal_code }),
    ...(row.country && { country: row.country }),
  };
}
