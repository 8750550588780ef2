import type { Ctx } from '../../platform/ctx.ts';
import { notFound, Problem } from '../../platform/problem.ts';
import { readAttachment as readFileOfThread, readWholeMessage as readMessageOfThread } from '../messaging/index.ts';
import { selectCasesBeside, selectGathered } from './case-store.ts';
import { findUndoable, sawPeople } from './changes.ts';
import type { CaseBeside, Conversation, Entry, ThreadOfCase, WholeMessage } from './contract.ts';
import {
  type ConversationRow,
  type FactRow,
  selectAny,
  selectConversation,
  selectFacts,
} from './conversation-store.ts';
import { readDelivery, readPointsTo } from './delivery.ts';
import { marksOf } from './marks.ts';
import { type NoteRow, selectNotes } from './note-store.ts';
import { listMessages } from './outgoing.ts';
import { type Beside, readBeside } from './people-beside.ts';
import { whatCanBeDone } from './policy.ts';
import { whoIsHere } from './presence.ts';
import { presentRow, textOf } from './present.ts';
import { threadsOf } from './threads.ts';

/** The conversation with all that was said and done in it, and what the actor may do now. */
export async function readConversation(ctx: Ctx, id: string): Promise<Conversation> {
  const row = await seeConversation(ctx, id);
  const threads = await threadsOf(ctx, row);
  for (const thread of threads) sawPeople(ctx, thread);
  const besides = await selectCasesBeside(
    ctx,
    threads.map((it) => it.thread_id),
    [row.id],
  );
  const beside = await readBeside(ctx, [...threads, ...besides]);
  const here = (await whoIsHere(ctx, [id])).get(id) ?? [];
  const shown = presentRow(ctx, row, beside);
  const undoable = await findUndoable(ctx, row);
  return {
    ...{ ...shown, here, marks: (await marksOf(ctx, [id])).get(id) ?? [] },
    ...{ claimedAt: row.owner_staff_id ? textOf(row.claimed_at) : null, waitingSince: textOf(row.waiting_since) },
    waitingUntil: textOf(row.waiting_until),
    ...{ resolvedAt: textOf(row.resolved_at), reopenedAt: textOf(row.reopened_at) },
    entries: await entriesOf(ctx, row, threads),
    can: whatCanBeDone(ctx.actor, row, shown.asker.verified),
    undo: undoable ? { fact: undoable.fact, until: undoable.until } : null,
    ...(await readDelivery(ctx, row)),
    pointsTo: await readPointsTo(ctx, row),
    threads: await presentThreads(ctx, row, threads, beside),
    casesBeside: besides.map((one) => presentCase(ctx, one, beside)),
    mergedInto: await presentTarget(ctx, row),
  };
}

async function presentThreads(
  ctx: Ctx,
  row: ConversationRow,
  threads: readonly ConversationRow[],
  beside: Beside,
): Promise<ThreadOfCase[]> {
  const presented: ThreadOfCase[] = [];
  for (const thread of threads) {
    const { asker, about, reference, subject } = presentRow(ctx, thread, beside);
    presented.push({
      ...{ id: thread.thread_id, caseId: thread.id, reference, subject, asker, about },
      gatheredAt: thread.id === row.id ? null : textOf(thread.merged_at),
      ...(await readDelivery(ctx, thread)),
    });
  }
  return presented;
}

function presentCase(ctx: Ctx, row: ConversationRow, beside: Beside): CaseBeside {
  const { id, reference, subject, reason, status, team, owner } = presentRow(ctx, row, beside);
  return { id, reference, subject, reason, status, team, owner };
}

/** By its reference also to who may not see it: they know whom to ask. */
async function presentTarget(ctx: Ctx, row: ConversationRow): Promise<Conversation['mergedInto']> {
  const target = row.merged_into_id ? await selectAny(ctx, row.merged_into_id) : undefined;
  if (!target) return null;
  const seen = await selectConversation(ctx, target.id);
  return { id: target.id, reference: target.reference, subject: seen?.subject ?? '' };
}

/** What was said before what was done at the same moment. */
const order: Record<Entry['kind'], number> = { message: 0, note: 1, fact: 2 };

