import { Button, Group, Text } from '@mantine/core';
import { IconMailCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import type { SetAside, setAsidePage } from '../../../../server/modules/messaging/contract.ts';
import { read } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';
import { troubleWords } from '../../../lib/problem.ts';
import { Moment } from '../../../ui/moment.tsx';
import { PaneBody } from '../../../ui/panes.tsx';
import { EmptyState, SkeletonRows, Tag, Trouble } from '../../../ui/parts.tsx';
import { SetAsideMailView } from './set-aside-mail.tsx';
import styles from './undelivered.module.css';
import { becauseWords, setAsideWords, words } from './words.ts';

/** Mails that troubled nobody, for whoever looks through them now and then. */
export function SetAsideList() {
  const list = useInfiniteQuery({
    queryKey: ['messaging', 'set-aside'],
    queryFn: ({ signal, pageParam }) =>
      read<z.infer<typeof setAsidePage>>(paths.messaging.setAside, { cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const rows = list.data?.pages.flatMap((page) => page.mails) ?? [];
  return (
    <PaneBody>
      {list.isPending && <SkeletonRows rows={6} height={70} label={words.loading} />}
      {list.isError && (
        <Trouble title={words.failed} retry={() => void list.refetch()} retryLabel={words.retry}>
          {troubleWords(list.error)}
        </Trouble>
      )}
      {list.data && rows.length === 0 && (
        <EmptyState icon={<IconMailCheck size={42} aria-hidden />} title={setAsideWords.empty}>
          {setAsideWords.emptyMore}
        </EmptyState>
      )}
      <ul className={styles.rows}>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button variant="default" m={12} onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
          {words.next}
        </Button>
      )}
    </PaneBody>
  );
}

function Row({ row }: { row: SetAside }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <Group gap={8}>
          <Tag tone={row.outcome === 'automatic' ? 'info' : 'warn'}>{setAsideWords.outcome[row.outcome]}</Tag>
          <b dir="auto">{row.subject || setAsideWords.noSubject}</b>
          <Text size="sm" c="dimmed">
            {row.from ? `${setAsideWords.from} ${row.from}, ` : `${setAsideWords.nobody}, `}
            <Moment at={row.receivedAt} />
          </Text>
        </Group>
        {row.because && (
          <Text size="sm" c="dimmed">
            {setAsideWords.because}: {becauseWords(row.because)}
          </Text>
        )}
        {isOpen && <SetAsideMailView id={row.id} />}
      </div>
      <Button size="compact-sm" variant="default" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? setAsideWords.close : setAsideWords.read}
      </Button>
    </li>
  );
}
