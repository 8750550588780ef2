import { actorId } from '../../platform/access/actor.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { listFiles, readFile, type StoredFile } from '../../platform/files/files.ts';
import { safeHtmlPage } from '../../platform/mail/safe-html.ts';
import { notFound, Problem } from '../../platform/problem.ts';
import { currentId, findByAddress } from '../people/index.ts';
import type { ReceivedMessage, ThreadMessage } from './contract.ts';
import { selectDispatches } from './dispatch-store.ts';
import { findMailOfMessage, selectMailsOfMessages, selectSuggested } from './mail-store.ts';
import * as store from './message-store.ts';
import { presentMessage } from './present.ts';
import type { Suggested } from './proof.ts';
import { threadTopic } from './topics.ts';

/** The newest messages of one thread; who may see it is for the caller to decide, who knows what the thread is about. */
const mostShown = 500;

/** All that went between the person and the house in this thread, oldest first, with what became of each mail. */
export async function listThread(ctx: Ctx, threadId: string): Promise<ThreadMessage[]> {
  const rows = await store.selectThread(ctx, threadId, mostShown);
  const ids = rows.map((row) => row.id);
  const attachments = Map.groupBy(await store.selectAttachments(ctx, ids), (row) => row.message_id);
  const dispatches = Map.groupBy(await selectDispatches(ctx, ids), (row) => row.message_id);
  const mails = new Map((await selectMailsOfMessages(ctx, ids)).map((row) => [row.message_id, row]));
  const fileIds = [...attachments.values()].flat().flatMap((row) => row.file_id ?? []);
  const files = new Map((await listFiles(ctx, fileIds)).map((file) => [file.id, file]));
  return rows.map((row) =>
    presentMessage(row, {
      language: ctx.language,
      attachments: attachments.get(row.id) ?? [],
      files,
      dispatch: dispatches.get(row.id)?.at(-1),
      mail: mails.get(row.id),
    }),
  );
}

/** One message that came in, for whoever has to find its thread. */
export async function readReceived(ctx: Ctx, messageId: string): Promise<ReceivedMessage> {
  const row = await store.selectMessage(ctx, messageId);
  if (row?.direction !== 'in') throw notFound();
  const mail = await findMailOfMessage(ctx, messageId);
  const sender = mail?.from_address ? { address: mail.from_address, name: mail.from_name ?? '' } : null;
  return {
    id: row.id,
    threadId: row.thread_id,
    personId: row.person_id,
    channel: row.channel,
    at: row.at.toString(),
    subject: row.subject,
    text: row.text,
    sender,
    possiblePersonIds: sender ? await findByAddress(ctx, { system: 'email', value: sender.address }) : [],
    suggestedThreadId: mail?.suggested_thread_id ?? null,
  };
}

/** Threads that mails of this one point to, by a header or by a reply address of somebody else; nothing proves it. */
export async function listSuggested(ctx: Ctx, threadId: string): Promise<Suggested[]> {
  return (await selectSuggested(ctx, threadId)).flatMap((row) =>
    row.suggested_thread_id
      ? [{ threadId: row.suggested_thread_id, because: row.suggested_because as Suggested['because'] }]
      : [],
  );
}

/** Gives a message that came without one its thread. Only once: a thread that shows a mail never loses it again. */
export async function assignThread(
  ctx: Ctx,
  given: { readonly messageId: string; readonly threadId: string; readonly personId?: string },
): Promise<void> {
  const row = await store.selectMessage(ctx, given.messageId);
  if (!row) throw notFound();
  const personId = given.personId ? await currentId(ctx, given.personId) : row.person_id;
  if (personId) ctx.sees(personId);
  const change = { thread_id: given.threadId, person_id: personId };
  if (!(await store.giveThread(ctx, given.messageId, change)))
    throw new Problem('conflict', 'messaging.has-thread', {
      en: 'This message belongs to a conversation already.',
      es: 'Este mensaje ya pertenece a una conversación.',
    });
  await ctx.announce(threadTopic(given.threadId));
}

/** The other side has seen it: a person what we wrote, staff what came in. */
export async function markRead(ctx: Ctx, threadId: string): Promise<void> {
  const direction = ctx.actor.kind === 'person' ? 'out' : 'in';
  const marked = await store.markThreadRead(ctx, threadId, direction, actorId(ctx.actor) ?? null);
  if (marked > 0) await ctx.announce(threadTopic(threadId));
}

/** A file that came or went in this thread; a file of another thread is not found in it. */
export async function readAttachment(
  ctx: Ctx,
  { threadId, fileId }: { readonly threadId: string; readonly fileId: string },
): Promise<StoredFile & { bytes: Buffer }> {
  if (!(await store.findAttached(ctx, threadId, fileId))) throw notFound();
  return readFile(ctx, fileId);
}

/**
 * A whole message of this thread: its text with all that was quoted, and a page for an iframe with
 * `sandbox="allow-popups"`, which runs nothing and fetches nothing.
 */
export async function readWholeMessage(
  ctx: Ctx,
  { threadId, messageId }: { readonly threadId: string; readonly messageId: string },
): Promise<{ text: string; html: string | null; remotePictures: number }> {
  const row = await store.selectMessage(ctx, messageId);
  if (!row || row.thread_id !== threadId) throw notFound();
  const mail = await findMailOfMessage(ctx, messageId);
  return {
    text: row.full_text ?? row.text,
    html: mail?.html == null ? null : safeHtmlPage(mail.html, 'und'),
    remotePictures: mail?.remote_pictures ?? 0,
  };
}
