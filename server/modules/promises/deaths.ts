import type { Ctx } from '../../platform/ctx.ts';
import { currentId, isDeceased } from '../people/index.ts';
import { record } from './changes.ts';
import { lockAnyPromise, selectOpenIds, selectPeopleWrittenAs, updateCurrentPerson } from './store.ts';

/**
 * Somebody has died: what was promised to them stands still. Nobody rings without having asked, and nothing is broken by
 * not ringing. What was promised after their death was said to somebody who knew, and runs.
 */
export async function holdForDead(ctx: Ctx, personId: string): Promise<void> {
  for (const id of await selectOpenIds(ctx, { personId: await currentId(ctx, personId) })) {
    const row = await lockAnyPromise(ctx, id);
    if (row && !row.held_at && !row.kept_at && !row.released_at && !row.broken_at)
      await record(ctx, row, { held_at: ctx.now }, { kind: 'held' });
  }
}

/** They live: it is owed as before. */
export async function endHold(ctx: Ctx, personId: string): Promise<void> {
  const current = await currentId(ctx, personId);
  if (await isDeceased(ctx, current)) return;
  for (const id of await selectOpenIds(ctx, { personId: current })) {
    const row = await lockAnyPromise(ctx, id);
    if (row?.held_at) await record(ctx, row, { held_at: null }, { kind: 'hold-ended' });
  }
}

/** All promises to the merged record are to the kept one; one of the two may have died. */
export async function followMerge(ctx: Ctx, keptId: string, mergedId: string): Promise<void> {
  await updateCurrentPerson(ctx, await selectPeopleWrittenAs(ctx, mergedId), keptId);
  if (await isDeceased(ctx, keptId)) await holdForDead(ctx, keptId);
}

/** Two who were one are two again: everyone written down under the kept record is asked for anew. */
export async function followUnmerge(ctx: Ctx, keptId: string): Promise<void> {
  for (const personId of await selectPeopleWrittenAs(ctx, keptId)) {
    await updateCurrentPerson(ctx, [personId], await currentId(ctx, personId));
    if (!(await isDeceased(ctx, personId))) await endHold(ctx, personId);
  }
}
