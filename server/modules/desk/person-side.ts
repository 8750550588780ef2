import type { Ctx } from '../../platform/ctx.ts';
import { notFound } from '../../platform/problem.ts';
import { listThread, markRead, receiveFromPortal, type ThreadMessage } from '../messaging/index.ts';
import { currentId } from '../people/index.ts';
import { readFacility } from '../places/index.ts';
import { readStaff } from '../workforce/index.ts';
import { selectCasesOfThreads } from './case-store.ts';
import { sawPeople } from './changes.ts';
import type { PersonConversation, PersonThread } from './contract.ts';
import { type ConversationRow, selectAny } from './conversation-store.ts';
import { askerMayNoMore } from './may-no-more.ts';
import { type NewConversation, openRow } from './opening.ts';
import { type Beside, readBeside } from './people-beside.ts';
import { mayWriteFor } from './policy.ts';
import { personWroteIn } from './progress.ts';

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

/** The conversation as the case that began it; one that was split off later is not a conversation of its own. */
async function seeAsAsker(ctx: Ctx, id: string): Promise<ConversationRow> {
  const row = await selectAny(ctx, id);
  if (!row || row.thread_id !== row.id) throw notFound();
  if (!mayWriteFor(ctx.actor, row.asker_current_id) || (await askerMayNoMore(ctx, row))) throw notFound();
  sawPeople(ctx, row);
  return row;
}

/** One line of at most 80 signs, cut between words. */
export function beginningOf(text: string): string {
  const line = text.trim().split('\n')[0]?.replace(/\s+/g, ' ').trim() || '…';
  if (line.length <= 80) return line;
  return `${line.slice(0, 79).replace(/\s+\S*$/, '')}…`;
}

/** The whole thread as its asker may see it: never a note, a colleague's name but the first, or a clock. */
export async function readConversationForPerson(ctx: Ctx, id: string): Promise<PersonThread> {
  const row = await seeAsAsker(ctx, id);
  const messages = await listThread(ctx, id);
  const mine = await idsOfReader(ctx, messages);
  return {
    ...(await presentForPerson(ctx, row, await selectCasesOfThreads(ctx, [id]), await readBeside(ctx, [row]))),
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
  await seeAsAsker(ctx, id);
  await markRead(ctx, id);
}

/** The asker writes again: it goes to whoever has it, and opens again what was closed. */
export async function replyFromPerson(
  ctx: Ctx,
  conversationId: string,
  reply: { text: string; fileIds?: readonly string[] | undefined },
): Promise<{ messageId: string; urgentWords: string[] }> {
  const row = await seeAsAsker(ctx, conversationId);
  const { messageId } = await receiveFromPortal(ctx, {
    ...{ personId: row.asker_current_id, threadId: row.id, text: reply.text, files: reply.fileIds ?? [] },
  });
  const { newlyUrgent } = await personWroteIn(ctx, row.thread_id, reply.text);
  return { messageId, urgentWords: newlyUrgent };
}

/** What the person is told of the work that answers for their words: several may, and they need not know it. */
export async function presentForPerson(
  ctx: Ctx,
  row: ConversationRow,
  cases: readonly ConversationRow[],
  beside: Beside,
): Promise<PersonConversation> {
  const about = row.about_current_id ? beside.people.get(row.about_current_id) : undefined;
  const last = mostTelling(row, cases);
  const owner = last.owner_staff_id && !last.resolved_at ? await firstName(ctx, last.owner_staff_id) : null;
  return {
    ...{ id: row.id, reference: row.reference, status: statusForPerson(cases), subject: row.subject },
    reason: row.reason,
    about: about ? { personId: about.personId, name: about.name } : null,
    ...{ openedAt: row.opened_at.toString(), lastMessageAt: row.last_message_at.toString() },
    ...{ lastMessageFrom: whoWroteLast(row, cases), teamName: beside.teams.get(last.team_id) ?? '' },
    ...{ staffName: owner, expectedBy: expectedBy(cases)?.toString() ?? null },
    timeZone: await zoneOf(ctx, last),
  };
}

/** The case that opened it where that is still worked at, else the one that was taken up last. */
function mostTelling(row: ConversationRow, cases: readonly ConversationRow[]): ConversationRow {
  const open = cases.filter((one) => !one.resolved_at);
  const own = cases.find((one) => one.id === row.id);
  return open.find((one) => one.id === row.id) ?? open.at(-1) ?? own ?? cases.at(-1) ?? row;
}

/** Staff wrote last where nothing is owed by anyone who answers for it. */
function whoWroteLast(row: ConversationRow, cases: readonly ConversationRow[]): 'person' | 'staff' {
  const open = cases.filter((one) => !one.resolved_at);
  if (open.length === 0) return row.last_message_from;
  return open.some((one) => one.last_message_from === 'person') ? 'person' : 'staff';
}

/** By when the person may count on an answer: each time they write, that has a clock of its own. */
function expectedBy(cases: readonly ConversationRow[]): Temporal.Instant | null {
  return cases.flatMap((row) => expectedOf(row) ?? []).toSorted(Temporal.Instant.compare)[0] ?? null;
}

function expectedOf(row: ConversationRow): Temporal.Instant | null {
  const isOwed = !row.resolved_at && !row.waiting_since && row.last_message_from === 'person';
  return isOwed && !row.answered_at ? row.response_due_at : null;
}

function statusForPerson(cases: readonly ConversationRow[]): PersonConversation['status'] {
  const open = cases.filter((row) => !row.resolved_at);
  if (open.length === 0) return 'closed';
  const owed = open.filter((row) => row.last_message_from === 'person');
  if (owed.length === 0) return 'answered';
  return owed.some((row) => row.owner_staff_id) ? 'being-looked-at' : 'asked';
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
