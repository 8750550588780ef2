import type { PersonView } from './contract.ts';
import type { ImportedPerson } from './imports.ts';

/**
 * FHIR R4 (4.0.1) Patient and RelatedPerson as our people, and back. Pure; what a resource lacks stays unsaid.
 * Only what these read is typed: the rest of a resource is not looked at.
 */
export interface FhirPerson {
  readonly id?: string;
  readonly name?: readonly FhirName[];
  readonly telecom?: readonly FhirTelecom[];
  readonly identifier?: readonly FhirIdentifier[];
  readonly gender?: string;
  readonly birthDate?: string;
  readonly communication?: readonly { language?: FhirConcept; preferred?: boolean }[];
}
export interface FhirPatient extends FhirPerson {
  readonly resourceType: 'Patient';
  readonly deceasedBoolean?: boolean;
  readonly deceasedDateTime?: string;
}
export interface FhirRelatedPerson extends FhirPerson {
  readonly resourceType: 'RelatedPerson';
  readonly active?: boolean;
  readonly patient?: { reference?: string };
  readonly relationship?: readonly FhirConcept[];
}
export interface FhirConcept {
  readonly coding?: readonly { system?: string; code?: string; display?: string }[];
  readonly text?: string;
}
interface FhirName {
  readonly use?: string;
  readonly text?: string;
  readonly family?: string;
  readonly given?: readonly string[];
  readonly prefix?: readonly string[];
  readonly suffix?: readonly string[];
}
interface FhirTelecom {
  readonly system?: string;
  readonly value?: string;
  readonly use?: string;
  readonly rank?: number;
}
interface FhirIdentifier {
  readonly system?: string;
  readonly value?: string;
  readonly use?: string;
  readonly type?: FhirConcept;
}

const genders = ['female', 'male', 'other', 'unknown'] as const;

/**
 * Numbers that identify somebody outside the hospital are not taken over: nothing here needs them, and a number that is
 * not kept cannot be stolen (HL7 v2-0203: SS social security, PPN passport, DL driver's licence, CC, BA, TAX).
 */
const notTaken = new Set(['SS', 'PPN', 'DL', 'CC', 'BA', 'TAX', 'CZ']);
const ssn = 'http://hl7.org/fhir/sid/us-ssn';

/** undefined when there is nothing to know the person by. */
export function personFromFhir(
  resource: FhirPatient | FhirRelatedPerson,
  sourceSystem: string,
): ImportedPerson | undefined {
  const names = namesOf(resource.name ?? []);
  const [first, ...others] = names;
  if (!first || !resource.id) return undefined;
  const gender = genders.find((one) => one === resource.gender);
  const language = languageOf(resource);
  const deceased = resource.resourceType === 'Patient' ? deceasedOf(resource) : undefined;
  const birthDate = dayOf(resource.birthDate);
  const { former: _former, ...name } = first;
  return {
    sourceSystem,
    sourceId: resource.resourceType === 'Patient' ? resource.id : `RelatedPerson/${resource.id}`,
    name,
    ...(others.length > 0 && {
      otherNames: others
        .slice(0, 10)
        .map(({ former, ...it }) => ({ kind: former ? ('former' as const) : ('alias' as const), ...it })),
    }),
    ...(birthDate !== undefined && { birthDate }),
    ...(gender && { gender }),
    ...(language !== undefined && { language }),
    contacts: contactsOf(resource.telecom ?? []),
    identifiers: identifiersOf(resource.identifier ?? []),
    ...(deceased && { deceased }),
  };
}

/** The official name first, then the usual one; old and maiden names last. A name that is only one text is a given name. */
function namesOf(names: readonly FhirName[]) {
  const order = ['official', 'usual', undefined, 'nickname', 'anonymous', 'temp', 'maiden', 'old'];
  return names
    .filter((name) => name.family || name.given?.length || name.text)
    .toSorted((a, b) => order.indexOf(a.use) - order.indexOf(b.use))
    .map((name) => ({
      given: (name.family || name.given?.length ? (name.given ?? []).join(' ') : (name.text ?? '')).slice(0, 200),
      family: (name.family ?? '').slice(0, 200),
      ...(name.prefix?.length && { prefix: name.prefix.join(' ').slice(0, 60) }),
      ...(name.suffix?.length && { suffix: name.suffix.join(' ').slice(0, 60) }),
      former: name.use === 'old' || name.use === 'maiden',
    }));
}

function contactsOf(telecom: readonly FhirTelecom[]): ImportedPerson['contacts'] {
  const uses: Readonly<Record<string, 'home' | 'work' | 'mobile'>> = { home: 'home', work: 'work', mobile: 'mobile' };
  return telecom
    .filter((one) => one.use !== 'old')
    .toSorted((a, b) => (a.rank ?? 99) - (b.rank ?? 99))
    .flatMap((one) => {
      const system =
        one.system === 'email' ? 'email' : one.system === 'phone' || one.system === 'sms' ? 'phone' : undefined;
      if (!system || !one.value || one.value.length > 320) return [];
      const use = uses[one.use ?? ''] ?? (one.system === 'sms' ? 'mobile' : undefined);
      return [{ system, value: one.value, ...(use && { use }) } as const];
    })
    .slice(0, 20);
}

function identifiersOf(identifiers: readonly FhirIdentifier[]): NonNullable<ImportedPerson['identifiers']> {
  return identifiers
    .flatMap((one) => {
      const kind = one.type?.coding?.find((coding) => coding.code)?.code;
      if (!one.system || !one.value || one.use === 'old' || one.system === ssn || (kind && notTaken.has(kind)))
        return [];
      if (one.system.length > 200 || one.value.length > 100) return [];
      return [{ system: one.system, value: one.value, ...(kind && kind.length <= 40 && { kind }) }];
    })
    .slice(0, 20);
}

