import { randomUUIDv7 } from 'node:crypto';
import type { Ctx } from '../ctx.ts';
import type { CookieChange } from '../http/route.ts';
import type { AccountRow } from './account-store.ts';
import { browserName } from './browser-name.ts';
import * as store from './browser-store.ts';
import { newBrowserUsed } from './events.ts';
import type { How } from './session-store.ts';
import { openSession, readOwnSession } from './sessions.ts';
import { hashToken, makeHashedToken } from './tokens.ts';

export const browserCookie = 'bedside-browser';

/** The longest that browsers keep a cookie (RFC 6265bis, 5.5), and as long do we know them. */
export const keptDays = 400;

/** What a request tells of the browser it comes from. */
export interface FromBrowser {
  readonly cookies: Readonly<Record<string, string | undefined>>;
  readonly userAgent: string | undefined;
}

/**
 * Signs a colleague in. In a browser that this account has not used before, its owner hears of it by mail: also when the
 * second factor is still missing, for then somebody else may know the password.
 */
export async function openStaffSession(
  ctx: Ctx,
  account: AccountRow,
  given: { readonly how: Exclude<How, 'mail' | 'demo'>; readonly secondFactor?: boolean; readonly from: FromBrowser },
): Promise<{ cookies: readonly CookieChange[] }> {
  const known = hashToken(given.from.cookies[browserCookie]);
  const fresh = makeHashedToken();
  const name = browserName(given.from.userAgent);
  const row = { id: randomUUIDv7(), account_id: account.id, token_hash: known ?? fresh.hash, name };
  const browser = await store.noteBrowser(ctx, row);
  // Whoever comes by an invitation asked for it, and nothing was there before.
  if (browser.isNew && given.how !== 'invitation')
    await ctx.emit(newBrowserUsed, { accountId: account.id, browserName: name });
  const { cookie } = await openSession(ctx, account, { ...given, browserId: browser.id });
  const token = known ? given.from.cookies[browserCookie] : fresh.token;
  return { cookies: [cookie, { name: browserCookie, value: token, maxAgeSeconds: keptDays * 86_400 }] };
}

export async function listOwnBrowsers(ctx: Ctx) {
  const own = await readOwnSession(ctx);
  const rows = await store.selectBrowsers(ctx, own.account_id);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    firstUsedAt: row.first_used_at.toString(),
    lastUsedAt: row.last_used_at.toString(),
    isThisOne: row.id === own.browser_id,
  }));
}
