import { createInterface } from 'node:readline/promises';
import { ensureFrontDesk } from './first-front-desk.ts';
import { seedSpecialties } from './modules/places/index.ts';
import { hireStaff, roles, teamForReason } from './modules/workforce/index.ts';
import { system } from './platform/access/actor.ts';
import {
  createFirstAdministrator,
  demandSecondFactor,
  hasStaffAccounts,
  renewFirstInvitation,
} from './platform/access/index.ts';
import type { Settings } from './platform/settings.ts';
import { asSystem, type Workshop } from './platform/work.ts';

type Newcomer = NonNullable<Settings['firstAdministrator']>;

/**
 * A hospital begins with one administrator, who chooses a password behind a link that is shown once, at the terminal:
 * there is no default credential. There is a team from the start, so that questions have somewhere to go. Real staff need
 * a second factor from the first day. Gives the link (a new one, while
 * the first was never used), or undefined when people are there already or nobody was named.
 */
export async function inviteFirstAdministrator(
  shop: Workshop,
  named: Newcomer | undefined,
): Promise<{ email: string; link: string } | undefined> {
  const action = 'access.invite-first-administrator';
  const actor = system(action);
  await asSystem(shop, actor, action, ensureFrontDesk);
  if (await asSystem(shop, actor, action, hasStaffAccounts)) return asSystem(shop, actor, action, renewFirstInvitation);
  await asSystem(shop, actor, action, async (ctx) => {
    await seedSpecialties(ctx);
    await demandSecondFactor(ctx, roles);
  });
  const newcomer = named ?? (await askForName());
  if (!newcomer) return undefined;
  return asSystem(shop, actor, action, async (ctx) => {
    const desk = await teamForReason(ctx, { reason: 'other' });
    const staff = { ...newcomer, roles: ['administrator' as const], teamIds: desk ? [desk.id] : [], facilityIds: [] };
    const { id } = await hireStaff(ctx, staff);
    return createFirstAdministrator(ctx, { staffId: id, email: newcomer.email });
  });
}

/** Only someone at a terminal can be asked. */
async function askForName(): Promise<Newcomer | undefined> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return undefined;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    console.log('\n  This hospital has no administrator yet. Leave empty to do it later (BEDSIDE_ADMIN_EMAIL).');
    const name = (await terminal.question('  Name of the first administrator: ')).trim();
    const email = name && (await terminal.question('  E-mail address: ')).trim();
    return name && email ? { name, email } : undefined;
  } finally {
    terminal.close();
  }
}
