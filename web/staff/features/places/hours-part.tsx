import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Closure, Facility, FacilityCalendar } from '../../../../server/modules/places/contract.ts';
import { command } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';
import { troubleWords } from '../../../lib/problem.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { useNow } from '../../../ui/moment.tsx';
import { SkeletonRows, Tag, Trouble } from '../../../ui/parts.tsx';
import { ofWeekday, wallClock, weekdayOf } from '../../../ui/week.ts';
import { timesWords, WeekTable } from '../../../ui/week-hours.tsx';
import { dateWords, daysAfter } from './dates.ts';
import { HolidayPart } from './holiday-part.tsx';
import { type Form, Part } from './parts.tsx';
import styles from './places.module.css';
import { calendarQuery } from './queries.ts';
import { usePlaceStep } from './step.ts';
import { words } from './words.ts';

interface HoursPartProps {
  it: Facility;
  onForm: (form: Form) => void;
}

/** When a facility is open: the usual week, the days that differ, and where the holidays come from. */
export function HoursPart({ it, onForm }: HoursPartProps) {
  const calendar = useQuery(calendarQuery(it.id));
  const now = useNow();
  const may = it.can.includes('set-hours');
  return (
    <div>
      <Part
        title={words.week}
        actions={
          may && (
            <ActionButton size="compact-sm" variant="default" keys="o" onClick={() => onForm({ kind: 'hours' })}>
              {words.changeWeek}
            </ActionButton>
          )
        }
      >
        {it.hours.length > 0 ? (
          <WeekTable windows={it.hours} today={weekdayOf(wallClock(now, it.timeZone).date)} />
        ) : (
          <p className={styles.soft}>{words.noWeek}</p>
        )}
      </Part>
      {calendar.isPending && <SkeletonRows rows={2} height={40} label={words.loading} />}
      {calendar.isError && (
        <Trouble title={words.failed} retry={() => void calendar.refetch()} retryLabel={words.retry}>
          {troubleWords(calendar.error)}
        </Trouble>
      )}
      {calendar.data && <Days it={it} calendar={calendar.data} may={may} onForm={onForm} />}
      {may && <HolidayPart facilityId={it.id} onForm={onForm} />}
    </div>
  );
}

interface DaysProps extends HoursPartProps {
  calendar: FacilityCalendar;
  may: boolean;
}

function Days({ it, calendar, may, onForm }: DaysProps) {
  const now = useNow();
  const [all, setAll] = useState(false);
  const today = wallClock(now, it.timeZone).date;
  const ahead = calendar.closures.filter((one) => one.date >= today);
  const soon = ahead.filter((one) => one.date <= daysAfter(today, 60));
  const shown = all ? ahead : soon;
  return (
    <Part
      title={`${words.days}: ${all ? words.allDays.toLowerCase() : words.daysSoon.toLowerCase()}`}
      actions={
        may && (
          <ActionButton size="compact-sm" keys="x" onClick={() => onForm({ kind: 'day' })}>
            {words.addDay}
          </ActionButton>
        )
      }
    >
      {shown.length === 0 && (
        <p className={styles.soft}>
          {words.noDays} {may && words.noDaysMore}
        </p>
      )}
      <ul className={styles.rows}>
        {shown.map((one) => (
          <Day key={one.date} one={one} it={it} may={may} onForm={onForm} />
        ))}
      </ul>
      {ahead.length > soon.length && (
        <div>
          <Button size="compact-sm" variant="subtle" onClick={() => setAll(!all)}>
            {all ? words.fewDays : `${words.allDays} (${ahead.length})`}
          </Button>
        </div>
      )}
    </Part>
  );
}

function Day({ one, it, may, onForm }: { one: Closure; it: Facility; may: boolean; onForm: (form: Form) => void }) {
  const step = usePlaceStep();
  const at = paths.places.specialDay(it.id, one.date);
  const date = dateWords(one.date);
  const usual = ofWeekday(it.hours, weekdayOf(one.date));
  const remove = () =>
    step.mutate({
      run: () => command(at, undefined, { method: 'DELETE' }),
      said: words.dayRemoved(date),
      undo: () => command(at, { name: one.name, windows: one.windows }, { method: 'PUT' }),
    });
  return (
    <li className={styles.row}>
      <div>
        <b className={styles.date}>{date}</b> · {one.name}{' '}
        <Tag>{one.setBy === 'hand' ? words.setByHand : words.fromCalendar}</Tag>
        <p className={styles.soft}>
          {timesWords(one.windows)} ({words.usually(timesWords(usual))})
        </p>
      </div>
      {may && (
        <div className={styles.actions}>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={words.changeOf(date)}
            onClick={() => onForm({ kind: 'day', date: one.date })}
          >
            {words.change}
          </Button>
          {one.setBy === 'hand' && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`${words.remove}: ${date}`}
              loading={step.isPending}
              onClick={remove}
            >
              {words.remove}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
