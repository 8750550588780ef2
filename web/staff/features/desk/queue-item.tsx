import {
  IconAlertTriangle,
  IconBuildingHospital,
  IconMail,
  IconMessage,
  IconPencil,
  IconPhone,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import type { QueueRow } from '../../../../server/modules/desk/contract.ts';
import { useHasDraft } from '../../../lib/drafts.ts';
import { Moment, useNow } from '../../../ui/moment.tsx';
import { Tag } from '../../../ui/parts.tsx';
import { dueWords } from './due.ts';
import type { List } from './queries.ts';
import styles from './queue.module.css';
import { words } from './words.ts';

const channelSign = { portal: IconMessage, email: IconMail, phone: IconPhone, 'in-person': IconBuildingHospital };

interface QueueItemProps {
  row: QueueRow;
  list: List;
  team: string | undefined;
  ownId: string | undefined;
}

/** One line of a queue: who, what about, how urgent, who has it. */
export const QueueItem = memo(function QueueItem({ row, list, team, ownId }: QueueItemProps) {
  const due = dueWords(row.clocks, useNow());
  const Sign = channelSign[row.channel];
  const others = row.here.filter((one) => one.staffId !== ownId);
  const draft = useHasDraft(`${row.id} reply`);
  return (
    <li>
      <Link
        to="/desk/$conversationId"
        params={{ conversationId: row.id }}
        search={{ list, ...(team && { team }) }}
        className={styles.row}
        data-row={row.id}
        data-urgent={row.urgent ? 'yes' : 'no'}
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
          <span className={styles.part}>
            <Sign size={15} role="img" aria-label={words.channel[row.channel]} />
            <Moment at={row.lastMessageAt} />
          </span>
          <span>{row.owner?.staffId === ownId ? words.you : (row.owner?.name ?? words.nobody)}</span>
          {row.urgent && due && due.tone !== 'plain' && <Tag tone={due.tone}>{due.words}</Tag>}
          {draft && (
            <span className={styles.part}>
              <IconPencil size={14} aria-hidden />
              draft
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
