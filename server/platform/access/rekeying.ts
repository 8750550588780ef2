import type { Ctx } from '../ctx.ts';
import { lockAccountsAfter, replaceMailboxes, type SealedRow, updateSealed } from './rekeying-store.ts';
import { isSealedByNewest, seal, unseal } from './seal.ts';
import { sealedAs } from './second-factor.ts';
import { mailboxOf } from './tokens.ts';

const atOnce = 1000;

/**
 * Brings what earlier secrets sealed under the newest one: how an account is found by its address, and the secrets of
 * authenticator apps. What only a person has (a reply address, a recovery code) stays as it was and is still believed.
 */
export async function rekeyAccounts(ctx: Ctx): Promise<void> {
  let last: string | undefined;
  for (;;) {
    const accounts = await lockAccountsAfter(ctx, last, atOnce);
    await replaceMailboxes(
      ctx,
      accounts
        .map(({ email, mailbox }) => ({ before: mailbox, after: mailboxOf(ctx.house, email) }))
        .filter(({ before, after }) => !before.equals(after)),
    );
    for (const account of accounts) await resealTotp(ctx, account);
    last = accounts.at(-1)?.id;
    if (accounts.length < atOnce) return;
  }
}

async function resealTotp(ctx: Ctx, account: SealedRow): Promise<void> {
  const totp_sealed = resealed(ctx, account.id, account.totp_sealed);
  const totp_pending_sealed = resealed(ctx, account.id, account.totp_pending_sealed);
  if (totp_sealed !== account.totp_sealed || totp_pending_sealed !== account.totp_pending_sealed)
    await updateSealed(ctx, { ...account, totp_sealed, totp_pending_sealed });
}

/** What no known secret opens is left as it is: the secret it needs may be named at the next start. */
function resealed({ house }: Ctx, accountId: string, sealed: Buffer | null): Buffer | null {
  if (sealed === null || isSealedByNewest(house, sealedAs, accountId, sealed)) return sealed;
  try {
    return seal(house, sealedAs, accountId, unseal(house, sealedAs, accountId, sealed));
  } catch {
    return sealed;
  }
}
