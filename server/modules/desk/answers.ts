import type { Ctx } from '../../platform/ctx.ts';
import { notFound } from '../../platform/problem.ts';
import { listThread } from '../messaging/index.ts';
import { updateLastMessage } from './case-store.ts';
import { presentChanged, record, refuseUnless, sawPeople, staffActor, takeConversation } from './changes.ts';
import type { AnswerInput } from './contract.ts';
import type { ConversationRow } from './conversation-store.ts';
import { putDraftAway } from './drafts.ts';
import { answerWritten } from './events.ts';
import { sendAnswer } from './outgoing.ts';
import { claimRow } from './ownership.ts';
import { resolveRow, waitRow } from './progress.ts';
import { promiseInReply } from './promises.ts';
import { makeThreadSearchable } from './searchable.ts';
import { threadsOf } from './threads.ts';

/**
 * Writes to the person. Answering what nobody has claims it; what a colleague has is theirs to answer until it is taken
 * over, and words written on an older version are not sent: the person may have said something else since.
 */
export async function answer(ctx: Ctx, id: string, input: AnswerInput) {
  const { owner_staff_id, ...row } = await takeConversation(ctx, id, input.version);
  await refuseUnless(ctx, 'answer', { ...row, owner_staff_id });
  const mine = owner_staff_id ? { ...row, owner_staff_id } : await claimRow(ctx, { ...row, owner_staff_id });
  const answered = await threadOf(ctx, mine, input.threadId);
  const words = { text: input.text, fileIds: input.fileIds, staffId: staffActor(ctx).id };
  const sent = await sendAnswer(ctx, answered, words);
  await updateLastMessage(ctx, answered.thread_id, { exceptId: mine.id, from: 'staff' });
  // Of several who are answered here the others wait still: their answer stays owed, and it stays our turn.
  const isAnswered = !(await othersWait(ctx, mine, answered));
  const change = {
    ...(isAnswered && {
      answered_at: mine.answered_at ?? ctx.now,
      urgent_at: null,
      last_message_from: 'staff' as const,
    }),
    ...{ last_message_at: ctx.now, undelivered_at: null, look_again_at: null, promise_broken_at: null },
  };
  const done = await record(ctx, mine, change, { kind: 'answered', dueAt: mine.response_due_at });
  await makeThreadSearchable(ctx, answered.thread_id, input.text);
  await promiseInReply(ctx, done, answered, { messageId: sent.messageId, promises: input.promises ?? [] });
  await putDraftAway(ctx, id, 'reply');
  await ctx.emit(answerWritten, { conversationId: id, messageId: sent.messageId });
  const next = {
    stay: async () => done,
    wait: () => waitIf(ctx, done),
    resolve: () => resolveRow(ctx, done),
  };
  return { ...(await presentChanged(ctx, await next[input.next]())), ...sent };
}

/** Who is answered: who wrote in the case's own conversation, or in one that it has gathered. */
async function threadOf(ctx: Ctx, row: ConversationRow, threadId: string | undefined): Promise<ConversationRow> {
  if (threadId === undefined || threadId === row.thread_id) return row;
  const found = (await threadsOf(ctx, row)).find((one) => one.thread_id === threadId);
  if (!found) throw notFound();
  sawPeople(ctx, found);
  return found;
}

/** Whether somebody in another of its conversations wrote last. */
async function othersWait(ctx: Ctx, row: ConversationRow, answered: ConversationRow): Promise<boolean> {
  const others = (await threadsOf(ctx, row)).filter((one) => one.thread_id !== answered.thread_id);
  for (const { thread_id } of others) {
    const said = (await listThread(ctx, thread_id)).filter((message) => message.from !== 'system');
    if (said.at(-1)?.from === 'person') return true;
  }
  return false;
}

const waitIf = (ctx: Ctx, row: Parameters<typeof waitRow>[1]) => (row.waiting_since ? row : waitRow(ctx, row));
