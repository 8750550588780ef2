import type { VisitInput, VisitView } from './contract.ts';
import type { FhirConcept } from './fhir.ts';

/** FHIR R4 (4.0.1) Encounter as a visit and back. Pure. */
export interface FhirEncounter {
  readonly resourceType: 'Encounter';
  readonly id?: string;
  readonly status?: string;
  readonly class?: { system?: string; code?: string };
  readonly type?: readonly FhirConcept[];
  readonly subject?: { reference?: string };
  readonly participant?: readonly { individual?: { reference?: string } }[];
  readonly period?: { start?: string; end?: string };
  readonly location?: readonly { location?: { reference?: string } }[];
  readonly serviceProvider?: { reference?: string };
}

/** A visit whose people and places are still references of the source; the importer knows whose ids they are. */
export interface VisitFromFhir {
  readonly sourceSystem: string;
  readonly sourceId: string;
  readonly kind: VisitInput['kind'];
  readonly status: VisitInput['status'];
  readonly startsAt: string;
  readonly endsAt: string | undefined;
  readonly patientReference: string;
  readonly practitionerReferences: readonly string[];
  readonly facilityReference: string | undefined;
  readonly locationReference: string | undefined;
}

/** v3-ActCode; what is not known is `other`. */
const kinds: Readonly<Record<string, VisitInput['kind']>> = {
  AMB: 'outpatient',
  SS: 'outpatient',
  PRENC: 'outpatient',
  IMP: 'inpatient',
  ACUTE: 'inpatient',
  NONAC: 'inpatient',
  OBSENC: 'inpatient',
  EMER: 'emergency',
  VR: 'virtual',
  HH: 'home',
  FLD: 'other',
};
const statuses: Readonly<Record<string, VisitInput['status']>> = {
  planned: 'planned',
  arrived: 'arrived',
  triaged: 'arrived',
  'in-progress': 'in-progress',
  onleave: 'in-progress',
  finished: 'finished',
  cancelled: 'cancelled',
};

/** undefined: entered in error, without a beginning, or of nobody. An end before the beginning is left out. */
export function visitFromFhir(resource: FhirEncounter, sourceSystem: string): VisitFromFhir | undefined {
  const startsAt = instantOf(resource.period?.start);
  const endsAt = instantOf(resource.period?.end);
  const patientReference = resource.subject?.reference;
  if (!resource.id || !startsAt || !patientReference || resource.status === 'entered-in-error') return undefined;
  return {
    sourceSystem,
    sourceId: resource.id,
    kind: kinds[resource.class?.code ?? ''] ?? 'other',
    status: statuses[resource.status ?? ''] ?? 'unknown',
    startsAt: startsAt.toString(),
    endsAt: endsAt && Temporal.Instant.compare(endsAt, startsAt) >= 0 ? endsAt.toString() : undefined,
    patientReference,
    practitionerReferences: (resource.participant ?? []).flatMap((one) => one.individual?.reference ?? []).slice(0, 50),
    facilityReference: resource.serviceProvider?.reference,
    locationReference: resource.location?.[0]?.location?.reference,
  };
}

/** A FHIR dateTime with a time always has an offset; a date alone does not say when. */
function instantOf(text: string | undefined): Temporal.Instant | undefined {
  if (!text?.includes('T')) return undefined;
  try {
    return Temporal.Instant.from(text);
  } catch {
    return undefined;
  }
}

const classOf: Readonly<Record<VisitView['kind'], string>> = {
  outpatient: 'AMB',
  inpatient: 'IMP',
  emergency: 'EMER',
  virtual: 'VR',
  home: 'HH',
  other: 'FLD',
};

export function visitToFhir(visit: VisitView): FhirEncounter {
  return {
    resourceType: 'Encounter',
    id: visit.id,
    status: visit.status,
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: classOf[visit.kind] },
    subject: { reference: `Patient/${visit.personId}` },
    ...(visit.practitionerIds.length > 0 && {
      participant: visit.practitionerIds.map((id) => ({ individual: { reference: `Practitioner/${id}` } })),
    }),
    period: { start: visit.startsAt, ...(visit.endsAt && { end: visit.endsAt }) },
    ...(visit.locationId && { location: [{ location: { reference: `Location/${visit.locationId}` } }] }),
    ...(visit.facilityId && { serviceProvider: { reference: `Organization/${visit.facilityId}` } }),
  };
}
