import { type CastMember, cast } from './cast.ts';
import { familyNames, givenNames, streets } from './names.ts';
import { placeResources, visitPlaces } from './places.ts';
import { type Chance, makeChance } from './seeded.ts';

type Fields = Record<string, unknown>;

const mrn = {
  type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'MR' }] },
  system: 'urn:bedside:demo:patient-number',
};
const households = 52;

/** Patient, team, months since, and who is in it: id, name, role. */
const longCare = [
  [
    ...(['rosa', 'Heart care', 14] as const),
    [
      ['p-clarke', 'Dr. Imani Clarke', 'Cardiologist'],
      ['p-oneil', "Dr. Maeve O'Neil", 'Family doctor'],
    ],
  ],
  [...(['zuri', 'Growing up well', 30] as const), [['p-sato', 'Dr. Emi Sato', 'Pediatrician']]],
  [
    ...(['eleanor', 'Walking again', 3] as const),
    [
      ['p-moreau', 'Dr. Julien Moreau', 'Surgeon'],
      ['p-baptiste', 'Luc Baptiste', 'Physical therapist'],
      ['p-oneil', "Dr. Maeve O'Neil", 'Family doctor'],
    ],
  ],
] as const;

/** A FHIR R4 bundle of the whole demonstration; the same seed and day give the same bundle, byte for byte. */
export function demoBundle(seed: number, today: Temporal.PlainDate): string {
  const chance = makeChance(seed);
  const patients = [...cast.map((one) => patientOf(one, today, chance)), ...strangers(chance, today)];
  const numbered = patients.map((one, index) => ({
    ...one,
    identifier: [{ ...mrn, value: `WB-${100_001 + index * 7}` }],
  }));
  const visits = patients.flatMap((one) => visitsOf(String(one.id), chance, today));
  const resources: Fields[] = [
    ...placeResources(),
    ...numbered,
    ...contactsOf(chance),
    ...visits,
    ...careTeamsOf(today),
  ];
  const entry = resources.map((resource) => ({
    fullUrl: `urn:bedside:demo:${resource.resourceType}/${resource.id}`,
    resource,
  }));
  return JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry });
}

/** Families under one roof, with one telephone and often one mailbox. */
function strangers(chance: Chance, today: Temporal.PlainDate): Fields[] {
  return Array.from({ length: households }, (_, house) => {
    const family = chance.of(familyNames);
    const phone = `${chance.of(['212', '312', '646'])}-555-01${String(30 + (house % 70)).padStart(2, '0')}`;
    const shared = `${family.toLowerCase()}.${house}@example.org`;
    const address = {
      line: [`${chance.between(1, 240)} ${chance.of(streets)}`],
      city: 'Willow Bay',
      state: 'NY',
      country: 'US',
    };
    const oldest = chance.between(24, 88);
    const speaks = chance.next() < 0.15 ? 'es' : 'en';
    return Array.from({ length: chance.between(1, 4) }, (_, member) => {
      const gender = chance.next() < 0.03 ? 'other' : chance.of(['female', 'male'] as const);
      const age =
        member === 0 ? oldest : member === 1 ? Math.max(19, oldest - chance.between(0, 9)) : chance.between(0, 17);
      const own: CastMember = {
        id: `h${house}-${member}`,
        given: chance.of(givenNames[gender]),
        family,
        gender,
        age,
        phone,
      };
      const hasMail = chance.next() < 0.7;
      const person: CastMember = { ...own, ...(hasMail && { email: shared }), language: speaks };
      return { ...patientOf(person, today, chance), address: [address] };
    });
  }).flat();
}

function patientOf(one: CastMember, today: Temporal.PlainDate, chance: Chance): Fields {
  const born = today.subtract({ years: one.age, days: chance.between(1, 360) });
  return {
    resourceType: 'Patient',
    id: one.id,
    active: true,
    gender: one.gender,
    birthDate: born.toString(),
    name: [{ use: 'official', family: one.family, given: [one.given] }],
    telecom: [
      ...(one.phone ? [{ system: 'phone', value: one.phone, use: 'home' }] : []),
      ...(one.email ? [{ system: 'email', value: one.email }] : []),
    ],
    communication: [
      { language: { coding: [{ system: 'urn:ietf:bcp:47', code: one.language ?? 'en' }] }, preferred: true },
    ],
  };
}

/** Neighbours and friends who are called first and are no patients. */
function contactsOf(chance: Chance): Fields[] {
  const codes = [
    ['FRND', 'friend'],
    ['NBOR', 'neighbor'],
  ] as const;
  return Array.from({ length: 18 }, (_, n) => {
    const [code, display] = chance.of(codes);
    const gender = chance.of(['female', 'male'] as const);
    const coding = (system: string, one: string) => [
      { system: `http://terminology.hl7.org/CodeSystem/${system}`, code: one },
    ];
    return {
      resourceType: 'RelatedPerson',
      id: `contact-${n}`,
      active: true,
      gender,
      patient: { reference: `Patient/h${n * 2}-0` },
      relationship: [{ coding: coding('v3-RoleCode', code), text: display }, { coding: coding('v2-0131', 'C') }],
      name: [{ family: chance.of(familyNames), given: [chance.of(givenNames[gender])] }],
      telecom: [{ system: 'phone', value: `646-555-01${String(10 + n)}`, use: 'mobile' }],
    };
  });
}

/** Who looks after those of the stories for longer; named as in the directory. */
function careTeamsOf(today: Temporal.PlainDate): Fields[] {
  return longCare.map(([patient, name, months, practitioners], n) => ({
    resourceType: 'CareTeam',
    id: `team-${n}`,
    status: 'active',
    name,
    subject: { reference: `Patient/${patient}` },
    period: { start: today.subtract({ months }).toString() },
    participant: practitioners.map(([id, display, role]) => ({
      role: [{ text: role }],
      member: { reference: `Practitioner/${id}`, display },
    })),
  }));
}

/** Two years back and some weeks ahead. */
function visitsOf(patientId: string, chance: Chance, today: Temporal.PlainDate): Fields[] {
  return Array.from({ length: chance.between(1, 6) }, (_, n) => {
    const place = chance.of(visitPlaces);
    const day = today.add({ days: chance.between(-700, 45) });
    const ahead = Temporal.PlainDate.compare(day, today) >= 0;
    const start = day.toZonedDateTime({
      timeZone: 'America/New_York',
      plainTime: { hour: chance.between(8, 16), minute: chance.of([0, 15, 30, 45]) },
    });
    const end = start.add({ minutes: chance.of([15, 30, 45, 60]) });
    return {
      resourceType: 'Encounter',
      id: `${patientId}-v${n}`,
      status: ahead ? 'planned' : 'finished',
      class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: ahead ? 'AMB' : place.actClass },
      subject: { reference: `Patient/${patientId}` },
      participant: [{ individual: { reference: `Practitioner/${place.practitioner}` } }],
      period: { start: start.toInstant().toString(), end: end.toInstant().toString() },
      location: [{ location: { reference: `Location/${place.location}` } }],
      serviceProvider: { reference: `Organization/${place.facility}` },
    };
  });
}
