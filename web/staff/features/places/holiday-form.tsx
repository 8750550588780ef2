import { FileInput, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { command, putFile } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';
import { FormPanel } from '../shell/form-panel.tsx';
import { usePlaceStep } from './step.ts';
import { words } from './words.ts';

const largestBytes = 1_000_000;

/** A calendar of closed days: a file, its text, or an address that is asked every day. */
export function HolidayForm({ facilityId, onClose }: { facilityId: string; onClose: () => void }) {
  const step = usePlaceStep();
  const [file, setFile] = useState<File | null>(null);
  const [text, setText] = useState('');
  const [url, setUrl] = useState('');
  const address = url.trim();
  const said = [file !== null, text.trim() !== '', address !== ''].filter(Boolean).length;
  const tooLarge = (file?.size ?? text.length) > largestBytes;
  const noCalendar = text.trim() !== '' && !/^\s*BEGIN:VCALENDAR/i.test(text);
  const noAddress = address !== '' && !/^(https|webcals?):\/\/./i.test(address);
  const blocked = tooLarge
    ? words.tooLarge
    : noCalendar
      ? words.notACalendar
      : noAddress
        ? words.notAnAddress
        : said === 1
          ? undefined
          : words.oneWay;
  const save = () =>
    step.mutate(
      address
        ? {
            run: () => command(paths.places.holidayFeed(facilityId), { url: address }, { method: 'PUT' }),
            said: words.feedSet,
          }
        : {
            run: () => putFile(paths.places.holidays(facilityId), file ?? new Blob([text])),
            said: (answer) => words.holidaysRead((answer as { days: number }).days),
          },
      { onSuccess: onClose },
    );
  return (
    <FormPanel
      title={words.holidays}
      why={words.holidaysWhy}
      busy={step.isPending}
      blocked={blocked}
      onClose={onClose}
      onSubmit={save}
    >
      <FileInput
        label={words.byFile}
        accept=".ics,text/calendar"
        clearable
        value={file}
        error={file && tooLarge ? words.tooLarge : undefined}
        onChange={setFile}
      />
      <Textarea
        label={words.byText}
        autosize
        minRows={3}
        maxRows={8}
        value={text}
        error={noCalendar ? words.notACalendar : undefined}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <TextInput
        type="url"
        label={words.byAddress}
        description={words.addressHint}
        maxLength={2000}
        value={url}
        error={noAddress ? words.notAnAddress : undefined}
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
    </FormPanel>
  );
}
