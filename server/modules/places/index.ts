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
export {
  changeFacility,
  closeFacility,
  createFacility,
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
export {
  createDepartment,
  createLocation,
  listDepartments,
  listLocations,
  moveLocation,
  readLocationPath,
  readPractitioner,
} from './locations.ts';
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
