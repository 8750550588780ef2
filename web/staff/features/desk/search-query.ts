import { infiniteQueryOptions } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { SearchInput, SearchPage } from '../../../../server/modules/desk/contract.ts';
import { ask, onSignedOut } from '../../../lib/api.ts';
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

const listeners = new Set<() => void>();
let typed = '';

/** What stands in the field, so that it is there again after a look at a conversation; kept by this page alone. */
export function setTyped(words: string): void {
  typed = words;
  for (const listener of listeners) listener();
}
onSignedOut(() => setTyped(''));

const listen = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
export const useTyped = (): string => useSyncExternalStore(listen, () => typed);
