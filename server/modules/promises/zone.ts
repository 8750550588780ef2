import type { Ctx } from '../../platform/ctx.ts';
import { readFacility } from '../places/index.ts';
import { readTeam } from '../workforce/index.ts';

/** The clock on the wall where a promise is made: of the facility, else of the hospital. */
export async function zoneOf(ctx: Ctx, facilityId: string | null | undefined): Promise<string> {
  const facility = facilityId ? await readFacility(ctx, facilityId).catch(() => undefined) : undefined;
  return facility?.timeZone ?? ctx.house.hospital.timeZone;
}

export async function zoneOfTeam(ctx: Ctx, teamId: string | undefined): Promise<string> {
  const team = teamId ? await readTeam(ctx, teamId).catch(() => undefined) : undefined;
  return zoneOf(ctx, team?.facilityId);
}
