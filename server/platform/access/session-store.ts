import { sql } from 'kysely';
import type { Ctx } from '../ctx.ts';
import type { Database } from '../database/connect.ts';
import type { AccountKind } from './account-store.ts';

export type How = 'password' | 'passkey' | 'mail' | 'demo' | 'invitation';

interface SessionTable {
  id: string;
  token_hash: Buffer;
  account_id: string;
  how: How;
  created_at: Temporal.Instant;
  last_seen_at: Temporal.Instant;
  proved_at: Temporal.Instant;
  second_factor_at: Temporal.Instant | null;
  ended_at: Temporal.Instant | null;
  browser_id: string | null;
}
type Tables = {
  'platform.session': SessionTable;
};

type Reading = Pick<Ctx, 'tx'>;
const db = (ctx: Reading) => ctx.tx.withTables<Tables>();

export interface OpenSession {
  readonly id: string;
  readonly created_at: Temporal.Instant;
  readonly last_seen_at: Temporal.Instant;
  readonly second_factor_at: Temporal.Instant | null;
  readonly account_id: string;
  readonly kind: AccountKind;
  readonly subject_id: string;
  readonly has_second_factor: boolean;
  readonly demanding_roles: readonly string[];
}

/** All that a request must know about its session, in one query. */
export async function findOpenSession(ctx: Reading, tokenHash: Buffer): Promise<OpenSession | undefined> {
  const { rows } = await sql<OpenSession>`
    select s.id, s.created_at, s.last_seen_at, s.second_factor_at, a.id as account_id, a.kind, a.subject_id,
      a.totp_confirmed_at is not null or exists (select from platform.passkey p where p.account_id = a.id)
        as has_second_factor,
      coalesce((select value from platform.setting where name = 'second-factor-roles'), '[]'::jsonb) as demanding_roles
    from platform.session s join platform.account a on a.id = s.account_id
    where s.token_hash = ${tokenHash} and s.ended_at is null and a.disabled_at is null`.execute(ctx.tx);
  return rows[0];
}

export async function insertSession(ctx: Reading, row: SessionTable): Promise<void> {
  await db(ctx).insertInto('platform.session').values(row).execute();
}

export function findSession(ctx: Reading, id: string) {
  return db(ctx)
    .selectFrom('platform.session')
    .selectAll()
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
}

export async function updateSession(ctx: Reading, id: string, change: Partial<SessionTable>): Promise<void> {
  await db(ctx)
    .updateTable('platform.session')
    .set(change)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
}

export function selectSessions(
  ctx: Reading,
  accountId: string,
  since: { created: Temporal.Instant; seen: Temporal.Instant },
) {
  return db(ctx)
    .selectFrom('platform.session')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .where('created_at', '>', since.created)
    .where('last_seen_at', '>', since.seen)
    .orderBy('last_seen_at', 'desc')
    .limit(100)
    .execute();
}

/** Ends every session of the account but `keepId`; gives how many. */
export async function endSessions(ctx: Pick<Ctx, 'tx' | 'now'>, accountId: string, keepId?: string): Promise<number> {
  const ended = await db(ctx)
    .updateTable('platform.session')
    .set({ ended_at: ctx.now })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .$if(keepId !== undefined, (query) => query.where('id', '!=', keepId ?? ''))
    .executeTakeFirst();
  return Number(ended.numUpdatedRows);
}

export async function endSession(ctx: Pick<Ctx, 'tx' | 'now'>, accountId: string, id: string): Promise<boolean> {
  const ended = await db(ctx)
    .updateTable('platform.session')
    .set({ ended_at: ctx.now })
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return ended.numUpdatedRows === 1n;
}

/** In one statement for all of them; a session that ended meanwhile stays ended. */
export async function touchSessions(database: Database, seen: ReadonlyMap<string, Temporal.Instant>): Promise<void> {
  const rows = [...seen].map(([id, at]) => ({ id, at: at.toString() }));
  await sql`
    update platform.session s set last_seen_at = it.at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as it(id uuid, at timestamptz)
    where s.id = it.id and s.last_seen_at < it.at`.execute(database);
}

/** What nobody can use any more, so that the tables hold only what is alive and a little of what was. */
export async function deleteOld(ctx: Reading, before: Temporal.Instant): Promise<void> {
  await sql`delete from platform.session where created_at < ${before}`.execute(ctx.tx);
  await sql`delete from platform.one_time_token where expires_at < ${before}`.execute(ctx.tx);
  await sql`delete from platform.sign_in_request where asked_at < ${before}`.execute(ctx.tx);
}
