import { type Generated, sql } from 'kysely';
import type { Ctx } from '../ctx.ts';

interface AccountTable {
  id: string;
  kind: 'staff' | 'person';
  subject_id: string;
  email: string;
  mailbox: Buffer;
  password_hash: string | null;
  password_is_long: Generated<boolean>;
  totp_sealed: Buffer | null;
  totp_confirmed_at: Temporal.Instant | null;
  totp_last_step: number | null;
  totp_pending_sealed: Buffer | null;
  proof_failures: Generated<number>;
  proof_failed_at: Temporal.Instant | null;
  credentials_version: Generated<number>;
  created_at: Temporal.Instant;
  activated_at: Temporal.Instant | null;
  disabled_at: Temporal.Instant | null;
  disabled_by: string | null;
  demo: Generated<boolean>;
  demo_name: string | null;
  demo_role: string | null;
}
type Tables = {
  'platform.account': AccountTable;
};

const db = (ctx: Pick<Ctx, 'tx'>) => ctx.tx.withTables<Tables>();

export type AccountKind = AccountTable['kind'];
export type AccountRow = Awaited<ReturnType<typeof selectAccounts>>[number];
export type AccountChange = Partial<{
  [K in keyof AccountTable]: AccountTable[K] extends Generated<infer T> ? T : AccountTable[K];
}>;

type Where =
  | { readonly id: string }
  | { readonly ids: readonly string[] }
  | { readonly kind: AccountKind; readonly subjectId: string }
  | { readonly kind: AccountKind; readonly mailbox: Buffer }
  | { readonly staff: true }
  | { readonly demo: true };

/** Accounts that are not shut, oldest first. */
export function selectAccounts(ctx: Pick<Ctx, 'tx'>, where: Where, options: { lock?: boolean } = {}) {
  let query = db(ctx).selectFrom('platform.account').selectAll().where('disabled_at', 'is', null);
  if ('id' in where) query = query.where('id', '=', where.id);
  else if ('ids' in where) query = query.where('id', 'in', [...where.ids]);
  else if ('staff' in where) query = query.where('kind', '=', 'staff');
  else if ('demo' in where) query = query.where('demo', '=', true);
  else if ('mailbox' in where) query = query.where('kind', '=', where.kind).where('mailbox', '=', where.mailbox);
  else query = query.where('kind', '=', where.kind).where('subject_id', '=', where.subjectId);
  if (options.lock) query = query.forUpdate();
  return query.orderBy('created_at').orderBy('id').limit(500).execute();
}

export async function findAccount(ctx: Pick<Ctx, 'tx'>, id: string): Promise<AccountRow | undefined> {
  return (await selectAccounts(ctx, { id }))[0];
}

/** Holds the account until the transaction ends: what is counted or used up on it happens one after another. */
export async function lockAccount(ctx: Pick<Ctx, 'tx'>, id: string): Promise<AccountRow | undefined> {
  return (await selectAccounts(ctx, { id }, { lock: true }))[0];
}

export async function insertAccount(
  ctx: Pick<Ctx, 'tx'>,
  row: Pick<AccountRow, 'id' | 'kind' | 'subject_id' | 'email' | 'mailbox' | 'created_at'> & AccountChange,
): Promise<void> {
  await db(ctx).insertInto('platform.account').values(row).execute();
}

export async function updateAccount(ctx: Pick<Ctx, 'tx'>, id: string, change: AccountChange): Promise<void> {
  await db(ctx).updateTable('platform.account').set(change).where('id', '=', id).execute();
}

export async function raiseCredentialsVersion(ctx: Pick<Ctx, 'tx'>, id: string): Promise<void> {
  await db(ctx)
    .updateTable('platform.account')
    .set((it) => ({ credentials_version: it('credentials_version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function countAccounts(ctx: Pick<Ctx, 'tx'>, kind?: AccountKind): Promise<number> {
  let query = db(ctx)
    .selectFrom('platform.account')
    .select((it) => it.fn.countAll<number>().as('count'));
  if (kind) query = query.where('kind', '=', kind);
  return (await query.executeTakeFirstOrThrow()).count;
}

/** Whoever else wants the same lock waits until this transaction ends. */
export async function lockByName(ctx: Pick<Ctx, 'tx'>, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(ctx.tx);
}

export async function readSetting(ctx: Pick<Ctx, 'tx'>, name: string): Promise<unknown> {
  const { rows } = await sql<{ value: unknown }>`select value from platform.setting where name = ${name}`.execute(
    ctx.tx,
  );
  return rows[0]?.value;
}

export async function writeSetting(ctx: Pick<Ctx, 'tx'>, name: string, value: unknown): Promise<void> {
  await sql`
    insert into platform.setting (name, value) values (${name}, ${JSON.stringify(value)}::jsonb)
    on conflict (name) do update set value = excluded.value`.execute(ctx.tx);
}
