import { randomUUIDv7 } from 'node:crypto';
import type { Ctx } from '../../platform/ctx.ts';
import {
  type ClockEventRow,
  type ClockRow,
  insertClock,
  insertClockEvent,
  type Owes,
  runAgain,
  updateRunning,
} from './clock-store.ts';
import { type Calendar, openMinutesBetween } from './clocks.ts';
import type { ConversationRow } from './conversation-store.ts';

/** One of the two debts of a case, as its row tells it. */
interface Debt {
  readonly kind: ClockRow['kind'];
  readonly isRunning: boolean;
  readonly started_at: Temporal.Instant;
  readonly target_minutes: number;
  readonly due_at: Temporal.Instant | null;
  readonly near_at: Temporal.Instant | null;
  readonly endedAt: Temporal.Instant | null;
}

const debts: Readonly<Record<Owes, (row: ConversationRow) => Debt>> = {
  response: (row) => ({
    kind: row.response_kind === 'first' ? 'first-response' : 'next-response',
    isRunning: row.answered_at === null && row.resolved_at === null,
    ...{ started_at: row.response_started_at, target_minutes: row.response_minutes, due_at: row.response_due_at },
    near_at: row.response_near_at,
    endedAt: row.answered_at ?? row.resolved_at,
  }),
  resolution: (row) => ({
    ...{ kind: 'resolution', isRunning: row.resolved_at === null, started_at: row.resolution_started_at },
    ...{
      target_minutes: row.resolution_minutes,
      due_at: row.resolution_due_at,
      near_at: row.resolution_near_at,
      endedAt: row.resolved_at,
    },
  }),
};

/**
 * Writes down what a change of a case did to its clocks: each debt is one row, from when it began to what came of it,
 * and each turn of it a row below. Called wherever a case is written, so that no screen has to remember it.
 */
export async function followClocks(
  ctx: Ctx,
  before: ConversationRow | undefined,
  after: ConversationRow,
  calendar: Calendar,
): Promise<void> {
  for (const owes of ['response', 'resolution'] as const) {
    const was = before && debts[owes](before);
    const is = debts[owes](after);
    if (!was?.isRunning && is.isRunning) await begin(ctx, owes, after, is, calendar);
    else if (was?.isRunning && is.isRunning && before) await goOn(ctx, owes, before, after, was, is);
    else if (was?.isRunning) await end(ctx, owes, after, was, is, calendar);
  }
}

const about = (row: ConversationRow) => ({
  ...{ team_id: row.team_id, reason: row.reason, urgent: row.urgent_at !== null },
});

async function begin(ctx: Ctx, owes: Owes, row: ConversationRow, is: Debt, calendar: Calendar): Promise<void> {
  const { kind, started_at, target_minutes, due_at, near_at } = is;
  const again = await runAgain(ctx, { conversationId: row.id, owes, startedAt: started_at });
  if (again) {
    await updateRunning(ctx, { conversationId: row.id, owes }, { ...about(row), target_minutes, ...fromNow(is) });
    return tell(ctx, again, 'undone', due_at);
  }
  const id = randomUUIDv7();
  await insertClock(ctx, {
    ...{ id, conversation_id: row.id, kind, started_at, ...about(row), target_minutes, due_at, near_at },
    ...fromNow(is),
    after_hours: openMinutesBetween(started_at, started_at.add({ minutes: 1 }), calendar) === 0,
    ...{ ended_at: null, ended: null, ended_by: null, missed_minutes: null, paused_minutes: null },
  });
  await tell(ctx, id, 'started', due_at);
}

/** A due time of its own is told of from the beginning. */
const fromNow = ({ due_at, near_at }: Debt) => ({
  ...{ due_at, near_at, warned_moments: 0, next_warning_at: due_at && near_at },
});

async function goOn(
  ctx: Ctx,
  owes: Owes,
  before: ConversationRow,
  after: ConversationRow,
  was: Debt,
  is: Debt,
): Promise<void> {
  const isPaused = !before.waiting_since && after.waiting_since;
  const isResumed = before.waiting_since && !after.waiting_since;
  const isMoved = String(was.due_at) !== String(is.due_at);
  const isOther =
    was.target_minutes !== is.target_minutes ||
    was.kind !== is.kind ||
    Object.entries(about(before)).join() !== Object.entries(about(after)).join();
  if (!isPaused && !isResumed && !isMoved && !isOther) return;
  const { kind, target_minutes, due_at } = is;
  const timing = isMoved ? fromNow(is) : {};
  const id = await updateRunning(
    ctx,
    { conversationId: after.id, owes },
    { ...about(after), kind, target_minutes, ...timing },
  );
  if (id && (isPaused || isResumed || isMoved))
    await tell(ctx, id, isPaused ? 'paused' : isResumed ? 'resumed' : 'moved', due_at);
}

async function end(
  ctx: Ctx,
  owes: Owes,
  after: ConversationRow,
  was: Debt,
  is: Debt,
  calendar: Calendar,
): Promise<void> {
  const ended_at = is.endedAt ?? ctx.now;
  const ended = after.merged_into_id ? 'withdrawn' : 'met';
  const due = is.due_at ?? was.due_at;
  const id = await updateRunning(
    ctx,
    { conversationId: after.id, owes },
    {
      ...{ ended_at, ended, ended_by: 'id' in ctx.actor ? ctx.actor.id : null, due_at: due },
      missed_minutes: due && ended === 'met' ? openMinutesBetween(due, ended_at, calendar) : 0,
      paused_minutes: pausedMinutes(after, was.started_at, calendar),
    },
  );
  if (id) await tell(ctx, id, ended, due);
}

/** Open minutes in which the person was waited for, since the clock began. */
function pausedMinutes(row: ConversationRow, since: Temporal.Instant, calendar: Calendar): number {
  const pauses = row.pauses.map((pause) => [Temporal.Instant.from(pause.from), Temporal.Instant.from(pause.until)]);
  return pauses
    .filter(([from]) => from && Temporal.Instant.compare(from, since) >= 0)
    .reduce((sum, [from, until]) => sum + (from && until ? openMinutesBetween(from, until, calendar) : 0), 0);
}

const tell = async (ctx: Ctx, clockId: string, kind: ClockEventRow['kind'], due_at: Temporal.Instant | null) => {
  await insertClockEvent(ctx, { id: randomUUIDv7(), clock_id: clockId, at: ctx.now, kind, due_at });
};
