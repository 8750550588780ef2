import { z } from 'zod';

/** Dates are `2026-11-24`, instants ISO 8601 in UTC, ids UUIDs. Text is kept exactly as given. */
const text = (max: number) => z.string().min(1).max(max);
const slug = z
  .string()
  .max(40)
  .regex(/^[a-z][a-z-]*$/);
export const instant = z.iso.datetime({ offset: true });
export const reason = text(1000);
export const personParams = z.strictObject({ personId: z.uuid() });

export const gender = z.enum(['female', 'male', 'other', 'unknown']);
export const contactSystem = z.enum(['email', 'phone']);
export const contactUse = z.enum(['home', 'work', 'mobile', 'other']);
export const language = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/);
export const needKind = z.enum([
  'interpreter',
  'large-print',
  'hearing',
  'quiet-room',
  'carer-present',
  'trauma-informed',
  'other',
]);
export const factSource = z.enum(['staff', 'family', 'person', 'mail', 'import', 'registry']);
export const relationKind = z.enum([
  'mother',
  'father',
  'parent',
  'child',
  'spouse',
  'partner',
  'sibling',
  'grandparent',
  'grandchild',
  'guardian',
  'carer',
  'friend',
  'neighbour',
  'other',
]);
export const visitKind = z.enum(['outpatient', 'inpatient', 'emergency', 'virtual', 'home', 'other']);
export const visitStatus = z.enum(['planned', 'arrived', 'in-progress', 'finished', 'cancelled', 'unknown']);
export const safeChannel = z.enum(['email', 'phone', 'sms', 'portal', 'post']);

const nameParts = { given: z.string().max(200), family: z.string().max(200) };
export const nameInput = z
  .strictObject({
    ...nameParts,
    prefix: text(60).optional(),
    suffix: text(60).optional(),
    preferred: text(200).optional(),
  })
  .refine((name) => name.given.trim() + name.family.trim() !== '', {
    message: 'A name has at least one part.',
    params: { es: 'Un nombre tiene al menos una parte.' },
  });
export const contactInput = z.strictObject({ system: contactSystem, value: text(320), use: contactUse.optional() });
export const identifierInput = z.strictObject({ system: text(200), value: text(100), kind: text(40).optional() });

export const registration = z.strictObject({
  name: nameInput,
  birthDate: z.iso.date().optional(),
  gender: gender.optional(),
  pronouns: text(60).optional(),
  language: language.optional(),
  timeZone: text(60).optional(),
  contacts: z.array(contactInput).max(20),
  identifiers: z.array(identifierInput).max(20).optional(),
  verified: z.boolean(),
});

/** A person as another system knows them. Left out means the source does not say; `deceased.is: false` means it says no. */
export const importedPerson = z.strictObject({
  sourceSystem: text(200),
  sourceId: text(200),
  name: nameInput,
  otherNames: z
    .array(
      z.strictObject({
        kind: z.enum(['former', 'alias']),
        ...nameParts,
        prefix: text(60).optional(),
        suffix: text(60).optional(),
      }),
    )
    .max(10)
    .optional(),
  birthDate: z.iso.date().optional(),
  gender: gender.optional(),
  language: language.optional(),
  contacts: z.array(contactInput).max(20),
  identifiers: z.array(identifierInput).max(20).optional(),
  deceased: z.strictObject({ is: z.boolean(), on: z.iso.date().optional() }).optional(),
});

export const needInput = z
  .strictObject({ kind: needKind, words: z.string().max(500).optional() })
  .refine((need) => need.kind !== 'other' || (need.words ?? '').trim() !== '', {
    message: 'Say in words what is needed.',
    params: { es: 'Diga con palabras lo que hace falta.' },
  });

const hoursAreWhole = {
  message: 'Hours have a beginning and an end.',
  params: { es: 'Un horario tiene comienzo y fin.' },
};

export const safeContact = z.object({
  doNotNameClinic: z.boolean(),
  noVoicemail: z.boolean(),
  onlyFrom: z.iso.time().nullable(),
  onlyUntil: z.iso.time().nullable(),
  onlyChannel: safeChannel.nullable(),
  codeWord: text(60).nullable(),
  words: text(500).nullable(),
});
export const safeContactInput = z
  .strictObject(safeContact.shape)
  .refine((it) => (it.onlyFrom === null) === (it.onlyUntil === null), hoursAreWhole)
  .refine((it) => it.onlyFrom === null || it.onlyFrom !== it.onlyUntil, hoursAreWhole);

export const consentInput = z.strictObject({
  channel: slug,
  purpose: slug,
  given: z.boolean(),
  source: factSource.optional(),
});
/** A purpose that stands for every purpose of its channel. */
export const everyPurpose = 'every-purpose';

export const deceasedInput = z.strictObject({
  source: factSource,
  reason: reason.optional(),
  diedOn: z.iso.date().optional(),
});
export const bereavedInput = z.strictObject({ until: z.iso.date(), source: factSource, reason: reason.optional() });
export const undoInput = z.strictObject({ reason });
export const restrictedInput = z.strictObject({ source: factSource, reason });

export const relationInput = z.strictObject({
  relatedId: z.uuid(),
  kind: relationKind,
  emergencyContact: z.boolean().optional(),
});
export const proxyInput = z.strictObject({
  proxyPersonId: z.uuid(),
  forPersonId: z.uuid(),
  scopes: z.array(slug).min(1).max(20),
  /** The first moment at which it no longer holds. */
  until: instant,
});
export const mergeInput = z.strictObject({ keepId: z.uuid(), mergeId: z.uuid(), reason });

