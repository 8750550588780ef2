import { randomBytes } from 'node:crypto';
import type { Ctx } from '../ctx.ts';
import type { House } from '../house.ts';
import type { CookieChange } from '../http/route.ts';
import { Problem } from '../problem.ts';
import * as accounts from './account-store.ts';
import { credentialsChanged } from './events.ts';
import { countRecoveryCodes, hasSecondFactor, replaceRecoveryCodes } from './factor-store.ts';
import { lockOwn, type Own, refuseHalfway, refuseStale } from './proofs.ts';
import { endSessions } from './session-store.ts';
import { renewSession } from './sessions.ts';

const codeCount = 10;
/** No letters that are taken for others when they are read from paper. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** 79 random bits in four groups. */
function makeRecoveryCode(): string {
  const signs: string[] = [];
  while (signs.length < 16)
    for (const byte of randomBytes(24)) {
      // The bytes past the last whole round of the alphabet would make some letters likelier.
      const sign = byte < 248 ? letters[byte % letters.length] : undefined;
      if (sign && signs.length < 16) signs.push(sign);
    }
  return signs.join('').replace(/(.{4})(?=.)/g, '$1-');
}

const purpose = 'recovery-code';
const plainCode = (accountId: string, code: string) => `${accountId} ${code.toLowerCase().replace(/[^a-z0-9]/g, '')}`;

/** How the code may be kept: by the secret of now, or by one that was in force when it was printed. */
export const possibleHashes = (house: House, accountId: string, code: string): readonly Buffer[] =>
  house.keys.signedByAny(purpose, plainCode(accountId, code));

async function issueRecoveryCodes(ctx: Ctx, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: codeCount }, makeRecoveryCode);
  await replaceRecoveryCodes(
    ctx,
    accountId,
    codes.map((code) => ctx.house.keys.sign(purpose, plainCode(accountId, code))),
  );
  return codes;
}

/** New ones in place of all that were left. */
export async function renewRecoveryCodes(ctx: Ctx): Promise<{ recoveryCodes: string[] }> {
  const own = await lockOwn(ctx);
  refuseHalfway(own);
  refuseStale(own, ctx.now);
  if (!own.hasFactor)
    throw new Problem('conflict', 'access.no-second-factor', {
      en: 'Recovery codes stand in for a second factor: add one first.',
      es: 'Los códigos de recuperación sustituyen a un segundo factor: añada uno primero.',
    });
  return { recoveryCodes: await issueRecoveryCodes(ctx, own.account.id) };
}

type Change = 'totp-added' | 'passkey-added' | 'totp-removed' | 'passkey-removed';

/** Ends what was signed in before it; the first factor brings the recovery codes with it, shown this once. */
export async function factorAdded(
  ctx: Ctx,
  own: Own,
  what: Change,
): Promise<{ cookie: CookieChange; recoveryCodes?: string[] }> {
  const { cookie } = await factorChanged(ctx, own, what);
  if ((await countRecoveryCodes(ctx, own.account.id)) > 0) return { cookie };
  return { cookie, recoveryCodes: await issueRecoveryCodes(ctx, own.account.id) };
}

export async function factorRemoved(ctx: Ctx, own: Own, what: Change): Promise<{ cookie: CookieChange }> {
  const account = await accounts.findAccount(ctx, own.account.id);
  if (account && !(await hasSecondFactor(ctx, account))) await replaceRecoveryCodes(ctx, account.id, []);
  return factorChanged(ctx, own, what);
}

async function factorChanged(ctx: Ctx, own: Own, what: Change): Promise<{ cookie: CookieChange }> {
  await accounts.raiseCredentialsVersion(ctx, own.account.id);
  await endSessions(ctx, own.account.id, own.session.id);
  await ctx.emit(credentialsChanged, { accountId: own.account.id, what });
  return { cookie: await renewSession(ctx, own.session.id, 'second-factor') };
}

/** A password that was chosen short because a second factor stood beside it cannot stand alone. */
export async function refuseShortPassword(ctx: Ctx, own: Own): Promise<void> {
  const account = await accounts.findAccount(ctx, own.account.id);
  if (!account || account.password_is_long || (await hasSecondFactor(ctx, account))) return;
  throw new Problem('conflict', 'access.password-too-short-alone', {
    en: 'Without a second factor the password needs 15 characters. Change it first, then take the factor away.',
    es: 'Sin segundo factor la contraseña necesita 15 caracteres. Cámbiela primero y después quite el factor.',
  });
}
