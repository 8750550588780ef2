import { personIdsByIdentifier, personIdsBySource } from '../modules/people/index.ts';
import { findReferred, refKey, type SourceRef } from '../modules/places/index.ts';
import type { Ctx } from '../platform/ctx.ts';

type Finder = (ref: SourceRef | undefined) => string | undefined;

/** What is behind references to places and those who work there. */
export async function lookFor(
  ctx: Ctx,
  kind: 'facility' | 'location' | 'practitioner',
  sourceSystem: string,
  refs: readonly SourceRef[],
): Promise<Finder> {
  const found = refs.length > 0 ? await findReferred(ctx, kind, sourceSystem, refs) : new Map<string, string>();
  return (ref) => ref && found.get(refKey(ref));
}

/** The people behind references by the source's id, or by a number that only one person has. */
export async function lookForPeople(ctx: Ctx, sourceSystem: string, refs: readonly SourceRef[]): Promise<Finder> {
  const ids = refs.flatMap((ref) => ('sourceId' in ref ? [ref.sourceId] : []));
  const bySource = await personIdsBySource(ctx, sourceSystem, [...new Set(ids)]);
  const numbered = refs.filter((ref) => 'identifier' in ref);
  const byNumber = await personIdsByIdentifier(
    ctx,
    numbered.map((ref) => ref.identifier),
  );
  const found = new Map(numbered.map((ref, at) => [refKey(ref), byNumber[at]]));
  return (ref) => ref && ('sourceId' in ref ? bySource.get(ref.sourceId) : found.get(refKey(ref)));
}
