import { z } from 'zod';
import { dayWindow, weeklyWindow } from '../../platform/hours.ts';

export type { DayWindow, WeeklyWindow } from '../../platform/hours.ts';

const id = z.uuid();
const name = z.string().trim().min(1).max(200);
const phone = z.string().trim().min(1).max(40);
const language = z.enum(['en', 'es']);
/** Counts up with every change; who changes says which one they saw. */
const version = z.int().min(1).max(2_147_483_647);
export const versioned = z.object({ version });
export type Versioned = z.infer<typeof versioned>;

/** A date on which the week does not hold: these windows instead, none when it is closed. */
export const closure = z.object({
  date: z.iso.date(),
  name: z.string(),
  windows: z.array(dayWindow),
  /** `hand`: a special day, which can be changed and removed. */
  setBy: z.enum(['hand', 'calendar']),
});
export type Closure = z.infer<typeof closure>;

/** When a facility is open, on its own wall clock; `closures` from 60 days ago to 400 days ahead unless asked otherwise. */
export const facilityCalendarShape = z.object({
  timeZone: z.string(),
  windows: z.array(weeklyWindow),
  closures: z.array(closure),
});
export type FacilityCalendar = z.infer<typeof facilityCalendarShape>;

export const specialDay = z.strictObject({ name, windows: z.array(dayWindow).max(10) });

export const address = z.strictObject({
  lines: z.array(z.string().trim().min(1).max(200)).max(5),
  city: z.string().trim().max(100).optional(),
  region: z.string().trim().max(100).optional(),
  postalCode: z.string().trim().max(20).optional(),
  country: z.string().trim().max(60).optional(),
});
export type Address = z.infer<typeof address>;

/** An IANA name, as `America/New_York`. */
export const timeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, {
    message: 'This is not a time zone we know. Use a name like America/New_York.',
    params: { es: 'No conocemos esta zona horaria. Use un nombre como America/New_York.' },
  });

function isTimeZone(zone: string): boolean {
  try {
    return /^[A-Za-z]/.test(zone) && new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions() !== undefined;
  } catch {
    return false;
  }
}

export const newFacility = z.strictObject({
  name,
  timeZone,
  phone: phone.optional(),
  address: address.optional(),
  hours: z.array(weeklyWindow).max(70).optional(),
});
export type NewFacility = z.input<typeof newFacility>;

export const facilityChange = z.strictObject({
  version,
  name: name.optional(),
  timeZone: timeZone.optional(),
  /** null takes it away, here and below. */
  phone: phone.nullable().optional(),
  address: address.optional(),
});
export type FacilityChange = Changing<typeof facilityChange>;
/** Within the house a version is said only where somebody looked at one before. */
type Changing<Shape extends z.ZodType<{ version: number }>> = Omit<z.input<Shape>, 'version'> & {
  version?: number | undefined;
};

export const openingHours = z.strictObject({ version, windows: z.array(weeklyWindow).max(70) });

/** `build`: facilities and all that is in them; `set-hours`: when it is open, and when not. */
export const canDo = z.enum(['build', 'set-hours']);
export type CanDo = z.infer<typeof canDo>;

/** What anyone may know of a facility. */
export const facility = z.object({
  id,
  name: z.string(),
  timeZone: z.string(),
  phone: z.string().optional(),
  address: address.optional(),
  hours: z.array(weeklyWindow),
  version,
  /** What who asks may do with it. */
  can: z.array(canDo),
});
export type Facility = z.infer<typeof facility>;

export const facilityPage = z.object({
  facilities: z.array(facility),
  /** `build`: facilities may be added. */
  can: z.array(z.enum(['build'])),
  next: z.string().optional(),
});

export const locationKinds = ['site', 'building', 'wing', 'floor', 'area', 'room'] as const;

export const newLocation = z.strictObject({
  facilityId: id,
  parentId: id.optional(),
  name,
  kind: z.enum(locationKinds).optional(),
  phone: phone.optional(),
  directions: z.strictObject({ en: z.string().max(2000), es: z.string().max(2000) }).optional(),
});
export type NewLocation = z.input<typeof newLocation>;

export const locationChange = z.strictObject({
  version,
  name: name.optional(),
  kind: z.enum(locationKinds).optional(),
  /** null: it lies in nothing but the facility. */
  parentId: id.nullable().optional(),
  phone: phone.nullable().optional(),
  directions: z
    .strictObject({ en: z.string().max(2000), es: z.string().max(2000) })
    .nullable()
    .optional(),
});
export type LocationChange = Changing<typeof locationChange>;

export const location = z.object({
  id,
  version,
  facilityId: id,
  parentId: id.optional(),
  name: z.string(),
  kind: z.enum(locationKinds),
  phone: z.string().optional(),
  directions: z.object({ en: z.string(), es: z.string() }).optional(),
});
export type Location = z.infer<typeof location>;

