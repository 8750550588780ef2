import { Button } from '@mantine/core';
import { IconMailCheck } from '@tabler/icons-react';
import { type InfiniteData, type UseInfiniteQueryResult, useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { read } from '../../../lib/api.ts';
import { troubleWords } from '../../../lib/problem.ts';
import { PaneBody } from '../../../ui/panes.tsx';
import { EmptyState, SkeletonRows, Trouble } from '../../../ui/parts.tsx';
import styles from './undelivered.module.css';
import { words } from './words.ts';

interface Page {
  readonly next: string | null;
}

/** One list of mails, a page after the other. */
export const useMails = <P extends Page>(name: string, path: string) =>
  useInfiniteQuery({
    queryKey: ['messaging', name],
    queryFn: ({ signal, pageParam }) => read<P>(path, { cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

interface MailListProps<P> {
  list: UseInfiniteQueryResult<InfiniteData<P>>;
  empty: string;
  emptyMore: string;
  rowsOf: (page: P) => readonly ReactNode[];
}

/** What both lists of mails have around their rows. */
export function MailList<P>({ list, empty, emptyMore, rowsOf }: MailListProps<P>) {
  const rows = list.data?.pages.flatMap(rowsOf) ?? [];
  return (
    <PaneBody>
      {list.isPending && <SkeletonRows rows={6} height={70} label={words.loading} />}
      {list.isError && (
        <Trouble title={words.failed} retry={() => void list.refetch()} retryLabel={words.retry}>
          {troubleWords(list.error)}
        </Trouble>
      )}
      {list.data && rows.length === 0 && (
        <EmptyState icon={<IconMailCheck size={42} aria-hidden />} title={empty}>
          {emptyMore}
        </EmptyState>
      )}
      <ul className={styles.rows}>{rows}</ul>
      {list.hasNextPage && (
        <Button variant="default" m={12} onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
          {words.next}
        </Button>
      )}
    </PaneBody>
  );
}
