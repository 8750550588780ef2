import { randomUUIDv7 } from 'node:crypto';
import type { Ctx } from '../ctx.ts';
import { onConstraint } from '../database/constraints.ts';
import { Problem } from '../problem.ts';
import * as accounts from './account-store.ts';
import { credentialsChanged } from './events.ts';
import { endSessions } from './session-store.ts';
import { mailboxOf } from './tokens.ts';

export const accountShut = () =>
  new Problem('conflict', 'access.account-shut', {
    en: 'This account was shut and cannot be used.',
    es: 'Esta cuenta se cerró y no se puede usar.',
  });

/**
 * A person's account under this address, made or moved. Worth nothing until someone proves that they read the mailbox;
 * whoever read the old one is signed out.
 */
export async function ensurePersonAccount(
  ctx: Ctx,
  given: { readonly personId: string; readonly email: string },
): Promise<{ id: string }> {
  const email = given.email.trim();
  // Two who make it at once: the second waits here and finds it.
  await accounts.lockByName(ctx, `account of person ${given.personId}`);
  const [known] = await accounts.selectAccounts(ctx, { kind: 'person', subjectId: given.personId }, { lock: true });
  const mailbox = mailboxOf(ctx.house, email);
  if (!known) {
    const id = randomUUIDv7();
    const row = { id, kind: 'person' as const, subject_id: given.personId, email, mailbox, created_at: ctx.now };
    await accounts.insertAccount(ctx, row).catch(onConstraint('account_once', accountShut));
    return { id };
  }
  if (!known.mailbox.equals(mailbox)) {
    await accounts.updateAccount(ctx, known.id, { email, mailbox, activated_at: null });
    await accounts.raiseCredentialsVersion(ctx, known.id);
    await endSessions(ctx, known.id);
    await ctx.emit(credentialsChanged, { accountId: known.id, what: 'email' });
  }
  return { id: known.id };
}
