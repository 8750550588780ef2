type Fields = Record<string, unknown>;

const nucc = 'http://nucc.org/provider-taxonomy';
const npiSystem = 'http://hl7.org/fhir/sid/us-npi';

/** Ids in the bundles; the importer gives each thing its own. */
export const facilityIds = { hospital: 'willow-bay', west: 'willow-bay-west' } as const;

const organizations: readonly Fields[] = [
  organization(facilityIds.hospital, 'Willow Bay Hospital', '555-0100', '1 Harbor View', 'Willow Bay', 'NY'),
  organization(facilityIds.west, 'Willow Bay Clinic West', '555-0150', '200 Prairie Road', 'Elm Prairie', 'IL'),
];

function organization(id: string, name: string, phone: string, line: string, city: string, state: string): Fields {
  return {
    resourceType: 'Organization',
    id,
    active: true,
    name,
    telecom: [{ system: 'phone', value: phone }],
    address: [{ line: [line], city, state, country: 'US' }],
  };
}

/** id, name, kind (R4 location-physical-type), what it is in, whose it is. */
const locationRows = [
  ['main', 'Main building', 'bu', undefined, 'hospital'],
  ['main-1', 'Floor 1', 'lvl', 'main', 'hospital'],
  ['main-2', 'Floor 2', 'lvl', 'main', 'hospital'],
  ['emergency', 'Emergency department', 'wi', 'main-1', 'hospital'],
  ['imaging', 'Imaging', 'wi', 'main-1', 'hospital'],
  ['heart', 'Heart center', 'wi', 'main-2', 'hospital'],
  ['bones', 'Bones and joints', 'wi', 'main-2', 'hospital'],
  ['cancer', 'Cancer care', 'wi', 'main-2', 'hospital'],
  ['children', "Children's clinic", 'bu', undefined, 'hospital'],
  ['maternity', 'Maternity', 'bu', undefined, 'hospital'],
  ['west-house', 'Clinic West', 'bu', undefined, 'west'],
  ['west-family', 'Family medicine', 'ro', 'west-house', 'west'],
  ['west-therapy', 'Physical therapy', 'ro', 'west-house', 'west'],
] as const;

/** id, prefix, given, family, gender, location, facility, NUCC code, title. */
const practitionerRows = [
  ['p-clarke', 'Dr.', 'Imani', 'Clarke', 'female', 'heart', 'hospital', '207RC0000X', 'Cardiology'],
  ['p-vega', 'Dr.', 'Tomas', 'Vega', 'male', 'emergency', 'hospital', '207P00000X', 'Emergency medicine'],
  ['p-sato', 'Dr.', 'Emi', 'Sato', 'female', 'children', 'hospital', '208000000X', 'Pediatrics'],
  [
    'p-lindgren',
    'Dr.',
    'Anna',
    'Lindgren',
    'female',
    'maternity',
    'hospital',
    '207V00000X',
    'Obstetrics and gynecology',
  ],
  ['p-moreau', 'Dr.', 'Julien', 'Moreau', 'male', 'bones', 'hospital', '207X00000X', 'Orthopedic surgery'],
  ['p-desai', 'Dr.', 'Rohan', 'Desai', 'male', 'cancer', 'hospital', '207RX0202X', 'Medical oncology'],
  ['p-brooks', 'Dr.', 'Tamika', 'Brooks', 'female', 'imaging', 'hospital', '2085R0202X', 'Radiology'],
  ['p-oneil', 'Dr.', 'Maeve', "O'Neil", 'female', 'west-family', 'west', '207Q00000X', 'Family medicine'],
  ['p-baptiste', undefined, 'Luc', 'Baptiste', 'male', 'west-therapy', 'west', '225100000X', 'Physical therapy'],
] as const;

/** Where and with whom a visit can be. */
export const visitPlaces = practitionerRows.map(([id, , , , , location, facility]) => ({
  practitioner: id,
  location,
  facility: facilityIds[facility],
  actClass: location === 'emergency' ? 'EMER' : 'AMB',
}));

export function placeResources(): Fields[] {
  return [...organizations, ...locationRows.map(locationOf), ...practitionerRows.flatMap(practitionerOf)];
}

function locationOf([id, name, kind, within, facility]: (typeof locationRows)[number]): Fields {
  const system = 'http://terminology.hl7.org/CodeSystem/location-physical-type';
  return {
    resourceType: 'Location',
    id,
    status: 'active',
    name,
    physicalType: { coding: [{ system, code: kind }] },
    managingOrganization: { reference: `Organization/${facilityIds[facility]}` },
    ...(within && { partOf: { reference: `Location/${within}` } }),
  };
}

function practitionerOf(row: (typeof practitionerRows)[number], index: number): Fields[] {
  const [id, prefix, given, family, gender, location, facility, code, title] = row;
  return [
    {
      resourceType: 'Practitioner',
      id,
      active: true,
      gender,
      identifier: [{ system: npiSystem, value: `99999${String(index).padStart(5, '0')}` }],
      name: [{ use: 'official', family, given: [given], ...(prefix && { prefix: [prefix] }) }],
    },
    {
      resourceType: 'PractitionerRole',
      id: `${id}-role`,
      active: true,
      practitioner: { reference: `Practitioner/${id}` },
      organization: { reference: `Organization/${facilityIds[facility]}` },
      location: [{ reference: `Location/${location}` }],
      specialty: [{ coding: [{ system: nucc, code, display: title }], text: title }],
    },
  ];
}
