import { NativeSelect, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { isStaffSignedIn, sessionQuery } from '../../lib/session.ts';
import { PaneHead } from '../../ui/panes.tsx';
import { useDeskLive } from '../features/desk/live.ts';
import { queuesQuery } from '../features/desk/queries.ts';
import { PromiseCountsTable } from '../features/promises/promise-counts.tsx';
import { PromiseList } from '../features/promises/promise-list.tsx';
import styles from '../features/promises/promises.module.css';
import { summaryQuery } from '../features/promises/queries.ts';
import { type List, words } from '../features/promises/words.ts';
import { usePageTitle } from '../features/shell/page-title.ts';

const lists = ['mine', 'teams', 'broken', 'ended', 'counts'] as const satisfies readonly List[];

/** What was promised to people: what one owes oneself, what the teams owe, and what was not kept. */
export function PromisesPage() {
  usePageTitle(words.title);
  useDeskLive(undefined);
  const navigate = useNavigate();
  const { list = 'mine', team } = useSearch({ from: '/workplace/promises' });
  const { data: session } = useQuery(sessionQuery);
  const ownId = isStaffSignedIn(session) ? session.id : undefined;
  const { data: summary } = useQuery(summaryQuery);
  const { data: queues } = useQuery(queuesQuery);
  const counts: Partial<Record<List, number | undefined>> = { mine: summary?.mine.open, broken: summary?.seen.broken };
  return (
    <>
      <PaneHead>
        <Title order={1}>{words.title}</Title>
        <Text size="sm" c="dimmed">
          {words.more}
        </Text>
        <nav aria-label={words.views}>
          <ul className={styles.views}>
            {lists.map((one) => (
              <li key={one}>
                <Link
                  to="/promises"
                  search={{ list: one, ...(team && { team }) }}
                  className={styles.view ?? ''}
                  aria-current={one === list ? 'page' : undefined}
                >
                  {words.lists[one]}
                  {counts[one] !== undefined && (
                    <span
                      className={styles.count}
                      data-tone={one === 'broken' && (counts[one] ?? 0) > 0 ? 'danger' : undefined}
                    >
                      {counts[one]}
                    </span>
                  )}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        {list !== 'mine' && (
          <NativeSelect
            size="sm"
            maw={320}
            aria-label={words.team}
            value={team ?? 'all'}
            data={[
              { value: 'all', label: words.allTeams },
              ...(queues?.teams ?? []).map((one) => ({ value: one.teamId, label: one.name })),
            ]}
            onChange={({ currentTarget: { value } }) =>
              void navigate({ to: '/promises', search: { list, ...(value !== 'all' && { team: value }) } })
            }
          />
        )}
      </PaneHead>
      {list === 'counts' ? (
        <PromiseCountsTable team={team} />
      ) : (
        <PromiseList key={list} list={list} team={list === 'mine' ? undefined : team} ownId={ownId} />
      )}
    </>
  );
}