function languageOf(resource: FhirPerson): string | undefined {
  const spoken = resource.communication ?? [];
  const chosen = spoken.find((one) => one.preferred) ?? spoken[0];
  const code = chosen?.language?.coding?.find((coding) => coding.code)?.code;
  return code && code.length <= 35 && /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(code) ? code : undefined;
}

/** Only a whole date is a date of birth here; FHIR also allows a year or a month alone. */
function dayOf(date: string | undefined): string | undefined {
  const day = /^(\d{4}-\d{2}-\d{2})(?:T|$)/.exec(date ?? '')?.[1];
  if (!day) return undefined;
  try {
    return Temporal.PlainDate.from(day).toString();
  } catch {
    return undefined;
  }
}

/** Patient.deceased[x]: a date says yes; `false` is said only when it stands there; nothing says nothing. */
function deceasedOf(patient: FhirPatient): ImportedPerson['deceased'] {
  if (patient.deceasedDateTime !== undefined) {
    const on = dayOf(patient.deceasedDateTime);
    return { is: true, ...(on !== undefined && { on }) };
  }
  return patient.deceasedBoolean === undefined ? undefined : { is: patient.deceasedBoolean };
}

/** HL7 v3-RoleCode and v2-0131, as far as our words go. */
const relationCodes: Readonly<Record<string, string>> = {
  MTH: 'mother',
  NMTH: 'mother',
  STPMTH: 'mother',
  FTH: 'father',
  NFTH: 'father',
  STPFTH: 'father',
  PRN: 'parent',
  NPRN: 'parent',
  STPPRN: 'parent',
  PRNFOST: 'parent',
  CHILD: 'child',
  NCHILD: 'child',
  SON: 'child',
  DAU: 'child',
  SPS: 'spouse',
  HUSB: 'spouse',
  WIFE: 'spouse',
  DOMPART: 'partner',
  SIGOTHR: 'partner',
  SIB: 'sibling',
  BRO: 'sibling',
  SIS: 'sibling',
  GRPRN: 'grandparent',
  GRMTH: 'grandparent',
  GRFTH: 'grandparent',
  GRNDCHILD: 'grandchild',
  GRNDSON: 'grandchild',
  GRNDDAU: 'grandchild',
  GUARD: 'guardian',
  CAREGIVER: 'carer',
  FRND: 'friend',
  NBOR: 'neighbour',
};

/** What a RelatedPerson is to its patient: the reference it names, our word for the relation, and who is called first. */
export function relationFromFhir(resource: FhirRelatedPerson) {
  const codes = (resource.relationship ?? []).flatMap((one) => one.coding ?? []).flatMap((one) => one.code ?? []);
  return {
    patientReference: resource.patient?.reference,
    kind: codes.map((code) => relationCodes[code]).find((kind) => kind !== undefined) ?? 'other',
    // v2-0131: C, emergency contact.
    emergencyContact: codes.includes('C'),
    ended: resource.active === false,
  };
}

interface Told {
  readonly identifiers: readonly { system: string; value: string; kind: string | null }[];
  readonly contacts: readonly { system: 'email' | 'phone'; value: string; use: string | null }[];
}

function personToFhir(person: Omit<PersonView, 'can'> & Told) {
  const { name } = person;
  return {
    id: person.id,
    ...(person.identifiers.length > 0 && {
      identifier: person.identifiers.map(({ system, value, kind }) => ({
        ...(kind && { type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: kind }] } }),
        system,
        value,
      })),
    }),
    name: [
      {
        use: 'official',
        ...(name.family && { family: name.family }),
        ...(name.given && { given: name.given.split(' ') }),
        ...(name.prefix && { prefix: [name.prefix] }),
        ...(name.suffix && { suffix: [name.suffix] }),
      },
      ...(name.preferred
        ? [{ use: 'usual', given: [name.preferred], ...(name.family && { family: name.family }) }]
        : []),
    ],
    ...(person.contacts.length > 0 && {
      telecom: person.contacts.map(({ system, value, use }) => ({
        system,
        value,
        ...(use && use !== 'other' && { use }),
      })),
    }),
    ...(person.gender && { gender: person.gender }),
    ...(person.birthDate && { birthDate: person.birthDate }),
    ...(person.language && {
      communication: [
        { language: { coding: [{ system: 'urn:ietf:bcp:47', code: person.language }] }, preferred: true },
      ],
    }),
  };
}

export function patientToFhir(
  person: Omit<PersonView, 'can'> & Told & { deceased: { diedOn: string | null } | null },
): FhirPatient {
  const { deceased } = person;
  const diedOn = deceased?.diedOn;
  return {
    resourceType: 'Patient',
    ...personToFhir(person),
    ...(diedOn ? { deceasedDateTime: diedOn } : deceased && { deceasedBoolean: true }),
  };
}

export function relatedPersonToFhir(
  person: Omit<PersonView, 'can'> & Told,
  relation: { patientId: string; kind: string; emergencyContact: boolean },
): FhirRelatedPerson {
  const code = Object.entries(relationCodes).find(([, kind]) => kind === relation.kind)?.[0];
  const coding = (system: string, value: string) => ({
    coding: [{ system: `http://terminology.hl7.org/CodeSystem/${system}`, code: value }],
  });
  return {
    resourceType: 'RelatedPerson',
    active: true,
    patient: { reference: `Patient/${relation.patientId}` },
    relationship: [
      ...(code ? [coding('v3-RoleCode', code)] : [{ text: relation.kind }]),
      ...(relation.emergencyContact ? [coding('v2-0131', 'C')] : []),
    ],
    ...personToFhir(person),
  };
}
