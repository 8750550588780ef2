import { Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { DayWindow, FacilityCalendar } from '../../../../server/modules/places/contract.ts';
import { command } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';
import { ofWeekday, readDay, wallClock, weekdayOf } from '../../../ui/week.ts';
import { DayHours, words as hoursWords, timesWords } from '../../../ui/week-hours.tsx';
import { FormPanel } from '../shell/form-panel.tsx';
import { dateWords } from './dates.ts';
import { usePlaceStep } from './step.ts';
import { words } from './words.ts';

interface DayFormProps {
  facilityId: string;
  calendar: FacilityCalendar;
  date?: string | undefined;
  onClose: () => void;
}

/** Closes a date, or gives it hours of its own. */
export function DayForm({ facilityId, calendar, date: given, onClose }: DayFormProps) {
  const step = usePlaceStep();
  const was = calendar.closures.find((one) => one.date === given);
  const [date, setDate] = useState(given ?? '');
  const [name, setName] = useState(was?.name ?? '');
  const [open, setOpen] = useState((was?.windows.length ?? 0) > 0);
  const [times, setTimes] = useState<DayWindow[]>(was?.windows ?? []);
  const read = readDay(times);
  const past = date !== '' && date < wallClock(Date.now(), calendar.timeZone).date;
  const usual = date && ofWeekday(calendar.windows, weekdayOf(date));
  const blocked =
    date === ''
      ? words.missing(words.date)
      : past
        ? words.pastDate
        : name.trim() === ''
          ? words.missing(words.reason)
          : open && times.length === 0
            ? words.noOtherHours
            : open && !read
              ? hoursWords.wrong
              : undefined;
  const before = calendar.closures.find((one) => one.date === date && one.setBy === 'hand');
  const at = paths.places.specialDay(facilityId, date);
  const put = (day: { name: string; windows: readonly DayWindow[] }) => command(at, day, { method: 'PUT' });
  const save = () =>
    step.mutate(
      {
        run: () => put({ name: name.trim(), windows: open ? (read ?? []) : [] }),
        said: words.daySaved(dateWords(date)),
        undo: () =>
          before ? put({ name: before.name, windows: before.windows }) : command(at, undefined, { method: 'DELETE' }),
      },
      { onSuccess: onClose },
    );
  return (
    <FormPanel
      title={words.dayTitle}
      why={words.dayWhy}
      busy={step.isPending}
      blocked={blocked}
      onClose={onClose}
      onSubmit={save}
    >
      <TextInput
        type="date"
        autoFocus={!given}
        readOnly={given !== undefined}
        label={words.date}
        description={usual ? `${dateWords(date)}: ${words.usually(timesWords(usual))}` : undefined}
        min={wallClock(Date.now(), calendar.timeZone).date}
        value={date}
        error={past ? words.pastDate : undefined}
        onChange={(event) => setDate(event.currentTarget.value)}
      />
      <TextInput
        autoFocus={given !== undefined}
        label={words.reason}
        description={words.reasonExample}
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Radio.Group
        aria-label={words.dayTitle}
        value={open ? 'open' : 'closed'}
        onChange={(value) => {
          setOpen(value === 'open');
          if (value === 'open' && times.length === 0 && usual)
            setTimes(usual.map(({ opens, closes }) => ({ opens, closes })));
        }}
      >
        <Stack gap={6}>
          <Radio value="closed" label={words.closedAllDay} />
          <Radio value="open" label={words.otherHours} />
        </Stack>
      </Radio.Group>
      {open && <DayHours label={date ? dateWords(date) : words.otherHours} times={times} onChange={setTimes} />}
    </FormPanel>
  );
}
