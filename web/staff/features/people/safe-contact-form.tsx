import { Checkbox, Group, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Banner, SafeContact } from '../../../../server/modules/people/contract.ts';
import { paths } from '../../../lib/paths.ts';
import { FormPanel } from '../shell/form-panel.tsx';
import { channelWords } from './naming.ts';
import { usePersonStep } from './steps.ts';
import { formWords, words } from './words.ts';

const nothing: SafeContact = {
  doNotNameClinic: false,
  noVoicemail: false,
  onlyFrom: null,
  onlyUntil: null,
  onlyChannel: null,
  codeWord: null,
  words: null,
};
const orNull = (text: string) => (text.trim() === '' ? null : text);

/** How this person may be reached without harm. */
export function SafeContactForm({ it, onClose }: { it: Banner; onClose: () => void }) {
  const step = usePersonStep();
  const before = it.safeContact ?? nothing;
  const [rules, setRules] = useState(before);
  const set = (change: Partial<SafeContact>) => setRules({ ...rules, ...change });
  const halfHours = (rules.onlyFrom === null) !== (rules.onlyUntil === null);
  return (
    <FormPanel
      title={formWords['safe-contact']}
      busy={step.isPending}
      blocked={
        halfHours ? formWords.fillFirst(rules.onlyFrom === null ? formWords.onlyFrom : formWords.onlyUntil) : undefined
      }
      onClose={onClose}
      onSubmit={() =>
        step.mutate(
          {
            path: paths.people.safeContact(it.id),
            method: 'PUT',
            body: rules,
            undo: () => ({ path: paths.people.safeContact(it.id), method: 'PUT', body: before }),
          },
          { onSuccess: onClose },
        )
      }
    >
      <Checkbox
        label={formWords.doNotNameClinic}
        checked={rules.doNotNameClinic}
        onChange={(event) => set({ doNotNameClinic: event.currentTarget.checked })}
      />
      <Checkbox
        label={formWords.noVoicemail}
        checked={rules.noVoicemail}
        onChange={(event) => set({ noVoicemail: event.currentTarget.checked })}
      />
      <Group grow>
        <TextInput
          type="time"
          label={formWords.onlyFrom}
          value={rules.onlyFrom?.slice(0, 5) ?? ''}
          onChange={(event) => set({ onlyFrom: orNull(event.currentTarget.value) })}
        />
        <TextInput
          type="time"
          label={formWords.onlyUntil}
          value={rules.onlyUntil?.slice(0, 5) ?? ''}
          onChange={(event) => set({ onlyUntil: orNull(event.currentTarget.value) })}
        />
      </Group>
      <NativeSelect
        label={formWords.onlyChannel}
        value={rules.onlyChannel ?? ''}
        onChange={(event) => set({ onlyChannel: (event.currentTarget.value || null) as SafeContact['onlyChannel'] })}
        data={[
          { value: '', label: formWords.anyChannel },
          ...['email', 'phone', 'sms', 'portal', 'post'].map((value) => ({ value, label: channelWords(value) })),
        ]}
      />
      <TextInput
        label={formWords.codeWord}
        maxLength={60}
        value={rules.codeWord ?? ''}
        onChange={(event) => set({ codeWord: orNull(event.currentTarget.value) })}
      />
      <Textarea
        label={words.words}
        autosize
        maxLength={500}
        value={rules.words ?? ''}
        onChange={(event) => set({ words: orNull(event.currentTarget.value) })}
      />
    </FormPanel>
  );
}
