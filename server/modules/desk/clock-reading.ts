import type { Ctx } from '../../platform/ctx.ts';
import { notFound } from '../../platform/problem.ts';
import { sawPeople } from './changes.ts';
import { selectClockEvents, selectClocks } from './clock-store.ts';
import type { ClockHistory } from './contract.ts';
import { selectConversation } from './conversation-store.ts';
import { textOf } from './present.ts';

/** Every clock of a case with all its turns, the oldest first. */
export async function readClockHistory(ctx: Ctx, id: string): Promise<ClockHistory> {
  const row = await selectConversation(ctx, id);
  if (!row) throw notFound();
  sawPeople(ctx, row);
  const clocks = await selectClocks(ctx, id);
  const events = Map.groupBy(
    await selectClockEvents(
      ctx,
      clocks.map((clock) => clock.id),
    ),
    (event) => event.clock_id,
  );
  return {
    clocks: clocks.map((clock) => ({
      ...{ id: clock.id, kind: clock.kind, startedAt: clock.started_at.toString(), afterHours: clock.after_hours },
      ...{ targetMinutes: clock.target_minutes, dueAt: textOf(clock.due_at), endedAt: textOf(clock.ended_at) },
      ...{ ended: clock.ended, missedMinutes: clock.missed_minutes, pausedMinutes: clock.paused_minutes },
      events: (events.get(clock.id) ?? []).map((event) => ({
        ...{ at: event.at.toString(), kind: event.kind, dueAt: textOf(event.due_at) },
      })),
    })),
  };
}