async function entriesOf(ctx: Ctx, row: ConversationRow, threads: readonly ConversationRow[]): Promise<Entry[]> {
  const gathered = await selectGathered(ctx, row.id);
  const messages: Entry[] = [];
  for (const thread of threads) messages.push(...(await listMessages(ctx, thread.thread_id)));
  const notes = (await notesOf(ctx, row, gathered)).map(presentNote);
  const facts: FactRow[] = [];
  for (const one of gathered) facts.push(...(await selectFacts(ctx, one.id)).filter((fact) => !ofTheCaseItself(fact)));
  facts.push(...(await selectFacts(ctx, row.id)));
  /** Stands above what opened it: a mail came in a little before it was opened for it. */
  const opening = facts.find((fact) => fact.conversation_id === row.id && fact.kind === 'opened')?.id;
  const isOpening = (entry: Entry) => Number(entry.id === opening);
  const moment = (entry: Entry) => Temporal.Instant.from(entry.at);
  return [...messages, ...notes, ...facts.filter((fact) => !saidByMessage(fact)).map(presentFact)].toSorted(
    (a, b) =>
      isOpening(b) - isOpening(a) || Temporal.Instant.compare(moment(a), moment(b)) || order[a.kind] - order[b.kind],
  );
}

/** Of a case that was split off also what colleagues had noted until then: nobody has to be asked again. */
async function notesOf(ctx: Ctx, row: ConversationRow, gathered: readonly ConversationRow[]): Promise<NoteRow[]> {
  const notes: NoteRow[] = [];
  for (const one of [row, ...gathered]) notes.push(...(await selectNotes(ctx, one.id)));
  if (!row.split_from_id) return notes;
  const earlier = await selectNotes(ctx, row.split_from_id);
  return [...earlier.filter((note) => Temporal.Instant.compare(note.at, row.opened_at) <= 0), ...notes];
}

/** How a case came and went is told in it alone: “merged into” means it. */
const ofTheCaseItself = ({ kind }: FactRow) =>
  ['merged', 'unmerged', 'gathered', 'let-go', 'split', 'split-off'].includes(kind);

/** The message itself stands in the line of time. */
const saidByMessage = (fact: FactRow) => fact.kind === 'answered' || fact.kind === 'message-received';

const presentNote = (note: NoteRow): Entry => ({
  ...{ kind: 'note', id: note.id, at: note.at.toString(), text: note.text },
  by: { staffId: note.by_staff_id, name: note.by_name },
});

const presentFact = (fact: FactRow): Entry => ({
  ...{ kind: 'fact', id: fact.id, at: fact.at.toString(), fact: fact.kind },
  by: fact.by_kind === 'staff' && fact.by_id ? { staffId: fact.by_id, name: fact.by_name ?? '–' } : null,
  ...{ to: fact.to_name, toStaffId: fact.to_staff_id, reason: fact.reason },
});

/** A file that came or went in what this case answers. */
export async function readAttachment(ctx: Ctx, id: string, fileId: string) {
  return inItsThreads(ctx, id, (threadId) => readFileOfThread(ctx, { threadId, fileId }));
}

/** A mail of what this case answers, as it came. */
export async function readWholeMessage(ctx: Ctx, id: string, messageId: string): Promise<WholeMessage> {
  return inItsThreads(ctx, id, (threadId) => readMessageOfThread(ctx, { threadId, messageId }));
}

async function inItsThreads<T>(ctx: Ctx, id: string, find: (threadId: string) => Promise<T>): Promise<T> {
  for (const thread of await threadsOf(ctx, await seeConversation(ctx, id))) {
    try {
      const found = await find(thread.thread_id);
      sawPeople(ctx, thread);
      return found;
    } catch (error) {
      if (!(error instanceof Problem && error.kind === 'not-found')) throw error;
    }
  }
  throw notFound();
}

async function seeConversation(ctx: Ctx, id: string): Promise<ConversationRow> {
  const row = await selectConversation(ctx, id);
  if (!row) throw notFound();
  sawPeople(ctx, row);
  return row;
}
