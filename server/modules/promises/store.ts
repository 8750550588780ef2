import { type ColumnType, sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { MadeThrough, PromiseFactKind, PromiseKind } from './contract.ts';
import { scopeOf } from './policy.ts';

type Moment = Temporal.Instant | null;

/** What a step changes about a promise, and what undoing puts back. */
export interface PromiseStanding {
  readonly owner_staff_id: string | null;
  readonly kept_at: Moment;
  readonly kept_by: string | null;
  readonly released_at: Moment;
  readonly released_by: string | null;
  readonly release_reason: string | null;
}

export interface PromiseRow extends PromiseStanding {
  readonly id: string;
  readonly version: number;
  readonly person_id: string;
  readonly person_current_id: string;
  readonly subject_kind: 'conversation';
  readonly subject_id: string;
  readonly kind: PromiseKind;
  readonly words: string;
  readonly due_at: Temporal.Instant;
  readonly near_at: Temporal.Instant;
  readonly warned_at: Moment;
  readonly time_zone: string;
  readonly team_id: string;
  readonly facility_id: string | null;
  readonly made_at: Temporal.Instant;
  readonly made_by: string;
  readonly made_through: MadeThrough;
  readonly message_id: string | null;
  readonly broken_at: Moment;
  readonly held_at: Moment;
}

export interface PromiseFactRow {
  readonly id: string;
  readonly promise_id: string;
  readonly version: number;
  readonly kind: PromiseFactKind;
  readonly at: Temporal.Instant;
  readonly by_kind: 'staff' | 'person' | 'system' | 'anyone';
  readonly by_id: string | null;
  readonly by_name: string | null;
  readonly to_name: string | null;
  readonly reason: string | null;
  readonly before: Record<string, string | null> | null;
  readonly undoes: string | null;
}

type AsJson<T> = ColumnType<T, string | null, string | null>;
type Tables = {
  'promises.promise': PromiseRow;
  'promises.promise_fact': Omit<PromiseFactRow, 'before'> & { before: AsJson<Record<string, string | null> | null> };
};
const db = (ctx: Ctx) => ctx.tx.withTables<Tables>();

/** The promises this actor may see, as a condition on `p`. */
export function visible(ctx: Ctx) {
  const scope = scopeOf(ctx.actor);
  if (!scope) return sql<boolean>`false`;
  if (scope.everything || scope.leads === 'everywhere') return sql<boolean>`true`;
  const leads = scope.leads === 'nowhere' ? undefined : scope.leads;
  return sql<boolean>`(p.team_id = any(${scope.teamIds}::uuid[]) or p.owner_staff_id = ${scope.staffId}
    ${leads ? sql`or p.facility_id is null or p.facility_id = any(${leads}::uuid[])` : sql``})`;
}

/** The row, and nobody else changes it until this transaction ends. */
export async function lockPromise(ctx: Ctx, id: string): Promise<PromiseRow | undefined> {
  const { rows } = await sql<PromiseRow>`
    select p.* from promises.promise p where p.id = ${id} and ${visible(ctx)} for no key update`.execute(ctx.tx);
  return rows[0];
}

/** The same for what is nobody's to see: the software itself, or a step that is taken back. */
export async function lockAnyPromise(ctx: Ctx, id: string): Promise<PromiseRow | undefined> {
  const { rows } = await sql<PromiseRow>`
    select p.* from promises.promise p where p.id = ${id} for no key update`.execute(ctx.tx);
  return rows[0];
}

export async function insertPromise(ctx: Ctx, row: PromiseRow): Promise<void> {
  await db(ctx).insertInto('promises.promise').values(row).execute();
}

export type PromiseChange = Partial<Omit<PromiseRow, 'id' | 'version'>>;

/** Only if nobody changed it since it was read; undefined when somebody did. */
export async function updatePromise(
  ctx: Ctx,
  read: { id: string; version: number },
  change: PromiseChange,
): Promise<PromiseRow | undefined> {
  return db(ctx)
    .updateTable('promises.promise')
    .set({ ...change, version: read.version + 1 })
    .where('id', '=', read.id)
    .where('version', '=', read.version)
    .returningAll()
    .executeTakeFirst();
}

export async function insertFact(ctx: Ctx, fact: PromiseFactRow): Promise<void> {
  const before = fact.before && JSON.stringify(fact.before);
  await db(ctx)
    .insertInto('promises.promise_fact')
    .values({ ...fact, before })
    .execute();
}

/** The latest fact of each of these promises. */
export async function selectLatestFacts(ctx: Ctx, ids: readonly string[]): Promise<Map<string, PromiseFactRow>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<PromiseFactRow>`
    select distinct on (promise_id) * from promises.promise_fact where promise_id = any(${ids}::uuid[])
    order by promise_id, version desc`.execute(ctx.tx);
  return new Map(rows.map((row) => [row.promise_id, row]));
}

/** What promises are about, where several belong together. */
export interface Subjects {
  readonly kind: 'conversation';
  readonly ids: readonly string[];
}

/** Everything promised about these; the caller has made sure who may see them. */
export async function selectAbout(ctx: Ctx, { kind, ids }: Subjects): Promise<PromiseRow[]> {
  const { rows } = await sql<PromiseRow>`
    select * from promises.promise where subject_kind = ${kind} and subject_id = any(${ids}::uuid[])
    order by due_at, id limit 200`.execute(ctx.tx);
  return rows;
}

/** Open promises that somebody owes, or that are about something, in an order in which two cannot wait for each other. */
export async function selectOpenIds(
  ctx: Ctx,
  of: { ownerId: string; teamId?: string | undefined } | { subjectId: string } | { personId: string },
): Promise<string[]> {
  const whose =
    'ownerId' in of
      ? sql`owner_staff_id = ${of.ownerId} ${of.teamId ? sql`and team_id = ${of.teamId}` : sql``}`
      : 'subjectId' in of
        ? sql`subject_id = ${of.subjectId}`
        : sql`person_current_id = ${of.personId}`;
  const { rows } = await sql<{ id: string }>`
    select id from promises.promise where kept_at is null and released_at is null and ${whose} order by id`.execute(
    ctx.tx,
  );
  return rows.map((row) => row.id);
}

/** Two people turned out to be one, or not. */
export async function updateCurrentPerson(ctx: Ctx, asWritten: readonly string[], currentId: string): Promise<void> {
  await sql`update promises.promise set person_current_id = ${currentId}
    where person_id = any(${asWritten}::uuid[]) and person_current_id <> ${currentId}`.execute(ctx.tx);
}

/** Under which ids the promises to this person were written down. */
export async function selectPeopleWrittenAs(ctx: Ctx, currentId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct person_id as id from promises.promise where person_current_id = ${currentId}`.execute(ctx.tx);
  return rows.map((row) => row.id);
}

/** Moves with what it is about. */
export async function updateTeamOf(
  ctx: Ctx,
  { kind, ids }: Subjects,
  team: { teamId: string; facilityId: string | null },
): Promise<void> {
  await sql`update promises.promise set team_id = ${team.teamId}, facility_id = ${team.facilityId}
    where subject_kind = ${kind} and subject_id = any(${ids}::uuid[])`.execute(ctx.tx);
}
