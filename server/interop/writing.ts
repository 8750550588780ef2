import type { SourceRef } from '../modules/places/index.ts';
import type { Ctx } from '../platform/ctx.ts';
import { lookFor, lookForPeople } from './look-up.ts';
import type { OurType, Refusal, Resource } from './resources.ts';

export interface Item {
  readonly position: number;
  readonly resource: Resource;
}

/** One batch as it is being written. */
export interface Writing {
  readonly ctx: Ctx;
  readonly source: { readonly system: string; readonly timeZone: string };
  /** Nothing more will come: what waits is refused, or goes in without what it names. */
  readonly settling: boolean;
  readonly counts: Record<string, number>;
  readonly waiting: Item[];
  readonly refused: Refusal[];
}

export const withReference = (reference: string | undefined) => (reference === undefined ? {} : { reference });

/** What a mapping makes of each; what it can make nothing of is refused. */
export function understood<T>(
  writing: Writing,
  items: readonly Item[],
  map: (resource: Resource) => T | undefined,
): Map<Item, T> {
  const things = new Map<Item, T>();
  for (const item of items) {
    const thing = mapped(map, item.resource);
    if (thing !== undefined) things.set(item, thing);
    else refuse(writing, item, unusable[item.resource.resourceType]);
  }
  return things;
}

/** Mappings trust the types of FHIR; a field of another type makes them fail, which is the resource's fault. */
export function mapped<T>(map: (resource: Resource) => T | undefined, resource: Resource): T | undefined {
  try {
    return map(resource);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

const orWrongType = 'or a field is of the wrong type';
const unusable: Record<OurType, string> = {
  Organization: `has no name, ${orWrongType}`,
  Location: `has no name, ${orWrongType}`,
  Practitioner: `has no name, ${orWrongType}`,
  PractitionerRole: `lacks what a role must have, ${orWrongType}`,
  Patient: `has no name, ${orWrongType}`,
  RelatedPerson: `has no name, ${orWrongType}`,
  CareTeam: `has no patient, was entered in error, ${orWrongType}`,
  Encounter: `has no beginning or no patient, was entered in error, ${orWrongType}`,
};

export function count(
  writing: Writing,
  type: OurType,
  result: { added: number; changed: number; unchanged: number },
): void {
  for (const what of ['added', 'changed', 'unchanged'] as const) add(writing.counts, `${type}.${what}`, result[what]);
}

export const note = (writing: Writing, what: string) => add(writing.counts, `note.${what}`, 1);

export function add(counts: Record<string, number>, key: string, more: number): void {
  if (more > 0) counts[key] = (counts[key] ?? 0) + more;
}

export function refuse(writing: Writing, { position, resource }: Item, reason: string): void {
  writing.refused.push({ position, resourceType: resource.resourceType, sourceId: resource.id, reason });
}

export const waitOrRefuse = (writing: Writing, item: Item, why: string) =>
  waitOr(writing, item, () => refuse(writing, item, why));

export function waitOr(writing: Writing, item: Item, otherwise: () => void): void {
  if (writing.settling) otherwise();
  else writing.waiting.push(item);
}

export function refuseNamed<T>(
  writing: Writing,
  things: ReadonlyMap<Item, T>,
  refused: readonly { sourceId: string; why: string }[],
  idOf: (thing: T) => string,
): void {
  if (refused.length === 0) return;
  const items = new Map([...things].map(([item, thing]) => [idOf(thing), item]));
  for (const { sourceId, why } of refused) {
    const item = items.get(sourceId);
    if (item) refuse(writing, item, `cannot be taken: ${why}`);
  }
}

export const valuesOf = <T>(things: ReadonlyMap<Item, T>): T[] => [...things.values()];

export function look<T>(
  { ctx, source }: Writing,
  kind: Parameters<typeof lookFor>[1],
  things: ReadonlyMap<Item, T>,
  refsOf: (thing: T) => readonly (SourceRef | undefined)[],
) {
  const refs = valuesOf(things).flatMap(refsOf);
  return lookFor(
    ctx,
    kind,
    source.system,
    refs.filter((ref) => ref !== undefined),
  );
}

export function lookPeople<T>(
  { ctx, source }: Writing,
  things: ReadonlyMap<Item, T>,
  refOfThing: (thing: T) => SourceRef | undefined,
) {
  return lookForPeople(
    ctx,
    source.system,
    valuesOf(things).flatMap((thing) => refOfThing(thing) ?? []),
  );
}
