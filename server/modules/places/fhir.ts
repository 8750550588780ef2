import { z } from 'zod';
import type { Address, Identifier } from './contract.ts';
import type {
  SourceFacility,
  SourceLocation,
  SourcePractitioner,
  SourcePractitionerRole,
  SourceRef,
} from './source.ts';

/** US National Provider Identifier; hl7.org/fhir/R4/identifier-registry.html */
const npiSystem = 'http://hl7.org/fhir/sid/us-npi';
/** hl7.org/fhir/R4/valueset-location-physical-type.html */
const physicalTypes = 'http://terminology.hl7.org/CodeSystem/location-physical-type';
const kindOfPhysicalType: Readonly<Record<string, SourceLocation['kind']>> = {
  si: 'site',
  bu: 'building',
  wi: 'wing',
  wa: 'wing',
  lvl: 'floor',
  ro: 'room',
  bd: 'room',
};
const physicalTypeOf: Readonly<Record<SourceLocation['kind'], string>> = {
  site: 'si',
  building: 'bu',
  wing: 'wi',
  floor: 'lvl',
  area: 'area',
  room: 'ro',
};

// What we read of a resource; everything else passes by unread.
const coding = z.object({ system: z.string().optional(), code: z.string().optional(), display: z.string().optional() });
const concept = z.object({ coding: z.array(coding).default([]), text: z.string().optional() });
const given = z.object({ system: z.string().default(''), value: z.string().optional() });
const telecom = z.array(z.object({ system: z.string().optional(), value: z.string().optional() })).default([]);
const reference = z.object({ reference: z.string().optional(), identifier: given.optional() });
const fhirAddress = z.object({
  line: z.array(z.string()).default([]),
  city: z.string().optional(),
  state: z.string().optional(),
  postalCode: z.string().optional(),
  country: z.string().optional(),
});
const common = { id: z.string().min(1).max(200), identifier: z.array(given).default([]) };
const active = z.boolean().default(true);

const organization = z.object({
  resourceType: z.literal('Organization'),
  ...common,
  active,
  telecom,
  name: z.string().min(1),
  address: z.array(fhirAddress).default([]),
});

const location = z.object({
  resourceType: z.literal('Location'),
  ...common,
  telecom,
  status: z.string().default('active'),
  name: z.string().min(1),
  physicalType: concept.optional(),
  address: fhirAddress.optional(),
  position: z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }).optional(),
  managingOrganization: reference.optional(),
  partOf: reference.optional(),
});

const practitioner = z.object({
  resourceType: z.literal('Practitioner'),
  ...common,
  active,
  telecom,
  name: z
    .array(
      z.object({
        use: z.string().optional(),
        text: z.string().optional(),
        family: z.string().optional(),
        given: z.array(z.string()).default([]),
        prefix: z.array(z.string()).default([]),
      }),
    )
    .min(1),
  gender: z.enum(['female', 'male', 'other', 'unknown']).optional(),
});

const practitionerRole = z.object({
  resourceType: z.literal('PractitionerRole'),
  ...common,
  active,
  telecom,
  practitioner: reference.optional(),
  organization: reference.optional(),
  location: z.array(reference).default([]),
  code: z.array(concept).default([]),
  specialty: z.array(concept).default([]),
});

const cut = (text: string, most = 200) => text.trim().slice(0, most);

const identifiersOf = (list: readonly z.infer<typeof given>[]): Identifier[] =>
  list
    .flatMap(({ system, value }) => (value ? [{ system: cut(system, 300), value: cut(value, 300) }] : []))
    .slice(0, 20);

function telecomOf(list: z.infer<typeof telecom>, system: 'phone' | 'email', most: number): string | undefined {
  const value = list.find((it) => it.system === system && it.value?.trim())?.value;
  return value === undefined ? undefined : cut(value, most);
}

