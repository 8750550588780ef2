import { randomUUIDv7 } from 'node:crypto';
import type { Ctx } from '../ctx.ts';
import { onConstraint } from '../database/constraints.ts';
import type { CookieChange } from '../http/route.ts';
import { Problem } from '../problem.ts';
import * as accounts from './account-store.ts';
import { type FromBrowser, openStaffSession } from './browsers.ts';
import { credentialsChanged, resetAsked, staffInvited } from './events.ts';
import { hasSecondFactor } from './factor-store.ts';
import type { Describing } from './identify.ts';
import { hasStaffAccounts } from './mode.ts';
import { hashPassword, isLong, refuseWeak, settlePassword } from './password.ts';
import { accountShut } from './person-accounts.ts';
import { recordOnAccount } from './record.ts';
import { endSessions } from './session-store.ts';
import * as store from './token-store.ts';
import { hashToken, mailboxOf, makeHashedToken } from './tokens.ts';

const invitationHours = 72;
const resetMinutes = 60;
const mostResetMailsAnHour = 5;

/** In the fragment, which browsers do not send: the token stays out of every server's log. */
const linkTo = (ctx: Ctx, page: 'invitation' | 'reset', token: string) => `${ctx.house.origin}/staff/${page}#${token}`;

const emailTaken = () =>
  new Problem('conflict', 'access.email-taken', {
    en: 'Someone else already signs in with this e-mail address.',
    es: 'Otra persona ya inicia sesión con esta dirección de correo.',
  });

/**
 * Gives a staff member an account and asks for the mail that invites them. Asked again before they came, it replaces the
 * invitation; an account that has a password is never touched by it.
 */
export async function inviteStaff(
  ctx: Ctx,
  given: { readonly staffId: string; readonly email: string },
): Promise<{ accountId: string }> {
  const accountId = await ensureStaffAccount(ctx, given);
  await ctx.emit(staffInvited, { accountId });
  return { accountId };
}

async function ensureStaffAccount(ctx: Ctx, given: { staffId: string; email: string }): Promise<string> {
  const email = given.email.trim();
  const mailbox = mailboxOf(ctx.house, email);
  await accounts.lockByName(ctx, `account of staff ${given.staffId}`);
  const [known] = await accounts.selectAccounts(ctx, { kind: 'staff', subjectId: given.staffId }, { lock: true });
  if (known?.activated_at) throw alreadyActive();
  if (known) {
    await accounts
      .updateAccount(ctx, known.id, { email, mailbox })
      .catch(onConstraint('account_staff_email_once', emailTaken));
    await accounts.raiseCredentialsVersion(ctx, known.id);
    return known.id;
  }
  const id = randomUUIDv7();
  await accounts
    .insertAccount(ctx, { id, kind: 'staff', subject_id: given.staffId, email, mailbox, created_at: ctx.now })
    .catch(onConstraint('account_once', accountShut))
    .catch(onConstraint('account_staff_email_once', emailTaken));
  return id;
}

/** Whether a staff member has come and set a password. */
export async function hasJoined(ctx: Ctx, staffId: string): Promise<boolean> {
  const [account] = await accounts.selectAccounts(ctx, { kind: 'staff', subjectId: staffId });
  return Boolean(account?.activated_at);
}

const alreadyActive = () =>
  new Problem('conflict', 'access.already-active', {
    en: 'This colleague has an account already. If the password is forgotten, they can ask for a new one.',
    es: 'Esta persona ya tiene una cuenta. Si olvidó la contraseña, puede pedir una nueva.',
  });

export interface MailWithLink {
  readonly email: string;
  readonly link: string;
  readonly expiresAt: Temporal.Instant;
}

/** Made when the mail is about to go; undefined: they came meanwhile, or the account was shut. */
export async function issueInvitation(ctx: Ctx, accountId: string): Promise<MailWithLink | undefined> {
  const account = await accounts.lockAccount(ctx, accountId);
  if (account?.kind !== 'staff' || account.activated_at) return undefined;
  return issue(ctx, account, 'invitation', ctx.now.add({ hours: invitationHours }));
}

async function issue(
  ctx: Ctx,
  account: accounts.AccountRow,
  purpose: 'invitation' | 'reset',
  expiresAt: Temporal.Instant,
): Promise<MailWithLink> {
  const { token, hash } = makeHashedToken();
  await store.voidTokens(ctx, account.id, purpose);
  await store.insertToken(ctx, {
    token_hash: hash,
    purpose,
    expires_at: expiresAt,
    account_id: account.id,
    mailbox: account.mailbox,
    credentials_version: account.credentials_version,
  });
  return { email: account.email, link: linkTo(ctx, purpose, token), expiresAt };
}

/** For the page behind the link; takes nothing. @throws Problem gone */
export async function readInvitation(ctx: Ctx, token: unknown): Promise<{ email: string }> {
  const hash = hashToken(token);
  const found = hash && (await store.findToken(ctx, 'invitation', hash));
  const account = found && (await accountOf(ctx, found));
  if (!account) throw linkGone();
  return { email: account.email };
}

type Bound = { account_id: string | null; mailbox: Buffer | null; credentials_version: number | null };

/** A token counts only while the address and the credentials are those it was made for. */
async function accountOf(ctx: Ctx, token: Bound, lock = false): Promise<accounts.AccountRow | undefined> {
  if (!token.account_id || !token.mailbox) return undefined;
  const find = lock ? accounts.lockAccount : accounts.findAccount;
  const account = await find(ctx, token.account_id);
  const fits = account?.mailbox.equals(token.mailbox) && account.credentials_version === token.credentials_version;
  return fits ? account : undefined;
}

