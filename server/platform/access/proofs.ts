import type { Ctx } from '../ctx.ts';
import { notSignedIn, Problem } from '../problem.ts';
import * as accounts from './account-store.ts';
import { hasSecondFactor } from './factor-store.ts';
import { recordOnAccount } from './record.ts';
import { readOwnSession } from './sessions.ts';

const freeFailures = 4;
const longestWaitMinutes = 60;
/** How long a proof counts for changing what proves identity (ASVS 7.5.1). */
const freshMinutes = 10;

/** The staff account and session of whoever acts, also halfway in; the account is held until the transaction ends. */
export async function lockOwn(ctx: Ctx) {
  const session = await readOwnSession(ctx);
  const account = await accounts.lockAccount(ctx, session.account_id);
  if (!account) throw notSignedIn();
  return { session, account, hasFactor: await hasSecondFactor(ctx, account) };
}
export type Own = Awaited<ReturnType<typeof lockOwn>>;

/**
 * One try at something that could be guessed. The account is held, so tries in parallel are judged one after another;
 * each failure is kept although the request is refused, and after four the waiting time doubles.
 */
export async function tryProof(
  ctx: Ctx,
  account: Pick<accounts.AccountRow, 'id' | 'proof_failures' | 'proof_failed_at'>,
  proves: () => Promise<boolean>,
): Promise<void> {
  const waitSeconds = waitOf(account, ctx.now);
  if (waitSeconds > 0) throw tooMany(waitSeconds);
  if (await proves()) {
    if (account.proof_failures > 0) await accounts.updateAccount(ctx, account.id, { proof_failures: 0 });
    await recordOnAccount(ctx, account.id, 'access.prove', 'done');
    return;
  }
  await recordOnAccount(ctx, account.id, 'access.prove', 'refused');
  const failed = { proof_failures: account.proof_failures + 1, proof_failed_at: ctx.now };
  await accounts.updateAccount(ctx, account.id, failed);
  throw refused();
}

function waitOf(
  account: Pick<accounts.AccountRow, 'proof_failures' | 'proof_failed_at'>,
  now: Temporal.Instant,
): number {
  if (account.proof_failures <= freeFailures || !account.proof_failed_at) return 0;
  const minutes = Math.min(longestWaitMinutes, 2 ** (account.proof_failures - freeFailures - 1));
  return Math.ceil(minutes * 60 - now.since(account.proof_failed_at).total('seconds'));
}

const tooMany = (retryAfterSeconds: number) =>
  new Problem(
    'too-many',
    'access.wait-before-next-try',
    {
      en: 'That went wrong several times. Please wait a little before the next try.',
      es: 'Ha fallado varias veces. Espere un poco antes de volver a intentarlo.',
    },
    { retryAfterSeconds },
  );

const refused = () =>
  new Problem(
    'invalid',
    'access.proof-refused',
    {
      en: 'This password or code is not right, or the code has run out. Check it and try again.',
      es: 'Esta contraseña o código no es correcto, o el código ha caducado. Compruébelo e inténtelo otra vez.',
    },
    { keepsWork: true },
  );

/** A stolen open screen must not be enough to change who can sign in. @throws Problem not-allowed */
export function refuseStale({ session, hasFactor }: Own, now: Temporal.Instant): void {
  const provedAt = hasFactor ? session.second_factor_at : session.proved_at;
  if (provedAt && now.since(provedAt).total('minutes') < freshMinutes) return;
  throw new Problem('not-allowed', 'access.prove-again', {
    en: hasFactor ? 'Please confirm with your second factor first.' : 'Please confirm with your password first.',
    es: hasFactor ? 'Confirme primero con su segundo factor.' : 'Confirme primero con su contraseña.',
  });
}

/** Whoever has a second factor and has not given it may do nothing else. @throws Problem not-signed-in */
export function refuseHalfway({ session, hasFactor }: Own): void {
  if (hasFactor && !session.second_factor_at) throw notSignedIn();
}
