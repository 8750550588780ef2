import { Radio, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSettled } from '../../../ui/moment.tsx';
import { foundLine } from './found.ts';
import { findPeopleQuery } from './queries.ts';
import { words } from './words.ts';

interface PickerProps {
  label: string;
  without: readonly string[];
  value: string;
  onChange: (personId: string) => void;
}

/** Finds one other person inside a form. */
export function PersonPicker({ label, without, value, onChange }: PickerProps) {
  const [typed, setTyped] = useState('');
  const text = useSettled(typed.trim(), 200);
  const found = useQuery({ ...findPeopleQuery(text), enabled: text.length >= 2 });
  const people = (found.data?.people ?? []).filter((one) => !without.includes(one.id)).slice(0, 8);
  return (
    <>
      <TextInput
        label={label}
        description={words.searchHint}
        placeholder={words.searchPlaceholder}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {text.length >= 2 && (
        <Radio.Group value={value} onChange={onChange} aria-label={label}>
          <Stack gap={6}>
            {people.map((one) => (
              <Radio key={one.id} value={one.id} label={one.displayName} description={foundLine(one)} />
            ))}
            {found.data && people.length === 0 && words.nothing}
          </Stack>
        </Radio.Group>
      )}
    </>
  );
}
