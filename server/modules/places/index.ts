export { facilityCalendar, removeSpecialDay, setSpecialDay } from './calendar.ts';
export type {
  Address,
  Closure,
  DayWindow,
  Department,
  Facility,
  FacilityCalendar,
  FoundService,
  Identifier,
  Location,
  NewDepartment,
  NewFacility,
  NewLocation,
  NewService,
  Practitioner,
  Service,
  Specialty,
  WeeklyWindow,
} from './contract.ts';
export { createDepartment, listDepartments } from './departments.ts';
export { hoursChanged } from './events.ts';
export {
  changeFacility,
  closeFacility,
  createFacility,
  findOnlyFacilityId,
  listFacilities,
  readFacility,
  setOpeningHours,
} from './facilities.ts';
export {
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
export { importHolidays, readHolidayCalendar, removeHolidayCalendar, setHolidayFeed } from './holidays.ts';
export { findReferred, refKey } from './import-store.ts';
export {
  type Upserted,
  upsertFacilitiesFromSource,
  upsertLocationsFromSource,
  upsertPractitionerRolesFromSource,
  upsertPractitionersFromSource,
} from './importing.ts';
export { createLocation, listLocations, moveLocation, readLocationPath } from './locations.ts';
export { readPractitioner } from './practitioners.ts';
export {
  closeService,
  createService,
  findServices,
  listServices,
  listSpecialties,
  readService,
  seedSpecialties,
} from './services.ts';
export type {
  SourceFacility,
  SourceLocation,
  SourcePractitioner,
  SourcePractitionerRole,
  SourceRef,
} from './source.ts';
