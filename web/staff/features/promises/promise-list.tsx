import { Button } from '@mantine/core';
import { IconClockCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { troubleWords } from '../../../lib/problem.ts';
import { useShortcut } from '../../../lib/shortcuts.tsx';
import { PaneBody } from '../../../ui/panes.tsx';
import { EmptyState, SkeletonRows, Trouble } from '../../../ui/parts.tsx';
import { PromiseLine } from './promise-line.tsx';
import styles from './promises.module.css';
import { promisesQuery } from './queries.ts';
import { type List, words } from './words.ts';

interface ListProps {
  list: Exclude<List, 'counts'>;
  team: string | undefined;
  ownId: string | undefined;
}

/** J and K go through it; the one that was gone to has the keys of its actions, and O opens its conversation. */
export function PromiseList({ list, team, ownId }: ListProps) {
  const navigate = useNavigate();
  const found = useInfiniteQuery(promisesQuery(list, team));
  const [chosenId, setChosen] = useState<string>();
  const rows = found.data?.pages.flatMap((page) => page.promises) ?? [];
  const at = rows.findIndex((row) => row.id === chosenId);
  const move = (by: number) => {
    const next = rows[Math.min(Math.max(at + by, 0), rows.length - 1)];
    if (!next) return;
    setChosen(next.id);
    document.querySelector<HTMLElement>(`[data-promise="${next.id}"]`)?.focus();
  };
  useShortcut('j', words.down, words.group, () => move(1));
  useShortcut('k', words.up, words.group, () => move(-1));
  const subject = rows[at]?.subject.id;
  useShortcut(
    'o',
    words.open,
    words.group,
    subject ? () => void navigate({ to: '/desk/$conversationId', params: { conversationId: subject } }) : undefined,
  );
  const [title, more] = words.empty[list];
  return (
    <PaneBody>
      {found.isPending && <SkeletonRows rows={6} height={80} label={words.loading} />}
      {found.isError && (
        <Trouble title={words.failed} retry={() => void found.refetch()} retryLabel={words.retry}>
          {troubleWords(found.error)}
        </Trouble>
      )}
      {found.data && rows.length === 0 && (
        <EmptyState icon={<IconClockCheck size={42} aria-hidden />} title={title}>
          {more}
        </EmptyState>
      )}
      <ul className={styles.lines}>
        {rows.map((row) => (
          <PromiseLine key={row.id} it={row} ownId={ownId} keyed={row.id === chosenId ? 'all' : 'none'} />
        ))}
      </ul>
      {found.hasNextPage && (
        <Button variant="default" m={12} onClick={() => void found.fetchNextPage()} loading={found.isFetchingNextPage}>
          {words.next}
        </Button>
      )}
    </PaneBody>
  );
}
