import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { HolidayCalendar } from '../../../../server/modules/places/contract.ts';
import { command } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';
import { Moment } from '../../../ui/moment.tsx';
import { Facts, Notice } from '../../../ui/parts.tsx';
import { type Form, Part } from './parts.tsx';
import styles from './places.module.css';
import { holidaysQuery, isAwaited } from './queries.ts';
import { usePlaceStep } from './step.ts';
import { failureWords, words } from './words.ts';

/** Where the holidays come from, when they were last read, and what went wrong. */
export function HolidayPart({ facilityId, onForm }: { facilityId: string; onForm: (form: Form) => void }) {
  const { data } = useQuery(holidaysQuery(facilityId, true));
  const client = useQueryClient();
  const readAt = data?.readAt;
  // biome-ignore lint/correctness/useExhaustiveDependencies: days that were just fetched belong in the list above
  useEffect(() => {
    if (readAt) void client.invalidateQueries({ queryKey: ['places', 'calendar', facilityId] });
  }, [readAt]);
  if (!data) return null;
  const there = data.days > 0 || data.readAt !== undefined || data.feedUrl !== undefined;
  return (
    <Part
      title={words.holidays}
      actions={
        <div className={styles.actions}>
          <Button size="compact-sm" variant="default" onClick={() => onForm({ kind: 'holidays' })}>
            {there ? words.holidaysReplace : words.holidaysChange}
          </Button>
          {there && <Removal facilityId={facilityId} data={data} />}
        </div>
      }
    >
      {there ? (
        <Facts
          rows={[
            data.feedUrl !== undefined && [words.feedFrom, data.feedUrl],
            [
              data.feedUrl === undefined ? words.readAt : words.fetchedAt,
              data.readAt ? (
                <Moment key="at" at={data.readAt} />
              ) : isAwaited(data) ? (
                words.fetching
              ) : (
                words.neverFetched
              ),
            ],
            [words.daysKnown, String(data.days)],
          ]}
        />
      ) : (
        <p className={styles.soft}>{words.holidaysNone}</p>
      )}
      {data.feedFailedAt && (
        <Notice tone="warn" title={words.feedFailed}>
          <Moment at={data.feedFailedAt} />. {failureWords[data.feedFailure ?? 'unreachable']}{' '}
          {data.days > 0 && words.feedKept}
        </Notice>
      )}
    </Part>
  );
}

/** An address can be set again, so its removal is undone; a file is with whoever has it, so that is asked twice. */
function Removal({ facilityId, data }: { facilityId: string; data: HolidayCalendar }) {
  const step = usePlaceStep();
  const [sure, setSure] = useState(false);
  const { feedUrl } = data;
  const remove = () =>
    step.mutate(
      {
        run: () => command(paths.places.holidays(facilityId), undefined, { method: 'DELETE' }),
        said: words.holidaysRemoved,
        ...(feedUrl !== undefined && {
          undo: () => command(paths.places.holidayFeed(facilityId), { url: feedUrl }, { method: 'PUT' }),
        }),
      },
      { onSettled: () => setSure(false) },
    );
  if (!sure)
    return (
      <Button
        size="compact-sm"
        variant="default"
        loading={step.isPending}
        onClick={() => (feedUrl === undefined ? setSure(true) : remove())}
      >
        {words.removeHolidays}
      </Button>
    );
  return (
    <>
      <Button size="compact-sm" color="brick" loading={step.isPending} onClick={remove}>
        {words.removeHolidaysSure}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => setSure(false)}>
        {words.cancel}
      </Button>
    </>
  );
}
