import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { SetAside } from './contract.ts';

interface IncomingMailTable {
  id: string;
  received_at: Temporal.Instant;
  same_mail: Buffer;
  outcome: 'message' | SetAside['outcome'];
  because: string | null;
  message_id: string | null;
  mail_id: string | null;
  from_address: string | null;
  from_name: string | null;
  from_plain: string | null;
  subject: string;
  suggested_thread_id: string | null;
  suggested_because: string | null;
  authentication: string | null;
  html: string | null;
  remote_pictures: number;
  taken_up_at: Temporal.Instant | null;
  taken_up_by: string | null;
}
type Tables = {
  'messaging.incoming_mail': IncomingMailTable;
  'messaging.raw_mail': { incoming_mail_id: string; bytes: Buffer };
  'messaging.message': { id: string; thread_id: string | null; at: Temporal.Instant };
};

type Reading = Pick<Ctx, 'tx'>;
const db = (ctx: Reading) => ctx.tx.withTables<Tables>();

export type IncomingMailRow = IncomingMailTable;

/** Whoever brings another mail of the same sender waits until this one is counted and kept. */
export async function lockSender(ctx: Reading, sender: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`mail from ${sender}`}, 0))`.execute(ctx.tx);
}

/** False: the same mail is kept already. Two who bring it at once: the second waits here and learns so. */
export async function insertIncomingMail(ctx: Reading, row: IncomingMailTable): Promise<boolean> {
  const done = await db(ctx)
    .insertInto('messaging.incoming_mail')
    .values(row)
    .onConflict((it) => it.constraint('incoming_mail_once').doNothing())
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export const findSameMail = (ctx: Reading, sameMail: Buffer) =>
  db(ctx)
    .selectFrom('messaging.incoming_mail')
    .select(['id', 'outcome'])
    .where('same_mail', '=', sameMail)
    .executeTakeFirst();

/** Says which message a mail became, once that is written. */
export async function setMessageOfMail(ctx: Reading, id: string, messageId: string): Promise<void> {
  await db(ctx).updateTable('messaging.incoming_mail').set({ message_id: messageId }).where('id', '=', id).execute();
}

export async function insertRawMail(ctx: Reading, incomingMailId: string, bytes: Buffer): Promise<void> {
  await db(ctx).insertInto('messaging.raw_mail').values({ incoming_mail_id: incomingMailId, bytes }).execute();
}

export async function countFromSender(ctx: Reading, fromPlain: string, since: Temporal.Instant): Promise<number> {
  const row = await db(ctx)
    .selectFrom('messaging.incoming_mail')
    .select((it) => it.fn.countAll<number>().as('count'))
    .where('from_plain', '=', fromPlain)
    .where('received_at', '>', since)
    .executeTakeFirstOrThrow();
  return row.count;
}

export async function countIntoThread(ctx: Reading, threadId: string, since: Temporal.Instant): Promise<number> {
  const row = await db(ctx)
    .selectFrom('messaging.incoming_mail')
    .innerJoin('messaging.message', 'messaging.message.id', 'messaging.incoming_mail.message_id')
    .select((it) => it.fn.countAll<number>().as('count'))
    .where('messaging.message.thread_id', '=', threadId)
    .where('messaging.message.at', '>', since)
    .executeTakeFirstOrThrow();
  return row.count;
}

export async function selectMailsOfMessages(ctx: Reading, messageIds: readonly string[]) {
  if (messageIds.length === 0) return [];
  return db(ctx)
    .selectFrom('messaging.incoming_mail')
    .select(['message_id', 'from_address', 'from_name', 'suggested_thread_id'])
    .select((it) => it('html', 'is not', null).as('has_html'))
    .where('message_id', 'in', [...messageIds])
    .execute();
}

/** Of the mails of this thread those that point to another one, the first first. */
export const selectSuggested = (ctx: Reading, threadId: string) =>
  db(ctx)
    .selectFrom('messaging.incoming_mail')
    .innerJoin('messaging.message', 'messaging.message.id', 'messaging.incoming_mail.message_id')
    .select(['suggested_thread_id', 'suggested_because'])
    .where('messaging.message.thread_id', '=', threadId)
    .where('suggested_thread_id', 'is not', null)
    .where('suggested_thread_id', '!=', threadId)
    .orderBy('received_at')
    .execute();

export const findMailOfMessage = (ctx: Reading, messageId: string): Promise<IncomingMailRow | undefined> =>
  db(ctx).selectFrom('messaging.incoming_mail').selectAll().where('message_id', '=', messageId).executeTakeFirst();

/** The mail that began a thread; undefined when it began otherwise. */
export async function firstMailOfThread(ctx: Reading, threadId: string): Promise<IncomingMailRow | undefined> {
  const first = await db(ctx)
    .selectFrom('messaging.message')
    .select('id')
    .where('thread_id', '=', threadId)
    .orderBy('at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return first && findMailOfMessage(ctx, first.id);
}

/** Message-IDs of mails that came into this thread, oldest first. */
export async function selectReceivedMailIds(ctx: Reading, threadId: string) {
  const rows = await db(ctx)
    .selectFrom('messaging.incoming_mail')
    .innerJoin('messaging.message', 'messaging.message.id', 'messaging.incoming_mail.message_id')
    .select(['messaging.incoming_mail.mail_id', 'messaging.incoming_mail.received_at'])
    .where('messaging.message.thread_id', '=', threadId)
    .where('messaging.incoming_mail.mail_id', 'is not', null)
    .orderBy('messaging.incoming_mail.received_at', 'desc')
    .limit(20)
    .execute();
  return rows.toReversed();
}

export function findIncomingMail(
  ctx: Reading,
  id: string,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<IncomingMailRow | undefined> {
  const query = db(ctx).selectFrom('messaging.incoming_mail').selectAll().where('id', '=', id);
  return (lock ? query.forUpdate() : query).executeTakeFirst();
}

export async function findRawMail(ctx: Reading, incomingMailId: string): Promise<Buffer | undefined> {
  const query = db(ctx).selectFrom('messaging.raw_mail').select('bytes');
  return (await query.where('incoming_mail_id', '=', incomingMailId).executeTakeFirst())?.bytes;
}

export const markTakenUp = (ctx: Reading, id: string, change: Pick<IncomingMailTable, 'taken_up_at' | 'taken_up_by'>) =>
  db(ctx).updateTable('messaging.incoming_mail').set(change).where('id', '=', id).execute();

/** Newest first; ids rise with time. */
export function selectSetAside(ctx: Reading, before: string | undefined, most: number): Promise<IncomingMailRow[]> {
  let query = db(ctx).selectFrom('messaging.incoming_mail').selectAll().where('message_id', 'is', null);
  if (before) query = query.where('id', '<', before);
  return query.orderBy('id', 'desc').limit(most).execute();
}
