import {
  addRelation,
  type ImportedPerson,
  personFromFhir,
  personIdsBySource,
  relationFromFhir,
  upsertPeopleFromSource,
  upsertVisitsFromSource,
  visitFromFhir,
} from '../modules/people/index.ts';
import {
  facilityFromFhir,
  findReferred,
  locationFromFhir,
  practitionerFromFhir,
  practitionerRoleFromFhir,
  refKey,
  refOf,
  type SourceRef,
  upsertFacilitiesFromSource,
  upsertLocationsFromSource,
  upsertPractitionerRolesFromSource,
  upsertPractitionersFromSource,
} from '../modules/places/index.ts';
import type { Ctx } from '../platform/ctx.ts';
import { type OurType, ourTypes, type Refusal, type Resource } from './resources.ts';

export interface Item {
  readonly position: number;
  readonly resource: Resource;
}

export interface Outcome {
  /** `Patient.added`, `Patient.changed`, `Patient.unchanged`, `note.…`. */
  readonly counts: Record<string, number>;
  /** What names something that is not there yet. */
  readonly waiting: readonly Item[];
  readonly refused: readonly Refusal[];
}

interface Writing {
  readonly ctx: Ctx;
  readonly source: { readonly system: string; readonly timeZone: string };
  /** Nothing more will come: what waits is refused, or goes in without what it names. */
  readonly settling: boolean;
  readonly counts: Record<string, number>;
  readonly waiting: Item[];
  readonly refused: Refusal[];
}

/** Takes resources of one source over, in one transaction with whatever else `ctx` does. */
export async function writeBatch(
  ctx: Ctx,
  source: Writing['source'],
  items: readonly Item[],
  settling: boolean,
): Promise<Outcome> {
  const writing: Writing = { ctx, source, settling, counts: {}, waiting: [], refused: [] };
  const byType = Map.groupBy(items, (item) => item.resource.resourceType);
  for (const type of ourTypes) {
    const given = byType.get(type);
    if (given) await writers[type](writing, given);
  }
  return writing;
}

const writers: Record<OurType, (writing: Writing, items: readonly Item[]) => Promise<void>> = {
  async Organization(writing, items) {
    const things = understood(writing, items, facilityFromFhir);
    const result = await upsertFacilitiesFromSource(writing.ctx, writing.source, valuesOf(things));
    count(writing, 'Organization', result);
  },

  async Location(writing, items) {
    const things = understood(writing, items, locationFromFhir);
    const result = await upsertLocationsFromSource(writing.ctx, writing.source, valuesOf(things));
    count(writing, 'Location', result);
    const homeless = new Map(result.refused.map((one) => [one.sourceId, one.why]));
    const parents = await look(writing, 'location', things, ({ parent }) => [parent]);
    for (const [item, { parent }] of things) {
      const why = homeless.get(item.resource.id);
      if (why !== undefined) waitOrRefuse(writing, item, why);
      else if (parent && !parents(parent)) waitOr(writing, item, () => note(writing, 'Location without its partOf'));
    }
  },

  async Practitioner(writing, items) {
    const things = understood(writing, items, practitionerFromFhir);
    const result = await upsertPractitionersFromSource(writing.ctx, writing.source, valuesOf(things));
    count(writing, 'Practitioner', result);
  },

  async PractitionerRole(writing, items) {
    const things = understood(writing, items, practitionerRoleFromFhir);
    const result = await upsertPractitionerRolesFromSource(writing.ctx, writing.source, valuesOf(things));
    count(writing, 'PractitionerRole', result);
    const homeless = new Map(result.refused.map((one) => [one.sourceId, one.why]));
    for (const [item] of things) {
      const why = homeless.get(item.resource.id);
      if (why !== undefined) waitOrRefuse(writing, item, why);
    }
  },

  async Patient(writing, items) {
    await writePeople(writing, 'Patient', understood(writing, items, personOf(writing)));
  },

  async RelatedPerson(writing, items) {
    const things = understood(writing, items, (resource) => {
      const person = personOf(writing)(resource);
      const { patientReference, ...relation } = relationFromFhir({ ...resource, resourceType: 'RelatedPerson' });
      return person && { person, relation, patient: refOf(withReference(patientReference)) };
    });
    const patients = await lookPeople(writing, things, (it) => it.patient);
    const placed = [...things].filter(([item, it]) => {
      if (patients(it.patient)) return true;
      waitOrRefuse(writing, item, 'its patient is not known');
      return false;
    });
    const sourceIds = placed.map(([, it]) => it.person.sourceId);
    const before = await personIdsBySource(writing.ctx, writing.source.system, sourceIds);
    const ids = await writePeople(
      writing,
      'RelatedPerson',
      new Map(placed.map(([item, it]) => [item, it.person] as const)),
    );
    for (const [, { person, patient, relation }] of placed) {
      const [patientId, relatedId] = [patients(patient), ids.get(person.sourceId)];
      // Said once: a relation that staff have ended since does not come back with the next import.
      if (!patientId || !relatedId || relation.ended || before.has(person.sourceId) || patientId === relatedId)
        continue;
      const kind = relation.kind as Parameters<typeof addRelation>[2]['kind'];
      const input = { relatedId, kind, emergencyContact: relation.emergencyContact };
      await addRelation(writing.ctx, patientId, input, { system: writing.source.system, id: person.sourceId });
    }
  },

  async Encounter(writing, items) {
    const { ctx, source } = writing;
    const things = understood(writing, items, (resource) => {
      const visit = visitFromFhir({ ...resource, resourceType: 'Encounter' }, source.system);
      if (!visit) return undefined;
      return {
        visit,
        patient: refOf(withReference(visit.patientReference)),
        facility: refOf(withReference(visit.facilityReference)),
        location: refOf(withReference(visit.locationReference)),
        practitioners: visit.practitionerReferences.map((one) => refOf(withReference(one))),
      };
    });
    const patients = await lookPeople(writing, things, (it) => it.patient);
    const facilities = await look(writing, 'facility', things, (it) => [it.facility]);
    const locations = await look(writing, 'location', things, (it) => [it.location]);
    const practitioners = await look(writing, 'practitioner', things, (it) => it.practitioners);
    const visits = new Map<Item, Parameters<typeof upsertVisitsFromSource>[1][number]>();
    for (const [item, { visit, ...refs }] of things) {
      const personId = patients(refs.patient);
      if (!personId) {
        waitOrRefuse(writing, item, 'its patient is not known');
        continue;
      }
      const [facilityId, locationId] = [facilities(refs.facility), locations(refs.location)];
      const practitionerIds = refs.practitioners.map(practitioners).filter((id) => id !== undefined);
      const named = [refs.facility, refs.location, ...refs.practitioners].filter((ref) => ref !== undefined).length;
      const missing = named > practitionerIds.length + (facilityId ? 1 : 0) + (locationId ? 1 : 0);
      if (missing) {
        if (!writing.settling) {
          writing.waiting.push(item);
          continue;
        }
        note(writing, 'Encounter without all it names (place or practitioner not known)');
      }
      visits.set(item, {
        personId,
        practitionerIds: [...new Set(practitionerIds)],
        kind: visit.kind,
        status: visit.status,
        startsAt: visit.startsAt,
        sourceSystem: visit.sourceSystem,
        sourceId: visit.sourceId,
        ...(visit.endsAt !== undefined && { endsAt: visit.endsAt }),
        ...(facilityId && { facilityId }),
        ...(locationId && { locationId }),
      });
    }
    const result = await upsertVisitsFromSource(ctx, valuesOf(visits));
    count(writing, 'Encounter', { ...result, added: result.created });
    refuseNamed(writing, visits, result.refused, (visit) => visit.sourceId);
  },
};

