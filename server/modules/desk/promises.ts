import type { Ctx } from '../../platform/ctx.ts';
import { notFound } from '../../platform/problem.ts';
import {
  hasBrokenPromise,
  listPromisesAbout,
  listPromisesTold,
  makePromise,
  type PromiseInput,
  type PromiseSaid,
  type PromiseView,
  type ToldPromise,
} from '../promises/index.ts';
import { record, sawPeople } from './changes.ts';
import { type ConversationRow, lockAnyConversation, selectConversation } from './conversation-store.ts';
import { conversationReopened } from './events.ts';
import { isAway } from './people-beside.ts';
import { goingOn, openAgain } from './progress.ts';
import { subjectsOf } from './promise-following.ts';
import { selectCaseIdsOfThread } from './promise-store.ts';

/** In the case that somebody works at, to who wrote in one of its conversations. */
const promised = (row: ConversationRow, to: ConversationRow, given: PromiseInput) => ({
  ...{ kind: given.kind, words: given.words, dueAt: given.dueAt, personId: to.asker_person_id },
  ...{ subject: { kind: 'conversation' as const, id: row.id }, teamId: row.team_id, facilityId: row.facility_id },
});

/** What an answer promises goes with it, in one step: never one without the other. */
export async function promiseInReply(
  ctx: Ctx,
  row: ConversationRow,
  to: ConversationRow,
  { messageId, promises }: { messageId: string; promises: readonly PromiseInput[] },
): Promise<void> {
  for (const one of promises) await makePromise(ctx, { ...promised(row, to, one), through: 'reply', messageId });
}

/** What was said to the asker by telephone or at the counter; whoever said it owes it. */
export async function promiseSpoken(ctx: Ctx, id: string, given: PromiseSaid): Promise<{ promises: PromiseView[] }> {
  const row = await seen(ctx, id);
  await makePromise(ctx, { ...promised(row, row, given), through: given.through });
  return listPromisesOf(ctx, id);
}

/** Everything promised in it, for everybody who may see it. */
export async function listPromisesOf(ctx: Ctx, id: string): Promise<{ promises: PromiseView[] }> {
  const row = await seen(ctx, id);
  return { promises: await listPromisesAbout(ctx, await subjectsOf(ctx, row)) };
}

/** What the reader of a conversation was promised in it, in whatever case; its caller has shown them the conversation. */
export async function listPromisesForPerson(ctx: Ctx, threadId: string): Promise<ToldPromise[]> {
  return listPromisesTold(ctx, { kind: 'conversation', ids: await selectCaseIdsOfThread(ctx, threadId) });
}

/** The case that answers now for what was promised in this one. */
async function answering(ctx: Ctx, id: string): Promise<ConversationRow | undefined> {
  const row = await lockAnyConversation(ctx, id);
  return row?.merged_into_id ? lockAnyConversation(ctx, row.merged_into_id) : row;
}

async function seen(ctx: Ctx, id: string): Promise<ConversationRow> {
  const row = await selectConversation(ctx, id);
  if (!row) throw notFound();
  sawPeople(ctx, row);
  return row;
}

/**
 * A promise was broken: nothing is settled and nobody is waiting for the person. It is late from this moment until
 * somebody writes to them, so that we come to them before they have to complain.
 */
export async function showPromiseBroken(ctx: Ctx, id: string, words: string): Promise<void> {
  const row = await answering(ctx, id);
  // It may have been kept or released before this was heard.
  if (!row || !(await hasBrokenPromise(ctx, await subjectsOf(ctx, row)))) return;
  const wasResolved = row.resolved_at !== null;
  const change = {
    ...(wasResolved ? openAgain(ctx, row) : goingOn(ctx, row)),
    promise_broken_at: ctx.now,
    ...(row.owner_staff_id && (await isAway(ctx, row.owner_staff_id)) && { owner_staff_id: null }),
  };
  await record(ctx, row, change, { kind: 'promise-broken', reason: words });
  if (wasResolved) await ctx.emit(conversationReopened, { conversationId: row.id });
}

/** The last promise that was broken here has been kept after all, or is not needed any more. */
export async function showPromiseEnded(ctx: Ctx, id: string): Promise<void> {
  const row = await answering(ctx, id);
  if (!row?.promise_broken_at || (await hasBrokenPromise(ctx, await subjectsOf(ctx, row)))) return;
  await record(ctx, row, { promise_broken_at: null }, { kind: 'promise-ended' });
}
