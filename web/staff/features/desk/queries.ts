import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  ClockHistory,
  Conversation,
  ofPerson,
  QueuePage,
  QueueSearch,
  Queues,
  Turn,
  Warnings,
  WholeMessage,
} from '../../../../server/modules/desk/contract.ts';
import type { Team } from '../../../../server/modules/workforce/contract.ts';
import { read } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';
import type { Find } from './search-query.ts';

export type List = QueueSearch['list'];

/** Which queue stands at the left; goes along in the address. */
export interface View {
  readonly list: List;
  readonly team?: string | undefined;
  readonly turn?: Turn | undefined;
  /** In place of a queue: what is searched for, without its words. */
  readonly find?: Find | undefined;
}

/** The same as words of the address, without what is not said. */
export const viewSearch = ({ list, team, turn, find }: View) =>
  find ? { ...find, search: true as const } : { list, ...(team && { team }), ...(turn && { turn }) };

export const isSearch = (view: View): view is View & { readonly find: Find } => view.find !== undefined;

/** What the words of the address ask for. */
export function viewOf(said: Partial<View> & Find & { readonly search?: true }): View {
  const { search, list = 'open', team, turn, find: _, ...rest } = said;
  return search ? { list, find: { ...(team && { team }), ...rest } } : { list, team, turn };
}

export const queuesQuery = queryOptions({
  queryKey: ['desk', 'queues'],
  queryFn: ({ signal }) => read<Queues>(paths.desk.queues, {}, signal),
});

export const queueQuery = ({ list, team: teamId, turn }: View) =>
  infiniteQueryOptions({
    queryKey: ['desk', 'queue', list, teamId ?? 'all', turn ?? 'both'],
    queryFn: ({ signal, pageParam }) =>
      read<QueuePage>(paths.desk.queue, { list, teamId, turn, limit: 50, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

export const conversationQuery = (id: string) =>
  queryOptions({
    queryKey: ['desk', 'conversation', id],
    queryFn: ({ signal }) => read<Conversation>(paths.desk.conversation(id), {}, signal),
  });

/** Also without news from the server: time passes by itself. */
export const warningsQuery = queryOptions({
  queryKey: ['desk', 'warnings'],
  queryFn: ({ signal }) => read<Warnings>(paths.desk.warnings, {}, signal),
  refetchInterval: 120_000,
});

export const clocksQuery = (id: string) =>
  queryOptions({
    queryKey: ['desk', 'clocks', id],
    queryFn: ({ signal }) => read<ClockHistory>(paths.desk.clocks(id), {}, signal),
  });

/** A mail does not change any more. */
export const wholeMessageQuery = (conversationId: string, messageId: string) =>
  queryOptions({
    queryKey: ['whole-message', conversationId, messageId],
    queryFn: ({ signal }) => read<WholeMessage>(paths.desk.message(conversationId, messageId), {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

export type OfPerson = z.infer<typeof ofPerson>;
export const ofPersonQuery = (personId: string) =>
  queryOptions({
    queryKey: ['desk', 'of-person', personId],
    queryFn: ({ signal }) => read<OfPerson>(paths.desk.ofPerson(personId), {}, signal),
  });

export const teamsQuery = queryOptions({
  queryKey: ['workforce', 'teams'],
  queryFn: ({ signal }) => read<{ teams: Team[] }>(paths.workforce.teams, {}, signal),
});
