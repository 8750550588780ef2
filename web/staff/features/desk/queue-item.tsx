import {
  IconAlertTriangle,
  IconBuildingHospital,
  IconCornerUpLeft,
  IconMail,
  IconMessage,
  IconMessageQuestion,
  IconPencil,
  IconPhone,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import type { QueueRow } from '../../../../server/modules/desk/contract.ts';
import { Moment, useNow } from '../../../ui/moment.tsx';
import { Tag } from '../../../ui/parts.tsx';
import { useHasDraft } from './drafts.ts';
import { dueWords } from './due.ts';
import { markWords } from './mark-words.ts';
import { type View, viewSearch } from './queries.ts';
import styles from './queue.module.css';
import { words } from './words.ts';

const channelSign = { portal: IconMessage, email: IconMail, phone: IconPhone, 'in-person': IconBuildingHospital };

interface QueueItemProps {
  row: QueueRow;
  view: View;
  ownId: string | undefined;
}

/** One line of a queue: who, what about, how urgent, whose turn it is, who has it. Who waits for us stands out by weight, sign and words. */
export const QueueItem = memo(function QueueItem({ row, view, ownId }: QueueItemProps) {
  const due = dueWords(row.clocks, useNow());
  const Sign = channelSign[row.channel];
  const others = row.here.filter((one) => one.staffId !== ownId);
  const draft = useHasDraft(row.id) ?? row.hasDraft;
  const isOpen = row.status === 'unclaimed' || row.status === 'claimed';
  return (
    <li>
      <Link
        to="/desk/$conversationId"
        params={{ conversationId: row.id }}
        search={viewSearch(view)}
        className={styles.row}
        data-row={row.id}
        data-urgent={row.urgent ? 'yes' : 'no'}
        data-turn={isOpen ? row.turn : undefined}
        preload={false}
      >
        <span className={styles.name}>{row.asker.name}</span>
        <span>
          {row.urgent ? (
            <Tag tone="danger">
              <IconAlertTriangle size={14} aria-hidden />
              {words.lists.urgent}
            </Tag>
          ) : (
            due && <Tag tone={due.tone}>{due.words}</Tag>
          )}
        </span>
        <span className={styles.subject}>
          {row.about ? `${words.about(row.about.name)}: ` : ''}
          {row.subject}
        </span>
        <span className={styles.meta}>
          {isOpen && (
            <span className={styles.turn}>
              {row.turn === 'ours' ? (
                <IconMessageQuestion size={15} aria-hidden />
              ) : (
                <IconCornerUpLeft size={15} aria-hidden />
              )}
              {words.turn[row.turn]}
            </span>
          )}
          <span className={styles.part}>
            <Sign size={15} role="img" aria-label={words.channel[row.channel]} />
            <Moment at={row.lastMessageAt} />
          </span>
          {row.urgentFor && row.urgentFor.staffId === ownId && <Tag tone="danger">{markWords.forYou}</Tag>}
          {row.marks
            .filter((mark) => mark !== 'danger')
            .map((mark) => (
              <Tag key={mark} tone={mark === 'grief' ? 'grief' : 'plain'}>
                {markWords.may[mark]}
              </Tag>
            ))}
          <span>{row.owner?.staffId === ownId ? words.you : (row.owner?.name ?? words.nobody)}</span>
          {row.urgent && due && due.tone !== 'plain' && <Tag tone={due.tone}>{due.words}</Tag>}
          {draft && (
            <span className={styles.part}>
              <IconPencil size={14} aria-hidden />
              {words.draft}
            </span>
          )}
          {others.map((one) => (
            <span key={one.staffId} className={styles.here}>
              {words.here(one.name, one.doing === 'typing')}
            </span>
          ))}
        </span>
      </Link>
    </li>
  );
});
