import { sql } from 'kysely';
import type { Ctx } from '../ctx.ts';

interface BrowserTable {
  id: string;
  account_id: string;
  token_hash: Buffer;
  name: string;
  first_used_at: Temporal.Instant;
  last_used_at: Temporal.Instant;
}
type Tables = {
  'platform.known_browser': BrowserTable;
};

const db = (ctx: Pick<Ctx, 'tx'>) => ctx.tx.withTables<Tables>();

/** Of several sign-ins of one new browser at once one is told that it is new. */
export async function noteBrowser(
  ctx: Pick<Ctx, 'tx' | 'now'>,
  row: Pick<BrowserTable, 'id' | 'account_id' | 'token_hash' | 'name'>,
): Promise<{ id: string; isNew: boolean }> {
  const { rows } = await sql<{ id: string }>`
    insert into platform.known_browser (id, account_id, token_hash, name, first_used_at, last_used_at)
    values (${row.id}, ${row.account_id}, ${row.token_hash}, ${row.name}, ${ctx.now}, ${ctx.now})
    on conflict on constraint known_browser_once do update
    set name = excluded.name, last_used_at = greatest(known_browser.last_used_at, excluded.last_used_at)
    returning id`.execute(ctx.tx);
  const id = rows[0]?.id ?? row.id;
  return { id, isNew: id === row.id };
}

export function selectBrowsers(ctx: Pick<Ctx, 'tx'>, accountId: string) {
  return db(ctx)
    .selectFrom('platform.known_browser')
    .select(['id', 'name', 'first_used_at', 'last_used_at'])
    .where('account_id', '=', accountId)
    .orderBy('last_used_at', 'desc')
    .orderBy('id')
    .limit(20)
    .execute();
}

export async function deleteBrowsersUnusedSince(ctx: Pick<Ctx, 'tx'>, before: Temporal.Instant): Promise<void> {
  await db(ctx).deleteFrom('platform.known_browser').where('last_used_at', '<', before).execute();
}
