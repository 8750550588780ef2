import { useQuery } from '@tanstack/react-query';
import type { Target } from '../../../../server/modules/desk/contract.ts';
import styles from './answering.module.css';
import { dayWords } from './durations.ts';
import { exampleQuery } from './queries.ts';
import { words } from './words.ts';

interface ExampleProps {
  of: Pick<Target, 'teamId' | 'reason' | 'responseMinutes' | 'resolutionMinutes'>;
  /** What is typed now means nothing. */
  quiet?: boolean;
}

/** What a promise means on a Friday afternoon, by the real hours of the team. */
export function Example({ of, quiet = false }: ExampleProps) {
  const valid = !quiet && of.responseMinutes > 0 && of.resolutionMinutes > 0;
  const { data } = useQuery(exampleQuery(of, valid));
  const at = (moment: string | null) => (moment && data ? dayWords(moment, data.askedAt, data.timeZone) : words.never);
  return (
    <p className={styles.example} aria-live="polite">
      <b>{words.exampleTitle}</b>{' '}
      {valid && data && (
        <>
          {words.example(at(data.askedAt), at(data.responseDueAt), at(data.resolutionDueAt))}{' '}
          {data.team ? words.countedBy(data.team.name) : words.noTeam}
        </>
      )}
    </p>
  );
}
