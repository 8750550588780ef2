import { z } from 'zod';
import { byAnyone, byAnyStaff, byStaff } from '../../platform/access/access.ts';
import { command, query, type Route } from '../../platform/http/route.ts';
import { facilityCalendar, removeSpecialDay, setSpecialDay } from './calendar.ts';
import {
  closeDepartment,
  closeLocation,
  listClosed,
  reopenDepartment,
  reopenLocation,
  reopenService,
} from './closing.ts';
import * as shape from './contract.ts';
import { changeDepartment, createDepartment, listDepartments } from './departments.ts';
import {
  changeFacility,
  closeFacility,
  createFacility,
  listFacilityPage,
  readFacility,
  reopenFacility,
  setOpeningHours,
} from './facilities.ts';
import { largestCalendar } from './gateway.ts';
import { importHolidayFile, readHolidayCalendar, removeHolidayCalendar, setHolidayFeed } from './holidays.ts';
import { changeLocation, createLocation, listLocations, moveLocation } from './locations.ts';
import { listPractitioners, readPractitioner } from './practitioners.ts';
import {
  changeService,
  closeService,
  createService,
  findServices,
  listServices,
  listSpecialties,
  readService,
} from './services.ts';

const one = z.strictObject({ id: z.uuid() });
const made = z.object({ id: z.uuid() });
const oneDay = z.strictObject({ id: z.uuid(), date: z.iso.date() });
const done = z.object({});
const paged = z.strictObject({ cursor: z.string().max(400).optional() });
const nothing = () => ({});

const byAdministrator = byStaff('administrator');
const byKeepers = byStaff('administrator', 'manager');
/** Anyone may look a place up; nobody needs to copy the directory in a minute. */
const calmly = { per: 'address', max: 120, seconds: 60 } as const;

const publicRoutes: readonly Route[] = [
  query({
    name: 'places.list-facilities',
    path: '/api/places/facilities',
    access: byAnyone,
    limit: calmly,
    search: paged,
    answer: shape.facilityPage,
    run: (ctx, { search }) => listFacilityPage(ctx, search.cursor),
  }),
  query({
    name: 'places.read-facility',
    path: '/api/places/facilities/:id',
    access: byAnyone,
    limit: calmly,
    params: one,
    answer: shape.facility,
    run: (ctx, { params }) => readFacility(ctx, params.id),
  }),
  query({
    name: 'places.read-calendar',
    path: '/api/places/facilities/:id/calendar',
    access: byAnyone,
    limit: calmly,
    params: one,
    answer: shape.facilityCalendarShape,
    run: (ctx, { params }) => facilityCalendar(ctx, params.id),
  }),
  query({
    name: 'places.list-services',
    path: '/api/places/facilities/:id/services',
    access: byAnyone,
    limit: calmly,
    params: one,
    search: paged,
    answer: shape.servicePage,
    run: (ctx, { params, search }) => listServices(ctx, params.id, search.cursor),
  }),
  query({
    name: 'places.find-services',
    path: '/api/places/services',
    access: byAnyone,
    limit: calmly,
    search: shape.serviceSearch,
    answer: shape.foundServices,
    run: async (ctx, { search }) => ({ services: await findServices(ctx, search) }),
  }),
  query({
    name: 'places.read-service',
    path: '/api/places/services/:id',
    access: byAnyone,
    limit: calmly,
    params: one,
    answer: shape.service,
    run: (ctx, { params }) => readService(ctx, params.id),
  }),
];

