import type { Ctx } from '../../platform/ctx.ts';

export interface NoteRow {
  readonly id: string;
  readonly conversation_id: string;
  readonly at: Temporal.Instant;
  readonly by_staff_id: string;
  readonly by_name: string;
  readonly text: string;
}

const db = (ctx: Ctx) => ctx.tx.withTables<{ 'desk.note': NoteRow }>();

export const insertNote = (ctx: Ctx, row: NoteRow) => db(ctx).insertInto('desk.note').values(row).execute();

export const selectNotes = (ctx: Ctx, conversationId: string): Promise<NoteRow[]> =>
  db(ctx).selectFrom('desk.note').selectAll().where('conversation_id', '=', conversationId).orderBy('id').execute();
