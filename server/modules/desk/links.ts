import type { Ctx } from '../../platform/ctx.ts';
import { currentId, mergePeople } from '../people/index.ts';
import { presentChanged, record, refuseUnless, takeConversation } from './changes.ts';
import type { Changed } from './contract.ts';
import { selectPeopleWrittenAs, updateCurrentPerson } from './conversation-store.ts';

/** The asker turns out to be someone known: the two records become one, which can be undone with `people.unmerge`. */
export async function linkPerson(
  ctx: Ctx,
  id: string,
  input: { version: number; personId: string; reason: string },
): Promise<Changed> {
  const row = await takeConversation(ctx, id, input.version);
  await refuseUnless(ctx, 'link-person', row);
  const { keptId } = await mergePeople(ctx, {
    ...{ keepId: input.personId, mergeId: row.asker_current_id, reason: input.reason },
  });
  await followMerge(ctx, keptId, row.asker_current_id);
  const change = { asker_current_id: keptId };
  return presentChanged(ctx, await record(ctx, row, change, { kind: 'linked', reason: input.reason }));
}

/** All conversations of the merged record are the kept one's. */
export async function followMerge(ctx: Ctx, keptId: string, mergedId: string): Promise<void> {
  const written = await selectPeopleWrittenAs(ctx, mergedId);
  await updateCurrentPerson(ctx, written, keptId);
}

/** Two who were one are two again: everyone written down under the kept record is asked for anew. */
export async function followUnmerge(ctx: Ctx, keptId: string): Promise<void> {
  for (const personId of await selectPeopleWrittenAs(ctx, keptId))
    await updateCurrentPerson(ctx, [personId], await currentId(ctx, personId));
}
