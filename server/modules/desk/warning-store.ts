import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { ClockRow } from './clock-store.ts';
import { type ConversationRow, visible } from './conversation-store.ts';

export type Moment = 'near' | 'half' | 'due' | 'later';
export type Tells = 'owner' | 'colleague' | 'lead' | 'nobody';

export interface StepRow {
  readonly team_id: string | null;
  readonly moment: Moment;
  readonly tells: Tells;
}

export interface WarningRow {
  readonly id: string;
  readonly clock_id: string;
  readonly conversation_id: string;
  readonly moment: Moment;
  readonly at: Temporal.Instant;
  readonly to_staff_id: string | null;
  readonly told_as: 'owner' | 'stand-in' | 'colleague' | 'lead';
  readonly due_at: Temporal.Instant;
  readonly seen_at: Temporal.Instant | null;
}

type Tables = { 'desk.warning': WarningRow; 'desk.warning_step': StepRow };
const db = (ctx: Ctx) => ctx.tx.withTables<Tables>();

export type DueClock = Pick<
  ClockRow,
  'id' | 'conversation_id' | 'kind' | 'due_at' | 'near_at' | 'warned_moments' | 'next_warning_at'
>;

/** Clocks of which somebody is to be told now; another process takes others. */
export async function takeClocksToWarnOf(ctx: Ctx, limit: number): Promise<DueClock[]> {
  const { rows } = await sql<DueClock>`
    select id, conversation_id, kind, due_at, near_at, warned_moments, next_warning_at from desk.clock
    where ended_at is null and next_warning_at <= ${ctx.now}
    order by next_warning_at, id limit ${limit} for update skip locked`.execute(ctx.tx);
  return rows;
}

export async function updateWarned(
  ctx: Ctx,
  clockId: string,
  warned: { warned_moments: number; next_warning_at: Temporal.Instant | null },
): Promise<void> {
  await sql`update desk.clock set warned_moments = ${warned.warned_moments}, next_warning_at = ${warned.next_warning_at}
    where id = ${clockId}`.execute(ctx.tx);
}

export const insertWarning = (ctx: Ctx, row: WarningRow) =>
  db(ctx)
    .insertInto('desk.warning')
    .values(row)
    .onConflict((conflict) => conflict.constraint('warning_once_a_moment').doNothing())
    .execute();

export async function selectTold(ctx: Ctx, clockId: string): Promise<string[]> {
  const rows = await db(ctx).selectFrom('desk.warning').select('to_staff_id').where('clock_id', '=', clockId).execute();
  return rows.flatMap((row) => row.to_staff_id ?? []);
}

/** What each of these colleagues has open. */
export async function countOpenOf(ctx: Ctx, staffIds: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; open: number }>`
    select owner_staff_id as id, count(*)::int as open from desk.conversation
    where resolved_at is null and owner_staff_id = any(${staffIds}::uuid[]) group by 1`.execute(ctx.tx);
  return new Map(rows.map((row) => [row.id, row.open]));
}

export const selectSteps = (ctx: Ctx): Promise<StepRow[]> =>
  db(ctx).selectFrom('desk.warning_step').selectAll().execute();

export async function upsertStep(ctx: Ctx, step: StepRow): Promise<void> {
  await sql`insert into desk.warning_step (team_id, moment, tells) values (${step.team_id}, ${step.moment}, ${step.tells})
    on conflict on constraint warning_step_once do update set tells = excluded.tells`.execute(ctx.tx);
}

export interface MyWarning extends WarningRow {
  readonly kind: ClockRow['kind'];
  readonly reference: ConversationRow['reference'];
  readonly subject: string;
  readonly asker_current_id: string;
  readonly about_current_id: string | null;
}

/** What somebody was told and has not seen, while the clock still runs: the most pressing of each case, in that order. */
export async function selectUnseen(ctx: Ctx, staffId: string, limit: number): Promise<MyWarning[]> {
  const { rows } = await sql<MyWarning>`
    select * from (
      select distinct on (w.conversation_id) w.*, k.kind, c.reference, c.subject, c.asker_current_id, c.about_current_id
      from desk.warning w join desk.clock k on k.id = w.clock_id join desk.conversation c on c.id = w.conversation_id
      where w.to_staff_id = ${staffId} and w.seen_at is null and k.ended_at is null and ${visible(ctx)}
      order by w.conversation_id, w.due_at, w.at desc) it
    order by it.due_at, it.id limit ${limit}`.execute(ctx.tx);
  return rows;
}

/** All that was said to them about this case. */
export async function updateSeen(ctx: Ctx, conversationId: string, staffId: string): Promise<void> {
  await sql`update desk.warning set seen_at = ${ctx.now}
    where conversation_id = ${conversationId} and to_staff_id = ${staffId} and seen_at is null`.execute(ctx.tx);
}
