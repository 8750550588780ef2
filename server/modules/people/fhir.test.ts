import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asTest, startTestApp, type TestApp } from '../../testing/app.ts';
import {
  addRelation,
  careTeamFromFhir,
  careTeamToFhir,
  type FhirEncounter,
  type FhirPatient,
  type FhirRelatedPerson,
  listCareTeams,
  patientToFhir,
  personFromFhir,
  readBanner,
  relatedPersonToFhir,
  relationFromFhir,
  upsertCareTeamsFromSource,
  upsertPeopleFromSource,
  upsertVisitsFromSource,
  visitFromFhir,
  visitToFhir,
} from './index.ts';
import { listVisits } from './visits.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: Temporal.Instant.from('2026-11-24T12:00:00Z') });
});
afterAll(() => app.stop());

const patient: FhirPatient = {
  resourceType: 'Patient',
  id: 'p1',
  identifier: [
    { type: { coding: [{ code: 'MR' }] }, system: 'urn:mrn', value: 'MR-1' },
    { type: { coding: [{ code: 'SS' }] }, system: 'http://hl7.org/fhir/sid/us-ssn', value: '999-00-0000' },
    { system: 'urn:other', value: 'old', use: 'old' },
  ],
  name: [
    { use: 'maiden', family: 'Mädchen', given: ['Zoë'] },
    { use: 'official', family: 'García López', given: ['María', 'José'], prefix: ['Mrs.'], suffix: ['PhD'] },
  ],
  telecom: [
    { system: 'email', value: 'maria@example.org', use: 'home', rank: 2 },
    { system: 'phone', value: '(617) 555-0134', use: 'mobile', rank: 1 },
    { system: 'fax', value: '617 555 0000' },
    { system: 'phone', value: '617 555 1111', use: 'old' },
  ],
  gender: 'female',
  birthDate: '1970-02-28',
  deceasedDateTime: '2013-02-18T15:24:23+00:00',
  communication: [
    { language: { coding: [{ code: 'en' }] } },
    { language: { coding: [{ system: 'urn:ietf:bcp:47', code: 'es' }] }, preferred: true },
  ],
};

async function bring(resource: FhirPatient | FhirRelatedPerson): Promise<string> {
  const person = personFromFhir(resource, 'ehr');
  const result = await app.act(asTest, (ctx) => upsertPeopleFromSource(ctx, person ? [person] : []));
  expect(result.refused).toEqual([]);
  return result.personIds.get(person?.sourceId ?? '') ?? '';
}

test('a Patient becomes a person and back without loss of what we keep; identity numbers of the state are left out', async () => {
  const id = await bring(patient);
  const seen = await app.act(asTest, (ctx) => readBanner(ctx, id));
  expect(seen).toMatchObject({
    displayName: 'María José García López',
    otherNames: ['Zoë Mädchen'],
    language: 'es',
    deceased: { source: 'import', diedOn: '2013-02-18' },
  });
  const back = patientToFhir(seen);
  expect(back).toMatchObject({
    id,
    identifier: [{ type: { coding: [{ code: 'MR' }] }, system: 'urn:mrn', value: 'MR-1' }],
    name: [{ use: 'official', family: 'García López', given: ['María', 'José'], prefix: ['Mrs.'], suffix: ['PhD'] }],
    gender: 'female',
    birthDate: '1970-02-28',
    deceasedDateTime: '2013-02-18',
  });
  expect(back.telecom).toHaveLength(2);
  expect(JSON.stringify(seen)).not.toContain('999-00-0000');
  // Read again, what went out says the same; only the names we do not send (former ones) are missing.
  const { otherNames, ...first } = personFromFhir(patient, 'x') ?? { otherNames: [] };
  const second = personFromFhir({ ...back, id: 'p1' }, 'x');
  const sorted = (it: typeof second) => ({
    ...it,
    contacts: it?.contacts.toSorted((a, b) => (a.value < b.value ? -1 : 1)),
  });
  expect(sorted(second)).toEqual(sorted(first as typeof second));
});

