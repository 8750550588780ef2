import { randomUUIDv7 } from 'node:crypto';
import { actorId } from '../../platform/access/actor.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { byName, readCursor, writeCursor } from '../../platform/cursor.ts';
import { onConstraint } from '../../platform/database/constraints.ts';
import { presentWindow, windowRow } from '../../platform/hours.ts';
import { notFound, Problem } from '../../platform/problem.ts';
import type { Address, Facility, FacilityChange, NewFacility, Versioned, WeeklyWindow } from './contract.ts';
import { hoursChanged } from './events.ts';
import * as store from './facility-store.ts';
import { canSetHours, mayBuild, onlyIf, whatCanBeDone } from './policy.ts';
import { asChanged } from './versions.ts';

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

export async function changeFacility(ctx: Ctx, facilityId: string, change: FacilityChange): Promise<Versioned> {
  onlyIf(mayBuild(ctx.actor));
  await readFacility(ctx, facilityId);
  const { name, timeZone, phone, address } = change;
  const row = {
    ...(name && { name }),
    ...(timeZone && { time_zone: timeZone }),
    ...(phone !== undefined && { phone }),
    ...(address && addressColumns(address)),
  };
  const changed = asChanged(await store.updateFacility(ctx, facilityId, row, change.version), true);
  if (timeZone) await ctx.emit(hoursChanged, { facilityId });
  return changed;
}

export async function closeFacility(ctx: Ctx, facilityId: string): Promise<void> {
  onlyIf(mayBuild(ctx.actor));
  if (!(await store.markFacilityClosed(ctx, facilityId, actorId(ctx.actor) ?? null))) throw notFound();
}

/** With its name, address and hours as they were, and whatever was open in it. */
export async function reopenFacility(ctx: Ctx, facilityId: string): Promise<void> {
  onlyIf(mayBuild(ctx.actor));
  if (!(await store.markFacilityOpen(ctx, facilityId))) throw notFound();
}

/** The usual week; replaces the week before. `seen` is the version of the facility that was looked at. */
export async function setOpeningHours(
  ctx: Ctx,
  facilityId: string,
  windows: readonly WeeklyWindow[],
  seen?: number,
): Promise<Versioned> {
  await readFacility(ctx, facilityId);
  onlyIf(canSetHours(ctx.actor, facilityId));
  const changed = asChanged(await store.updateFacility(ctx, facilityId, {}, seen), true);
  await replaceHours(ctx, facilityId, windows);
  await ctx.emit(hoursChanged, { facilityId });
  return changed;
}

const replaceHours = (ctx: Ctx, facilityId: string, windows: readonly WeeklyWindow[]) =>
  store
    .replaceFacilityWindows(ctx, facilityId, windows.map(windowRow))
    .catch(onConstraint('facility_window_one_at_a_time', windowsOverlap));

export async function readFacility(ctx: Ctx, facilityId: string): Promise<Facility> {
  const row = await store.selectFacility(ctx, facilityId);
  if (!row) throw notFound();
  return present(ctx, row);
}

const pageSize = 50;

/** The first hundred by name: what a choice on a screen can show. `listFacilityPage` has them all. */
export async function listFacilities(ctx: Ctx): Promise<Facility[]> {
  return (await store.selectFacilities(ctx, { after: undefined, limit: 100 })).map((row) => present(ctx, row));
}

/**
 * Where a hospital is one facility, what holds for all of it holds there: its closed days are the hospital's.
 * Undefined where there are several, or none.
 */
export async function findOnlyFacilityId(ctx: Ctx): Promise<string | undefined> {
  const [one, other] = await store.selectFacilities(ctx, { after: undefined, limit: 2 });
  return other ? undefined : one?.id;
}

interface FacilityPage {
  facilities: Facility[];
  /** `build`: facilities may be added. */
  can: 'build'[];
  next?: string;
}

export async function listFacilityPage(ctx: Ctx, cursor?: string): Promise<FacilityPage> {
  const after = cursor === undefined ? undefined : readCursor(cursor, byName);
  const rows = await store.selectFacilities(ctx, { after, limit: pageSize + 1 });
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined;
  return {
    facilities: rows.slice(0, pageSize).map((row) => present(ctx, row)),
    can: mayBuild(ctx.actor) ? ['build'] : [],
    ...(last && { next: writeCursor(last.name, last.id) }),
  };
}

const addressColumns = (address: Address) => ({
  address_lines: [...address.lines],
  city: address.city ?? null,
  region: address.region ?? null,
  postal_code: address.postalCode ?? null,
  country: address.country ?? null,
});

function present(ctx: Ctx, row: store.FacilityRow): Facility {
  const address = presentAddress(row);
  return {
    id: row.id,
    name: row.name,
    timeZone: row.time_zone,
    hours: row.windows.map(presentWindow),
    version: row.version,
    can: whatCanBeDone(ctx.actor, row.id),
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
