import { randomUUIDv7 } from 'node:crypto';
import type { Ctx } from '../ctx.ts';
import type { CookieChange } from '../http/route.ts';
import { notFound, notSignedIn } from '../problem.ts';
import type { AccountKind } from './account-store.ts';
import { selectBrowsers } from './browser-store.ts';
import { recordOnAccount } from './record.ts';
import * as store from './session-store.ts';
import { makeHashedToken } from './tokens.ts';

export const sessionCookie = 'bedside-session';

/** Neither can be stretched by the browser: both are counted from what the server wrote. */
const sessionLimits: Record<AccountKind, { readonly idleMinutes: number; readonly absoluteHours: number }> = {
  staff: { idleMinutes: 30, absoluteHours: 12 },
  person: { idleMinutes: 30, absoluteHours: 12 },
};

export function earliestAlive(kind: AccountKind, now: Temporal.Instant) {
  const { idleMinutes, absoluteHours } = sessionLimits[kind];
  return { created: now.subtract({ hours: absoluteHours }), seen: now.subtract({ minutes: idleMinutes }) };
}

/** The session of whoever acts, also of someone halfway in. */
export function ownSessionId(ctx: Pick<Ctx, 'actor'>): string | undefined {
  const { actor } = ctx;
  if (actor.kind === 'staff' || actor.kind === 'person') return actor.sessionId;
  return actor.kind === 'anyone' ? actor.halfway?.sessionId : undefined;
}

/** @throws Problem not-signed-in */
export async function readOwnSession(ctx: Ctx) {
  const id = ownSessionId(ctx);
  const session = id && (await store.findSession(ctx, id));
  if (!session) throw notSignedIn();
  return session;
}

interface Opened {
  readonly sessionId: string;
  readonly cookie: CookieChange;
}

/** Signs an account in; a session this browser had before ends, whosever it was. */
export async function openSession(
  ctx: Ctx,
  account: { readonly id: string },
  given: { readonly how: store.How; readonly secondFactor?: boolean; readonly browserId?: string },
): Promise<Opened> {
  const before = ownSessionId(ctx);
  if (before) await store.updateSession(ctx, before, { ended_at: ctx.now });
  const { token, hash } = makeHashedToken();
  const sessionId = randomUUIDv7();
  await store.insertSession(ctx, {
    id: sessionId,
    token_hash: hash,
    account_id: account.id,
    how: given.how,
    created_at: ctx.now,
    last_seen_at: ctx.now,
    proved_at: ctx.now,
    ended_at: null,
    second_factor_at: given.secondFactor ? ctx.now : null,
    browser_id: given.browserId ?? null,
  });
  await recordOnAccount(ctx, account.id, 'access.open-session', 'done', { sessionId, how: given.how });
  return { sessionId, cookie: { name: sessionCookie, value: token } };
}

/** After a proof the same session goes on under a new token, so that a token known from before is worth nothing. */
export async function renewSession(
  ctx: Ctx,
  sessionId: string,
  proof: 'second-factor' | 'password',
): Promise<CookieChange> {
  const { token, hash } = makeHashedToken();
  await store.updateSession(ctx, sessionId, {
    token_hash: hash,
    ...(proof === 'second-factor' ? { second_factor_at: ctx.now } : { proved_at: ctx.now }),
  });
  return { name: sessionCookie, value: token };
}

/** Signs out; harmless for who is not signed in. */
export async function closeSession(ctx: Ctx): Promise<CookieChange> {
  const id = ownSessionId(ctx);
  if (id) await store.updateSession(ctx, id, { ended_at: ctx.now });
  return { name: sessionCookie, value: undefined };
}

export async function closeEverySession(ctx: Ctx): Promise<CookieChange> {
  const { account_id } = await readOwnSession(ctx);
  await store.endSessions(ctx, account_id);
  return { name: sessionCookie, value: undefined };
}

export async function listOwnSessions(ctx: Ctx) {
  const own = await readOwnSession(ctx);
  const kind = ctx.actor.kind === 'person' ? 'person' : 'staff';
  const rows = await store.selectSessions(ctx, own.account_id, earliestAlive(kind, ctx.now));
  const browsers = new Map((await selectBrowsers(ctx, own.account_id)).map((row) => [row.id, row.name]));
  return rows.map((row) => ({
    id: row.id,
    browser: browsers.get(row.browser_id ?? '') ?? '',
    how: row.how,
    openedAt: row.created_at.toString(),
    lastSeenAt: row.last_seen_at.toString(),
    isThisOne: row.id === own.id,
  }));
}

export async function closeOwnSession(ctx: Ctx, id: string): Promise<void> {
  const own = await readOwnSession(ctx);
  if (!(await store.endSession(ctx, own.account_id, id))) throw notFound();
}
