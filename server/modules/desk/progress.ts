import type { Ctx } from '../../platform/ctx.ts';
import { updateLastMessage } from './case-store.ts';
import { presentChanged, record, refuseUnless, staffActor, takeConversation } from './changes.ts';
import type { Changed } from './contract.ts';
import type { ConversationRow, RowChange } from './conversation-store.ts';
import { conversationReopened, conversationResolved } from './events.ts';
import { isAway } from './people-beside.ts';
import { targetFor } from './targets.ts';
import { takeHearersOf } from './threads.ts';
import { urgentWordsIn } from './urgent.ts';

interface Asked {
  readonly version: number;
  readonly reason?: string | undefined;
}

/** It is the person's turn: the clocks stand still until they write. */
export async function markWaiting(ctx: Ctx, id: string, input: Asked): Promise<Changed> {
  return presentChanged(ctx, await waitRow(ctx, await takeConversation(ctx, id, input.version), input.reason));
}

export async function waitRow(ctx: Ctx, row: ConversationRow, reason?: string): Promise<ConversationRow> {
  await refuseUnless(ctx, 'wait', row);
  const change = { waiting_since: ctx.now, waiting_by: staffActor(ctx).id };
  return record(ctx, row, change, { kind: 'waiting', reason });
}

export async function endWaiting(ctx: Ctx, id: string, input: Asked): Promise<Changed> {
  const row = await takeConversation(ctx, id, input.version);
  await refuseUnless(ctx, 'end-waiting', row);
  return presentChanged(ctx, await record(ctx, row, goingOn(ctx, row), { kind: 'waiting-ended' }));
}

export async function resolve(ctx: Ctx, id: string, input: Asked): Promise<Changed> {
  return presentChanged(ctx, await resolveRow(ctx, await takeConversation(ctx, id, input.version), input.reason));
}

export async function resolveRow(ctx: Ctx, row: ConversationRow, reason?: string): Promise<ConversationRow> {
  await refuseUnless(ctx, 'resolve', row);
  const change = { ...goingOn(ctx, row), resolved_at: ctx.now, resolved_by: staffActor(ctx).id };
  const done = await record(ctx, row, change, { kind: 'resolved', reason, dueAt: row.resolution_due_at });
  await ctx.emit(conversationResolved, { conversationId: row.id });
  return done;
}

export async function reopen(ctx: Ctx, id: string, input: Asked): Promise<Changed> {
  const row = await takeConversation(ctx, id, input.version);
  await refuseUnless(ctx, 'reopen', row);
  const done = await record(ctx, row, openAgain(ctx, row), { kind: 'reopened', reason: input.reason });
  await ctx.emit(conversationReopened, { conversationId: row.id });
  return presentChanged(ctx, done);
}

/** The person wrote in a thread: all who answer for it hear it. Tells whose words of danger are new. */
export async function personWroteIn(ctx: Ctx, threadId: string, text: string): Promise<{ newlyUrgent: string[] }> {
  const hearers = await takeHearersOf(ctx, threadId);
  const newlyUrgent = new Set<string>();
  for (const row of hearers) {
    const done = await personWrote(ctx, row, text);
    if (done.urgent_at !== row.urgent_at) for (const words of done.urgent_words) newlyUrgent.add(words);
  }
  await updateLastMessage(ctx, threadId, { exceptId: null, from: 'person' });
  return { newlyUrgent: [...newlyUrgent] };
}

/**
 * The person wrote: waiting ends, and what was resolved is open again with its owner. Urgent words make an answer owed
 * anew, at the urgent pace.
 */
async function personWrote(ctx: Ctx, row: ConversationRow, text: string): Promise<ConversationRow> {
  const words = urgentWordsIn(text);
  const reopened = row.resolved_at !== null;
  const change: RowChange = {
    ...(reopened ? { ...openAgain(ctx, row), answered_at: null } : goingOn(ctx, row)),
    ...(words.length > 0 && (await urgently(ctx, row, words))),
    ...{ last_message_at: ctx.now, last_message_from: 'person' as const, undelivered_at: null },
    // What was resolved keeps its owner over an absence; words that come now need somebody who is there.
    ...(reopened && row.owner_staff_id && (await isAway(ctx, row.owner_staff_id)) && { owner_staff_id: null }),
  };
  const done = await record(ctx, row, change, { kind: reopened ? 'reopened' : 'message-received' });
  if (reopened) await ctx.emit(conversationReopened, { conversationId: row.id });
  return done;
}

/**
 * A mail of this conversation did not arrive. The person may know nothing of the answer, so nothing is settled and
 * nobody is waiting for them: somebody looks, and perhaps telephones.
 */
export async function mailUndelivered(ctx: Ctx, threadId: string): Promise<void> {
  const hearers = await takeHearersOf(ctx, threadId);
  const wrote = hearers.filter((row) => row.last_message_from === 'staff');
  for (const row of wrote.length > 0 ? wrote : hearers) await undelivered(ctx, row);
}

async function undelivered(ctx: Ctx, row: ConversationRow): Promise<void> {
  const wasResolved = row.resolved_at !== null;
  const change: RowChange = {
    undelivered_at: ctx.now,
    ...(wasResolved ? openAgain(ctx, row) : goingOn(ctx, row)),
    ...(wasResolved && row.owner_staff_id && (await isAway(ctx, row.owner_staff_id)) && { owner_staff_id: null }),
  };
  const reason = wasResolved ? 'It is open again.' : row.waiting_since ? 'It no longer waits.' : undefined;
  await record(ctx, row, change, { kind: 'undelivered', reason });
  if (wasResolved) await ctx.emit(conversationReopened, { conversationId: row.id });
}

/** An answer is owed at the urgent pace from now on; who has waited since before keeps what was promised where it is nearer. */
async function urgently(ctx: Ctx, row: ConversationRow, words: string[]): Promise<RowChange> {
  const urgent_words = [...new Set([...words, ...row.urgent_words])].slice(0, 12);
  const isOwed = row.answered_at === null && row.resolved_at === null;
  if (isOwed && row.urgent_at !== null) return { urgent_words };
  const { response_minutes } = await targetFor(ctx, row.reason, true);
  return {
    ...{ urgent_words, urgent_at: row.urgent_at ?? ctx.now, response_minutes, answered_at: null },
    ...{ response_started_at: ctx.now, response_promised_at: isOwed ? row.response_due_at : null },
  };
}

/** Ends waiting where there is any; the time it took is kept, so that it never counts. */
export function goingOn(ctx: Ctx, row: ConversationRow): RowChange {
  if (!row.waiting_since) return {};
  const pause = { from: row.waiting_since.toString(), until: ctx.now.toString() };
  return { waiting_since: null, waiting_by: null, pauses: [...row.pauses, pause] };
}

/** The clocks start anew: what happened before is past, and lies in the facts. */
function openAgain(ctx: Ctx, row: ConversationRow): RowChange {
  const by = ctx.actor.kind === 'staff' ? ctx.actor.id : null;
  return {
    ...{ resolved_at: null, resolved_by: null, reopened_at: ctx.now, reopened_by: by, pauses: [] },
    ...{ response_started_at: ctx.now, resolution_started_at: ctx.now },
    ...{ response_promised_at: null, resolution_promised_at: null },
    answered_at: row.last_message_from === 'staff' ? row.answered_at && ctx.now : null,
  };
}
