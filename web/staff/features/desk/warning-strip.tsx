import { IconAlarm } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Warnings } from '../../../../server/modules/desk/contract.ts';
import { command } from '../../../lib/api.ts';
import { LinkAnchor } from '../../../lib/links.tsx';
import { paths } from '../../../lib/paths.ts';
import { useShortcut } from '../../../lib/shortcuts.tsx';
import { useNow } from '../../../ui/moment.tsx';
import { clockWords } from './clock-words.ts';
import { spanWords } from './due.ts';
import { type View, viewSearch, warningsQuery } from './queries.ts';
import styles from './queue.module.css';
import { warningWords as words } from './warning-words.ts';
import { actionWords } from './words.ts';

type Warning = Warnings['warnings'][number];
const mostShown = 2;

/** What one is told about clocks that run out; gone once it has been looked at. */
export function WarningStrip({ view }: { view: View }) {
  const found = useQuery(warningsQuery);
  const navigate = useNavigate();
  const all = found.data?.warnings ?? [];
  const first = all[0];
  useShortcut(
    'v',
    words.open,
    actionWords.listGroup,
    first &&
      (() =>
        void navigate({
          to: '/desk/$conversationId',
          params: { conversationId: first.conversationId },
          search: viewSearch(view),
        })),
  );
  if (all.length === 0) return null;
  return (
    <section className={styles.warnings} aria-label={words.title} aria-live="polite">
      <ul>
        {all.slice(0, mostShown).map((one) => (
          <Line key={one.id} it={one} view={view} />
        ))}
      </ul>
      {all.length > mostShown && <span>{words.more(all.length - mostShown)}</span>}
    </section>
  );
}

function Line({ it, view }: { it: Warning; view: View }) {
  const left = Date.parse(it.dueAt) - useNow();
  const due = left > 0 ? words.dueIn(spanWords(left, Math.floor)) : words.lateBy(spanWords(-left, Math.ceil));
  return (
    <li>
      <IconAlarm size={17} aria-hidden />
      <span>
        <LinkAnchor
          to="/desk/$conversationId"
          params={{ conversationId: it.conversationId }}
          search={viewSearch(view)}
          title={it.subject}
        >
          {it.reference} · {it.askerName}
        </LinkAnchor>{' '}
        {clockWords.kind[it.clock]}, {due}.<small>{words.why[it.toldAs]}</small>
      </span>
    </li>
  );
}

/** Who has it open has seen what they were told of it. */
export function useWarningsSeen(conversationId: string): void {
  const client = useQueryClient();
  const { data } = useQuery(warningsQuery);
  const isTold = data?.warnings.some((one) => one.conversationId === conversationId) ?? false;
  useEffect(() => {
    if (!isTold) return;
    void command(paths.desk.seeWarnings(conversationId), {}).then(
      () => client.invalidateQueries({ queryKey: warningsQuery.queryKey }),
      () => undefined,
    );
  }, [isTold, conversationId, client]);
}
