import { randomInt } from 'node:crypto';
import type { Ctx } from '../../platform/ctx.ts';
import { listFiles, takeOwnFiles } from '../../platform/files/files.ts';
import { notFound, Problem } from '../../platform/problem.ts';
import { staffActor } from './changes.ts';
import type { Draft, DraftInput, DraftKind, DraftSaved } from './contract.ts';
import { selectConversation } from './conversation-store.ts';
import * as store from './draft-store.ts';

const keptFor = { hours: 30 * 24 };

/** What this staff member has begun to write here. */
export async function readDrafts(ctx: Ctx, id: string): Promise<{ drafts: Draft[] }> {
  const rows = await store.selectDrafts(ctx, await whose(ctx, id));
  const files = await listFiles(
    ctx,
    rows.flatMap((row) => row.file_ids),
  );
  return {
    drafts: rows.map((row) => ({
      ...{ kind: row.kind, version: row.version, text: row.text, savedAt: row.saved_at.toString() },
      files: files.filter((file) => row.file_ids.includes(file.id)),
    })),
  };
}

/**
 * Keeps what was typed, over the version that was seen: of two windows of one person the second to save is told rather
 * than writing over the first. Nothing of it is news to anybody.
 */
export async function saveDraft(
  ctx: Ctx,
  { id, kind }: { id: string; kind: DraftKind },
  input: DraftInput,
): Promise<DraftSaved> {
  const which = { ...(await whose(ctx, id)), kind };
  if (input.text.trim() === '' && input.fileIds.length === 0) {
    if (input.version > 0 && !(await store.deleteDraft(ctx, which, input.version))) throw elsewhere();
    return { version: 0, savedAt: null };
  }
  await takeOwnFiles(ctx, input.fileIds);
  const written = { text: input.text, file_ids: [...new Set(input.fileIds)], saved_at: ctx.now };
  // A draft begun anew is never taken for the one before it, which was seen in another window.
  const version = input.version === 0 ? randomInt(1, 1_000_000_000) : input.version + 1;
  const row = { ...which, ...written, version };
  const saved =
    input.version === 0 ? await store.insertDraft(ctx, row) : await store.updateDraft(ctx, input.version, row);
  if (!saved) throw elsewhere();
  return { version: row.version, savedAt: ctx.now.toString() };
}

/** It was sent. */
export async function putDraftAway(ctx: Ctx, id: string, kind: DraftKind): Promise<void> {
  await store.deleteDraft(ctx, { conversation_id: id, staff_id: staffActor(ctx).id, kind });
}

/** Nobody can read them any more: who wrote them may not come in. */
export const dropDraftsOf = (ctx: Ctx, staffId: string): Promise<void> => store.deleteDraftsOf(ctx, staffId);

export const sweepDrafts = {
  name: 'desk.sweep-drafts',
  cron: '23 3 * * *',
  run: (ctx: Ctx) => store.deleteDraftsBefore(ctx, ctx.now.subtract(keptFor)),
};

async function whose(ctx: Ctx, id: string) {
  const { id: staff_id } = staffActor(ctx);
  if (!(await selectConversation(ctx, id))) throw notFound();
  return { conversation_id: id, staff_id };
}

const elsewhere = () =>
  new Problem('stale', 'desk.draft-elsewhere', {
    en: 'You wrote something else here in another window.',
    es: 'Usted ha escrito otra cosa aquí en otra ventana.',
  });