test.each([
  [{ deceasedBoolean: true }, { is: true }],
  [{ deceasedBoolean: false }, { is: false }],
  [{ deceasedDateTime: '2013' }, { is: true }],
  [{}, undefined],
])('deceased %j says %j', (given, said) => {
  const { deceasedDateTime: _, ...living } = patient;
  expect(personFromFhir({ ...living, ...given }, 'x')?.deceased).toEqual(said);
});

test('what cannot be known by a name is nobody; a name that is one text is a given name', () => {
  expect(personFromFhir({ resourceType: 'Patient', id: 'x' }, 's')).toBeUndefined();
  expect(personFromFhir({ resourceType: 'Patient', id: 'x', name: [{ text: 'Sukarno' }] }, 's')?.name).toEqual({
    given: 'Sukarno',
    family: '',
  });
  expect(personFromFhir({ ...patient, birthDate: '1970' }, 's')?.birthDate).toBeUndefined();
});

test('a RelatedPerson becomes a person and a relation, and back', async () => {
  const personId = await bring({ ...patient, id: 'p2', identifier: [] });
  const resource: FhirRelatedPerson = {
    resourceType: 'RelatedPerson',
    id: 'r1',
    active: true,
    patient: { reference: 'Patient/p2' },
    relationship: [{ coding: [{ code: 'DAU' }] }, { coding: [{ code: 'C' }] }],
    name: [{ family: 'García', given: ['Lucía'] }],
  };
  const relation = relationFromFhir(resource);
  expect(relation).toEqual({ patientReference: 'Patient/p2', kind: 'child', emergencyContact: true, ended: false });
  const relatedId = await bring(resource);
  await app.act(asTest, (ctx) => addRelation(ctx, personId, { relatedId, kind: 'child', emergencyContact: true }));
  const seen = await app.act(asTest, (ctx) => readBanner(ctx, personId));
  expect(seen.family).toMatchObject([{ personId: relatedId, kind: 'child', emergencyContact: true }]);
  const back = relatedPersonToFhir(await app.act(asTest, (ctx) => readBanner(ctx, relatedId)), {
    patientId: personId,
    kind: 'child',
    emergencyContact: true,
  });
  expect(relationFromFhir(back)).toEqual({ ...relation, patientReference: `Patient/${personId}` });
});

test('an Encounter becomes a visit and back', async () => {
  const personId = await bring({ ...patient, id: 'p3', identifier: [] });
  const encounter: FhirEncounter = {
    resourceType: 'Encounter',
    id: 'e1',
    status: 'finished',
    class: { code: 'EMER' },
    subject: { reference: 'Patient/p3' },
    participant: [{ individual: { reference: 'Practitioner/x' } }],
    period: { start: '2017-06-28T07:49:16+02:00', end: '2017-06-28T08:19:16+02:00' },
  };
  const visit = visitFromFhir(encounter, 'ehr');
  expect(visit).toMatchObject({ kind: 'emergency', status: 'finished', practitionerReferences: ['Practitioner/x'] });
  if (!visit) return;
  const { patientReference, practitionerReferences, facilityReference, locationReference, ...known } = visit;
  await app.act(asTest, (ctx) => upsertVisitsFromSource(ctx, [{ ...known, personId, practitionerIds: [] }]));
  const { visits } = await app.act(asTest, (ctx) => listVisits(ctx, personId));
  const back = visits[0] && visitToFhir(visits[0]);
  expect(back).toMatchObject({
    status: 'finished',
    class: { code: 'EMER' },
    period: { start: '2017-06-28T05:49:16Z', end: '2017-06-28T06:19:16Z' },
  });
  expect(visitFromFhir({ ...encounter, status: 'entered-in-error' }, 's')).toBeUndefined();
  expect(visitFromFhir({ ...encounter, period: { start: '2017-06-28' } }, 's')).toBeUndefined();
});

