import { sql } from 'kysely';
import type { Ctx } from '../ctx.ts';

export type Purpose =
  | 'invitation'
  | 'reset'
  | 'account-choice'
  | 'passkey-registration'
  | 'passkey-second-factor'
  | 'passkey-sign-in';

interface TokenTable {
  token_hash: Buffer;
  purpose: Purpose;
  account_id: string | null;
  mailbox: Buffer | null;
  credentials_version: number | null;
  created_at: Temporal.Instant;
  expires_at: Temporal.Instant;
  tries: number;
  used_at: Temporal.Instant | null;
}
interface RequestTable {
  id: string;
  mailbox: Buffer;
  asker_hash: Buffer;
  asked_at: Temporal.Instant;
  link_hash: Buffer | null;
  link_expires_at: Temporal.Instant | null;
  code_hash: Buffer | null;
  code_expires_at: Temporal.Instant | null;
  code_tries: number;
  used_at: Temporal.Instant | null;
}
type Tables = {
  'platform.one_time_token': TokenTable;
  'platform.sign_in_request': RequestTable;
};

type Reading = Pick<Ctx, 'tx' | 'now'>;
const db = (ctx: Pick<Ctx, 'tx'>) => ctx.tx.withTables<Tables>();

export async function insertToken(
  ctx: Reading,
  row: Pick<TokenTable, 'token_hash' | 'purpose' | 'expires_at'> &
    Partial<Pick<TokenTable, 'account_id' | 'mailbox' | 'credentials_version'>>,
): Promise<void> {
  const rest = {
    account_id: null,
    mailbox: null,
    credentials_version: null,
    created_at: ctx.now,
    tries: 0,
    used_at: null,
  };
  await db(ctx)
    .insertInto('platform.one_time_token')
    .values({ ...rest, ...row })
    .execute();
}

/** Of many who bring the same token only one gets it; of another purpose it is none at all. */
export function spendToken(ctx: Reading, purpose: Purpose, tokenHash: Buffer) {
  return db(ctx)
    .updateTable('platform.one_time_token')
    .set({ used_at: ctx.now })
    .where('token_hash', '=', tokenHash)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', ctx.now)
    .returning(['account_id', 'mailbox', 'credentials_version'])
    .executeTakeFirst();
}

export function findToken(ctx: Reading, purpose: Purpose, tokenHash: Buffer, options: { lock?: boolean } = {}) {
  const query = db(ctx)
    .selectFrom('platform.one_time_token')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', ctx.now);
  return (options.lock ? query.forUpdate() : query).executeTakeFirst();
}

export async function countTry(ctx: Reading, tokenHash: Buffer): Promise<void> {
  await sql`update platform.one_time_token set tries = tries + 1 where token_hash = ${tokenHash}`.execute(ctx.tx);
}

export async function voidTokens(ctx: Reading, accountId: string, purpose: Purpose): Promise<void> {
  await db(ctx)
    .updateTable('platform.one_time_token')
    .set({ used_at: ctx.now })
    .where('account_id', '=', accountId)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .execute();
}

export async function countTokensSince(ctx: Reading, accountId: string, purpose: Purpose, since: Temporal.Instant) {
  const row = await db(ctx)
    .selectFrom('platform.one_time_token')
    .select((it) => it.fn.countAll<number>().as('count'))
    .where('account_id', '=', accountId)
    .where('purpose', '=', purpose)
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow();
  return row.count;
}

export async function insertRequest(
  ctx: Reading,
  row: Pick<RequestTable, 'id' | 'mailbox' | 'asker_hash'>,
): Promise<void> {
  const empty = { link_hash: null, link_expires_at: null, code_hash: null, code_expires_at: null };
  await db(ctx)
    .insertInto('platform.sign_in_request')
    .values({ ...row, ...empty, asked_at: ctx.now, code_tries: 0, used_at: null })
    .execute();
}

export async function countRequestsSince(ctx: Reading, mailbox: Buffer, since: Temporal.Instant): Promise<number> {
  const row = await db(ctx)
    .selectFrom('platform.sign_in_request')
    .select((it) => it.fn.countAll<number>().as('count'))
    .where('mailbox', '=', mailbox)
    .where('asked_at', '>', since)
    .executeTakeFirstOrThrow();
  return row.count;
}

export function lockRequest(ctx: Reading, by: { readonly id: string } | { readonly askerHash: Buffer }) {
  const query = db(ctx).selectFrom('platform.sign_in_request').selectAll().where('used_at', 'is', null).forUpdate();
  return ('id' in by ? query.where('id', '=', by.id) : query.where('asker_hash', '=', by.askerHash)).executeTakeFirst();
}

export async function updateRequest(ctx: Reading, id: string, change: Partial<RequestTable>): Promise<void> {
  await db(ctx).updateTable('platform.sign_in_request').set(change).where('id', '=', id).execute();
}

export function findRequestByLink(ctx: Reading, linkHash: Buffer) {
  return db(ctx)
    .selectFrom('platform.sign_in_request')
    .select('mailbox')
    .where('link_hash', '=', linkHash)
    .where('used_at', 'is', null)
    .where('link_expires_at', '>', ctx.now)
    .executeTakeFirst();
}

export function spendRequestByLink(ctx: Reading, linkHash: Buffer) {
  return db(ctx)
    .updateTable('platform.sign_in_request')
    .set({ used_at: ctx.now })
    .where('link_hash', '=', linkHash)
    .where('used_at', 'is', null)
    .where('link_expires_at', '>', ctx.now)
    .returning('mailbox')
    .executeTakeFirst();
}
