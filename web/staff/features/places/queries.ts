import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  ClosedPart,
  Department,
  Facility,
  FacilityCalendar,
  facilityPage,
  HolidayCalendar,
  Location,
  practitionerPage,
  Specialty,
  servicePage,
} from '../../../../server/modules/places/contract.ts';
import { read } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';

const pagesFrom = undefined as string | undefined;

export const facilitiesQuery = infiniteQueryOptions({
  queryKey: ['places', 'facilities'],
  queryFn: ({ signal, pageParam }) =>
    read<z.infer<typeof facilityPage>>(paths.places.facilities, { cursor: pageParam }, signal),
  initialPageParam: pagesFrom,
  getNextPageParam: (page) => page.next,
});

export const facilityQuery = (id: string) =>
  queryOptions({
    queryKey: ['places', 'facility', id],
    queryFn: ({ signal }) => read<Facility>(paths.places.facility(id), {}, signal),
  });

export const calendarQuery = (id: string) =>
  queryOptions({
    queryKey: ['places', 'calendar', id],
    queryFn: ({ signal }) => read<FacilityCalendar>(paths.places.calendar(id), {}, signal),
  });

/** Asked again while the first answer of an address is awaited. */
export const holidaysQuery = (id: string, enabled: boolean) =>
  queryOptions({
    queryKey: ['places', 'holidays', id],
    enabled,
    queryFn: ({ signal }) => read<HolidayCalendar>(paths.places.holidays(id), {}, signal),
    refetchInterval: ({ state: { data } }) => (data && isAwaited(data) ? 2000 : false),
  });
export const isAwaited = ({ feedUrl, readAt, feedFailedAt }: HolidayCalendar): boolean =>
  feedUrl !== undefined && readAt === undefined && feedFailedAt === undefined;

export const servicesQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['places', 'services', id],
    queryFn: ({ signal, pageParam }) =>
      read<z.infer<typeof servicePage>>(paths.places.services(id), { cursor: pageParam }, signal),
    initialPageParam: pagesFrom,
    getNextPageParam: (page) => page.next,
  });

export const specialtiesQuery = queryOptions({
  queryKey: ['places', 'specialties'],
  queryFn: ({ signal }) => read<{ specialties: Specialty[] }>(paths.places.specialties, {}, signal),
});

export const departmentsQuery = (id: string) =>
  queryOptions({
    queryKey: ['places', 'departments', id],
    queryFn: ({ signal }) => read<{ departments: Department[] }>(paths.places.departmentsOf(id), {}, signal),
  });

export const locationsQuery = (id: string) =>
  queryOptions({
    queryKey: ['places', 'locations', id],
    queryFn: ({ signal }) => read<{ locations: Location[] }>(paths.places.locationsOf(id), {}, signal),
  });

export const practitionersQuery = (facilityId: string, words: string) =>
  infiniteQueryOptions({
    queryKey: ['places', 'practitioners', facilityId, words],
    queryFn: ({ signal, pageParam }) =>
      read<z.infer<typeof practitionerPage>>(
        paths.places.practitioners,
        { facilityId, words: words || undefined, cursor: pageParam },
        signal,
      ),
    initialPageParam: pagesFrom,
    getNextPageParam: (page) => page.next,
  });

export const closedQuery = (facilityId: string | undefined, enabled: boolean) =>
  queryOptions({
    queryKey: ['places', 'closed', facilityId ?? 'facilities'],
    enabled,
    queryFn: ({ signal }) => read<{ closed: ClosedPart[] }>(paths.places.closed, { facilityId }, signal),
  });
