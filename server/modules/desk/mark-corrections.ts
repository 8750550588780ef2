import { randomUUIDv7 } from 'node:crypto';
import type { Ctx } from '../../platform/ctx.ts';
import { announce, staffActor, takeConversation } from './changes.ts';
import { followClocks } from './clock-history.ts';
import { type ConversationRow, type RowChange, updateQuietly } from './conversation-store.ts';
import { deadlines } from './deadlines.ts';
import { calendarOf } from './hours.ts';
import type { MarkInput, Marks } from './mark-shapes.ts';
import { insertCorrections, insertMarks, type MarkState, selectMarks } from './mark-store.ts';
import { marksOf, stands } from './marks.ts';
import { nameOfStaff } from './people-beside.ts';
import { urgently } from './progress.ts';
import { offeredTo } from './urgent-offer.ts';

/**
 * A colleague says what the words carry and what not. Who writes to the person at this moment is not disturbed: no
 * version goes stale over it. What is so already stays so, and the words stay whatever is said of them.
 */
export async function correctMark(ctx: Ctx, id: string, input: MarkInput): Promise<Marks> {
  const row = await takeConversation(ctx, id);
  const of = (await selectMarks(ctx, [id])).filter((one) => one.mark === input.mark);
  if (of.some(stands) === input.stands) return present(ctx, row);
  if (!input.stands) await turn(ctx, of.filter(stands), input.reason);
  else if (of.length > 0) await turn(ctx, of, input.reason);
  else await setMark(ctx, id, input);
  const after = input.mark === 'danger' ? await followDanger(ctx, row, input.stands) : row;
  await announce(ctx, row, after);
  return present(ctx, after);
}

async function present(ctx: Ctx, row: ConversationRow): Promise<Marks> {
  const { urgent_for_staff_id: staffId } = row;
  return {
    ...{ marks: (await marksOf(ctx, [row.id])).get(row.id) ?? [], urgent: row.urgent_at !== null },
    urgentFor: staffId ? { staffId, name: await nameOfStaff(ctx, staffId) } : null,
  };
}

async function turn(ctx: Ctx, marks: readonly MarkState[], reason: string | undefined): Promise<void> {
  const said = { at: ctx.now, by_staff_id: staffActor(ctx).id, reason: reason ?? null };
  const rows = marks.map((one) => ({ id: randomUUIDv7(), mark_id: one.id, turn: one.turns + 1, ...said }));
  await insertCorrections(ctx, rows);
}

const setMark = (ctx: Ctx, conversationId: string, { mark }: MarkInput) =>
  insertMarks(ctx, [
    {
      id: randomUUIDv7(),
      conversation_id: conversationId,
      mark,
      words: [],
      at: ctx.now,
      by_staff_id: staffActor(ctx).id,
    },
  ]);

/** Danger that is withdrawn stops being urgent; an answer that was promised by then is promised still. */
async function followDanger(ctx: Ctx, before: ConversationRow, isDanger: boolean): Promise<ConversationRow> {
  if (before.resolved_at || isDanger === (before.urgent_at !== null)) return before;
  const change: RowChange = isDanger ? await urgently(ctx, before, []) : { urgent_at: null };
  const after = { ...before, ...change };
  const calendar = await calendarOf(ctx, after.team_id, after.resolution_started_at);
  const urgent_for_staff_id = await offeredTo(ctx, after);
  const row = await updateQuietly(ctx, before.id, { ...change, ...deadlines(after, calendar), urgent_for_staff_id });
  await followClocks(ctx, before, row, calendar);
  return row;
}
