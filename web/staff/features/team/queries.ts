import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type { HeldWork, TeamWork } from '../../../../server/modules/desk/contract.ts';
import type { Facility } from '../../../../server/modules/places/contract.ts';
import type { Profile, staffPage, TeamDetail } from '../../../../server/modules/workforce/contract.ts';
import { read } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';

export const staffQuery = (words: string, teamId: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['workforce', 'list', words, teamId ?? 'all'],
    queryFn: ({ signal, pageParam }) =>
      read<z.infer<typeof staffPage>>(
        paths.workforce.staff,
        { words: words || undefined, teamId, cursor: pageParam },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });

export const teamsQuery = queryOptions({
  queryKey: ['workforce', 'teams'],
  queryFn: ({ signal }) => read<{ teams: TeamDetail[] }>(paths.workforce.teams, {}, signal),
});

export const facilitiesQuery = queryOptions({
  queryKey: ['workforce', 'facilities'],
  queryFn: ({ signal }) => read<{ facilities: Facility[] }>(paths.places.facilities, {}, signal),
});

/** The first administrator before anyone was invited; nobody else can be alone here. */
export const firstStaffQuery = (administrator: boolean) =>
  queryOptions({
    queryKey: ['workforce', 'first'],
    enabled: administrator,
    queryFn: ({ signal }) => read<z.infer<typeof staffPage>>(paths.workforce.staff, {}, signal),
  });

export const teamQuery = (id: string) =>
  queryOptions({
    queryKey: ['workforce', 'team', id],
    queryFn: ({ signal }) => read<TeamDetail>(paths.workforce.team(id), {}, signal),
  });

export const profileQuery = (id: string) =>
  queryOptions({
    queryKey: ['workforce', 'profile', id],
    queryFn: ({ signal }) => read<Profile>(paths.workforce.member(id), {}, signal),
  });

/** What goes back to the team when this colleague leaves or is away; asked where it is about to be decided. */
export const workOfStaffQuery = (id: string, enabled: boolean) =>
  queryOptions({
    queryKey: ['desk', 'work-of-staff', id],
    enabled,
    queryFn: ({ signal }) => read<HeldWork>(paths.desk.workOfStaff(id), {}, signal),
  });

export const workOfTeamQuery = (id: string) =>
  queryOptions({
    queryKey: ['desk', 'work-of-team', id],
    queryFn: ({ signal }) => read<TeamWork>(paths.desk.workOfTeam(id), {}, signal),
  });
