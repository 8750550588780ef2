import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { LeftOut } from './contract.ts';

interface MessageTable {
  id: string;
  thread_id: string | null;
  direction: 'in' | 'out';
  channel: 'portal' | 'email';
  person_id: string | null;
  author_kind: 'person' | 'staff' | 'system' | 'unproven';
  author_id: string | null;
  author_shown: string;
  purpose: string;
  subject: string;
  text: string;
  full_text: string | null;
  at: Temporal.Instant;
  read_at: Temporal.Instant | null;
  read_by: string | null;
}
interface AttachmentTable {
  message_id: string;
  position: number;
  file_id: string | null;
  name: string;
  size_bytes: number;
  left_out: LeftOut['reason'] | null;
}
type Tables = {
  'messaging.message': MessageTable;
  'messaging.attachment': AttachmentTable;
};

type Reading = Pick<Ctx, 'tx'>;
const db = (ctx: Reading) => ctx.tx.withTables<Tables>();

export type MessageRow = MessageTable;
export type AttachmentRow = AttachmentTable;
export type NewMessage = Omit<MessageTable, 'read_at' | 'read_by'>;

export async function insertMessage(ctx: Reading, row: NewMessage): Promise<void> {
  await db(ctx)
    .insertInto('messaging.message')
    .values({ ...row, read_at: null, read_by: null })
    .execute();
}

export async function insertAttachments(ctx: Reading, rows: readonly AttachmentTable[]): Promise<void> {
  if (rows.length > 0)
    await db(ctx)
      .insertInto('messaging.attachment')
      .values([...rows])
      .execute();
}

export const selectMessage = (ctx: Reading, id: string): Promise<MessageRow | undefined> =>
  db(ctx).selectFrom('messaging.message').selectAll().where('id', '=', id).executeTakeFirst();

export type ThreadRow = Omit<MessageTable, 'full_text'> & { has_more: boolean };

/** Enough for anything a person writes; what is longer is one step away, so that a thread of huge mails stays readable. */
const shownText = 50_000;

/** The newest of a thread, oldest of them first. */
export async function selectThread(ctx: Reading, threadId: string, most: number): Promise<ThreadRow[]> {
  const rows = await db(ctx)
    .selectFrom('messaging.message')
    .select(['id', 'thread_id', 'direction', 'channel', 'person_id', 'author_kind', 'author_id', 'author_shown'])
    .select(['purpose', 'subject', 'at', 'read_at', 'read_by'])
    .select(sql<string>`left(text, ${shownText})`.as('text'))
    .select(sql<boolean>`full_text is not null or length(text) > ${shownText}`.as('has_more'))
    .where('thread_id', '=', threadId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return rows.toReversed();
}

export function selectAttachments(ctx: Reading, messageIds: readonly string[]): Promise<AttachmentRow[]> {
  if (messageIds.length === 0) return Promise.resolve([]);
  return db(ctx)
    .selectFrom('messaging.attachment')
    .selectAll()
    .where('message_id', 'in', [...messageIds])
    .orderBy('message_id')
    .orderBy('position')
    .execute();
}

/** Whether this file came or went with a message of this thread. */
export const findAttached = (ctx: Reading, threadId: string, fileId: string) =>
  db(ctx)
    .selectFrom('messaging.attachment')
    .innerJoin('messaging.message', 'messaging.message.id', 'messaging.attachment.message_id')
    .select('messaging.attachment.file_id')
    .where('messaging.message.thread_id', '=', threadId)
    .where('messaging.attachment.file_id', '=', fileId)
    .executeTakeFirst();

/** Gives a mail its thread; only one can. */
export async function giveThread(
  ctx: Reading,
  messageId: string,
  change: { thread_id: string; person_id: string | null },
): Promise<boolean> {
  const done = await db(ctx)
    .updateTable('messaging.message')
    .set(change)
    .where('id', '=', messageId)
    .where('thread_id', 'is', null)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

export async function markThreadRead(
  ctx: Pick<Ctx, 'tx' | 'now'>,
  threadId: string,
  direction: MessageRow['direction'],
  by: string | null,
): Promise<number> {
  const done = await db(ctx)
    .updateTable('messaging.message')
    .set({ read_at: ctx.now, read_by: by })
    .where('thread_id', '=', threadId)
    .where('direction', '=', direction)
    .where('read_at', 'is', null)
    .executeTakeFirst();
  return Number(done.numUpdatedRows);
}

/** Which of these files lie with a message. */
export async function selectAttached(ctx: Pick<Ctx, 'tx'>, fileIds: readonly string[]): Promise<string[]> {
  const rows = await db(ctx)
    .selectFrom('messaging.attachment')
    .select('file_id')
    .where('file_id', 'in', fileIds)
    .execute();
  return rows.flatMap((row) => row.file_id ?? []);
}
