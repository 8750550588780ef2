import { z } from 'zod';
import { dayWindow, weeklyWindow } from '../../platform/hours.ts';

export { type DayWindow, hours, type WeeklyWindow } from '../../platform/hours.ts';

const id = z.uuid();
const name = z.string().trim().min(1).max(200);
const phone = z.string().trim().min(1).max(40);
const language = z.enum(['en', 'es']);

/** A date on which the week does not hold: these windows instead, none when it is closed. */
export const closure = z.object({ date: z.iso.date(), name: z.string(), windows: z.array(dayWindow) });
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
  .refine(isTimeZone, { message: 'This is not a time zone we know. Use a name like America/New_York.' });

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
  name: name.optional(),
  timeZone: timeZone.optional(),
  phone: phone.optional(),
  address: address.optional(),
});
export type FacilityChange = z.input<typeof facilityChange>;

/** What anyone may know of a facility. */
export const facility = z.object({
  id,
  name: z.string(),
  timeZone: z.string(),
  phone: z.string().optional(),
  address: address.optional(),
  hours: z.array(weeklyWindow),
});
export type Facility = z.infer<typeof facility>;

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

export const location = z.object({
  id,
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

export const department = z.object({
  id,
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

export const service = z.object({
  id,
  facilityId: id,
  departmentId: id.optional(),
  locationId: id.optional(),
  specialty: z.string().optional(),
  name: z.object({ en: z.string(), es: z.string() }),
  about: z.object({ en: z.string(), es: z.string() }),
  phone: z.string().optional(),
  hours: z.array(weeklyWindow),
});
export type Service = z.infer<typeof service>;

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

/** `https:` or `webcal:`; fetched once a day. */
export const holidayFeed = z.strictObject({ url: z.string().trim().min(8).max(2000) });
export const holidayCalendar = z.object({
  days: z.int(),
  readAt: z.string().optional(),
  feedUrl: z.string().optional(),
  feedFailedAt: z.string().optional(),
});
export type HolidayCalendar = z.infer<typeof holidayCalendar>;
