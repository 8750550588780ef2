import type { CareTeam, CareTeamInput } from './care-team-shapes.ts';
import type { FhirConcept } from './fhir.ts';

/** FHIR R4 (4.0.1) CareTeam as a care team and back. Pure. */
export interface FhirCareTeam {
  readonly resourceType: 'CareTeam';
  readonly id?: string;
  readonly status?: string;
  readonly name?: string;
  readonly category?: readonly FhirConcept[];
  readonly subject?: { reference?: string };
  readonly period?: { start?: string; end?: string };
  readonly participant?: readonly {
    role?: readonly FhirConcept[];
    member?: { reference?: string; display?: string };
  }[];
  readonly reasonCode?: readonly FhirConcept[];
  readonly managingOrganization?: readonly { reference?: string; display?: string }[];
}

/** A care team whose people are still references of the source; the importer knows whose ids they are. */
export type CareTeamFromFhir = Omit<CareTeamInput, 'personId' | 'members'> & {
  readonly patientReference: string;
  readonly members: readonly {
    readonly practitionerReference: string | undefined;
    readonly name: string;
    readonly role: string | null;
  }[];
};

const statuses: readonly string[] = ['proposed', 'active', 'suspended', 'inactive'];

/** undefined: entered in error, or of nobody. The patient, who is a member of their own team, is not listed again. */
export function careTeamFromFhir(resource: FhirCareTeam, sourceSystem: string): CareTeamFromFhir | undefined {
  const patientReference = resource.subject?.reference;
  if (!resource.id || !patientReference || resource.status === 'entered-in-error') return undefined;
  const startsOn = dayOf(resource.period?.start);
  const endsOn = dayOf(resource.period?.end);
  const members = (resource.participant ?? []).flatMap(({ role, member }) => {
    const reference = member?.reference;
    if (reference === patientReference || /(?:^|\/)Patient[/?]/.test(reference ?? '')) return [];
    return [
      {
        practitionerReference: /(?:^|\/)Practitioner[/?]|^urn:/.test(reference ?? '') ? reference : undefined,
        name: cut(member?.display) ?? '',
        role: wordsOf(role?.[0]) ?? null,
      },
    ];
  });
  return {
    sourceSystem,
    sourceId: resource.id,
    name: cut(resource.name) ?? wordsOf(resource.reasonCode?.[0]) ?? wordsOf(resource.category?.[0]) ?? 'Care team',
    status: (statuses.includes(resource.status ?? '') ? resource.status : 'unknown') as CareTeam['status'],
    ...(startsOn !== undefined && { startsOn }),
    ...(endsOn !== undefined && !(startsOn !== undefined && endsOn < startsOn) && { endsOn }),
    patientReference,
    members: members.slice(0, 100),
  };
}

const cut = (words: string | undefined) => words?.trim().slice(0, 200).toWellFormed().trim() || undefined;
const wordsOf = (concept: FhirConcept | undefined) => cut(concept?.text) ?? cut(concept?.coding?.[0]?.display);

/** The day as the source wrote it; a month or a year alone does not say which. */
function dayOf(moment: string | undefined): string | undefined {
  const day = /^\d{4}-\d{2}-\d{2}(?=T|$)/.exec(moment ?? '')?.[0];
  try {
    return day && Temporal.PlainDate.from(day).toString();
  } catch {
    return undefined;
  }
}

export function careTeamToFhir(team: CareTeam): FhirCareTeam {
  const { startsOn, endsOn } = team;
  return {
    resourceType: 'CareTeam',
    id: team.id,
    ...(team.status !== 'unknown' && { status: team.status }),
    name: team.name,
    subject: { reference: `Patient/${team.personId}` },
    ...((startsOn || endsOn) && { period: { ...(startsOn && { start: startsOn }), ...(endsOn && { end: endsOn }) } }),
    ...(team.members.length > 0 && {
      participant: team.members.map(({ practitionerId, name, role }) => ({
        ...(role && { role: [{ text: role }] }),
        member: {
          ...(practitionerId && { reference: `Practitioner/${practitionerId}` }),
          ...(name && { display: name }),
        },
      })),
    }),
  };
}
