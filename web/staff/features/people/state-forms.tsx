import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Banner } from '../../../../server/modules/people/contract.ts';
import { paths } from '../../../lib/paths.ts';
import { FormPanel } from '../shell/form-panel.tsx';
import { usePersonStep } from './steps.ts';
import { formWords, sources, words } from './words.ts';

type State = 'death' | 'bereavement' | 'restriction';

interface Props {
  it: Banner;
  onClose: () => void;
}

/** A year of quiet unless somebody says otherwise. */
const inAYear = () => new Date(Date.now() + 365 * 86_400_000).toISOString().slice(0, 10);

export function StateForm({ it, state, onClose }: Props & { state: State }) {
  const step = usePersonStep();
  const [source, setSource] = useState('family');
  const [reason, setReason] = useState('');
  const [date, setDate] = useState(state === 'bereavement' ? inAYear() : '');
  const said = reason.trim();
  const body = {
    source,
    ...(said && { reason: said }),
    ...(state === 'death' && date && { diedOn: date }),
    ...(state === 'bereavement' && { until: date }),
  };
  const blocked =
    state === 'restriction' && !said
      ? formWords.fillFirst(words.reason)
      : state === 'bereavement' && !date
        ? formWords.fillFirst(formWords.untilDate)
        : undefined;
  const why = {
    death: formWords.deathWhy,
    bereavement: formWords.bereavementWhy,
    restriction: formWords.restrictionWhy,
  };
  return (
    <FormPanel
      title={`${it.displayName}: ${formWords[state]}`}
      why={why[state]}
      busy={step.isPending}
      blocked={blocked}
      onClose={onClose}
      onSubmit={() =>
        step.mutate(
          {
            path: paths.people.state(it.id, state),
            body,
            undo: () => ({ path: paths.people.stateUndo(it.id, state), body: { reason: 'Taken back at once' } }),
          },
          { onSuccess: onClose },
        )
      }
    >
      <NativeSelect
        label={words.source}
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
        data={Object.entries(sources).map(([value, label]) => ({ value, label }))}
      />
      {state !== 'restriction' && (
        <TextInput
          type="date"
          label={state === 'death' ? formWords.diedOn : formWords.untilDate}
          value={date}
          onChange={(event) => setDate(event.currentTarget.value)}
        />
      )}
      <Textarea
        label={words.reason}
        autosize
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormPanel>
  );
}

const stateOf = {
  'undo-death': 'death',
  'undo-bereavement': 'bereavement',
  'undo-restriction': 'restriction',
} as const;

export function UndoStateForm({ it, form, onClose }: Props & { form: keyof typeof stateOf }) {
  const step = usePersonStep();
  const [reason, setReason] = useState('');
  return (
    <FormPanel
      title={`${it.displayName}: ${formWords[form]}`}
      why={formWords.undoWhy}
      busy={step.isPending}
      blocked={reason.trim() === '' ? formWords.fillFirst(words.reason) : undefined}
      onClose={onClose}
      onSubmit={() =>
        step.mutate(
          { path: paths.people.stateUndo(it.id, stateOf[form]), body: { reason: reason.trim() }, said: words.doneUndo },
          { onSuccess: onClose },
        )
      }
    >
      <Textarea
        label={words.reason}
        autosize
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormPanel>
  );
}
