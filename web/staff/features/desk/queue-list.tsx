import { ActionIcon, Button, Group, NativeSelect, Title } from '@mantine/core';
import { IconCornerUpLeft, IconInbox, IconMessageQuestion, IconPhonePlus, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { LinkButton } from '../../../lib/links.tsx';
import { troubleWords } from '../../../lib/problem.ts';
import { isStaffSignedIn, sessionQuery } from '../../../lib/session.ts';
import { useShortcut } from '../../../lib/shortcuts.tsx';
import { PaneBody, PaneHead } from '../../../ui/panes.tsx';
import { EmptyState, SkeletonRows, Trouble } from '../../../ui/parts.tsx';
import { firstStaffQuery } from '../team/queries.ts';
import { words as teamWords } from '../team/words.ts';
import { type List, queueQuery, queuesQuery, type View, viewSearch } from './queries.ts';
import styles from './queue.module.css';
import { QueueItem } from './queue-item.tsx';
import { useRowKeys } from './row-keys.ts';
import { searchWords } from './search-words.ts';
import { TakeNext } from './take-next.tsx';
import { UrgentForYou } from './urgent-for-you.tsx';
import { WarningStrip } from './warning-strip.tsx';
import { actionWords, words } from './words.ts';

const lists = [
  'open',
  'mine',
  'unclaimed',
  'urgent',
  'breached',
  'waiting',
  'resolved',
] as const satisfies readonly List[];

interface QueueListProps {
  view: View;
  chosenId: string | undefined;
  ownId: string | undefined;
}

export function QueueList({ view, chosenId, ownId }: QueueListProps) {
  const { list, team, turn } = view;
  const navigate = useNavigate();
  const body = useRef<HTMLUListElement>(null);
  const queues = useQuery(queuesQuery);
  const { data: session } = useQuery(sessionQuery);
  const mayBuild = isStaffSignedIn(session) && session.roles.includes('administrator');
  const alone = useQuery(firstStaffQuery(mayBuild)).data?.staff.length === 1;
  const queue = useInfiniteQuery(queueQuery(view));
  const rows = queue.data?.pages.flatMap((page) => page.conversations) ?? [];

  useRowKeys(body, chosenId);
  const search = () => void navigate({ to: '/desk', search: { search: true } });
  useShortcut('/', searchWords.open, actionWords.listGroup, search);

  const counted = team === undefined ? queues.data?.all : queues.data?.teams.find((one) => one.teamId === team);
  const byTurn = list === 'mine' ? queues.data?.mine : list === 'open' ? counted : undefined;
  const countOf = (one: List): number | undefined => {
    if (one === 'mine') return queues.data && queues.data.mine.open + queues.data.mine.waiting;
    if (one === 'resolved') return undefined;
    return counted?.[one];
  };

  return (
    <>
      <PaneHead>
        <Group justify="space-between" wrap="nowrap" gap="xs">
          <Title order={1}>{words.list}</Title>
          <ActionIcon variant="light" size={30} aria-label={searchWords.open} title={searchWords.open} onClick={search}>
            <IconSearch size={17} aria-hidden />
          </ActionIcon>
        </Group>
        <Group gap="xs" mt={4}>
          <TakeNext view={view} />
          <LinkButton
            to="/people"
            size="compact-sm"
            variant="light"
            leftSection={<IconPhonePlus size={16} aria-hidden />}
          >
            {words.log}
          </LinkButton>
        </Group>
        <NativeSelect
          mt={8}
          size="sm"
          aria-label={words.team}
          value={team ?? 'all'}
          data={[
            { value: 'all', label: words.allTeams },
            ...(queues.data?.teams ?? []).map((one) => ({
              value: one.teamId,
              label: `${one.name} (${one.open})`,
            })),
          ]}
          onChange={({ currentTarget: { value } }) =>
            void navigate({ to: '.', search: viewSearch({ ...view, team: value === 'all' ? undefined : value }) })
          }
        />
        <nav aria-label={words.views}>
          <ul className={styles.views}>
            {lists.map((one) => {
              const count = countOf(one);
              return (
                <li key={one}>
                  <Link
                    to="."
                    search={viewSearch({ list: one, team })}
                    className={styles.view}
                    aria-current={one === list ? 'page' : undefined}
                  >
                    {words.lists[one]}
                    {count !== undefined && (
                      <span
                        className={styles.count}
                        data-tone={count > 0 && (one === 'urgent' || one === 'breached') ? 'danger' : undefined}
                      >
                        {count}
                      </span>
                    )}
                  </Link>
                </li>
              );
            })}
          </ul>
        </nav>
        <UrgentForYou asked={queues.data?.urgentForYou ?? []} view={view} />
        {byTurn && <Turns view={view} counts={byTurn} />}
        <WarningStrip view={view} />
      </PaneHead>
      <PaneBody>
        {queue.isPending && <SkeletonRows rows={7} height={64} label={words.loading} />}
        {queue.isError && !queue.data && (
          <Trouble title={words.failed} retry={() => void queue.refetch()} retryLabel={words.retry}>
            {troubleWords(queue.error)}
          </Trouble>
        )}
        {queue.data && rows.length === 0 && alone && (
          <EmptyState icon={<IconInbox size={40} aria-hidden />} title={teamWords.begin}>
            <p>{teamWords.beginMore}</p>
            <p>{teamWords.beginDesk}</p>
            <LinkButton to="/team">{teamWords.toTeam}</LinkButton>
          </EmptyState>
        )}
        {queue.data && rows.length === 0 && !alone && (
          <EmptyState
            icon={<IconInbox size={40} aria-hidden />}
            title={(turn ? words.emptyTurn[turn] : words.empty[list])[0]}
          >
            {(turn ? words.emptyTurn[turn] : words.empty[list])[1]}
          </EmptyState>
        )}
        <ul className={styles.rows} ref={body}>
          {rows.map((row) => (
            <QueueItem key={row.id} row={row} view={view} ownId={ownId} />
          ))}
        </ul>
        {queue.hasNextPage && (
          <div className={styles.more}>
            <Button
              variant="default"
              size="compact-sm"
              loading={queue.isFetchingNextPage}
              onClick={() => void queue.fetchNextPage()}
            >
              {words.more}
            </Button>
          </div>
        )}
      </PaneBody>
    </>
  );
}

/** Of what is open: everything, who waits for us, or whom we answered last. */
function Turns({ view, counts }: { view: View; counts: { readonly ours: number; readonly theirs: number } }) {
  return (
    <nav aria-label={words.whoseTurn}>
      <ul className={styles.turns}>
        {([undefined, 'ours', 'theirs'] as const).map((one) => (
          <li key={one ?? 'both'}>
            <Link
              to="."
              search={viewSearch({ ...view, turn: one })}
              className={styles.turnView}
              aria-current={one === view.turn ? 'page' : undefined}
            >
              {one === 'ours' && <IconMessageQuestion size={15} aria-hidden />}
              {one === 'theirs' && <IconCornerUpLeft size={15} aria-hidden />}
              {one ? words.turn[one] : words.bothTurns}
              {one && <span className={styles.count}>{counts[one]}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
