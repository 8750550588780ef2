import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { DraftKind } from './contract.ts';

export interface DraftRow {
  readonly conversation_id: string;
  readonly staff_id: string;
  readonly kind: DraftKind;
  readonly version: number;
  readonly text: string;
  readonly file_ids: readonly string[];
  readonly saved_at: Temporal.Instant;
}

/** Every question asked here names whose drafts: nobody reads another's. */
interface Whose {
  readonly conversation_id: string;
  readonly staff_id: string;
}
type Which = Whose & { readonly kind: DraftKind };

const db = (ctx: Ctx) => ctx.tx.withTables<{ 'desk.draft': DraftRow }>();

export const selectDrafts = (ctx: Ctx, whose: Whose): Promise<DraftRow[]> =>
  db(ctx)
    .selectFrom('desk.draft')
    .selectAll()
    .where('conversation_id', '=', whose.conversation_id)
    .where('staff_id', '=', whose.staff_id)
    .orderBy('kind')
    .execute();

/** In which of these conversations they have begun an answer. */
export async function selectDrafted(
  ctx: Ctx,
  conversationIds: readonly string[],
  staffId: string,
): Promise<Set<string>> {
  const { rows } = await sql<{ conversation_id: string }>`
    select conversation_id from desk.draft
    where conversation_id = any(${conversationIds}::uuid[]) and staff_id = ${staffId} and kind = 'reply'`.execute(
    ctx.tx,
  );
  return new Set(rows.map((row) => row.conversation_id));
}

/** The first one; false when there is one already. */
export async function insertDraft(ctx: Ctx, row: DraftRow): Promise<boolean> {
  const done = await db(ctx)
    .insertInto('desk.draft')
    .values(row)
    .onConflict((conflict) => conflict.columns(['conversation_id', 'staff_id', 'kind']).doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

/** Only over the version that was seen; false when another stands there by now, or none. */
export async function updateDraft(ctx: Ctx, seen: number, row: DraftRow): Promise<boolean> {
  const { version, text, file_ids, saved_at } = row;
  const done = await db(ctx)
    .updateTable('desk.draft')
    .set({ version, text, file_ids, saved_at })
    .where('conversation_id', '=', row.conversation_id)
    .where('staff_id', '=', row.staff_id)
    .where('kind', '=', row.kind)
    .where('version', '=', seen)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** With `seen` only that version; false when it was not there. */
export async function deleteDraft(ctx: Ctx, which: Which, seen?: number): Promise<boolean> {
  const done = await sql`
    delete from desk.draft where conversation_id = ${which.conversation_id} and staff_id = ${which.staff_id}
      and kind = ${which.kind} and (${seen ?? null}::int is null or version = ${seen ?? null}::int)`.execute(ctx.tx);
  return done.numAffectedRows === 1n;
}

export async function deleteDraftsOf(ctx: Ctx, staffId: string): Promise<void> {
  await sql`delete from desk.draft where staff_id = ${staffId}`.execute(ctx.tx);
}

export async function deleteDraftsBefore(ctx: Ctx, moment: Temporal.Instant): Promise<void> {
  await sql`delete from desk.draft where saved_at < ${moment}`.execute(ctx.tx);
}

/** Which of these files anybody has in a draft. */
export async function selectDraftedFiles(ctx: Ctx, fileIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select unnest(file_ids) as id from desk.draft where file_ids && ${fileIds}::uuid[]`.execute(ctx.tx);
  return rows.map((row) => row.id);
}
