import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';

export type Owes = 'response' | 'resolution';

export interface ClockRow {
  readonly id: string;
  readonly conversation_id: string;
  readonly kind: 'first-response' | 'next-response' | 'resolution';
  readonly started_at: Temporal.Instant;
  readonly after_hours: boolean | null;
  readonly team_id: string;
  readonly reason: string;
  readonly urgent: boolean;
  readonly target_minutes: number;
  readonly due_at: Temporal.Instant | null;
  readonly ended_at: Temporal.Instant | null;
  readonly ended: 'met' | 'withdrawn' | null;
  readonly ended_by: string | null;
  readonly missed_minutes: number | null;
  readonly paused_minutes: number | null;
  readonly near_at: Temporal.Instant | null;
  readonly warned_moments: number;
  readonly next_warning_at: Temporal.Instant | null;
}

export interface ClockEventRow {
  readonly id: string;
  readonly clock_id: string;
  readonly at: Temporal.Instant;
  readonly kind: 'started' | 'paused' | 'resumed' | 'moved' | 'met' | 'withdrawn' | 'undone';
  readonly due_at: Temporal.Instant | null;
}

type Tables = { 'desk.clock': ClockRow & { owes?: Owes }; 'desk.clock_event': ClockEventRow };
const db = (ctx: Ctx) => ctx.tx.withTables<Tables>();

export const insertClock = (ctx: Ctx, row: ClockRow) => db(ctx).insertInto('desk.clock').values(row).execute();

export const insertClockEvent = (ctx: Ctx, row: ClockEventRow) =>
  db(ctx).insertInto('desk.clock_event').values(row).execute();

type Changing = 'kind' | 'team_id' | 'reason' | 'urgent' | 'target_minutes' | 'due_at' | 'near_at';
type Warned = 'warned_moments' | 'next_warning_at';
type Ending = 'ended_at' | 'ended' | 'ended_by' | 'missed_minutes' | 'paused_minutes';

/** The one that runs; undefined when none does. */
export async function updateRunning(
  ctx: Ctx,
  of: { conversationId: string; owes: Owes },
  change: Partial<Pick<ClockRow, Changing | Ending | Warned>>,
): Promise<string | undefined> {
  const done = await db(ctx)
    .updateTable('desk.clock')
    .set(change)
    .where('conversation_id', '=', of.conversationId)
    .where('owes', '=', of.owes)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return done?.id;
}

/** The same debt again: what ended was taken back. */
export async function runAgain(
  ctx: Ctx,
  of: { conversationId: string; owes: Owes; startedAt: Temporal.Instant },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    update desk.clock set ended_at = null, ended = null, ended_by = null, missed_minutes = null, paused_minutes = null
    where id = (select id from desk.clock where conversation_id = ${of.conversationId} and owes = ${of.owes}
      and started_at = ${of.startedAt} and ended_at is not null order by ended_at desc limit 1)
    returning id`.execute(ctx.tx);
  return rows[0]?.id;
}

export const selectClocks = (ctx: Ctx, conversationId: string): Promise<ClockRow[]> =>
  db(ctx)
    .selectFrom('desk.clock')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .orderBy('started_at')
    .orderBy('id')
    .execute();

export const selectClockEvents = (ctx: Ctx, clockIds: readonly string[]): Promise<ClockEventRow[]> =>
  clockIds.length === 0
    ? Promise.resolve([])
    : db(ctx)
        .selectFrom('desk.clock_event')
        .selectAll()
        .where('clock_id', 'in', clockIds)
        .orderBy('at')
        .orderBy('id')
        .execute();
