import { createFacility, listFacilities } from './modules/places/index.ts';
import { createTeam, listTeams } from './modules/workforce/index.ts';
import { lockByName } from './platform/access/index.ts';
import type { Ctx } from './platform/ctx.ts';

/** A guess that an administrator corrects: when answers can be expected follows from it. */
const officeHours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '08:00', closes: '17:00' }));

/**
 * A hospital without any team cannot be asked anything, so it begins with one for all of it. The team takes `other`, to
 * which every reason falls that no team has of its own: a team for bills, made later, gets the bills at once. The
 * facility has no hours: when its doors are open is nothing to guess.
 */
export async function ensureFrontDesk(ctx: Ctx): Promise<void> {
  await lockByName(ctx, 'first front desk');
  if ((await listTeams(ctx)).length > 0) return;
  const { name, timeZone, phone } = ctx.house.hospital;
  if ((await listFacilities(ctx)).length === 0) await createFacility(ctx, { name, timeZone, phone });
  await createTeam(ctx, {
    name: 'Front desk',
    reasons: ['other'],
    hours: officeHours,
    purposeWords: 'Every question that no other team answers.',
  });
}