interface ChosenPassword extends Partial<Pick<Describing, 'describeStaff'>> {
  readonly token: string;
  readonly password: string;
}

/** Nobody is signed in yet, so the actor does not say what they are called. */
async function namesOf(ctx: Ctx, account: accounts.AccountRow, { describeStaff }: ChosenPassword): Promise<string[]> {
  const facts = await describeStaff?.(ctx, account.subject_id);
  return facts ? [facts.name] : [];
}

/** Sets the first password and signs in. @throws Problem gone, invalid (password; the token is then still good) */
export async function acceptInvitation(
  ctx: Ctx,
  given: ChosenPassword & { readonly from: FromBrowser },
): Promise<{ cookies: readonly CookieChange[] }> {
  const account = await spend(ctx, 'invitation', given.token);
  if (account.activated_at) throw linkGone();
  await setPassword(ctx, account, given.password, await namesOf(ctx, account, given));
  await accounts.updateAccount(ctx, account.id, { activated_at: ctx.now });
  return openStaffSession(ctx, account, { how: 'invitation', from: given.from });
}

/** Counted and answered alike for every address. */
export async function askForReset(ctx: Ctx, given: { readonly email: string }): Promise<void> {
  const [account] = await accounts.selectAccounts(ctx, { kind: 'staff', mailbox: mailboxOf(ctx.house, given.email) });
  await ctx.emit(resetAsked, account?.activated_at ? { accountId: account.id } : {});
}

export async function issueReset(ctx: Ctx, accountId: string): Promise<MailWithLink | undefined> {
  const account = await accounts.lockAccount(ctx, accountId);
  if (account?.kind !== 'staff' || !account.activated_at || account.demo) return undefined;
  const lately = await store.countTokensSince(ctx, accountId, 'reset', ctx.now.subtract({ hours: 1 }));
  if (lately >= mostResetMailsAnHour) return undefined;
  return issue(ctx, account, 'reset', ctx.now.add({ minutes: resetMinutes }));
}

/** Sets a new password and signs nobody in: the second factor is asked for as ever. */
export async function acceptReset(ctx: Ctx, given: ChosenPassword): Promise<void> {
  const account = await spend(ctx, 'reset', given.token);
  await setPassword(ctx, account, given.password, await namesOf(ctx, account, given));
  await endSessions(ctx, account.id);
}

async function spend(ctx: Ctx, purpose: 'invitation' | 'reset', token: string): Promise<accounts.AccountRow> {
  const hash = hashToken(token);
  const used = hash && (await store.spendToken(ctx, purpose, hash));
  const account = used && (await accountOf(ctx, used, true));
  if (!account) throw linkGone();
  return account;
}

/** Everything that was sent out for the old password is void from here. */
export async function setPassword(
  ctx: Ctx,
  account: accounts.AccountRow,
  password: string,
  names: readonly string[] = [],
): Promise<void> {
  await refuseWeak(password, {
    hasSecondFactor: await hasSecondFactor(ctx, account),
    known: [account.email, ctx.house.hospital.name, ...names],
  });
  await accounts.updateAccount(ctx, account.id, {
    password_hash: await hashPassword(password),
    password_is_long: isLong(settlePassword(password)),
  });
  await accounts.raiseCredentialsVersion(ctx, account.id);
  await recordOnAccount(ctx, account.id, 'access.set-password', 'done');
  await ctx.emit(credentialsChanged, { accountId: account.id, what: 'password' });
}

/** While the one account there is has never been used, its link can be printed anew: the first may be lost or too old. */
export async function renewFirstInvitation(ctx: Ctx): Promise<MailWithLink | undefined> {
  const everyone = await accounts.selectAccounts(ctx, { staff: true });
  const [only] = everyone;
  return only && everyone.length === 1 && !only.demo ? issueInvitation(ctx, only.id) : undefined;
}

/** The link is printed where the software is installed: nobody is let in by a password that everybody knows. */
export async function createFirstAdministrator(
  ctx: Ctx,
  given: { readonly staffId: string; readonly email: string },
): Promise<MailWithLink> {
  await accounts.lockByName(ctx, 'first administrator');
  if (await hasStaffAccounts(ctx))
    throw new Problem('conflict', 'access.staff-exist', {
      en: 'There are staff accounts already; an administrator invites further colleagues.',
      es: 'Ya hay cuentas de personal; un administrador invita a los demás.',
    });
  const id = await ensureStaffAccount(ctx, given);
  const account = await accounts.lockAccount(ctx, id);
  if (!account) throw accountShut();
  return issue(ctx, account, 'invitation', ctx.now.add({ hours: invitationHours }));
}

/** Nobody signs in with it from now on, and nobody who did stays. */
export async function shutStaffAccount(ctx: Ctx, staffId: string): Promise<void> {
  const [account] = await accounts.selectAccounts(ctx, { kind: 'staff', subjectId: staffId }, { lock: true });
  if (!account) return;
  await accounts.updateAccount(ctx, account.id, { disabled_at: ctx.now });
  await endSessions(ctx, account.id);
}

const linkGone = () =>
  new Problem('gone', 'access.link-gone', {
    en: 'This link was used already or is too old. Ask for a new one.',
    es: 'Este enlace ya se usó o es demasiado antiguo. Pida otro.',
  });
