import type { Ctx } from '../../platform/ctx.ts';
import { notFound } from '../../platform/problem.ts';
import { listThread, markRead, receiveFromPortal, type ThreadMessage } from '../messaging/index.ts';
import { currentId } from '../people/index.ts';
import { readFacility } from '../places/index.ts';
import { readStaff } from '../workforce/index.ts';
import { sawPeople } from './changes.ts';
import type { PersonConversation, PersonThread } from './contract.ts';
import { type ConversationRow, lockAnyConversation, selectAny } from './conversation-store.ts';
import { askerMayNoMore } from './may-no-more.ts';
import { type NewConversation, openRow } from './opening.ts';
import { type Beside, readBeside } from './people-beside.ts';
import { mayWriteFor } from './policy.ts';
import { personWrote } from './progress.ts';

export interface Question extends Omit<NewConversation, 'answerAddress' | 'channel' | 'answerBy' | 'subject'> {
  /** Absent: the beginning of the text. */
  readonly subject?: string | undefined;
  readonly channel: 'portal';
  readonly answerBy?: 'portal';
  /** Files that the person uploaded before. */
  readonly fileIds?: readonly string[] | undefined;
}

/** A question through the portal: its conversation, its first message, and what can be told at once. */
export async function openConversation(ctx: Ctx, question: Question) {
  const { askerPersonId, text, fileIds } = question;
  if (!mayWriteFor(ctx.actor, askerPersonId)) throw notFound();
  const subject = question.subject?.trim() || beginningOf(text);
  const row = await openRow(ctx, { ...question, subject, answerBy: 'portal' });
  await receiveFromPortal(ctx, { personId: askerPersonId, threadId: row.id, subject, text, files: fileIds ?? [] });
  return {
    ...{ id: row.id, reference: row.reference, urgentWords: [...row.urgent_words] },
    expectedBy: row.response_due_at?.toString() ?? null,
  };
}

async function maySeeAsAsker(ctx: Ctx, row: ConversationRow): Promise<boolean> {
  return mayWriteFor(ctx.actor, row.asker_current_id) && !(await askerMayNoMore(ctx, row));
}

/** One line of at most 80 signs, cut between words. */
export function beginningOf(text: string): string {
  const line = text.trim().split('\n')[0]?.replace(/\s+/g, ' ').trim() || '…';
  if (line.length <= 80) return line;
  return `${line.slice(0, 79).replace(/\s+\S*$/, '')}…`;
}

/** The whole thread as its asker may see it: never a note, a colleague's name but the first, or a clock. */
export async function readConversationForPerson(ctx: Ctx, id: string): Promise<PersonThread> {
  const row = await selectAny(ctx, id);
  if (!row || !(await maySeeAsAsker(ctx, row))) throw notFound();
  sawPeople(ctx, row);
  const messages = await listThread(ctx, id);
  const mine = await idsOfReader(ctx, messages);
  return {
    ...(await presentForPerson(ctx, row, await readBeside(ctx, [row]))),
    messages: messages.map(({ id: messageId, at, from, name, text, attachments, state, authorId }) => ({
      ...{ id: messageId, at, from, name, text, attachments, state },
      isMine: from === 'person' && authorId !== null && mine.has(authorId),
    })),
  };
}

/** The ids under which the reader has written here: records may have been merged since, and a name proves nothing. */
async function idsOfReader(ctx: Ctx, messages: readonly ThreadMessage[]): Promise<ReadonlySet<string>> {
  if (ctx.actor.kind !== 'person') return new Set();
  const reader = await currentId(ctx, ctx.actor.id);
  const writers = new Set(messages.flatMap((it) => (it.from === 'person' && it.authorId) || []));
  const mine = new Set<string>();
  for (const writer of writers) if ((await currentId(ctx, writer)) === reader) mine.add(writer);
  return mine;
}

/** The asker has the answers before their eyes. */
export async function markReadByPerson(ctx: Ctx, id: string): Promise<void> {
  const row = await selectAny(ctx, id);
  if (!row || !(await maySeeAsAsker(ctx, row))) throw notFound();
  await markRead(ctx, id);
}

/** The asker writes again: it goes to whoever has it, and opens again what was closed. */
export async function replyFromPerson(
  ctx: Ctx,
  conversationId: string,
  reply: { text: string; fileIds?: readonly string[] | undefined },
): Promise<{ messageId: string; urgentWords: string[] }> {
  const row = await lockAnyConversation(ctx, conversationId);
  if (!row || !(await maySeeAsAsker(ctx, row))) throw notFound();
  sawPeople(ctx, row);
  const { messageId } = await receiveFromPortal(ctx, {
    ...{ personId: row.asker_current_id, threadId: row.id, text: reply.text, files: reply.fileIds ?? [] },
  });
  const done = await personWrote(ctx, row, reply.text);
  return { messageId, urgentWords: done.urgent_at === row.urgent_at ? [] : [...done.urgent_words] };
}

export async function presentForPerson(ctx: Ctx, row: ConversationRow, beside: Beside): Promise<PersonConversation> {
  const about = row.about_current_id ? beside.people.get(row.about_current_id) : undefined;
  const owner = row.owner_staff_id && !row.resolved_at ? await firstName(ctx, row.owner_staff_id) : null;
  return {
    ...{ id: row.id, reference: row.reference, status: statusForPerson(row), subject: row.subject },
    reason: row.reason,
    about: about ? { personId: about.personId, name: about.name } : null,
    ...{ openedAt: row.opened_at.toString(), lastMessageAt: row.last_message_at.toString() },
    ...{ lastMessageFrom: row.last_message_from, teamName: beside.teams.get(row.team_id) ?? '' },
    ...{ staffName: owner, expectedBy: expectedBy(row)?.toString() ?? null },
    timeZone: await zoneOf(ctx, row),
  };
}

/**
 * By when the person may count on an answer. What was due before they wrote last was promised about something else: who
 * says thank you after the deadline of a question that was answered is not told that we are late.
 */
function expectedBy(row: ConversationRow): Temporal.Instant | null {
  const isOwed = !row.resolved_at && !row.waiting_since && row.last_message_from === 'person';
  if (!isOwed) return null;
  if (!row.answered_at) return row.response_due_at;
  const due = row.resolution_due_at;
  return due && Temporal.Instant.compare(due, row.last_message_at) > 0 ? due : null;
}

function statusForPerson(row: ConversationRow): PersonConversation['status'] {
  if (row.resolved_at) return 'closed';
  if (row.last_message_from === 'staff') return 'answered';
  return row.owner_staff_id ? 'being-looked-at' : 'asked';
}

/** The clock on the wall where it is answered. */
async function zoneOf(ctx: Ctx, row: ConversationRow): Promise<string> {
  const facility = row.facility_id && (await readFacility(ctx, row.facility_id).catch(() => undefined));
  return facility ? facility.timeZone : ctx.house.hospital.timeZone;
}

async function firstName(ctx: Ctx, staffId: string): Promise<string | null> {
  const { shownAs } = await readStaff(ctx, staffId).catch(() => ({ shownAs: '' }));
  return shownAs.split(/\s/)[0] || null;
}
