import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ClockHistory, Conversation } from '../../../../server/modules/desk/contract.ts';
import { troubleWords } from '../../../lib/problem.ts';
import { useShortcut } from '../../../lib/shortcuts.tsx';
import { absoluteMoment } from '../../../ui/moment.tsx';
import { Panel, SkeletonRows, Tag, Trouble } from '../../../ui/parts.tsx';
import { clockWords as words } from './clock-words.ts';
import { clocksQuery } from './queries.ts';
import styles from './thread.module.css';
import { actionWords } from './words.ts';

type Clock = ClockHistory['clocks'][number];

/** Every clock that ran for a case: what was owed, by when, and what came of it. */
export function ClocksPanel({ it, onClose }: { it: Conversation; onClose: () => void }) {
  const found = useQuery(clocksQuery(it.id));
  useShortcut('escape', words.close, actionWords.group, onClose);
  return (
    <Panel title={words.title} closeLabel={words.close} onClose={onClose}>
      <Text size="sm" c="dimmed">
        {words.why}
      </Text>
      {found.isPending && <SkeletonRows rows={3} height={64} label={words.loading} />}
      {found.isError && (
        <Trouble title={words.failed} retry={() => void found.refetch()} retryLabel={words.retry}>
          {troubleWords(found.error)}
        </Trouble>
      )}
      <ol className={styles.clocks}>
        {found.data?.clocks.map((clock) => (
          <li key={clock.id}>
            <b>{words.kind[clock.kind]}</b> <Outcome clock={clock} />
            <div>{words.target(clock.targetMinutes)}</div>
            {clock.afterHours && <div>{words.afterHours}</div>}
            {(clock.pausedMinutes ?? 0) > 0 && <div>{words.paused(clock.pausedMinutes ?? 0)}</div>}
            <ol>
              {clock.events.map((event) => (
                <li key={`${event.kind} ${event.at}`}>
                  {absoluteMoment(event.at)}: {words.event[event.kind]}
                  {event.dueAt && event.kind !== 'met' && event.kind !== 'withdrawn' && (
                    <>, {words.due(absoluteMoment(event.dueAt))}</>
                  )}
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function Outcome({ clock: { ended, missedMinutes } }: { clock: Clock }) {
  if (ended === null) return <Tag tone="info">{words.running}</Tag>;
  if (ended === 'withdrawn') return <Tag tone="plain">{words.withdrawn}</Tag>;
  return (missedMinutes ?? 0) > 0 ? (
    <Tag tone="danger">{words.late(missedMinutes ?? 0)}</Tag>
  ) : (
    <Tag tone="good">{words.inTime}</Tag>
  );
}
