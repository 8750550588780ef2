import { Button } from '@mantine/core';
import { IconDoor } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ClosedPart as Closed } from '../../../../server/modules/places/contract.ts';
import { command } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';
import { Moment } from '../../../ui/moment.tsx';
import { EmptyState, Tag } from '../../../ui/parts.tsx';
import { Part } from './parts.tsx';
import styles from './places.module.css';
import { closedQuery } from './queries.ts';
import { usePlaceStep } from './step.ts';
import { partWords, words } from './words.ts';

const lifeOf = (one: Closed, life: 'closing' | 'reopening') =>
  one.kind === 'facility'
    ? paths.places.facilityLife(one.id, life)
    : paths.places.life(`${one.kind}s` as const, one.id, life);

/** What was closed in a facility, or the facilities that were; each can be opened again. */
export function ClosedPart({ facilityId }: { facilityId?: string }) {
  const { data } = useQuery(closedQuery(facilityId, true));
  const step = usePlaceStep();
  const rows = data?.closed ?? [];
  // On a list of facilities, nothing closed is nothing to say.
  if (!facilityId && rows.length === 0) return null;
  const reopen = (one: Closed) =>
    step.mutate({
      run: () => command(lifeOf(one, 'reopening')),
      said: words.reopened(one.name),
      undo: () => command(lifeOf(one, 'closing')),
    });
  return (
    <Part title={facilityId ? words.closedParts : words.closedFacilities}>
      {data && rows.length === 0 && (
        <EmptyState icon={<IconDoor size={40} aria-hidden />} title={words.nothingClosed}>
          {words.nothingClosedMore}
        </EmptyState>
      )}
      <ul className={styles.rows}>
        {rows.map((one) => (
          <li key={one.id} className={styles.row}>
            <div>
              <b>{one.name}</b> {facilityId && <Tag>{partWords[one.kind]}</Tag>}
              <p className={styles.soft}>
                <Moment at={one.closedAt} />
              </p>
            </div>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={words.reopenOf(one.name)}
              onClick={() => reopen(one)}
            >
              {words.reopen}
            </Button>
          </li>
        ))}
      </ul>
    </Part>
  );
}
