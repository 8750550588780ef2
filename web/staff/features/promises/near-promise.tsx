import { useQuery } from '@tanstack/react-query';
import { whenWords } from './promise-time.ts';
import styles from './promises.module.css';
import { summaryQuery } from './queries.ts';
import { words } from './words.ts';

/** How many of one's own are near or broken, beside the way to them. */
export function OwedCount() {
  const { data } = useQuery(summaryQuery);
  const { near = 0, broken = 0 } = data?.mine ?? {};
  if (near + broken === 0) return null;
  return (
    <span className={styles.owed} data-broken={broken > 0 ? 'yes' : 'no'}>
      <span aria-hidden="true">{near + broken}</span>
      <span className="unseen">{words.owed(near, broken)}</span>
    </span>
  );
}

/** Told aloud once when something of one's own is soon due, wherever one works. */
export function NearPromise() {
  const { data } = useQuery(summaryQuery);
  const nearest = data?.nearest;
  return (
    <div className="unseen" role="status" aria-live="polite">
      {nearest && words.near(words.task[nearest.kind](nearest.personName), whenWords(nearest.dueAt, nearest.timeZone))}
    </div>
  );
}
