import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type {
  Found,
  PromiseCounts,
  PromisePage,
  PromiseSummary,
  PromiseView,
} from '../../../../server/modules/promises/contract.ts';
import { ask, read } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';
import type { List } from './words.ts';

/** Everything that is kept of promises lies under `kept`, so that news of them asks for it again. */
const kept = (...key: readonly string[]) => ['promises', 'kept', ...key] as const;
export const keptKey = kept();

export const promisesQuery = (list: Exclude<List, 'counts'>, teamId: string | undefined) =>
  infiniteQueryOptions({
    queryKey: kept('list', list, teamId ?? 'all'),
    queryFn: ({ signal, pageParam }) =>
      read<PromisePage>(paths.promises.all, { list, teamId, limit: 50, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

export const promisesOfQuery = (conversationId: string) =>
  queryOptions({
    queryKey: kept('of', conversationId),
    queryFn: ({ signal }) => read<{ promises: PromiseView[] }>(paths.desk.promises(conversationId), {}, signal),
  });

/** Asked for once a minute: what becomes near does so by itself. */
export const summaryQuery = queryOptions({
  queryKey: kept('summary'),
  queryFn: ({ signal }) => read<PromiseSummary>(paths.promises.summary, {}, signal),
  refetchInterval: 60_000,
});

export const countsQuery = queryOptions({
  queryKey: kept('counts'),
  queryFn: ({ signal }) => read<PromiseCounts>(paths.promises.counts, {}, signal),
});

/** What stands in a text; the same text says the same for as long as it is being written. */
export const foundQuery = (teamId: string, text: string) =>
  queryOptions({
    queryKey: ['promises', 'found', teamId, text],
    queryFn: ({ signal }) => ask<Found>(paths.promises.found, { text, teamId }, signal),
    staleTime: 300_000,
    gcTime: 60_000,
    placeholderData: keepPreviousData,
    retry: false,
  });