const examples = new URL('../../../../shared/data/fhir/', import.meta.url);
test.skipIf(!existsSync(examples))(
  'every patient and encounter of the Synthea examples is taken (skipped without ../shared)',
  async () => {
    const files = readdirSync(examples).filter((name) => name.endsWith('.json'));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const bundle = JSON.parse(readFileSync(new URL(file, examples), 'utf8')) as {
        entry: { fullUrl: string; resource: FhirPatient | FhirEncounter }[];
      };
      const ids = new Map<string, string>();
      for (const { fullUrl, resource } of bundle.entry)
        if (resource.resourceType === 'Patient') ids.set(fullUrl, await bring(resource));
      const visits = bundle.entry.flatMap(({ resource }) => {
        if (resource.resourceType !== 'Encounter') return [];
        const visit = visitFromFhir(resource, 'synthea');
        if (!visit) throw new Error(`not taken: ${resource.id}`);
        const { patientReference, practitionerReferences, facilityReference, locationReference, ...known } = visit;
        return [{ ...known, personId: ids.get(patientReference) ?? '', practitionerIds: [] }];
      });
      const result = await app.act(asTest, (ctx) => upsertVisitsFromSource(ctx, visits));
      expect(result).toMatchObject({ created: visits.length, refused: [] });
    }
  },
);

test('a CareTeam becomes a care team and back; told again it is written once, and of nobody or in error it is none', async () => {
  const personId = await bring({ ...patient, id: 'team-patient', identifier: [] });
  const practitionerId = '01920000-0000-7000-8000-00000000000a';
  const resource = {
    resourceType: 'CareTeam' as const,
    id: 'team',
    status: 'inactive',
    name: 'Diabetes team',
    subject: { reference: 'Patient/team-patient' },
    period: { start: '2019-05-01T23:30:00-04:00', end: '2020-05-01' },
    participant: [
      { role: [{ text: 'Patient' }], member: { reference: 'Patient/team-patient', display: 'María' } },
      { role: [{ text: 'Nurse' }], member: { reference: 'Practitioner/d', display: 'Dr. Li' } },
      { member: { reference: 'RelatedPerson/r', display: 'Kim' } },
    ],
  };
  const read = careTeamFromFhir(resource, 'ehr');
  expect(read).toMatchObject({
    startsOn: '2019-05-01',
    endsOn: '2020-05-01',
    patientReference: 'Patient/team-patient',
  });
  expect(read?.members.map((one) => one.practitionerReference)).toEqual(['Practitioner/d', undefined]);
  const { patientReference, members, ...team } = read ?? expect.unreachable();
  const given = {
    ...team,
    personId,
    members: members.map(({ practitionerReference, name, role }) => ({
      practitionerId: practitionerReference ? practitionerId : null,
      name,
      role,
    })),
  };
  const write = (more: Partial<typeof given> = {}) =>
    app.act(asTest, (ctx) => upsertCareTeamsFromSource(ctx, [{ ...given, ...more }]));
  expect(await write()).toMatchObject({ created: 1, changed: 0, unchanged: 0, refused: [] });
  expect(await write()).toMatchObject({ created: 0, changed: 0, unchanged: 1 });
  expect(await write({ status: 'active' })).toMatchObject({ created: 0, changed: 1 });
  expect(await write({ personId: practitionerId })).toMatchObject({
    refused: [{ sourceId: 'team', why: 'unknown-person' }],
  });
  const { careTeams } = await app.act(asTest, (ctx) => listCareTeams(ctx, personId));
  expect(careTeams.map(careTeamToFhir)).toEqual([
    {
      resourceType: 'CareTeam',
      id: careTeams[0]?.id,
      status: 'active',
      name: 'Diabetes team',
      subject: { reference: `Patient/${personId}` },
      period: { start: '2019-05-01', end: '2020-05-01' },
      participant: [
        { role: [{ text: 'Nurse' }], member: { reference: `Practitioner/${practitionerId}`, display: 'Dr. Li' } },
        { member: { display: 'Kim' } },
      ],
    },
  ]);
  expect(careTeamFromFhir({ ...resource, status: 'entered-in-error' }, 'ehr')).toBeUndefined();
  expect(careTeamFromFhir({ ...resource, subject: {} }, 'ehr')).toBeUndefined();
});
