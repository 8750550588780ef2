import { Checkbox, Group, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Registration } from '../../../../server/modules/people/contract.ts';
import { paths } from '../../../lib/paths.ts';
import { FormPanel } from '../shell/form-panel.tsx';
import { usePersonStep } from './steps.ts';
import { formWords } from './words.ts';

/** A record for someone whom nobody knows yet. */
export function RegisterForm({ onClose }: { onClose: () => void }) {
  const step = usePersonStep();
  const navigate = useNavigate();
  const [typed, setTyped] = useState({ given: '', family: '', birthDate: '', phone: '', email: '' });
  const [verified, setVerified] = useState(false);
  const field = (name: keyof typeof typed, label: string, type = 'text') => (
    <TextInput
      label={label}
      type={type}
      maxLength={200}
      value={typed[name]}
      onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
    />
  );
  const submit = () => {
    const contacts: Registration['contacts'] = [];
    if (typed.phone.trim()) contacts.push({ system: 'phone', value: typed.phone.trim() });
    if (typed.email.trim()) contacts.push({ system: 'email', value: typed.email.trim() });
    const body: Registration = {
      name: { given: typed.given.trim(), family: typed.family.trim() },
      ...(typed.birthDate && { birthDate: typed.birthDate }),
      contacts,
      verified,
    };
    step.mutate(
      { path: paths.people.all, body },
      {
        onSuccess: ({ id }) =>
          void (id && navigate({ to: '/people/$personId', params: { personId: id } }).then(onClose)),
      },
    );
  };
  return (
    <FormPanel
      title={formWords.registerTitle}
      submit={formWords.register}
      busy={step.isPending}
      blocked={typed.given.trim() + typed.family.trim() === '' ? formWords.fillFirst(formWords.family) : undefined}
      onClose={onClose}
      onSubmit={submit}
    >
      <Group grow>
        {field('given', formWords.given)}
        {field('family', formWords.family)}
      </Group>
      {field('birthDate', formWords.birthDate, 'date')}
      {field('phone', formWords.phone, 'tel')}
      {field('email', formWords.email, 'email')}
      <Checkbox
        label={formWords.registerVerified}
        checked={verified}
        onChange={(event) => setVerified(event.currentTarget.checked)}
      />
    </FormPanel>
  );
}
