import { Table, Text } from '@mantine/core';
import { IconClockCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { language } from '../../../lib/language.ts';
import { troubleWords } from '../../../lib/problem.ts';
import { PaneBody } from '../../../ui/panes.tsx';
import { EmptyState, SkeletonRows, Trouble } from '../../../ui/parts.tsx';
import styles from './promises.module.css';
import { countsQuery } from './queries.ts';
import { words } from './words.ts';

/** "November 2026" */
const monthWords = (month: string) =>
  new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(`${month}-01`),
  );

/** By team and month: never by colleague. */
export function PromiseCountsTable({ team }: { team: string | undefined }) {
  const { data, isPending, error, refetch } = useQuery(countsQuery);
  if (isPending) return <SkeletonRows rows={6} height={40} label={words.loading} />;
  if (error)
    return (
      <Trouble title={words.failed} retry={() => void refetch()} retryLabel={words.retry}>
        {troubleWords(error)}
      </Trouble>
    );
  const rows = data.months.filter((row) => team === undefined || row.team.teamId === team);
  if (rows.length === 0)
    return (
      <EmptyState icon={<IconClockCheck size={42} aria-hidden />} title={words.empty.counts[0]}>
        {words.empty.counts[1]}
      </EmptyState>
    );
  return (
    <PaneBody>
      <Text size="sm" c="dimmed" px={14} pt={10}>
        {words.countsMore}
      </Text>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must take the focus */}
      <section className={styles.table} tabIndex={0} aria-label={words.lists.counts}>
        <Table striped>
          <Table.Thead>
            <Table.Tr>
              {[words.month, words.team].map((name) => (
                <Table.Th key={name}>{name}</Table.Th>
              ))}
              {[words.made_, words.keptInTime, words.keptLate, words.broken, words.released, words.stillOpen].map(
                (name) => (
                  <Table.Th key={name} ta="end">
                    {name}
                  </Table.Th>
                ),
              )}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={`${row.month} ${row.team.teamId}`}>
                <Table.Td>{monthWords(row.month)}</Table.Td>
                <Table.Td>{row.team.name}</Table.Td>
                {([row.made, row.keptInTime, row.keptLate, row.broken, row.released, row.open] as const).map(
                  (count, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: columns stand in a fixed order
                    <Table.Td key={at} ta="end">
                      {count}
                    </Table.Td>
                  ),
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
    </PaneBody>
  );
}
