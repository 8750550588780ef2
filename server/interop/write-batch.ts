import {
  addRelation,
  careTeamFromFhir,
  type ImportedPerson,
  personFromFhir,
  personIdsBySource,
  relationFromFhir,
  upsertCareTeamsFromSource,
  upsertPeopleFromSource,
  upsertVisitsFromSource,
  visitFromFhir,
} from '../modules/people/index.ts';
import {
  facilityFromFhir,
  locationFromFhir,
  practitionerFromFhir,
  practitionerRoleFromFhir,
  refOf,
  upsertFacilitiesFromSource,
  upsertLocationsFromSource,
  upsertPractitionerRolesFromSource,
  upsertPractitionersFromSource,
} from '../modules/places/index.ts';
import type { Ctx } from '../platform/ctx.ts';
import { type OurType, ourTypes, type Refusal, type Resource } from './resources.ts';
import {
  count,
  type Item,
  look,
  lookPeople,
  note,
  refuseNamed,
  understood,
  valuesOf,
  type Writing,
  waitOr,
  waitOrRefuse,
  withReference,
} from './writing.ts';

export interface Outcome {
  /** `Patient.added`, `Patient.changed`, `Patient.unchanged`, `note.…`. */
  readonly counts: Record<string, number>;
  /** What names something that is not there yet. */
  readonly waiting: readonly Item[];
  readonly refused: readonly Refusal[];
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

  async CareTeam(writing, items) {
    const things = understood(writing, items, (resource) => {
      const team = careTeamFromFhir({ ...resource, resourceType: 'CareTeam' }, writing.source.system);
      return (
        team && {
          team,
          patient: refOf(withReference(team.patientReference)),
          members: team.members.map((one) => ({
            ...one,
            ref: refOf(withReference(one.practitionerReference)),
          })),
        }
      );
    });
    const patients = await lookPeople(writing, things, (it) => it.patient);
    const practitioners = await look(writing, 'practitioner', things, (it) => it.members.map(({ ref }) => ref));
    const teams = new Map<Item, Parameters<typeof upsertCareTeamsFromSource>[1][number]>();
    for (const [item, { team, patient, members }] of things) {
      const personId = patients(patient);
      if (!personId) {
        waitOrRefuse(writing, item, 'its patient is not known');
        continue;
      }
      const named = members.map(({ ref, name, role }) => ({ practitionerId: practitioners(ref) ?? null, name, role }));
      // An organization of the bundle has a reference of the same form as a practitioner; it stands by its name.
      if (!writing.settling && members.some(({ ref }) => ref && !practitioners(ref))) {
        writing.waiting.push(item);
        continue;
      }
      const { patientReference, ...rest } = team;
      const told = named.filter(({ practitionerId, name }) => practitionerId !== null || name !== '');
      if (told.length < named.length) note(writing, 'CareTeam without a member that is not known and has no name');
      teams.set(item, { ...rest, personId, members: told });
    }
    const result = await upsertCareTeamsFromSource(writing.ctx, valuesOf(teams));
    count(writing, 'CareTeam', { ...result, added: result.created });
    refuseNamed(writing, teams, result.refused, (team) => team.sourceId);
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
