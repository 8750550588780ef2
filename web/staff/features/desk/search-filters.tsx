import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { PersonPicker } from '../people/person-picker.tsx';
import { bannerQuery } from '../people/queries.ts';
import { queuesQuery } from './queries.ts';
import { reasonNames, reasonWords } from './reason-words.ts';
import search from './search.module.css';
import type { Find } from './search-query.ts';
import { searchWords as words } from './search-words.ts';

const any = 'any';
const states = ['unclaimed', 'claimed', 'waiting', 'resolved', 'merged'] as const;

interface FiltersProps {
  find: Find;
  onChange: (find: Find) => void;
}

/** By what a search can be narrowed down. */
export function SearchFilters({ find, onChange }: FiltersProps) {
  const queues = useQuery(queuesQuery);
  const chosen = (value: string) => (value === any || value === '' ? undefined : value);
  return (
    <div className={search.fields}>
      <NativeSelect
        size="sm"
        label={words.team}
        value={find.team ?? any}
        data={[
          { value: any, label: words.allTeams },
          ...(queues.data?.teams ?? []).map((one) => ({ value: one.teamId, label: one.name })),
        ]}
        onChange={({ currentTarget: { value } }) => onChange({ ...find, team: chosen(value) })}
      />
      <NativeSelect
        size="sm"
        label={words.state}
        value={find.state ?? any}
        data={[
          { value: any, label: words.allStates },
          ...states.map((one) => ({ value: one, label: words.states[one] })),
        ]}
        onChange={({ currentTarget: { value } }) => onChange({ ...find, state: states.find((one) => one === value) })}
      />
      <NativeSelect
        className={search.wide}
        size="sm"
        label={words.reason}
        value={find.reason ?? any}
        data={[
          { value: any, label: words.allReasons },
          ...reasonNames.map((one) => ({ value: one, label: reasonWords(one) })),
        ]}
        onChange={({ currentTarget: { value } }) => onChange({ ...find, reason: chosen(value) })}
      />
      <TextInput
        size="sm"
        type="date"
        label={words.from}
        value={find.from ?? ''}
        {...(find.until && { max: find.until })}
        onChange={({ currentTarget: { value } }) => onChange({ ...find, from: chosen(value) })}
      />
      <TextInput
        size="sm"
        type="date"
        label={words.until}
        value={find.until ?? ''}
        {...(find.from && { min: find.from })}
        onChange={({ currentTarget: { value } }) => onChange({ ...find, until: chosen(value) })}
      />
      <div className={search.wide}>
        <PersonFilter find={find} onChange={onChange} />
      </div>
    </div>
  );
}

function PersonFilter({ find, onChange }: FiltersProps) {
  const [choosing, setChoosing] = useState(false);
  const person = useQuery({ ...bannerQuery(find.person ?? ''), enabled: find.person !== undefined });
  if (find.person)
    return (
      <Button
        size="compact-sm"
        variant="light"
        rightSection={<IconX size={14} aria-hidden />}
        aria-label={`${words.person}: ${person.data?.displayName ?? '…'}. ${words.anybody}`}
        onClick={() => onChange({ ...find, person: undefined })}
      >
        {words.person}: {person.data?.displayName ?? '…'}
      </Button>
    );
  if (choosing)
    return (
      <PersonPicker
        label={words.person}
        without={[]}
        value=""
        onChange={(person) => {
          setChoosing(false);
          onChange({ ...find, person });
        }}
      />
    );
  return (
    <Button size="compact-sm" variant="default" onClick={() => setChoosing(true)}>
      {words.choosePerson}
    </Button>
  );
}
