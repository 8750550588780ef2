import type { Ctx } from '../../platform/ctx.ts';
import { Problem } from '../../platform/problem.ts';
import { urgentWordsIn } from '../wording/index.ts';
import { lockTogether, selectWaitedLongEnough, updateLastMessage } from './case-store.ts';
import { presentChanged, record, refuseUnless, staffActor, takeConversation } from './changes.ts';
import type { Changed } from './contract.ts';
import type { ConversationRow, RowChange } from './conversation-store.ts';
import { conversationReopened, conversationResolved } from './events.ts';
import { keepMarks } from './marks.ts';
import { isAway } from './people-beside.ts';
import { makeThreadSearchable } from './searchable.ts';
import { levelsFor } from './targets.ts';
import { takeHearersOf } from './threads.ts';

interface Asked {
  readonly version: number;
  readonly reason?: string | undefined;
}

/** Who does not write in that time may have missed that we wait for them. */
const lookAgainAfter = { hours: 72 };

/** It is the person's turn: the clocks stand still until they write, or until somebody should look again. */
export async function markWaiting(ctx: Ctx, id: string, input: Asked & { until?: string | undefined }) {
  return presentChanged(ctx, await waitRow(ctx, await takeConversation(ctx, id, input.version), input));
}

export async function waitRow(
  ctx: Ctx,
  row: ConversationRow,
  said: { reason?: string | undefined; until?: string | undefined } = {},
): Promise<ConversationRow> {
  await refuseUnless(ctx, 'wait', row);
  const until = said.until ? Temporal.Instant.from(said.until) : ctx.now.add(lookAgainAfter);
  if (Temporal.Instant.compare(until, ctx.now) <= 0) throw notPast();
  const change = { waiting_since: ctx.now, waiting_by: staffActor(ctx).id, waiting_until: until, look_again_at: null };
  return record(ctx, row, change, { kind: 'waiting', reason: said.reason, dueAt: until });
}

const notPast = () =>
  new Problem('invalid', 'desk.waits-into-the-past', {
    en: 'Choose a day and time that is still to come.',
    es: 'Elija un día y una hora que aún no hayan pasado.',
  });

/** The person did not write: the clocks go on, and it is our turn to ask again or to help otherwise. */
async function endWaitingLongEnough(ctx: Ctx): Promise<void> {
  for (const id of await selectWaitedLongEnough(ctx)) {
    const [row] = await lockTogether(ctx, [id]);
    const { waiting_until: until } = row ?? {};
    if (!row || !until || Temporal.Instant.compare(until, ctx.now) > 0) continue;
    await record(ctx, row, { ...goingOn(ctx, row), look_again_at: ctx.now }, { kind: 'waited-long-enough' });
  }
}

export const bringBackWaiting = {
  name: 'desk.bring-back-waiting',
  cron: '*/5 * * * *',
  run: endWaitingLongEnough,
};

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
  const change = { ...goingOn(ctx, row), resolved_at: ctx.now, resolved_by: staffActor(ctx).id, look_again_at: null };
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
  await makeThreadSearchable(ctx, threadId, text);
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
    ...(reopened ? openAgain(ctx, row) : goingOn(ctx, row)),
    ...(row.answered_at !== null && (await owedAnew(ctx, row))),
    ...(words.length > 0 && (await urgently(ctx, row, words))),
    ...{ last_message_at: ctx.now, last_message_from: 'person' as const, undelivered_at: null, look_again_at: null },
    // What was resolved keeps its owner over an absence; words that come now need somebody who is there.
    ...(reopened && row.owner_staff_id && (await isAway(ctx, row.owner_staff_id)) && { owner_staff_id: null }),
  };
  await keepMarks(ctx, row.id, { text, urgentWords: words });
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

/** They were answered and write again: the next answer has a clock of its own, from now. */
async function owedAnew(ctx: Ctx, row: ConversationRow): Promise<RowChange> {
  const { next_response_minutes } = await levelsFor(ctx, {
    ...{ reason: row.reason, urgent: row.urgent_at !== null, teamId: row.team_id },
  });
  return {
    ...{ response_kind: 'next', response_started_at: ctx.now, response_minutes: next_response_minutes },
    ...{ answered_at: null, response_promised_at: null },
  };
}

/** An answer is owed at the urgent pace from now on; who has waited since before keeps what was promised where it is nearer. */
export async function urgently(ctx: Ctx, row: ConversationRow, words: string[]): Promise<RowChange> {
  const urgent_words = [...new Set([...words, ...row.urgent_words])].slice(0, 12);
  const isOwed = row.answered_at === null && row.resolved_at === null;
  if (isOwed && row.urgent_at !== null) return { urgent_words };
  const levels = await levelsFor(ctx, { reason: row.reason, urgent: true, teamId: row.team_id });
  const response_minutes =
    isOwed && row.response_kind === 'first' ? levels.response_minutes : levels.next_response_minutes;
  return {
    ...{ urgent_words, urgent_at: row.urgent_at ?? ctx.now, response_minutes, answered_at: null },
    response_kind: isOwed ? row.response_kind : ('next' as const),
    ...{ response_started_at: ctx.now, response_promised_at: isOwed ? row.response_due_at : null },
  };
}

/** Ends waiting where there is any; the time it took is kept, so that it never counts. */
export function goingOn(ctx: Ctx, row: ConversationRow): RowChange {
  if (!row.waiting_since) return {};
  const pause = { from: row.waiting_since.toString(), until: ctx.now.toString() };
  return { waiting_since: null, waiting_by: null, waiting_until: null, pauses: [...row.pauses, pause] };
}

/** The clocks start anew: what happened before is past, and lies in the facts. */
export function openAgain(ctx: Ctx, row: ConversationRow): RowChange {
  const by = ctx.actor.kind === 'staff' ? ctx.actor.id : null;
  return {
    ...{ resolved_at: null, resolved_by: null, reopened_at: ctx.now, reopened_by: by, pauses: [] },
    ...{ response_started_at: ctx.now, resolution_started_at: ctx.now },
    ...{ response_promised_at: null, resolution_promised_at: null, promise_broken_at: null },
    answered_at: row.last_message_from === 'staff' ? row.answered_at && ctx.now : null,
  };
}
