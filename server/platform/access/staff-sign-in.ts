import type { Ctx } from '../ctx.ts';
import type { CookieChange } from '../http/route.ts';
import { Problem } from '../problem.ts';
import * as accounts from './account-store.ts';
import { type FromBrowser, openStaffSession } from './browsers.ts';
import { passwordFits } from './password.ts';
import { lockOwn, refuseHalfway, tryProof } from './proofs.ts';
import { recordOnAccount } from './record.ts';
import { endSessions } from './session-store.ts';
import { renewSession } from './sessions.ts';
import { setPassword } from './staff-accounts.ts';
import { mailboxOf } from './tokens.ts';

/** Opens a session that reaches nothing yet when there is a second factor. One refusal for all that can be wrong. */
export async function signInWithPassword(
  ctx: Ctx,
  given: { readonly email: string; readonly password: string; readonly from: FromBrowser },
): Promise<{ cookies: readonly CookieChange[] }> {
  const [account] = await accounts.selectAccounts(ctx, { kind: 'staff', mailbox: mailboxOf(ctx.house, given.email) });
  const isOpen = account?.activated_at && !account.demo;
  if (!(await passwordFits(isOpen ? account.password_hash : undefined, given.password)) || !account) {
    // Also when nobody has the address: the time it takes to write would tell the two apart.
    await recordOnAccount(ctx, account?.id, 'access.try-password', 'refused');
    throw signInRefused();
  }
  return openStaffSession(ctx, account, { how: 'password', from: given.from });
}

const signInRefused = () =>
  new Problem(
    'invalid',
    'access.sign-in-refused',
    {
      en: 'The e-mail address and the password do not fit together.',
      es: 'La dirección de correo y la contraseña no coinciden.',
    },
    { keepsWork: true },
  );

/** Proves once more who sits at an open screen without a second factor. */
export async function provePassword(ctx: Ctx, password: string): Promise<{ cookie: CookieChange }> {
  const own = await lockOwn(ctx);
  refuseHalfway(own);
  await tryProof(ctx, own.account, () => passwordFits(own.account.password_hash, password));
  return { cookie: await renewSession(ctx, own.session.id, 'password') };
}

/** Every other session ends, and this one goes on under a new token. */
export async function changePassword(
  ctx: Ctx,
  given: { readonly current: string; readonly next: string },
): Promise<{ cookie: CookieChange }> {
  const own = await lockOwn(ctx);
  refuseHalfway(own);
  await tryProof(ctx, own.account, () => passwordFits(own.account.password_hash, given.current));
  await setPassword(ctx, own.account, given.next, 'name' in ctx.actor ? [ctx.actor.name] : []);
  await endSessions(ctx, own.account.id, own.session.id);
  return { cookie: await renewSession(ctx, own.session.id, 'password') };
}
