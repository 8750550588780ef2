import { Secret, TOTP } from 'otpauth';
import { toString as drawQr } from 'qrcode';
import type { Ctx } from '../ctx.ts';
import type { CookieChange } from '../http/route.ts';
import { notFound, Problem } from '../problem.ts';
import * as accounts from './account-store.ts';
import { credentialsChanged } from './events.ts';
import { spendRecoveryCode } from './factor-store.ts';
import { lockOwn, type Own, refuseHalfway, refuseStale, tryProof } from './proofs.ts';
import { factorAdded, factorRemoved, possibleHashes, refuseShortPassword } from './recovery.ts';
import { seal, unseal } from './seal.ts';
import { renewSession } from './sessions.ts';

const periodSeconds = 30;
export const sealedAs = 'totp-secret';

const totpOf = (ctx: Ctx, email: string, secret: Secret) =>
  new TOTP({ issuer: ctx.house.hospital.name, label: email, secret, period: periodSeconds, digits: 6 });

/** Begins to add an authenticator app, or to replace it; the old one works until the new one is confirmed. */
export async function beginTotp(ctx: Ctx): Promise<{ secret: string; uri: string; qrSvg: string }> {
  const own = await lockOwn(ctx);
  refuseHalfway(own);
  refuseStale(own, ctx.now);
  const secret = new Secret({ size: 20 });
  const totp_pending_sealed = seal(ctx.house, sealedAs, own.account.id, new Uint8Array(secret.buffer));
  await accounts.updateAccount(ctx, own.account.id, { totp_pending_sealed });
  const uri = totpOf(ctx, own.account.email, secret).toString();
  return { secret: secret.base32, uri, qrSvg: await drawQr(uri, { type: 'svg', margin: 1 }) };
}

/** The first code from the app puts it in force; other sessions end. */
export async function confirmTotp(ctx: Ctx, code: string): Promise<{ cookie: CookieChange; recoveryCodes?: string[] }> {
  const own = await lockOwn(ctx);
  refuseHalfway(own);
  refuseStale(own, ctx.now);
  const pending = own.account.totp_pending_sealed;
  if (!pending) throw notFound();
  let step: number | undefined;
  await tryProof(ctx, own.account, async () => {
    step = stepOf(ctx, own, pending, code);
    return step !== undefined;
  });
  await accounts.updateAccount(ctx, own.account.id, {
    totp_sealed: pending,
    totp_pending_sealed: null,
    totp_confirmed_at: ctx.now,
    totp_last_step: step ?? null,
  });
  return factorAdded(ctx, own, 'totp-added');
}

export async function removeTotp(ctx: Ctx): Promise<{ cookie: CookieChange }> {
  const own = await lockOwn(ctx);
  refuseHalfway(own);
  refuseStale(own, ctx.now);
  if (!own.account.totp_confirmed_at) throw notFound();
  await accounts.updateAccount(ctx, own.account.id, {
    totp_sealed: null,
    totp_pending_sealed: null,
    totp_confirmed_at: null,
    totp_last_step: null,
  });
  await refuseShortPassword(ctx, own);
  return factorRemoved(ctx, own, 'totp-removed');
}

/** The second step of signing in, and the proof before a change of credentials. */
export async function proveTotp(ctx: Ctx, code: string): Promise<{ cookie: CookieChange }> {
  const own = await lockOwn(ctx);
  const sealed = own.account.totp_sealed;
  if (!sealed || !own.account.totp_confirmed_at) throw noSuchFactor();
  await tryProof(ctx, own.account, async () => {
    const step = stepOf(ctx, own, sealed, code);
    // A code that was seen once, over a shoulder or on the wire, is worth nothing a second time (RFC 6238, 5.2).
    if (step === undefined || step <= (own.account.totp_last_step ?? 0)) return false;
    await accounts.updateAccount(ctx, own.account.id, { totp_last_step: step });
    return true;
  });
  return { cookie: await renewSession(ctx, own.session.id, 'second-factor') };
}

/** The time step a code belongs to, one to either side of now allowed; undefined when it is wrong. */
function stepOf(ctx: Ctx, { account }: Own, sealed: Buffer, code: string): number | undefined {
  const digits = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(digits)) return undefined;
  const bytes = unseal(ctx.house, sealedAs, account.id, sealed);
  const secret = new Secret({ buffer: new Uint8Array(bytes).buffer });
  const timestamp = ctx.now.epochMilliseconds;
  const delta = totpOf(ctx, account.email, secret).validate({ token: digits, timestamp, window: 1 });
  return delta === null ? undefined : Math.floor(timestamp / 1000 / periodSeconds) + delta;
}

/** For the day the telephone is lost: each code once. */
export async function proveRecoveryCode(ctx: Ctx, code: string): Promise<{ cookie: CookieChange }> {
  const own = await lockOwn(ctx);
  if (!own.hasFactor) throw noSuchFactor();
  await tryProof(ctx, own.account, () =>
    spendRecoveryCode(ctx, own.account.id, possibleHashes(ctx.house, own.account.id, code)),
  );
  await ctx.emit(credentialsChanged, { accountId: own.account.id, what: 'recovery-code-used' });
  return { cookie: await renewSession(ctx, own.session.id, 'second-factor') };
}

export const noSuchFactor = () =>
  new Problem('conflict', 'access.no-such-factor', {
    en: 'This way of confirming is not set up for this account.',
    es: 'Esta forma de confirmar no está configurada en esta cuenta.',
  });
