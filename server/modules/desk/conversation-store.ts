import { type ColumnType, sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { AnswerBy, Channel, FactKind } from './contract.ts';
import type { ClockFacts, Deadlines, Pause } from './deadlines.ts';
import { scopeOf } from './policy.ts';

type Moment = Temporal.Instant | null;

/** What the desk decides about a conversation, and what undoing puts back. */
export interface State extends ClockFacts {
  readonly team_id: string;
  readonly facility_id: string | null;
  readonly owner_staff_id: string | null;
  readonly claimed_at: Moment;
  readonly claimed_by: string | null;
  readonly given_back_at: Moment;
  readonly given_back_by: string | null;
  readonly waiting_by: string | null;
  readonly resolved_by: string | null;
  readonly reopened_at: Moment;
  readonly reopened_by: string | null;
  readonly urgent_at: Moment;
  readonly reason: string;
  readonly response_kind: 'first' | 'next';
  /** Looked at again then, although the person has not written. */
  readonly waiting_until: Moment;
  /** That moment came: it is our turn until somebody has looked. */
  readonly look_again_at: Moment;
  readonly targets_changed_by: string | null;
}

export interface ConversationRow extends State, Deadlines {
  readonly id: string;
  /** The messages it is about; several cases may be about the same. */
  readonly thread_id: string;
  readonly split_from_id: string | null;
  /** The case that answers for this one now. */
  readonly merged_into_id: string | null;
  readonly merged_at: Moment;
  readonly merged_by: string | null;
  readonly merged_with_id: string | null;
  readonly reference: string;
  readonly version: number;
  readonly subject: string;
  readonly channel: Channel;
  readonly answer_by: AnswerBy;
  readonly answer_address: string | null;
  readonly asker_person_id: string;
  readonly asker_current_id: string;
  readonly about_person_id: string | null;
  readonly about_current_id: string | null;
  readonly opened_at: Temporal.Instant;
  readonly opened_by: string | null;
  readonly last_message_at: Temporal.Instant;
  readonly last_message_from: 'person' | 'staff';
  readonly undelivered_at: Moment;
  readonly urgent_words: readonly string[];
  /** Who is asked by name to take what is urgent, while nobody has it. */
  readonly urgent_for_staff_id: string | null;
}

export interface FactRow {
  readonly id: string;
  readonly conversation_id: string;
  readonly version: number;
  readonly kind: FactKind;
  readonly at: Temporal.Instant;
  readonly by_kind: 'staff' | 'person' | 'system' | 'anyone';
  readonly by_id: string | null;
  readonly by_name: string | null;
  readonly to_name: string | null;
  readonly to_staff_id: string | null;
  readonly reason: string | null;
  readonly due_at: Moment;
  readonly before: Record<string, unknown> | null;
  readonly undoes: string | null;
}

type AsJson<T> = ColumnType<T, string | null, string | null>;
type Tables = {
  'desk.conversation': Omit<ConversationRow, 'pauses'> & { pauses: AsJson<readonly Pause[]> };
  'desk.conversation_fact': Omit<FactRow, 'before'> & { before: AsJson<Record<string, unknown> | null> };
};

const db = (ctx: Ctx) => ctx.tx.withTables<Tables>();

/** The conversations this actor may see, as a condition on `c`. */
export function visible(ctx: Ctx) {
  const scope = scopeOf(ctx.actor);
  if (!scope) return sql<boolean>`false`;
  if (scope.everything || scope.leads === 'everywhere') return sql<boolean>`true`;
  const leads = scope.leads === 'nowhere' ? undefined : scope.leads;
  return sql<boolean>`(c.team_id = any(${scope.teamIds}::uuid[]) or c.owner_staff_id = ${scope.staffId}
    ${leads ? sql`or c.facility_id is null or c.facility_id = any(${leads}::uuid[])` : sql``})`;
}

export async function selectConversation(ctx: Ctx, id: string): Promise<ConversationRow | undefined> {
  const { rows } = await sql<ConversationRow>`
    select c.* from desk.conversation c where c.id = ${id} and ${visible(ctx)}`.execute(ctx.tx);
  return rows[0];
}

/** The row, and nobody else changes it until this transaction ends. */
export async function lockConversation(ctx: Ctx, id: string): Promise<ConversationRow | undefined> {
  const { rows } = await sql<ConversationRow>`
    select c.* from desk.conversation c where c.id = ${id} and ${visible(ctx)} for no key update`.execute(ctx.tx);
  return rows[0];
}

/** The same for a way in that is not the desk's: the caller has made sure whose it is. */
export async function lockAnyConversation(ctx: Ctx, id: string): Promise<ConversationRow | undefined> {
  const { rows } = await sql<ConversationRow>`
    select c.* from desk.conversation c where c.id = ${id} for no key update`.execute(ctx.tx);
  return rows[0];
}

export async function selectByReference(ctx: Ctx, reference: string): Promise<ConversationRow | undefined> {
  const { rows } = await sql<ConversationRow>`
    select c.* from desk.conversation c where c.reference = ${reference} and ${visible(ctx)}`.execute(ctx.tx);
  return rows[0];
}

/** Asked by them or about them, newest first. */
export async function selectOfPerson(ctx: Ctx, personId: string): Promise<ConversationRow[]> {
  const { rows } = await sql<ConversationRow>`
    select c.* from desk.conversation c
    where (c.asker_current_id = ${personId} or c.about_current_id = ${personId}) and ${visible(ctx)}
    order by c.opened_at desc, c.id desc limit 100`.execute(ctx.tx);
  return rows;
}

export async function selectAny(ctx: Ctx, id: string): Promise<ConversationRow | undefined> {
  const { rows } = await sql<ConversationRow>`select c.* from desk.conversation c where c.id = ${id}`.execute(ctx.tx);
  return rows[0];
}

/** False when the reference is taken. */
export async function insertConversation(ctx: Ctx, row: ConversationRow): Promise<boolean> {
  const done = await db(ctx)
    .insertInto('desk.conversation')
    .values({ ...row, pauses: JSON.stringify(row.pauses) })
    .onConflict((conflict) => conflict.column('reference').doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

export type RowChange = Partial<Omit<ConversationRow, 'id' | 'reference' | 'version'>>;

/** Only if nobody changed it since it was read; undefined when somebody did. */
export async function updateConversation(
  ctx: Ctx,
  read: { id: string; version: number },
  change: RowChange,
): Promise<ConversationRow | undefined> {
  const { pauses, ...rest } = change;
  return db(ctx)
    .updateTable('desk.conversation')
    .set({ ...rest, ...(pauses && { pauses: JSON.stringify(pauses) }), version: read.version + 1 })
    .where('id', '=', read.id)
    .where('version', '=', read.version)
    .returningAll()
    .executeTakeFirst();
}

/** The due times alone, which follow from hours: nobody's version goes stale over it. */
export async function updateDeadlines(ctx: Ctx, id: string, due: Deadlines): Promise<void> {
  await db(ctx).updateTable('desk.conversation').set(due).where('id', '=', id).execute();
}

/** What stands beside the work at a conversation: nobody's version goes stale over it. */
export async function updateQuietly(ctx: Ctx, id: string, change: RowChange): Promise<ConversationRow> {
  const { pauses: _, ...rest } = change;
  const updated = db(ctx).updateTable('desk.conversation').set(rest).where('id', '=', id);
  return updated.returningAll().executeTakeFirstOrThrow();
}

export async function insertFact(ctx: Ctx, fact: FactRow): Promise<void> {
  const before = fact.before && JSON.stringify(fact.before);
  await db(ctx)
    .insertInto('desk.conversation_fact')
    .values({ ...fact, before })
    .execute();
}

export async function selectFacts(ctx: Ctx, conversationId: string): Promise<FactRow[]> {
  return db(ctx)
    .selectFrom('desk.conversation_fact')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .orderBy('version')
    .execute();
}

export async function selectLatestFact(ctx: Ctx, conversationId: string): Promise<FactRow | undefined> {
  return db(ctx)
    .selectFrom('desk.conversation_fact')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Open work of one owner or of teams, in an order in which two who take it cannot wait for each other. */
export async function selectOpenIds(
  ctx: Ctx,
  of: { ownerId: string } | { teamIds: readonly string[] } | 'all',
): Promise<string[]> {
  const whose =
    of === 'all'
      ? sql`true`
      : 'ownerId' in of
        ? sql`owner_staff_id = ${of.ownerId}`
        : sql`team_id = any(${of.teamIds}::uuid[])`;
  const { rows } = await sql<{ id: string }>`
    select id from desk.conversation where resolved_at is null and ${whose} order by id`.execute(ctx.tx);
  return rows.map((row) => row.id);
}

/** Two people turned out to be one, or not. */
export async function updateCurrentPerson(ctx: Ctx, asWritten: readonly string[], currentId: string): Promise<void> {
  await sql`update desk.conversation set asker_current_id = ${currentId}
    where asker_person_id = any(${asWritten}::uuid[])`.execute(ctx.tx);
  await sql`update desk.conversation set about_current_id = ${currentId}
    where about_person_id = any(${asWritten}::uuid[])`.execute(ctx.tx);
}

/** Everyone a conversation names under this kept record, as they were written down. */
export async function selectPeopleWrittenAs(ctx: Ctx, currentId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select asker_person_id as id from desk.conversation where asker_current_id = ${currentId}
    union select about_person_id from desk.conversation where about_current_id = ${currentId}`.execute(ctx.tx);
  return rows.map((row) => row.id);
}
