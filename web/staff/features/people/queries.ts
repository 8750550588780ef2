import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as shape from '../../../../server/modules/people/contract.ts';
import { ask, read } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';

export const bannerQuery = (personId: string) =>
  queryOptions({
    queryKey: ['people', personId, 'banner'],
    queryFn: ({ signal }) => read<shape.Banner>(paths.people.banner(personId), {}, signal),
  });

export const findPeopleQuery = (text: string) =>
  queryOptions({
    // Kept no longer than it is looked at: a search is a list of names.
    queryKey: ['people-search', text],
    gcTime: 60_000,
    queryFn: ({ signal }) => ask<{ people: shape.FoundPerson[] }>(paths.people.search, { text, limit: 20 }, signal),
  });

export const likelyQuery = (personId: string) =>
  queryOptions({
    queryKey: ['people', personId, 'likely'],
    gcTime: 60_000,
    queryFn: ({ signal }) => read<{ people: shape.LikelyPerson[] }>(paths.people.likely(personId), {}, signal),
  });

export const careTeamsQuery = (personId: string) =>
  queryOptions({
    queryKey: ['people', personId, 'care-teams'],
    queryFn: ({ signal }) => read<{ careTeams: shape.CareTeam[] }>(paths.people.careTeams(personId), {}, signal),
  });

export const visitsQuery = (personId: string) =>
  queryOptions({
    queryKey: ['people', personId, 'visits'],
    queryFn: ({ signal }) => read<z.infer<typeof shape.visitPage>>(paths.people.visits(personId), {}, signal),
  });

export const timelineQuery = (personId: string) =>
  queryOptions({
    queryKey: ['people', personId, 'timeline'],
    queryFn: ({ signal }) => read<z.infer<typeof shape.timelinePage>>(paths.people.timeline(personId), {}, signal),
  });
