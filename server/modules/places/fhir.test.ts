import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  facilityFromFhir,
  facilityToFhir,
  locationFromFhir,
  locationToFhir,
  practitionerFromFhir,
  practitionerRoleFromFhir,
  practitionerRoleToFhir,
  practitionerToFhir,
  refOf,
} from './fhir.ts';

const synthea = 'https://github.com/synthetichealth/synthea';

// Shaped as Synthea's hospital and practitioner files are; the names are invented.
const location = {
  resourceType: 'Location',
  id: 'loc-1',
  status: 'active',
  name: 'LAKESIDE CLINIC',
  meta: { profile: ['http://hl7.org/fhir/us/core/StructureDefinition/us-core-location'] },
  identifier: [{ system: synthea, value: 'loc-1' }],
  telecom: [{ system: 'phone', value: '555-0133' }],
  address: { line: ['1 LAKE ROAD'], city: 'LAKESIDE', state: 'MA', postalCode: '00101', country: 'US' },
  position: { longitude: -71.07, latitude: 42.33 },
  managingOrganization: { identifier: { system: synthea, value: 'org-1' }, display: 'LAKESIDE' },
};
const role = {
  resourceType: 'PractitionerRole',
  id: 'role-1',
  practitioner: { identifier: { system: 'http://hl7.org/fhir/sid/us-npi', value: '9999999999' }, display: 'Dr. A B' },
  organization: { identifier: { system: synthea, value: 'org-1' }, display: 'LAKESIDE' },
  code: [
    {
      coding: [
        { system: 'http://nucc.org/provider-taxonomy', code: '208D00000X', display: 'General Practice Physician' },
      ],
      text: 'General Practice Physician',
    },
  ],
  specialty: [
    {
      coding: [
        { system: 'http://nucc.org/provider-taxonomy', code: '208D00000X', display: 'General Practice Physician' },
      ],
      text: 'General Practice Physician',
    },
  ],
  location: [{ identifier: { system: synthea, value: 'loc-1' }, display: 'LAKESIDE CLINIC' }],
  telecom: [
    { system: 'phone', value: '555-0134' },
    { system: 'email', value: 'a.b@example.com', use: 'work' },
  ],
};

test('a location keeps its place, its organization and its position', () => {
  const it = locationFromFhir(location);
  expect(it).toMatchObject({
    sourceId: 'loc-1',
    name: 'LAKESIDE CLINIC',
    kind: 'area',
    active: true,
    phone: '555-0133',
    position: { latitude: 42.33, longitude: -71.07 },
    facility: { identifier: { system: synthea, value: 'org-1' } },
  });
  expect(locationFromFhir({ ...location, status: 'inactive' })?.active).toBe(false);
});

test('a practitioner role keeps who, where and what for, each code once', () => {
  expect(practitionerRoleFromFhir(role)).toMatchObject({
    sourceId: 'role-1',
    active: true,
    title: 'General Practice Physician',
    phone: '555-0134',
    practitioner: { identifier: { system: 'http://hl7.org/fhir/sid/us-npi', value: '9999999999' } },
    locations: [{ identifier: { system: synthea, value: 'loc-1' } }],
    codes: [{ code: '208D00000X' }],
  });
});

test.each([
  ['Organization/a-1', { sourceId: 'a-1' }],
  ['urn:uuid:a-1', { sourceId: 'a-1' }],
  ['https://ehr.example/fhir/Organization/a-1', { sourceId: 'a-1' }],
  ['Location?identifier=urn:x|y%20z', { identifier: { system: 'urn:x', value: 'y z' } }],
  ['#contained', undefined],
  ['Location?identifier=urn:x|%E0%A4%A', { identifier: { system: 'urn:x', value: '%E0%A4%A' } }],
])('the reference %s means %j', (reference, meant) => {
  expect(refOf({ reference })).toEqual(meant);
});

test.each([
  [undefined],
  [{}],
  [{ resourceType: 'Organization', id: 'x' }],
  [{ resourceType: 'Organization', id: 'x', name: 7 }],
  [{ resourceType: 'Practitioner', id: 'x', name: [] }],
  [{ resourceType: 'Practitioner', id: 'x', name: [{ given: ['Only'] }] }],
  [{ resourceType: 'Location', id: 'x', name: 'here', position: { latitude: 900, longitude: 0 } }],
])('what is none of ours is not taken: %j', (resource) => {
  for (const read of [facilityFromFhir, locationFromFhir, practitionerFromFhir, practitionerRoleFromFhir])
    expect(read(resource)).toBeUndefined();
});

test('what is too long for a row is cut, not refused', () => {
  const it = facilityFromFhir({ resourceType: 'Organization', id: 'x', name: 'n'.repeat(500) });
  expect(it?.name).toHaveLength(200);
});

test('what goes out comes in again as it was', () => {
  const place = {
    ...locationFromFhir({ ...location, partOf: undefined }),
    id: 'loc-1',
    facilityId: 'f',
    parentId: 'p',
  };
  expect(locationFromFhir(locationToFhir(place as never))).toEqual({
    ...locationFromFhir(location),
    facility: { sourceId: 'f' },
    parent: { sourceId: 'p' },
  });
  const there = {
    ...practitionerRoleFromFhir(role),
    id: 'role-1',
    practitionerId: 'p',
    facilityId: 'f',
    locationIds: ['l'],
  };
  expect(practitionerRoleFromFhir(practitionerRoleToFhir(there as never))).toEqual({
    ...practitionerRoleFromFhir(role),
    practitioner: { sourceId: 'p' },
    facility: { sourceId: 'f' },
    locations: [{ sourceId: 'l' }],
  });
});

const folder = new URL('../../../../shared/data/fhir/', import.meta.url);
const bundles = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];

describe.skipIf(bundles.length === 0)('Synthea bundles (skipped where the shared data is absent)', () => {
  interface Resource {
    resourceType: string;
    id: string;
  }
  const resources = bundles.flatMap((name) =>
    (JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as { entry: { resource: Resource }[] }).entry.map(
      (it) => it.resource,
    ),
  );
  const ofType = (type: string) => resources.filter((it) => it.resourceType === type);

  test('every Organization and Practitioner is read, and comes back as it was', () => {
    expect(ofType('Organization').length).toBeGreaterThan(10);
    for (const resource of ofType('Organization')) {
      const it = facilityFromFhir(resource);
      expect(it).toMatchObject({ sourceId: resource.id, active: true });
      if (it) expect(facilityFromFhir(facilityToFhir({ ...it, id: it.sourceId }))).toEqual(it);
    }
    for (const resource of ofType('Practitioner')) {
      const it = practitionerFromFhir(resource);
      expect(it?.npi).toMatch(/^\d+$/);
      if (it) expect(practitionerFromFhir(practitionerToFhir({ ...it, id: it.sourceId }))).toEqual(it);
    }
  });
});
