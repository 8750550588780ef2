import type { Ctx } from '../../platform/ctx.ts';
import { addTimelineEntry, showTimelineEntriesTo } from '../people/index.ts';
import type { ConversationRow } from './conversation-store.ts';
import { timelineViewers } from './policy.ts';

/** The asker sees it too; about whom it is does not, for it is not theirs to know who worries about them. */
const forTheAsker = ['person', 'proxy:messages'];

/** What a conversation leaves on the lines of its people: under the ids as they were written, so that merges undo. */
async function tell(ctx: Ctx, row: ConversationRow, kind: string): Promise<void> {
  // To the person a case that was split off is not one more question.
  const isTheirs = row.thread_id === row.id;
  const { asker_person_id: asker, about_person_id: about } = row;
  for (const personId of new Set([asker, about ?? asker])) {
    const visibleTo = [...timelineViewers(row), ...(personId === asker && isTheirs ? forTheAsker : [])];
    await addTimelineEntry(ctx, { personId, at: ctx.now, kind, refId: row.id, visibleTo });
  }
}

export const tellOpened = (ctx: Ctx, row: ConversationRow) => tell(ctx, row, 'desk.question-asked');

/** Its last answer, resolution and reopening; whoever has or loses the conversation has or loses these lines too. */
export async function tellChanged(
  ctx: Ctx,
  before: ConversationRow,
  row: ConversationRow,
  answered: boolean,
): Promise<void> {
  const isElsewhere = timelineViewers(before).join() !== timelineViewers(row).join();
  if (isElsewhere) await showTimelineEntriesTo(ctx, { refId: row.id, visibleTo: timelineViewers(row) });
  if (answered) await tell(ctx, row, 'desk.question-answered');
  if (row.merged_into_id || before.merged_into_id) return;
  if (!before.resolved_at && row.resolved_at) await tell(ctx, row, 'desk.question-resolved');
  if (before.resolved_at && !row.resolved_at) await tell(ctx, row, 'desk.question-reopened');
}
