import { sql } from 'kysely';
import type { Ctx } from '../ctx.ts';

interface Sealed {
  id: string;
  email: string;
  mailbox: Buffer;
  totp_sealed: Buffer | null;
  totp_pending_sealed: Buffer | null;
}
type Tables = { 'platform.account': Sealed };
type Reading = Pick<Ctx, 'tx'>;

export type SealedRow = Sealed;

/** Every account, shut ones too: they can be opened again. In the order of ids, so that two who do this do not block each other. */
export function lockAccountsAfter(ctx: Reading, id: string | undefined, count: number): Promise<SealedRow[]> {
  let query = ctx.tx.withTables<Tables>().selectFrom('platform.account');
  if (id !== undefined) query = query.where('id', '>', id);
  return query
    .select(['id', 'email', 'mailbox', 'totp_sealed', 'totp_pending_sealed'])
    .orderBy('id')
    .limit(count)
    .forUpdate()
    .execute();
}

export async function updateSealed(ctx: Reading, { id, totp_sealed, totp_pending_sealed }: SealedRow): Promise<void> {
  await ctx.tx
    .withTables<Tables>()
    .updateTable('platform.account')
    .set({ totp_sealed, totp_pending_sealed })
    .where('id', '=', id)
    .execute();
}

const withMailbox = [
  sql.table('platform.account'),
  sql.table('platform.one_time_token'),
  sql.table('platform.sign_in_request'),
];

/** With the links that were sent to these mailboxes and are still on their way. */
export async function replaceMailboxes(
  ctx: Reading,
  changes: readonly { readonly before: Buffer; readonly after: Buffer }[],
): Promise<void> {
  if (changes.length === 0) return;
  const hex = JSON.stringify(changes.map((it) => [it.before.toString('hex'), it.after.toString('hex')]));
  for (const table of withMailbox)
    await sql`
      update ${table} as it set mailbox = decode(pair ->> 1, 'hex')
      from jsonb_array_elements(${hex}::jsonb) as pair
      where it.mailbox = decode(pair ->> 0, 'hex')`.execute(ctx.tx);
}