const readRoutes: readonly Route[] = [
  query({
    name: 'places.list-locations',
    path: '/api/places/facilities/:id/locations',
    access: byAnyStaff,
    params: one,
    answer: z.object({ locations: z.array(shape.location) }),
    run: async (ctx, { params }) => ({ locations: await listLocations(ctx, params.id) }),
  }),
  query({
    name: 'places.list-departments',
    path: '/api/places/facilities/:id/departments',
    access: byAnyStaff,
    params: one,
    answer: z.object({ departments: z.array(shape.department) }),
    run: async (ctx, { params }) => ({ departments: await listDepartments(ctx, params.id) }),
  }),
  query({
    name: 'places.list-specialties',
    path: '/api/places/specialties',
    access: byAnyStaff,
    answer: z.object({ specialties: z.array(shape.specialty) }),
    run: async (ctx) => ({ specialties: await listSpecialties(ctx) }),
  }),
  query({
    name: 'places.list-practitioners',
    path: '/api/places/practitioners',
    access: byAnyStaff,
    search: shape.practitionerSearch,
    answer: shape.practitionerPage,
    run: (ctx, { search }) => listPractitioners(ctx, search),
  }),
  query({
    name: 'places.read-practitioner',
    path: '/api/places/practitioners/:id',
    access: byAnyStaff,
    params: one,
    answer: shape.practitioner,
    run: (ctx, { params }) => readPractitioner(ctx, params.id),
  }),
];

const buildingRoutes: readonly Route[] = [
  query({
    name: 'places.list-closed',
    path: '/api/places/closed',
    access: byAdministrator,
    search: z.strictObject({ facilityId: z.uuid().optional() }),
    answer: z.object({ closed: z.array(shape.closedPart) }),
    run: async (ctx, { search }) => ({ closed: await listClosed(ctx, search.facilityId) }),
  }),
  command({
    name: 'places.create-facility',
    path: '/api/places/facilities',
    access: byAdministrator,
    body: shape.newFacility,
    answer: made,
    run: (ctx, { body }) => createFacility(ctx, body),
  }),
  command({
    name: 'places.change-facility',
    path: '/api/places/facilities/:id',
    access: byAdministrator,
    method: 'PATCH',
    params: one,
    body: shape.facilityChange,
    answer: shape.versioned,
    run: (ctx, { params, body }) => changeFacility(ctx, params.id, body),
  }),
  command({
    name: 'places.close-facility',
    path: '/api/places/facilities/:id/closing',
    access: byAdministrator,
    params: one,
    answer: done,
    run: (ctx, { params }) => closeFacility(ctx, params.id).then(nothing),
  }),
  command({
    name: 'places.reopen-facility',
    path: '/api/places/facilities/:id/reopening',
    access: byAdministrator,
    params: one,
    answer: done,
    run: (ctx, { params }) => reopenFacility(ctx, params.id).then(nothing),
  }),
  command({
    name: 'places.create-location',
    path: '/api/places/locations',
    access: byAdministrator,
    body: shape.newLocation,
    answer: made,
    run: (ctx, { body }) => createLocation(ctx, body),
  }),
  command({
    name: 'places.change-location',
    path: '/api/places/locations/:id',
    access: byAdministrator,
    method: 'PATCH',
    params: one,
    body: shape.locationChange,
    answer: shape.versioned,
    run: (ctx, { params, body }) => changeLocation(ctx, params.id, body),
  }),
  command({
    name: 'places.move-location',
    path: '/api/places/locations/:id/parent',
    access: byAdministrator,
    method: 'PUT',
    params: one,
    body: z.strictObject({ parentId: z.uuid().optional() }),
    answer: done,
    run: (ctx, { params, body }) => moveLocation(ctx, params.id, body.parentId).then(nothing),
  }),
  command({
    name: 'places.close-location',
    path: '/api/places/locations/:id/closing',
    access: byAdministrator,
    params: one,
    answer: done,
    run: (ctx, { params }) => closeLocation(ctx, params.id).then(nothing),
  }),
  command({
    name: 'places.reopen-location',
    path: '/api/places/locations/:id/reopening',
    access: byAdministrator,
    params: one,
    answer: done,
    run: (ctx, { params }) => reopenLocation(ctx, params.id).then(nothing),
  }),
  command({
    name: 'places.create-department',
    path: '/api/places/departments',
    access: byAdministrator,
    body: shape.newDepartment,
    answer: made,
    run: (ctx, { body }) => createDepartment(ctx, body),
  }),
  command({
    name: 'places.change-department',
    path: '/api/places/departments/:id',
    access: byAdministrator,
    method: 'PATCH',
    params: one,
    body: shape.departmentChange,
    answer: shape.versioned,
    run: (ctx, { params, body }) => changeDepartment(ctx, params.id, body),
  }),
  command({
    name: 'places.close-department',
    path: '/api/places/departments/:id/closing',
    access: byAdministrator,
    params: one,
    answer: done,
    run: (ctx, { params }) => closeDepartment(ctx, params.id).then(nothing),
  }),
  command({
    name: 'places.reopen-department',
    path: '/api/places/departments/:id/reopening',
    access: byAdministrator,
    params: one,
    answer: done,
    run: (ctx, { params }) => reopenDepartment(ctx, params.id).then(nothing),
  }),
  command({
    name: 'places.create-service',
    path: '/api/places/services',
    access: byAdministrator,
    body: shape.newService,
    answer: made,
    run: (ctx, { body }) => createService(ctx, body),
  }),
  command({
    name: 'places.change-service',
    path: '/api/places/services/:id',
    access: byAdministrator,
    method: 'PATCH',
    params: one,
    body: shape.serviceChange,
    answer: shape.versioned,
    run: (ctx, { params, body }) => changeService(ctx, params.id, body),
  }),
  command({
    name: 'places.close-service',
    path: '/api/places/services/:id/closing',
    access: byAdministrator,
    params: one,
    answer: done,
    run: (ctx, { params }) => closeService(ctx, params.id).then(nothing),
  }),
  command({
    name: 'places.reopen-service',
    path: '/api/places/services/:id/reopening',
    access: byAdministrator,
    params: one,
    answer: done,
    run: (ctx, { params }) => reopenService(ctx, params.id).then(nothing),
  }),
];

