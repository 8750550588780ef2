import { randomUUIDv7 } from 'node:crypto';
import type { Ctx } from '../ctx.ts';
import type { CookieChange, Limit } from '../http/route.ts';
import { Problem } from '../problem.ts';
import * as accounts from './account-store.ts';
import { signInLinkAsked } from './events.ts';
import { openSession } from './sessions.ts';
import * as store from './token-store.ts';
import { hashCode, hashToken, isCode, mailboxOf, makeCode, makeHashedToken } from './tokens.ts';

/** Remembers which request this browser made, so that the short code is worth something only here. */
export const askerCookie = 'bedside-asked';

const linkMinutes = 30;
const codeMinutes = 10;
const mostTries = 5;
const mostMailsAnHour = 5;

/** For the forms that call these functions; a field of the form named as here. */
export const signInLimits = {
  ask: [
    { per: 'address', max: 30, seconds: 600 },
    { per: { field: 'email' }, max: 10, seconds: 3600 },
    { per: 'everyone', max: 600, seconds: 60 },
  ],
  prove: [
    { per: 'address', max: 60, seconds: 600 },
    { per: 'everyone', max: 1200, seconds: 60 },
  ],
} as const satisfies Record<string, readonly Limit[]>;

/**
 * The same answer, the same rows and the same event for every address, known or not: who has an account is nobody's
 * business. The mail is somebody else's work, later.
 */
export async function askForSignInLink(ctx: Ctx, given: { readonly email: string }): Promise<{ cookie: CookieChange }> {
  const mailbox = mailboxOf(ctx.house, given.email);
  const { token, hash } = makeHashedToken();
  const id = randomUUIDv7();
  // Counted one after another, or many at once would all find room.
  await accounts.lockByName(ctx, `mailbox ${mailbox.toString('hex')}`);
  const lately = await store.countRequestsSince(ctx, mailbox, ctx.now.subtract({ hours: 1 }));
  await store.insertRequest(ctx, { id, mailbox, asker_hash: hash });
  if (lately < mostMailsAnHour) await ctx.emit(signInLinkAsked, { requestId: id });
  return { cookie: { name: askerCookie, value: token, maxAgeSeconds: 3600 } };
}

export interface SignInMail {
  readonly email: string;
  /** Whose accounts are behind the mailbox. */
  readonly personIds: readonly string[];
  readonly link: string;
  readonly code: string;
  readonly linkExpiresAt: Temporal.Instant;
  readonly codeExpiresAt: Temporal.Instant;
}

/** Made when the mail is about to go, and kept nowhere else; undefined: there is nothing to send. */
export async function issueSignInToken(ctx: Ctx, requestId: string): Promise<SignInMail | undefined> {
  const request = await store.lockRequest(ctx, { id: requestId });
  if (!request || Temporal.Instant.compare(request.asked_at, ctx.now.subtract({ hours: 1 })) < 0) return undefined;
  const behind = await accounts.selectAccounts(ctx, { kind: 'person', mailbox: request.mailbox });
  const email = behind[0]?.email;
  if (email === undefined) return undefined;
  const { token, hash } = makeHashedToken();
  const code = makeCode();
  const linkExpiresAt = ctx.now.add({ minutes: linkMinutes });
  const codeExpiresAt = ctx.now.add({ minutes: codeMinutes });
  await store.updateRequest(ctx, requestId, {
    link_hash: hash,
    link_expires_at: linkExpiresAt,
    code_hash: hashCode(ctx.house, requestId, code),
    code_expires_at: codeExpiresAt,
  });
  const link = `${ctx.house.origin}${signInLinkPath(token)}`;
  return { email, personIds: behind.map((it) => it.subject_id), link, code, linkExpiresAt, codeExpiresAt };
}

/** The page behind the link: it shows a button, for mail programs open links that nobody clicked. */
export const signInLinkPath = (token: string) => `/sign-in/link/${token}` as const;

/** Looks and takes nothing. */
export async function readSignInToken(ctx: Ctx, link: unknown): Promise<{ usable: boolean }> {
  const hash = hashToken(link);
  return { usable: hash !== undefined && (await store.findRequestByLink(ctx, hash)) !== undefined };
}

export type Consumed =
  | {
      readonly kind: 'signed-in';
      readonly personId: string;
      /** The address at which they have just shown that they read. */
      readonly email: string;
      readonly cookies: readonly CookieChange[];
    }
  /** Several share the mailbox: ask for the date of birth, then `chooseAccount`. */
  | { readonly kind: 'choose'; readonly ticket: string };