async function writePeople(writing: Writing, type: OurType, people: ReadonlyMap<Item, ImportedPerson>) {
  const result = await upsertPeopleFromSource(writing.ctx, valuesOf(people));
  count(writing, type, { ...result, added: result.created });
  refuseNamed(writing, people, result.refused, (person) => person.sourceId);
  for (const { why } of result.warnings) note(writing, `${type} without one detail (${why})`);
  return result.personIds;
}

const personOf = (writing: Writing) => (resource: Resource) =>
  personFromFhir(resource as Parameters<typeof personFromFhir>[0], writing.source.system);

const withReference = (reference: string | undefined) => (reference === undefined ? {} : { reference });

/** What a mapping makes of each; what it can make nothing of is refused. */
function understood<T>(
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
function mapped<T>(map: (resource: Resource) => T | undefined, resource: Resource): T | undefined {
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
  Encounter: `has no beginning or no patient, was entered in error, ${orWrongType}`,
};

function count(writing: Writing, type: OurType, result: { added: number; changed: number; unchanged: number }): void {
  for (const what of ['added', 'changed', 'unchanged'] as const) add(writing.counts, `${type}.${what}`, result[what]);
}

const note = (writing: Writing, what: string) => add(writing.counts, `note.${what}`, 1);

export function add(counts: Record<string, number>, key: string, more: number): void {
  if (more > 0) counts[key] = (counts[key] ?? 0) + more;
}

function refuse(writing: Writing, { position, resource }: Item, reason: string): void {
  writing.refused.push({ position, resourceType: resource.resourceType, sourceId: resource.id, reason });
}

const waitOrRefuse = (writing: Writing, item: Item, why: string) =>
  waitOr(writing, item, () => refuse(writing, item, why));

function waitOr(writing: Writing, item: Item, otherwise: () => void): void {
  if (writing.settling) otherwise();
  else writing.waiting.push(item);
}

function refuseNamed<T>(
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

const valuesOf = <T>(things: ReadonlyMap<Item, T>): T[] => [...things.values()];

async function look<T>(
  writing: Writing,
  kind: 'facility' | 'location' | 'practitioner',
  things: ReadonlyMap<Item, T>,
  refsOf: (thing: T) => readonly (SourceRef | undefined)[],
) {
  const refs = valuesOf(things)
    .flatMap(refsOf)
    .filter((ref) => ref !== undefined);
  const found = refs.length > 0 ? await findReferred(writing.ctx, kind, writing.source.system, refs) : new Map();
  return (ref: SourceRef | undefined): string | undefined => ref && found.get(refKey(ref));
}

async function lookPeople<T>(
  writing: Writing,
  things: ReadonlyMap<Item, T>,
  refOfThing: (thing: T) => SourceRef | undefined,
) {
  const ids = valuesOf(things).flatMap((thing) => {
    const ref = refOfThing(thing);
    return ref && 'sourceId' in ref ? [ref.sourceId] : [];
  });
  const found = await personIdsBySource(writing.ctx, writing.source.system, [...new Set(ids)]);
  return (ref: SourceRef | undefined) => (ref && 'sourceId' in ref ? found.get(ref.sourceId) : undefined);
}
