import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import type { FoundConversation } from '../../../../server/modules/desk/contract.ts';
import { Moment } from '../../../ui/moment.tsx';
import { MarkedText } from './marked-text.tsx';
import { type View, viewSearch } from './queries.ts';
import styles from './queue.module.css';
import search from './search.module.css';
import { searchWords } from './search-words.ts';
import { words } from './words.ts';

interface SearchItemProps {
  row: FoundConversation;
  view: View;
  /** The first of those that have other words than were typed. */
  nearby: boolean;
}

/** One line of what was found: who, what about, and the place where the words stand. */
export const SearchItem = memo(function SearchItem({ row, view, nearby }: SearchItemProps) {
  return (
    <li>
      {nearby && <p className={search.said}>{searchWords.nearby}</p>}
      <Link
        to="/desk/$conversationId"
        params={{ conversationId: row.id }}
        search={viewSearch(view)}
        className={styles.row}
        data-row={row.id}
        preload={false}
      >
        <span className={styles.name}>{row.asker.name}</span>
        <span className={search.when}>
          <Moment at={row.openedAt} />
        </span>
        <span className={styles.subject}>
          {row.about ? `${words.about(row.about.name)}: ` : ''}
          <MarkedText {...row.subject} />
        </span>
        <span className={search.snippet}>
          <MarkedText {...row.snippet} />
        </span>
        <span className={styles.meta}>
          <span>{searchWords.where[row.where]}</span>
          <span>{searchWords.states[row.status]}</span>
          <span>{row.team.name}</span>
          {row.ownerName && <span>{row.ownerName}</span>}
        </span>
      </Link>
    </li>
  );
});