const personFacts = {
  id: z.uuid(),
  displayName: z.string(),
  name: z.object({
    ...nameParts,
    prefix: z.string().nullable(),
    suffix: z.string().nullable(),
    preferred: z.string().nullable(),
  }),
  birthDate: z.string().nullable(),
  age: z.number().nullable(),
  gender: gender.nullable(),
  pronouns: z.string().nullable(),
  language: z.string().nullable(),
  timeZone: z.string().nullable(),
  verified: z.boolean(),
};
export const person = z.object({ ...personFacts, can: z.array(z.string()) });
export const identifier = z.object({
  system: z.string(),
  value: z.string(),
  kind: z.string().nullable(),
});
export const contactPoint = z.object({
  id: z.uuid(),
  system: contactSystem,
  value: z.string(),
  use: contactUse.nullable(),
  preferred: z.boolean(),
  verified: z.boolean(),
  /** How many people have this address, this one included. */
  sharedBy: z.number(),
});
export const deceasedState = z.object({
  diedOn: z.string().nullable(),
  source: factSource,
  reason: z.string().nullable(),
  recordedAt: z.string(),
});
export const stateHistory = z.object({
  facts: z.array(
    z.object({
      state: z.enum(['deceased', 'bereaved', 'restricted']),
      holds: z.boolean(),
      onDate: z.string().nullable(),
      untilDate: z.string().nullable(),
      source: factSource,
      reason: z.string().nullable(),
      at: z.string(),
      byKind: z.string(),
      by: z.string().nullable(),
    }),
  ),
});
export const familyMember = z.object({
  relationId: z.uuid(),
  personId: z.uuid(),
  displayName: z.string(),
  kind: relationKind,
  emergencyContact: z.boolean(),
  deceased: z.boolean(),
});
export const proxyGrant = z.object({
  proxyId: z.uuid(),
  personId: z.uuid(),
  displayName: z.string(),
  direction: z.enum(['acts-for-them', 'they-act-for']),
  scopes: z.array(z.string()),
  from: z.string(),
  until: z.string(),
});
export const banner = z.object({
  ...personFacts,
  otherNames: z.array(z.string()),
  identifiers: z.array(identifier),
  contacts: z.array(contactPoint),
  needs: z.array(z.object({ id: z.uuid(), kind: needKind, words: z.string() })),
  safeContact: safeContact.nullable(),
  deceased: deceasedState.nullable(),
  bereavedUntil: z.string().nullable(),
  restricted: z.boolean(),
  consents: z.array(z.object({ channel: z.string(), purpose: z.string(), given: z.boolean(), at: z.string() })),
  family: z.array(familyMember),
  proxies: z.array(proxyGrant),
  merges: z.array(z.object({ mergeId: z.uuid(), displayName: z.string(), reason: z.string(), at: z.string() })),
  can: z.array(z.string()),
});

export const searchInput = z.strictObject({
  text: z.string().min(1).max(200),
  limit: z.int().min(1).max(50).optional(),
});
export const foundPerson = z.object({
  id: z.uuid(),
  displayName: z.string(),
  birthDate: z.string().nullable(),
  age: z.number().nullable(),
  gender: gender.nullable(),
  identifiers: z.array(identifier),
  verified: z.boolean(),
  deceased: z.boolean(),
  /** What the text met: the whole of it, its beginning, or something that looks or sounds like it. */
  match: z.enum(['identifier', 'contact', 'birth-date', 'exact', 'prefix', 'similar']),
});

/** What speaks for it that two records are of one person. */
export const likeness = z.enum(['name', 'similar-name', 'birth-date', 'email', 'phone']);
export const likelyPerson = foundPerson.omit({ match: true }).extend({ why: z.array(likeness) });

export const cursor = z.string().max(200);
export const timelineEntry = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  at: z.string(),
  kind: z.string(),
  refId: z.uuid(),
});
export const timelinePage = z.object({ entries: z.array(timelineEntry), next: z.string().nullable() });
export const visitInput = z.strictObject({
  personId: z.uuid(),
  facilityId: z.uuid().optional(),
  locationId: z.uuid().optional(),
  practitionerIds: z.array(z.uuid()).max(50),
  kind: visitKind,
  startsAt: instant,
  endsAt: instant.optional(),
  status: visitStatus,
  sourceSystem: text(200),
  sourceId: text(200),
});
export const visit = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  facilityId: z.uuid().nullable(),
  locationId: z.uuid().nullable(),
  practitionerIds: z.array(z.uuid()),
  kind: visitKind,
  status: visitStatus,
  startsAt: z.string(),
  endsAt: z.string().nullable(),
  sourceSystem: z.string(),
  sourceId: z.string(),
});
export const visitPage = z.object({ visits: z.array(visit), next: z.string().nullable() });

export type { CareTeam } from './care-team-shapes.ts';
export type Name = z.infer<typeof nameInput>;
export type Registration = z.infer<typeof registration>;
export type PersonView = z.infer<typeof person>;
export type Banner = z.infer<typeof banner>;
export type FoundPerson = z.infer<typeof foundPerson>;
export type Likeness = z.infer<typeof likeness>;
export type LikelyPerson = z.infer<typeof likelyPerson>;
export type SafeContact = z.infer<typeof safeContact>;
export type FactSource = z.infer<typeof factSource>;
export type VisitInput = z.infer<typeof visitInput>;
export type VisitView = z.infer<typeof visit>;
export type TimelineEntry = z.infer<typeof timelineEntry>;
export type ContactInput = z.infer<typeof contactInput>;
export type IdentifierInput = z.infer<typeof identifierInput>;