function addressOf(it: z.infer<typeof fhirAddress> | undefined): Address | undefined {
  if (!it) return undefined;
  return {
    lines: it.line
      .map((line) => cut(line))
      .filter((line) => line.length > 0)
      .slice(0, 5),
    ...(it.city && { city: cut(it.city, 100) }),
    ...(it.state && { region: cut(it.state, 100) }),
    ...(it.postalCode && { postalCode: cut(it.postalCode, 20) }),
    ...(it.country && { country: cut(it.country, 60) }),
  };
}

/** `Organization/1`, `urn:uuid:1`, `Organization?identifier=system|value`, or a logical reference (R4, 2.3.0.1). */
export function refOf(it: z.infer<typeof reference> | undefined): SourceRef | undefined {
  const conditional = /^[^?]*\?identifier=([^|&]*)\|([^&]+)$/.exec(it?.reference ?? '');
  if (conditional?.[2]) return { identifier: { system: decode(conditional[1] ?? ''), value: decode(conditional[2]) } };
  const literal = /^(?:urn:uuid:|(?:.*\/)?[A-Z][A-Za-z]+\/)([^/?#]+)$/.exec(it?.reference ?? '')?.[1];
  if (literal) return { sourceId: literal };
  if (it?.identifier?.value) return { identifier: { system: it.identifier.system, value: it.identifier.value } };
  return undefined;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const optional = <K extends string, V>(key: K, value: V | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { [key in K]?: V };

/** Undefined: this is no Organization we can use. */
export function facilityFromFhir(resource: unknown): SourceFacility | undefined {
  const { data: it } = organization.safeParse(resource);
  if (!it) return undefined;
  return {
    sourceId: it.id,
    name: cut(it.name),
    active: it.active,
    identifiers: identifiersOf(it.identifier),
    ...optional('phone', telecomOf(it.telecom, 'phone', 40)),
    ...optional('address', addressOf(it.address[0])),
  };
}

export function locationFromFhir(resource: unknown): SourceLocation | undefined {
  const { data: it } = location.safeParse(resource);
  if (!it) return undefined;
  const physicalType = it.physicalType?.coding.find((one) => one.system === physicalTypes)?.code ?? '';
  return {
    sourceId: it.id,
    name: cut(it.name),
    active: it.status !== 'inactive',
    kind: kindOfPhysicalType[physicalType] ?? 'area',
    identifiers: identifiersOf(it.identifier),
    ...optional('phone', telecomOf(it.telecom, 'phone', 40)),
    ...optional('address', addressOf(it.address)),
    ...optional('position', it.position),
    ...optional('facility', refOf(it.managingOrganization)),
    ...optional('parent', refOf(it.partOf)),
  };
}

export function practitionerFromFhir(resource: unknown): SourcePractitioner | undefined {
  const { data: it } = practitioner.safeParse(resource);
  if (!it) return undefined;
  const name = it.name.find((one) => one.use === 'official') ?? it.name[0];
  const family = cut(name?.family ?? name?.text ?? '');
  if (!name || family === '') return undefined;
  const identifiers = identifiersOf(it.identifier);
  const prefix = cut(name.prefix.join(' '), 40);
  return {
    sourceId: it.id,
    active: it.active,
    identifiers,
    name: { given: cut(name.given.join(' ')), family, ...(prefix && { prefix }) },
    ...optional('gender', it.gender),
    ...optional('npi', identifiers.find((one) => one.system === npiSystem)?.value.slice(0, 20)),
    ...optional('email', telecomOf(it.telecom, 'email', 254)),
  };
}

export function practitionerRoleFromFhir(resource: unknown): SourcePractitionerRole | undefined {
  const { data: it } = practitionerRole.safeParse(resource);
  if (!it) return undefined;
  const concepts = [...it.specialty, ...it.code];
  const codings = concepts.flatMap((one) => one.coding);
  const title = concepts[0]?.text ?? codings.find((one) => one.display)?.display ?? '';
  const known = new Map(codings.map((one) => [`${one.system}|${one.code}`, one]));
  return {
    sourceId: it.id,
    active: it.active,
    identifiers: identifiersOf(it.identifier),
    title: cut(title),
    codes: [...known.values()].slice(0, 20),
    locations: it.location.map(refOf).filter((one) => one !== undefined),
    ...optional('practitioner', refOf(it.practitioner)),
    ...optional('facility', refOf(it.organization)),
    ...optional('phone', telecomOf(it.telecom, 'phone', 40)),
  };
}

interface Known {
  readonly id: string;
  readonly identifiers: readonly Identifier[];
  readonly active: boolean;
}

const telecomFor = (phone: string | undefined, email?: string) => {
  const list = [
    ...(phone ? [{ system: 'phone', value: phone }] : []),
    ...(email ? [{ system: 'email', value: email, use: 'work' }] : []),
  ];
  return list.length > 0 ? { telecom: list } : {};
};

const identifierFor = (it: Known) => (it.identifiers.length > 0 ? { identifier: [...it.identifiers] } : {});

function addressFor(it: Address | undefined) {
  if (!it) return undefined;
  return {
    ...(it.lines.length > 0 && { line: [...it.lines] }),
    ...(it.city && { city: it.city }),
    ...(it.region && { state: it.region }),
    ...(it.postalCode && { postalCode: it.postalCode }),
    ...(it.country && { country: it.country }),
  };
}

const refTo = (type: string, id: string) => ({ reference: `${type}/${id}` });

export function facilityToFhir(it: Known & Pick<SourceFacility, 'name' | 'phone' | 'address'>) {
  const address = addressFor(it.address);
  return {
    resourceType: 'Organization',
    id: it.id,
    ...identifierFor(it),
    active: it.active,
    name: it.name,
    ...telecomFor(it.phone),
    ...(address && { address: [address] }),
  };
}

export function locationToFhir(
  it: Known &
    Pick<SourceLocation, 'name' | 'kind' | 'phone' | 'address' | 'position'> & {
      facilityId: string;
      parentId?: string;
    },
) {
  const address = addressFor(it.address);
  return {
    resourceType: 'Location',
    id: it.id,
    ...identifierFor(it),
    status: it.active ? 'active' : 'inactive',
    name: it.name,
    ...telecomFor(it.phone),
    ...(address && { address }),
    physicalType: { coding: [{ system: physicalTypes, code: physicalTypeOf[it.kind] }] },
    ...(it.position && { position: it.position }),
    managingOrganization: refTo('Organization', it.facilityId),
    ...(it.parentId && { partOf: refTo('Location', it.parentId) }),
  };
}

export function practitionerToFhir(it: Known & Pick<SourcePractitioner, 'name' | 'gender' | 'email'>) {
  const { given, family, prefix } = it.name;
  return {
    resourceType: 'Practitioner',
    id: it.id,
    ...identifierFor(it),
    active: it.active,
    name: [{ family, ...(given && { given: given.split(' ') }), ...(prefix && { prefix: [prefix] }) }],
    ...telecomFor(undefined, it.email),
    ...(it.gender && { gender: it.gender }),
  };
}

export function practitionerRoleToFhir(
  it: Known &
    Pick<SourcePractitionerRole, 'title' | 'codes' | 'phone'> & {
      practitionerId: string;
      facilityId: string;
      locationIds: readonly string[];
    },
) {
  const concept = { ...(it.codes.length > 0 && { coding: [...it.codes] }), ...(it.title && { text: it.title }) };
  return {
    resourceType: 'PractitionerRole',
    id: it.id,
    ...identifierFor(it),
    active: it.active,
    practitioner: refTo('Practitioner', it.practitionerId),
    organization: refTo('Organization', it.facilityId),
    ...(Object.keys(concept).length > 0 && { specialty: [concept] }),
    ...(it.locationIds.length > 0 && { location: it.locationIds.map((id) => refTo('Location', id)) }),
    ...telecomFor(it.phone),
  };
}
