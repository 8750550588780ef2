import { randomUUIDv7 } from 'node:crypto';
import type { Ctx } from '../../platform/ctx.ts';
import { announce, staffActor, takeConversation } from './changes.ts';
import type { ConversationRow } from './conversation-store.ts';
import { putDraftAway } from './drafts.ts';
import { insertNote } from './note-store.ts';
import { makeSearchable } from './searchable.ts';

/**
 * Words for colleagues. They lie in a table that nothing which sends ever reads, and change nothing else: whoever is
 * writing to the person at this moment is not disturbed.
 */
export async function addNote(ctx: Ctx, id: string, text: string): Promise<{ noteId: string }> {
  const noted = await addNoteTo(ctx, await takeConversation(ctx, id), text);
  await putDraftAway(ctx, id, 'note');
  return noted;
}

export async function addNoteTo(ctx: Ctx, row: ConversationRow, text: string): Promise<{ noteId: string }> {
  const { id: staffId, name } = staffActor(ctx);
  const noteId = randomUUIDv7();
  await insertNote(ctx, {
    id: noteId,
    conversation_id: row.id,
    at: ctx.now,
    by_staff_id: staffId,
    by_name: name,
    text,
  });
  await makeSearchable(ctx, row.id, text);
  await announce(ctx, row);
  return { noteId };
}
