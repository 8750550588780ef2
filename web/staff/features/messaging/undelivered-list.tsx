import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import type { tried, Undelivered, undeliveredPage } from '../../../../server/modules/messaging/contract.ts';
import { command } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';
import { troubleWords } from '../../../lib/problem.ts';
import { useUndo } from '../../../lib/undo.tsx';
import { Moment } from '../../../ui/moment.tsx';
import { Tag } from '../../../ui/parts.tsx';
import { MailList, useMails } from './mail-list.tsx';
import styles from './undelivered.module.css';
import { words } from './words.ts';

/** What did not reach anybody, and what can be done about it. */
export const UndeliveredList = () => (
  <MailList
    list={useMails<z.infer<typeof undeliveredPage>>('undelivered', paths.messaging.undelivered)}
    empty={words.empty}
    emptyMore={words.emptyMore}
    rowsOf={(page) => page.undelivered.map((row) => <Row key={row.dispatchId} row={row} />)}
  />
);

/** They asked for another way, and got it: nothing went wrong. */
const isTheirChoice = ({ reason }: Undelivered) => reason.startsWith('safe-contact');

function toneOf(row: Undelivered) {
  if (isTheirChoice(row)) return 'info';
  return row.what === 'held' ? 'warn' : 'danger';
}

function Row({ row }: { row: Undelivered }) {
  const client = useQueryClient();
  const undo = useUndo();
  const after = (said: string) => {
    undo.done({ said });
    return client.invalidateQueries({ queryKey: ['messaging', 'undelivered'] });
  };
  const onError = (error: Error) => undo.failed(troubleWords(error));
  const retry = useMutation({
    mutationFn: () => command<z.infer<typeof tried>>(paths.messaging.retry(row.dispatchId)),
    onSuccess: ({ held }) => after(held ? words.heldAgain : words.triedSaid),
    onError,
  });
  const settle = useMutation({
    mutationFn: () => command(paths.messaging.settle(row.dispatchId)),
    onSuccess: () => after(words.settledSaid),
    onError,
  });
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <Group gap={8}>
          <Tag tone={toneOf(row)}>{isTheirChoice(row) ? words.byChoice : words.what[row.what]}</Tag>
          <b>{row.personName ?? words.kind[row.kind]}</b>
          <Text size="sm" c="dimmed">
            {row.personName && `${words.kind[row.kind]}, `}
            {row.sentTo && `${words.to} ${row.sentTo}, `}
            <Moment at={row.since} />
          </Text>
        </Group>
        <div>{row.words}</div>
        {row.detail && (
          <Text size="sm" c="dimmed">
            {words.detail}: {row.detail}
          </Text>
        )}
        <Group gap={14}>
          {row.threadId && (
            <Link to="/desk/$conversationId" params={{ conversationId: row.threadId }} className={styles.link ?? ''}>
              {words.conversation}
            </Link>
          )}
          {row.personId && (
            <Link to="/people/$personId" params={{ personId: row.personId }} className={styles.link ?? ''}>
              {words.person}
            </Link>
          )}
        </Group>
      </div>
      <Group gap={6}>
        <Button
          size="compact-sm"
          variant={row.what === 'held' ? 'subtle' : 'filled'}
          loading={retry.isPending}
          onClick={() => retry.mutate()}
        >
          {words.retry}
        </Button>
        <Button size="compact-sm" variant="default" loading={settle.isPending} onClick={() => settle.mutate()}>
          {words.settle}
        </Button>
      </Group>
    </li>
  );
}
