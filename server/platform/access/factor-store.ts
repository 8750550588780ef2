import type { Ctx } from '../ctx.ts';

interface PasskeyTable {
  id: string;
  account_id: string;
  credential_id: string;
  public_key: Buffer;
  counter: number;
  transports: string[];
  label: string;
  created_at: Temporal.Instant;
  last_used_at: Temporal.Instant | null;
}
interface RecoveryCodeTable {
  account_id: string;
  code_hash: Buffer;
  created_at: Temporal.Instant;
  used_at: Temporal.Instant | null;
}
type Tables = {
  'platform.passkey': PasskeyTable;
  'platform.recovery_code': RecoveryCodeTable;
};

type Reading = Pick<Ctx, 'tx'>;
const db = (ctx: Reading) => ctx.tx.withTables<Tables>();

export type PasskeyRow = PasskeyTable;

export function selectPasskeys(ctx: Reading, accountId: string): Promise<PasskeyRow[]> {
  return db(ctx)
    .selectFrom('platform.passkey')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .limit(50)
    .execute();
}

export function findPasskey(ctx: Reading, credentialId: string): Promise<PasskeyRow | undefined> {
  return db(ctx)
    .selectFrom('platform.passkey')
    .selectAll()
    .where('credential_id', '=', credentialId)
    .executeTakeFirst();
}

export async function insertPasskey(ctx: Reading, row: PasskeyRow): Promise<void> {
  await db(ctx).insertInto('platform.passkey').values(row).execute();
}

export async function updatePasskey(ctx: Reading, id: string, change: Partial<PasskeyRow>): Promise<void> {
  await db(ctx).updateTable('platform.passkey').set(change).where('id', '=', id).execute();
}

export async function deletePasskey(ctx: Reading, accountId: string, id: string): Promise<boolean> {
  const gone = await db(ctx)
    .deleteFrom('platform.passkey')
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .executeTakeFirst();
  return gone.numDeletedRows === 1n;
}

export async function hasSecondFactor(
  ctx: Reading,
  account: { readonly id: string; readonly totp_confirmed_at: Temporal.Instant | null },
): Promise<boolean> {
  return account.totp_confirmed_at !== null || (await selectPasskeys(ctx, account.id)).length > 0;
}

export async function replaceRecoveryCodes(
  ctx: Pick<Ctx, 'tx' | 'now'>,
  accountId: string,
  hashes: readonly Buffer[],
): Promise<void> {
  await db(ctx).deleteFrom('platform.recovery_code').where('account_id', '=', accountId).execute();
  if (hashes.length === 0) return;
  await db(ctx)
    .insertInto('platform.recovery_code')
    .values(hashes.map((code_hash) => ({ account_id: accountId, code_hash, created_at: ctx.now, used_at: null })))
    .execute();
}

export async function spendRecoveryCode(
  ctx: Pick<Ctx, 'tx' | 'now'>,
  accountId: string,
  codeHashes: readonly Buffer[],
): Promise<boolean> {
  const used = await db(ctx)
    .updateTable('platform.recovery_code')
    .set({ used_at: ctx.now })
    .where('account_id', '=', accountId)
    .where('code_hash', 'in', [...codeHashes])
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return used.numUpdatedRows === 1n;
}

export async function countRecoveryCodes(ctx: Reading, accountId: string): Promise<number> {
  const row = await db(ctx)
    .selectFrom('platform.recovery_code')
    .select((it) => it.fn.countAll<number>().as('count'))
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return row.count;
}
