import type { ReactNode } from 'react';
import { type Clock, formatDate } from '../../platform/i18n/messages.ts';
import { SummaryList } from '../kit/index.ts';

/** Things that happened, one row a day, in the order in which they are given. */
export function Days({
  lines,
  clock,
}: {
  lines: readonly { readonly id: string; readonly at: Temporal.Instant; readonly says: ReactNode }[];
  clock: Clock;
}) {
  const days = Map.groupBy(lines, ({ at }) => formatDate(at, clock));
  return (
    <SummaryList
      rows={[...days].map(([day, ofDay]) => ({
        key: day,
        value: (
          <ul className="bedside-day">
            {ofDay.map(({ id, says }) => (
              <li key={id}>{says}</li>
            ))}
          </ul>
        ),
      }))}
    />
  );
}
