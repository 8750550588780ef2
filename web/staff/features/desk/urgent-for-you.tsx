import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Queues } from '../../../../server/modules/desk/contract.ts';
import { markWords as words } from './mark-words.ts';
import { type View, viewSearch } from './queries.ts';
import styles from './queue.module.css';

/** What is urgent and nobody has, and who is signed in is asked to take; told at once, wherever they are in the list. */
export function UrgentForYou({ asked, view }: { asked: Queues['urgentForYou']; view: View }) {
  return (
    <div role="alert" className={styles.forYou}>
      {asked.map((one) => (
        <Link
          key={one.id}
          to="/desk/$conversationId"
          params={{ conversationId: one.id }}
          search={viewSearch(view)}
          preload={false}
        >
          <IconAlertTriangle size={17} aria-hidden />
          {words.youAreAsked(one.reference)}
        </Link>
      ))}
    </div>
  );
}
