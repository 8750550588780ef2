import { infiniteQueryOptions, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SearchInput, SearchPage } from '../../../../server/modules/desk/contract.ts';
import { ask } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';

/** How a search is narrowed down; goes along in the address. The words never do. */
export interface Find {
  readonly team?: string | undefined;
  readonly reason?: string | undefined;
  readonly state?: SearchInput['status'] | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly person?: string | undefined;
}

export const countOf = (find: Find): number => Object.values(find).filter((one) => one !== undefined).length;

export const searchQuery = (words: string, find: Find) =>
  infiniteQueryOptions({
    // Kept no longer than it is looked at: what was found is what people wrote.
    queryKey: ['desk-search', words, find],
    gcTime: 60_000,
    queryFn: ({ signal, pageParam }) =>
      ask<SearchPage>(
        paths.desk.search,
        {
          ...{ words, teamId: find.team, reason: find.reason, status: find.state },
          ...{ from: find.from, until: find.until, personId: find.person, cursor: pageParam },
        },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

/** What stands in the field, so that it is there again after a look at a conversation. It goes with the session. */
const typedQuery = queryOptions({
  queryKey: ['desk-search-typed'],
  queryFn: () => '',
  initialData: '',
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
});

export function useTyped(): readonly [string, (words: string) => void] {
  const client = useQueryClient();
  const { data } = useQuery(typedQuery);
  return [data, (words) => void client.setQueryData(typedQuery.queryKey, words)];
}
