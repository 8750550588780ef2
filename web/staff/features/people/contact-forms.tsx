import { NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Banner } from '../../../../server/modules/people/contract.ts';
import { paths } from '../../../lib/paths.ts';
import { FormPanel } from '../shell/form-panel.tsx';
import { channelWords, purposeWords } from './naming.ts';
import { usePersonStep } from './steps.ts';
import { formWords, needWords, words } from './words.ts';

interface Props {
  it: Banner;
  onClose: () => void;
}

export function NeedForm({ it, onClose }: Props) {
  const step = usePersonStep();
  const [kind, setKind] = useState<keyof typeof needWords>('interpreter');
  const [said, setSaid] = useState('');
  return (
    <FormPanel
      title={formWords.need}
      busy={step.isPending}
      blocked={kind === 'other' && said.trim() === '' ? formWords.fillFirst(words.words) : undefined}
      onClose={onClose}
      onSubmit={() =>
        step.mutate(
          {
            path: paths.people.needs(it.id),
            body: { kind, ...(said.trim() && { words: said.trim() }) },
            undo: (answer) => ({ path: paths.people.need(it.id, answer.needId ?? ''), method: 'DELETE' }),
          },
          { onSuccess: onClose },
        )
      }
    >
      <NativeSelect
        label={words.needs}
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value as keyof typeof needWords)}
        data={Object.entries(needWords).map(([value, label]) => ({ value, label }))}
      />
      <TextInput
        label={words.words}
        maxLength={500}
        value={said}
        onChange={(event) => setSaid(event.currentTarget.value)}
      />
    </FormPanel>
  );
}

export function ContactForm({ it, onClose }: Props) {
  const step = usePersonStep();
  const [system, setSystem] = useState('phone');
  const [value, setValue] = useState('');
  return (
    <FormPanel
      title={formWords.contact}
      busy={step.isPending}
      blocked={value.trim() === '' ? formWords.fillFirst(formWords.value) : undefined}
      onClose={onClose}
      onSubmit={() =>
        step.mutate(
          { path: paths.people.contacts(it.id), body: { system, value: value.trim() } },
          { onSuccess: onClose },
        )
      }
    >
      <SegmentedControl
        aria-label={formWords.system}
        value={system}
        onChange={setSystem}
        data={[
          { value: 'phone', label: formWords.phone },
          { value: 'email', label: formWords.email },
        ]}
      />
      <TextInput
        label={formWords.value}
        maxLength={320}
        value={value}
        onChange={(event) => setValue(event.currentTarget.value)}
      />
    </FormPanel>
  );
}

const channels = ['email', 'sms', 'phone', 'post', 'portal'];
const purposes = ['every-purpose', 'answer', 'appointment', 'billing', 'survey', 'offer', 'answer-in-full'];

export function ConsentForm({ it, onClose }: Props) {
  const step = usePersonStep();
  const [channel, setChannel] = useState('email');
  const [purpose, setPurpose] = useState('every-purpose');
  const [given, setGiven] = useState('yes');
  const before = it.consents.find((one) => one.channel === channel && one.purpose === purpose);
  return (
    <FormPanel
      title={formWords.consent}
      busy={step.isPending}
      onClose={onClose}
      onSubmit={() =>
        step.mutate(
          {
            path: paths.people.consents(it.id),
            body: { channel, purpose, given: given === 'yes', source: 'person' },
            ...(before && {
              undo: () => ({
                path: paths.people.consents(it.id),
                body: { channel, purpose, given: before.given, source: 'staff' },
              }),
            }),
          },
          { onSuccess: onClose },
        )
      }
    >
      <NativeSelect
        label={formWords.channel}
        value={channel}
        onChange={(event) => setChannel(event.currentTarget.value)}
        data={channels.map((one) => ({ value: one, label: channelWords(one) }))}
      />
      <NativeSelect
        label={formWords.purpose}
        value={purpose}
        onChange={(event) => setPurpose(event.currentTarget.value)}
        data={purposes.map((one) => ({
          value: one,
          label: purposeWords(one),
        }))}
      />
      <SegmentedControl
        aria-label={formWords.answer}
        value={given}
        onChange={setGiven}
        data={[
          { value: 'yes', label: formWords.yes },
          { value: 'no', label: formWords.no },
        ]}
      />
    </FormPanel>
  );
}