export const newDepartment = z.strictObject({
  facilityId: id,
  name,
  locationId: id.optional(),
  phone: phone.optional(),
});
export type NewDepartment = z.input<typeof newDepartment>;

export const departmentChange = z.strictObject({
  version,
  name: name.optional(),
  locationId: id.nullable().optional(),
  phone: phone.nullable().optional(),
});
export type DepartmentChange = Changing<typeof departmentChange>;

export const department = z.object({
  id,
  version,
  facilityId: id,
  name: z.string(),
  locationId: id.optional(),
  phone: z.string().optional(),
});
export type Department = z.infer<typeof department>;

const word = z.string().trim().min(2).max(80);
export const words = z.strictObject({ en: z.array(word).max(50), es: z.array(word).max(50) });

export const newService = z.strictObject({
  facilityId: id,
  departmentId: id.optional(),
  locationId: id.optional(),
  /** A code of the specialties, as `cardiology`. */
  specialty: z.string().max(60).optional(),
  name: z.strictObject({ en: name, es: name }),
  about: z.strictObject({ en: z.string().max(4000), es: z.string().max(4000) }).optional(),
  phone: phone.optional(),
  /** What people call it beside its name and the words of its specialty. */
  words: words.optional(),
  hours: z.array(weeklyWindow).max(70).optional(),
});
export type NewService = z.input<typeof newService>;

export const serviceChange = z.strictObject({
  version,
  departmentId: id.nullable().optional(),
  locationId: id.nullable().optional(),
  specialty: z.string().max(60).nullable().optional(),
  name: z.strictObject({ en: name, es: name }).optional(),
  about: z.strictObject({ en: z.string().max(4000), es: z.string().max(4000) }).optional(),
  phone: phone.nullable().optional(),
  words: words.optional(),
  hours: z.array(weeklyWindow).max(70).optional(),
});
export type ServiceChange = Changing<typeof serviceChange>;

export const service = z.object({
  id,
  version,
  facilityId: id,
  departmentId: id.optional(),
  locationId: id.optional(),
  specialty: z.string().optional(),
  name: z.object({ en: z.string(), es: z.string() }),
  about: z.object({ en: z.string(), es: z.string() }),
  phone: z.string().optional(),
  /** Beside its name and the words of its specialty. */
  words: z.object({ en: z.array(z.string()), es: z.array(z.string()) }),
  hours: z.array(weeklyWindow),
});
export type Service = z.infer<typeof service>;

export const servicePage = z.object({ services: z.array(service), next: z.string().optional() });

export const closedParts = ['facility', 'department', 'location', 'service'] as const;
export const closedPart = z.object({ kind: z.enum(closedParts), id, name: z.string(), closedAt: z.string() });
export type ClosedPart = z.infer<typeof closedPart>;

export const serviceSearch = z.strictObject({
  words: z.string().trim().min(1).max(200),
  language: language.optional(),
});
/** Best first. */
export const foundServices = z.object({
  services: z.array(z.object({ id, facilityId: id, name: z.string(), specialty: z.string().optional() })),
});
export type FoundService = z.infer<typeof foundServices>['services'][number];

export const specialty = z.object({ id, code: z.string(), name: z.object({ en: z.string(), es: z.string() }) });
export type Specialty = z.infer<typeof specialty>;

export const identifier = z.object({ system: z.string().max(300), value: z.string().max(300) });
export type Identifier = z.infer<typeof identifier>;

export const practitioner = z.object({
  id,
  name: z.object({ given: z.string(), family: z.string(), prefix: z.string().optional() }),
  npi: z.string().optional(),
  active: z.boolean(),
  roles: z.array(
    z.object({ id, facilityId: id, title: z.string(), specialty: z.string().optional(), active: z.boolean() }),
  ),
});
export type Practitioner = z.infer<typeof practitioner>;

export const practitionerSearch = z.strictObject({
  facilityId: id.optional(),
  words: z.string().trim().max(100).optional(),
  cursor: z.string().max(600).optional(),
});
export const practitionerPage = z.object({ practitioners: z.array(practitioner), next: z.string().optional() });

/** `https:` or `webcal:`; fetched once a day. */
export const holidayFeed = z.strictObject({ url: z.string().trim().min(8).max(2000) });
export const holidayCalendar = z.object({
  days: z.int(),
  readAt: z.string().optional(),
  feedUrl: z.string().optional(),
  feedFailedAt: z.string().optional(),
  /** `answered`: with a refusal or an error; `unreachable` too where we do not ask. */
  feedFailure: z.enum(['unreadable', 'answered', 'unreachable']).optional(),
});
export type HolidayCalendar = z.infer<typeof holidayCalendar>;
