import { randomUUIDv7 } from 'node:crypto';
import type { z } from 'zod';
import type { Ctx } from '../../platform/ctx.ts';
import { onConstraint } from '../../platform/database/constraints.ts';
import { notFound, Problem } from '../../platform/problem.ts';
import type { mergeInput } from './contract.ts';
import { peopleMerged, peopleUnmerged } from './events.ts';
import { endMerge, findMerge, insertMerge, listMergedInto, pointPeople, stillMerged } from './merge-store.ts';
import { openPerson } from './open-person.ts';
import { mayMerge } from './policy.ts';
import { lockPeople } from './store.ts';
import { tellOf } from './timeline.ts';

const alreadyMerged = () =>
  new Problem('conflict', 'people.already-merged', {
    en: 'One of these two has already been merged. Look again before you go on.',
    es: 'Una de las dos ya se ha unido a otra. Revíselo antes de seguir.',
  });

/**
 * Two records are one person. Nothing moves: from now on both ids lead to the kept record, which shows what either says.
 * Those who had been merged into the second come along.
 */
export async function mergePeople(
  ctx: Ctx,
  input: z.infer<typeof mergeInput>,
): Promise<{ mergeId: string; keptId: string }> {
  const { keepId, mergeId: mergedId, reason } = input;
  if (!mayMerge(ctx.actor)) throw notFound();
  await openPerson(ctx, keepId);
  await openPerson(ctx, mergedId);
  if (keepId === mergedId)
    throw new Problem('invalid', 'people.same-person', {
      en: 'This is one and the same record.',
      es: 'Es el mismo registro.',
    });
  const locked = await lockPeople(ctx, [keepId, mergedId]);
  if (locked.some((one) => one.merged_into !== null)) throw alreadyMerged();
  const mergeId = randomUUIDv7();
  const brought = await listMergedInto(ctx, mergedId);
  const refused = onConstraint('person_merged_into_current', alreadyMerged);
  await pointPeople(ctx, brought, keepId).catch(refused);
  await pointPeople(ctx, [mergedId], keepId).catch(refused);
  await insertMerge(ctx, { id: mergeId, keptId: keepId, mergedId, broughtIds: brought, reason }).catch(
    onConstraint('merge_once', alreadyMerged),
  );
  await tellOf(ctx, keepId, 'people.records-merged', mergeId);
  await ctx.emit(peopleMerged, { mergeId, keptId: keepId, mergedId });
  return { mergeId, keptId: keepId };
}

/** Two people after all: each is again exactly what it was, with those who had belonged to it. */
export async function unmerge(
  ctx: Ctx,
  mergeId: string,
  { reason }: { reason: string },
): Promise<{ keptId: string; mergedId: string }> {
  const merge = await findMerge(ctx, mergeId);
  if (!merge || !mayMerge(ctx.actor)) throw notFound();
  await openPerson(ctx, merge.kept_id);
  const already = () =>
    new Problem('conflict', 'people.already-unmerged', {
      en: 'This has already been undone.',
      es: 'Esto ya se ha deshecho.',
    });
  await lockPeople(ctx, [merge.kept_id, merge.merged_id, ...merge.brought_ids]);
  if (!(await endMerge(ctx, mergeId, reason))) throw already();
  await pointPeople(ctx, [merge.merged_id], null);
  await pointPeople(ctx, await stillMerged(ctx, merge.brought_ids, merge.merged_id), merge.merged_id);
  ctx.sees(merge.merged_id);
  for (const personId of [merge.kept_id, merge.merged_id])
    await tellOf(ctx, personId, 'people.records-taken-apart', mergeId);
  await ctx.emit(peopleUnmerged, { mergeId, keptId: merge.kept_id, mergedId: merge.merged_id });
  return { keptId: merge.kept_id, mergedId: merge.merged_id };
}
