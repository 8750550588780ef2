import type { Ctx } from '../../platform/ctx.ts';
import { notFound } from '../../platform/problem.ts';
import { readAttachment as readFileOfThread, readWholeMessage as readMessageOfThread } from '../messaging/index.ts';
import { findUndoable, sawPeople } from './changes.ts';
import type { Conversation, Entry, WholeMessage } from './contract.ts';
import { type ConversationRow, type FactRow, selectConversation, selectFacts } from './conversation-store.ts';
import { readDelivery } from './delivery.ts';
import { type NoteRow, selectNotes } from './note-store.ts';
import { listMessages } from './outgoing.ts';
import { readBeside } from './people-beside.ts';
import { whatCanBeDone } from './policy.ts';
import { whoIsHere } from './presence.ts';
import { presentRow, textOf } from './present.ts';

/** The conversation with all that was said and done in it, and what the actor may do now. */
export async function readConversation(ctx: Ctx, id: string): Promise<Conversation> {
  const row = await seeConversation(ctx, id);
  const beside = await readBeside(ctx, [row]);
  const here = (await whoIsHere(ctx, [id])).get(id) ?? [];
  const shown = presentRow(ctx, row, beside);
  const undoable = await findUndoable(ctx, row);
  return {
    ...{ ...shown, here },
    ...{ claimedAt: row.owner_staff_id ? textOf(row.claimed_at) : null, waitingSince: textOf(row.waiting_since) },
    ...{ resolvedAt: textOf(row.resolved_at), reopenedAt: textOf(row.reopened_at) },
    entries: await entriesOf(ctx, id),
    can: whatCanBeDone(ctx.actor, row, shown.asker.verified),
    undo: undoable ? { fact: undoable.fact, until: undoable.until } : null,
    ...(await readDelivery(ctx, row)),
  };
}

/** What was said before what was done at the same moment. */
const order: Record<Entry['kind'], number> = { message: 0, note: 1, fact: 2 };
/** Stands above what opened it: a mail came in a little before it was opened for it. */
const isOpening = (entry: Entry) => Number(entry.kind === 'fact' && entry.fact === 'opened');

async function entriesOf(ctx: Ctx, id: string): Promise<Entry[]> {
  const messages = await listMessages(ctx, id);
  const notes = (await selectNotes(ctx, id)).map(presentNote);
  const facts = (await selectFacts(ctx, id)).filter((fact) => !saidByMessage(fact)).map(presentFact);
  const moment = (entry: Entry) => Temporal.Instant.from(entry.at);
  return [...messages, ...notes, ...facts].toSorted(
    (a, b) =>
      isOpening(b) - isOpening(a) || Temporal.Instant.compare(moment(a), moment(b)) || order[a.kind] - order[b.kind],
  );
}

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

/** A file that came or went in this conversation. */
export async function readAttachment(ctx: Ctx, id: string, fileId: string) {
  await seeConversation(ctx, id);
  return readFileOfThread(ctx, { threadId: id, fileId });
}

/** A mail of this conversation as it came. */
export async function readWholeMessage(ctx: Ctx, id: string, messageId: string): Promise<WholeMessage> {
  await seeConversation(ctx, id);
  return readMessageOfThread(ctx, { threadId: id, messageId });
}

async function seeConversation(ctx: Ctx, id: string): Promise<ConversationRow> {
  const row = await selectConversation(ctx, id);
  if (!row) throw notFound();
  sawPeople(ctx, row);
  return row;
}