/** @throws Problem gone (link), invalid (code); a wrong code is counted, five make the mail's code worthless. */
export async function consumeSignInToken(
  ctx: Ctx,
  given: { readonly link: unknown } | { readonly code: unknown; readonly asker: unknown },
): Promise<Consumed> {
  const mailbox = 'link' in given ? await consumeLink(ctx, given.link) : await consumeCode(ctx, given);
  const behind = await accounts.selectAccounts(ctx, { kind: 'person', mailbox });
  const [only] = behind;
  if (!only) throw linkGone();
  if (behind.length === 1) return letIn(ctx, only);
  const { token, hash } = makeHashedToken();
  const expires_at = ctx.now.add({ minutes: codeMinutes });
  await store.insertToken(ctx, { token_hash: hash, purpose: 'account-choice', mailbox, expires_at });
  return { kind: 'choose', ticket: token };
}

async function consumeLink(ctx: Ctx, link: unknown): Promise<Buffer> {
  const hash = hashToken(link);
  const request = hash && (await store.spendRequestByLink(ctx, hash));
  if (!request) throw linkGone();
  return request.mailbox;
}

async function consumeCode(ctx: Ctx, given: { code: unknown; asker: unknown }): Promise<Buffer> {
  const askerHash = hashToken(given.asker);
  const request = askerHash && (await store.lockRequest(ctx, { askerHash }));
  if (!request || request.code_tries >= mostTries) throw codeRefused();
  await store.updateRequest(ctx, request.id, { code_tries: request.code_tries + 1 });
  const { code_hash, code_expires_at } = request;
  const code = typeof given.code === 'string' ? given.code.replace(/\s/g, '') : '';
  const isRight =
    code_hash !== null &&
    code_expires_at !== null &&
    Temporal.Instant.compare(code_expires_at, ctx.now) > 0 &&
    isCode(ctx.house, request.id, code, code_hash);
  if (!isRight) throw codeRefused();
  await store.updateRequest(ctx, request.id, { used_at: ctx.now });
  return request.mailbox;
}

/**
 * Of those who share the mailbox, the one for whom `isMe` holds (their date of birth is the one given). When it holds
 * for several (twins), ask for more and call again.
 */
export async function chooseAccount(
  ctx: Ctx,
  given: { readonly ticket: unknown; readonly isMe: (personId: string) => boolean | Promise<boolean> },
): Promise<Extract<Consumed, { kind: 'signed-in' }>> {
  const hash = hashToken(given.ticket);
  const choice = hash && (await store.findToken(ctx, 'account-choice', hash, { lock: true }));
  if (!choice?.mailbox || choice.tries >= mostTries) throw linkGone();
  await store.countTry(ctx, choice.token_hash);
  const matching: accounts.AccountRow[] = [];
  for (const one of await accounts.selectAccounts(ctx, { kind: 'person', mailbox: choice.mailbox }))
    if (await given.isMe(one.subject_id)) matching.push(one);
  const [only] = matching;
  if (!only || matching.length > 1) throw only ? severalMatch() : nobodyMatches();
  await store.spendToken(ctx, 'account-choice', choice.token_hash);
  return letIn(ctx, only);
}

async function letIn(ctx: Ctx, account: accounts.AccountRow): Promise<Extract<Consumed, { kind: 'signed-in' }>> {
  if (!account.activated_at) await accounts.updateAccount(ctx, account.id, { activated_at: ctx.now });
  const { cookie } = await openSession(ctx, account, { how: 'mail' });
  return {
    kind: 'signed-in',
    personId: account.subject_id,
    email: account.email,
    cookies: [cookie, { name: askerCookie, value: undefined }],
  };
}

const linkGone = () =>
  new Problem('gone', 'access.link-gone', {
    en: 'This link was used already or is too old. Ask for a new one; it takes a minute.',
    es: 'Este enlace ya se usó o es demasiado antiguo. Pida otro; tarda un minuto.',
  });

/** One answer for wrong, old and used up, or the difference would tell whether the address is known. */
const codeRefused = () =>
  new Problem(
    'invalid',
    'access.code-refused',
    {
      en: 'That is not the code of the newest mail, or it is too old. Look again, or ask for a new mail.',
      es: 'No es el código del correo más reciente, o es demasiado antiguo. Mire otra vez o pida otro correo.',
    },
    { keepsWork: true },
  );

const nobodyMatches = () =>
  new Problem(
    'invalid',
    'access.nobody-matches',
    {
      en: 'Nobody who uses this e-mail address has these details with us. Please check them.',
      es: 'Nadie que use esta dirección de correo tiene estos datos con nosotros. Compruébelos, por favor.',
    },
    { keepsWork: true },
  );

const severalMatch = () =>
  new Problem(
    'conflict',
    'access.several-match',
    {
      en: 'More than one person who uses this e-mail address has these details. Please tell us a little more.',
      es: 'Más de una persona que usa esta dirección de correo tiene estos datos. Díganos un poco más, por favor.',
    },
    { keepsWork: true },
  );
