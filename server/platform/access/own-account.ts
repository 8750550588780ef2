import type { z } from 'zod';
import type { sessionState } from '../contract.ts';
import type { Ctx } from '../ctx.ts';
import * as accounts from './account-store.ts';
import { countRecoveryCodes, selectPasskeys } from './factor-store.ts';
import { listPasskeys } from './passkeys.ts';
import { findSession } from './session-store.ts';
import { ownSessionId } from './sessions.ts';

type State = z.input<typeof sessionState>;

/** Who is signed in here, or what is missing; for the first thing a screen asks. */
export async function readSessionState(ctx: Ctx): Promise<State> {
  const { actor, house } = ctx;
  const { name, timeZone } = house.hospital;
  const place = { demo: house.demo, mailOut: house.mailOut, hospital: { name, timeZone } };
  if (actor.kind === 'person')
    return {
      ...place,
      state: 'signed-in',
      kind: 'person',
      id: actor.id,
      name: actor.name,
      roles: [],
      teamIds: [],
      can: [],
    };
  const session = await sessionOf(ctx);
  if (!session) return { ...place, state: 'signed-out' };
  const { account, secondFactor } = session;
  if (actor.kind !== 'staff') {
    const needs = actor.kind === 'anyone' ? actor.halfway?.needs : undefined;
    return { ...place, state: needs === 'enrolment' ? 'enrolment-needed' : 'second-factor-needed', secondFactor };
  }
  return {
    ...place,
    state: 'signed-in',
    kind: 'staff',
    id: actor.id,
    name: actor.name,
    email: account.email,
    roles: actor.roles,
    teamIds: actor.teamIds,
    facilityIds: actor.facilityIds,
    secondFactor,
    can: account.demo ? [] : whatCan(secondFactor),
  };
}

async function sessionOf(ctx: Ctx) {
  const id = ownSessionId(ctx);
  const session = id && (await findSession(ctx, id));
  const account = session && (await accounts.findAccount(ctx, session.account_id));
  if (!account) return undefined;
  const hasTotp = account.totp_confirmed_at !== null;
  const hasPasskeys = (await selectPasskeys(ctx, account.id)).length > 0;
  const recoveryCodesLeft = await countRecoveryCodes(ctx, account.id);
  return { account, secondFactor: { totp: hasTotp, passkeys: hasPasskeys, recoveryCodesLeft } };
}

function whatCan(factor: { totp: boolean; passkeys: boolean }) {
  const always = ['change-password', 'add-totp', 'add-passkey', 'sign-out-everywhere'] as const;
  return [
    ...always,
    ...(factor.totp ? (['remove-totp'] as const) : []),
    ...(factor.passkeys ? (['remove-passkey'] as const) : []),
    ...(factor.totp || factor.passkeys ? (['renew-recovery-codes'] as const) : []),
  ];
}

export async function listOwnPasskeys(ctx: Ctx) {
  const session = await sessionOf(ctx);
  return session ? listPasskeys(ctx, session.account.id) : [];
}

/** From the next request on, staff with one of these roles get nowhere without a second factor. */
export async function demandSecondFactor(ctx: Ctx, roles: readonly string[]): Promise<void> {
  await accounts.writeSetting(ctx, 'second-factor-roles', roles);
}
