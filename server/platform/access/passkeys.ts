import { createHash, randomUUIDv7 } from 'node:crypto';
import {
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { Ctx } from '../ctx.ts';
import { onConstraint } from '../database/constraints.ts';
import type { House } from '../house.ts';
import type { CookieChange } from '../http/route.ts';
import { notFound, Problem } from '../problem.ts';
import * as accounts from './account-store.ts';
import { type FromBrowser, openStaffSession } from './browsers.ts';
import * as store from './factor-store.ts';
import { lockOwn, refuseHalfway, refuseStale } from './proofs.ts';
import { factorAdded, factorRemoved, refuseShortPassword } from './recovery.ts';
import { noSuchFactor } from './second-factor.ts';
import { renewSession } from './sessions.ts';
import { insertToken, type Purpose, spendToken } from './token-store.ts';
import { hashToken } from './tokens.ts';

const challengeMinutes = 5;

const rpIdOf = (house: House) => new URL(house.origin).hostname;
const transportsOf = (row: store.PasskeyRow) => row.transports as AuthenticatorTransport[];

type Ceremony = Extract<Purpose, `passkey-${string}`>;

/** A challenge is a token like the others: of one purpose, short-lived, once. */
async function rememberChallenge(ctx: Ctx, challenge: string, purpose: Ceremony, accountId?: string): Promise<void> {
  const expires_at = ctx.now.add({ minutes: challengeMinutes });
  await insertToken(ctx, { token_hash: hashOf(challenge), purpose, expires_at, account_id: accountId ?? null });
}

const hashOf = (challenge: string) => createHash('sha256').update(challenge).digest();

/** Whether this challenge is one that we gave for this purpose to this account; it is used up by asking. */
const takesChallenge = (ctx: Ctx, purpose: Ceremony, accountId?: string) => async (challenge: string) => {
  const hash = hashToken(challenge);
  const used = hash && (await spendToken(ctx, purpose, hash));
  return used !== undefined && used.account_id === (accountId ?? null);
};

export async function beginPasskeyRegistration(ctx: Ctx) {
  const own = await lockOwn(ctx);
  refuseHalfway(own);
  refuseStale(own, ctx.now);
  const known = await store.selectPasskeys(ctx, own.account.id);
  if (known.length >= 20)
    throw new Problem('conflict', 'access.too-many-passkeys', {
      en: 'Twenty passkeys are the most. Remove one that is no longer used.',
      es: 'Veinte llaves de acceso es el máximo. Quite una que ya no se use.',
    });
  const options = await generateRegistrationOptions({
    rpName: ctx.house.hospital.name,
    rpID: rpIdOf(ctx.house),
    userName: own.account.email,
    userID: new TextEncoder().encode(own.account.id),
    excludeCredentials: known.map((row) => ({ id: row.credential_id, transports: transportsOf(row) })),
    // Kept on the device and opened by finger, face or PIN, it can stand for the password as well.
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  });
  await rememberChallenge(ctx, options.challenge, 'passkey-registration', own.account.id);
  return options;
}

export async function registerPasskey(
  ctx: Ctx,
  given: { readonly label: string; readonly response: object },
): Promise<{ cookie: CookieChange; recoveryCodes?: string[] }> {
  const own = await lockOwn(ctx);
  refuseHalfway(own);
  refuseStale(own, ctx.now);
  const { verified, registrationInfo } = await refuseUnverified(() =>
    verifyRegistrationResponse({
      response: given.response as RegistrationResponseJSON,
      expectedChallenge: takesChallenge(ctx, 'passkey-registration', own.account.id),
      expectedOrigin: ctx.house.origin,
      expectedRPID: rpIdOf(ctx.house),
      requireUserVerification: false,
    }),
  );
  if (!verified || !registrationInfo) throw passkeyRefused();
  const { credential } = registrationInfo;
  await store
    .insertPasskey(ctx, {
      id: randomUUIDv7(),
      account_id: own.account.id,
      credential_id: credential.id,
      label: given.label,
      public_key: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: [...(credential.transports ?? [])].slice(0, 8),
      created_at: ctx.now,
      last_used_at: null,
    })
    .catch(onConstraint('passkey_once', () => passkeyRefused({ keepsWork: false })));
  return factorAdded(ctx, own, 'passkey-added');
}

export async function listPasskeys(ctx: Ctx, accountId: string) {
  const rows = await store.selectPasskeys(ctx, accountId);
  return rows.map((row) => ({
    id: row.id,
    label: row.label,
    addedAt: row.created_at.toString(),
    ...(row.last_used_at && { lastUsedAt: row.last_used_at.toString() }),
  }));
}

export async function removePasskey(ctx: Ctx, id: string): Promise<{ cookie: CookieChange }> {
  const own = await lockOwn(ctx);
  refuseHalfway(own);
  refuseStale(own, ctx.now);
  if (!(await store.deletePasskey(ctx, own.account.id, id))) throw notFound();
  await refuseShortPassword(ctx, own);
  return factorRemoved(ctx, own, 'passkey-removed');
}

/** Without a name: the device shows whom it knows, and nobody can ask us who has one. */
export async function beginPasskeySignIn(ctx: Ctx) {
  const options = await generateAuthenticationOptions({ rpID: rpIdOf(ctx.house), userVerification: 'required' });
  await rememberChallenge(ctx, options.challenge, 'passkey-sign-in');
  return options;
}

/** Something one has, opened by something one knows or is: both factors in one. */
export async function signInWithPasskey(
  ctx: Ctx,
  { response, from }: { readonly response: object; readonly from: FromBrowser },
): Promise<{ cookies: readonly CookieChange[] }> {
  const row = await findGivenPasskey(ctx, response);
  const account = row && (await accounts.lockAccount(ctx, row.account_id));
  if (!row || account?.kind !== 'staff' || !account.activated_at) throw passkeyRefused();
  await verifyPasskey(ctx, row, response, { purpose: 'passkey-sign-in', verified: true });
  return openStaffSession(ctx, account, { how: 'passkey', secondFactor: true, from });
}

export async function beginPasskeyProof(ctx: Ctx) {
  const own = await lockOwn(ctx);
  const known = await store.selectPasskeys(ctx, own.account.id);
  if (known.length === 0) throw noSuchFactor();
  const options = await generateAuthenticationOptions({
    rpID: rpIdOf(ctx.house),
    allowCredentials: known.map((row) => ({ id: row.credential_id, transports: transportsOf(row) })),
    userVerification: 'preferred',
  });
  await rememberChallenge(ctx, options.challenge, 'passkey-second-factor', own.account.id);
  return options;
}

/** The second step after the password, and the proof before a change of credentials. */
export async function provePasskey(ctx: Ctx, response: object): Promise<{ cookie: CookieChange }> {
  const own = await lockOwn(ctx);
  const row = await findGivenPasskey(ctx, response);
  if (row?.account_id !== own.account.id) throw passkeyRefused();
  await verifyPasskey(ctx, row, response, { purpose: 'passkey-second-factor', accountId: own.account.id });
  return { cookie: await renewSession(ctx, own.session.id, 'second-factor') };
}

async function findGivenPasskey(ctx: Ctx, response: object): Promise<store.PasskeyRow | undefined> {
  const id = 'id' in response ? response.id : undefined;
  return typeof id === 'string' ? store.findPasskey(ctx, id) : undefined;
}

async function verifyPasskey(
  ctx: Ctx,
  row: store.PasskeyRow,
  response: object,
  ceremony: { purpose: Ceremony; accountId?: string; verified?: boolean },
): Promise<void> {
  const { verified, authenticationInfo } = await refuseUnverified(() =>
    verifyAuthenticationResponse({
      response: response as AuthenticationResponseJSON,
      expectedChallenge: takesChallenge(ctx, ceremony.purpose, ceremony.accountId),
      expectedOrigin: ctx.house.origin,
      expectedRPID: rpIdOf(ctx.house),
      requireUserVerification: ceremony.verified ?? false,
      credential: {
        id: row.credential_id,
        publicKey: new Uint8Array(row.public_key),
        counter: row.counter,
        transports: transportsOf(row),
      },
    }),
  );
  if (!verified) throw passkeyRefused();
  await store.updatePasskey(ctx, row.id, { counter: authenticationInfo.newCounter, last_used_at: ctx.now });
}

/** The library throws plain errors for everything that does not fit; what a database says is passed on. */
async function refuseUnverified<T>(verify: () => Promise<T>): Promise<T> {
  try {
    return await verify();
  } catch (error) {
    if (error instanceof Error && !('severity' in error) && !(error instanceof Problem)) throw passkeyRefused();
    throw error;
  }
}

/** The challenge it brought stays used up; only after a failed statement nothing can be kept. */
const passkeyRefused = ({ keepsWork } = { keepsWork: true }) =>
  new Problem(
    'invalid',
    'access.passkey-refused',
    {
      en: 'This passkey did not work here. Try again, or use another way to sign in.',
      es: 'Esta llave de acceso no ha funcionado aquí. Inténtelo de nuevo o entre de otra manera.',
    },
    { keepsWork },
  );
