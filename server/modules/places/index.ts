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