const hoursRoutes: readonly Route[] = [
  command({
    name: 'places.set-opening-hours',
    path: '/api/places/facilities/:id/hours',
    access: byKeepers,
    method: 'PUT',
    params: one,
    body: shape.openingHours,
    answer: shape.versioned,
    run: (ctx, { params, body }) => setOpeningHours(ctx, params.id, body.windows, body.version),
  }),
  command({
    name: 'places.set-special-day',
    path: '/api/places/facilities/:id/special-days/:date',
    access: byKeepers,
    method: 'PUT',
    params: oneDay,
    body: shape.specialDay,
    answer: done,
    run: (ctx, { params, body }) => setSpecialDay(ctx, params.id, { ...body, date: params.date }).then(nothing),
  }),
  command({
    name: 'places.remove-special-day',
    path: '/api/places/facilities/:id/special-days/:date',
    access: byKeepers,
    method: 'DELETE',
    params: oneDay,
    answer: done,
    run: (ctx, { params }) => removeSpecialDay(ctx, params.id, params.date).then(nothing),
  }),
  query({
    name: 'places.read-holiday-calendar',
    path: '/api/places/facilities/:id/holidays',
    access: byKeepers,
    params: one,
    answer: shape.holidayCalendar,
    run: (ctx, { params }) => readHolidayCalendar(ctx, params.id),
  }),
  command({
    name: 'places.import-holidays',
    path: '/api/places/facilities/:id/holidays',
    access: byKeepers,
    method: 'PUT',
    upload: true,
    bodyLimit: largestCalendar,
    params: one,
    answer: z.object({ days: z.int() }),
    run: (ctx, { params }, { upload }) => importHolidayFile(ctx, params.id, upload?.bytes),
  }),
  command({
    name: 'places.set-holiday-feed',
    path: '/api/places/facilities/:id/holidays/feed',
    access: byKeepers,
    method: 'PUT',
    params: one,
    body: shape.holidayFeed,
    answer: done,
    run: (ctx, { params, body }) => setHolidayFeed(ctx, params.id, body.url).then(nothing),
  }),
  command({
    name: 'places.remove-holidays',
    path: '/api/places/facilities/:id/holidays',
    access: byKeepers,
    method: 'DELETE',
    params: one,
    answer: done,
    run: (ctx, { params }) => removeHolidayCalendar(ctx, params.id).then(nothing),
  }),
];

export const placesRoutes: readonly Route[] = [...publicRoutes, ...readRoutes, ...buildingRoutes, ...hoursRoutes];
