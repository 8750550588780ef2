import type { Ctx } from '../../platform/ctx.ts';
import { Problem } from '../../platform/problem.ts';
import { lockTogether, selectCasesOfThreads, selectGathered } from './case-store.ts';
import type { ConversationRow } from './conversation-store.ts';

/** The lines of messages that a case answers, each as the case that began it: its own, then what it has gathered. */
export async function threadsOf(ctx: Ctx, row: ConversationRow): Promise<ConversationRow[]> {
  const threads = new Map([row, ...(await selectGathered(ctx, row.id))].toReversed().map((it) => [it.thread_id, it]));
  return [...threads.values()].toReversed();
}

const tries = 5;

/**
 * The cases that answer for these messages, held until this transaction ends. Whoever gathers one of them at this
 * moment is waited for, and then the case that answers now is taken.
 */
async function takeCasesOf(ctx: Ctx, threadId: string): Promise<ConversationRow[]> {
  const now = async () => (await selectCasesOfThreads(ctx, [threadId])).map((row) => row.id).join();
  let expected = await now();
  for (let attempt = 0; attempt < tries; attempt++) {
    const held = expected === '' ? [] : await lockTogether(ctx, expected.split(','));
    const found = await now();
    if (found === expected) return held;
    expected = found;
  }
  throw new Problem('conflict', 'desk.moving', {
    en: 'Colleagues are sorting this conversation at this moment. Please try again.',
    es: 'Unos colegas están ordenando esta conversación en este momento. Inténtelo de nuevo.',
  });
}

/** Who must look when something comes in: every open case, or of those that are done the one done last. */
export async function takeHearersOf(ctx: Ctx, threadId: string): Promise<ConversationRow[]> {
  const cases = await takeCasesOf(ctx, threadId);
  const open = cases.filter((row) => !row.resolved_at);
  if (open.length > 0) return open;
  const moment = (row: ConversationRow) => row.resolved_at?.epochMilliseconds ?? 0;
  return cases.toSorted((a, b) => moment(b) - moment(a)).slice(0, 1);
}
