import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  Conversation,
  ofPerson,
  QueuePage,
  QueueSearch,
  Queues,
  WholeMessage,
} from '../../../../server/modules/desk/contract.ts';
import { read } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';

export type List = QueueSearch['list'];

export const queuesQuery = queryOptions({
  queryKey: ['desk', 'queues'],
  queryFn: ({ signal }) => read<Queues>(paths.desk.queues, {}, signal),
});

export const queueQuery = (list: List, teamId: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['desk', 'queue', list, teamId ?? 'all'],
    queryFn: ({ signal, pageParam }) =>
      read<QueuePage>(paths.desk.queue, { list, teamId, limit: 50, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

export const conversationQuery = (id: string) =>
  queryOptions({
    queryKey: ['desk', 'conversation', id],
    queryFn: ({ signal }) => read<Conversation>(paths.desk.conversation(id), {}, signal),
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
