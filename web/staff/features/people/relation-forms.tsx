import { Checkbox, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Banner } from '../../../../server/modules/people/contract.ts';
import { paths } from '../../../lib/paths.ts';
import { FormPanel } from '../shell/form-panel.tsx';
import { PersonPicker } from './person-picker.tsx';
import { usePersonStep } from './steps.ts';
import { formWords, relationWords } from './words.ts';

interface Props {
  it: Banner;
  onClose: () => void;
}

export function RelationForm({ it, onClose }: Props) {
  const step = usePersonStep();
  const [relatedId, setRelatedId] = useState('');
  const [kind, setKind] = useState('mother');
  const [emergencyContact, setEmergency] = useState(false);
  return (
    <FormPanel
      title={formWords.relation}
      busy={step.isPending}
      blocked={relatedId === '' ? formWords.pickFirst : undefined}
      onClose={onClose}
      onSubmit={() =>
        step.mutate(
          {
            path: paths.people.relations(it.id),
            body: { relatedId, kind, emergencyContact },
            undo: (answer) => ({ path: paths.people.relation(it.id, answer.relationId ?? ''), method: 'DELETE' }),
          },
          { onSuccess: onClose },
        )
      }
    >
      <PersonPicker label={formWords.relatedPerson} without={[it.id]} value={relatedId} onChange={setRelatedId} />
      <NativeSelect
        label={formWords.kind}
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value)}
        data={Object.entries(relationWords).map(([value, label]) => ({ value, label }))}
      />
      <Checkbox
        label={formWords.emergencyContact}
        checked={emergencyContact}
        onChange={(event) => setEmergency(event.currentTarget.checked)}
      />
    </FormPanel>
  );
}

const scopeNames = Object.entries(formWords.scopeNames);

export function ProxyForm({ it, onClose }: Props) {
  const step = usePersonStep();
  const [proxyPersonId, setProxy] = useState('');
  const [scopes, setScopes] = useState<string[]>(['messages']);
  const [until, setUntil] = useState('');
  const blocked =
    proxyPersonId === ''
      ? formWords.pickFirst
      : until === ''
        ? formWords.fillFirst(formWords.proxyUntil)
        : scopes.length === 0
          ? formWords.fillFirst(formWords.scopes)
          : undefined;
  return (
    <FormPanel
      title={formWords.proxy}
      busy={step.isPending}
      blocked={blocked}
      onClose={onClose}
      onSubmit={() =>
        step.mutate(
          {
            path: paths.people.proxies,
            body: { proxyPersonId, forPersonId: it.id, scopes, until: new Date(`${until}T23:59:59`).toISOString() },
            undo: (answer) => ({
              path: paths.people.proxyEnd(answer.proxyId ?? ''),
              body: { reason: 'Taken back at once' },
            }),
          },
          { onSuccess: onClose },
        )
      }
    >
      <PersonPicker label={formWords.proxyPerson} without={[it.id]} value={proxyPersonId} onChange={setProxy} />
      <Checkbox.Group label={formWords.scopes} value={scopes} onChange={setScopes}>
        <Stack gap={6} mt={4}>
          {scopeNames.map(([value, label]) => (
            <Checkbox key={value} value={value} label={label} />
          ))}
        </Stack>
      </Checkbox.Group>
      <TextInput
        type="date"
        label={formWords.proxyUntil}
        value={until}
        onChange={(event) => setUntil(event.currentTarget.value)}
      />
    </FormPanel>
  );
}
