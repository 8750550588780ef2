import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { NewFacility } from '../../../../server/modules/places/contract.ts';
import type { NewTeam } from '../../../../server/modules/workforce/contract.ts';
import { command } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';
import { FormPanel } from '../shell/form-panel.tsx';
import { facilitiesQuery } from './queries.ts';
import { useTeamStep } from './step.ts';
import { ReasonsField } from './team-form.tsx';
import { words } from './words.ts';

/** A first guess that holds for most places; the hours are changed beside the team. */
const workingWeek = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '17:00' }));
const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

export function FacilityForm({ onClose }: { onClose: () => void }) {
  const step = useTeamStep();
  const [name, setName] = useState('');
  const [timeZone, setTimeZone] = useState(here);
  const body: NewFacility = { name: name.trim(), timeZone: timeZone.trim(), hours: workingWeek };
  const missing = body.name === '' ? words.facilityName : body.timeZone === '' ? words.timeZone : undefined;
  return (
    <FormPanel
      title={words.newFacility}
      submit={words.create}
      busy={step.isPending}
      blocked={missing && words.missing(missing)}
      onClose={onClose}
      onSubmit={() =>
        step.mutate(
          { run: () => command(paths.places.facilities, body), said: words.facilityMade },
          { onSuccess: onClose },
        )
      }
    >
      <TextInput
        autoFocus
        label={words.facilityName}
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={words.timeZone}
        maxLength={64}
        value={timeZone}
        onChange={(event) => setTimeZone(event.currentTarget.value)}
      />
    </FormPanel>
  );
}

export function TeamForm({ ownId, onClose }: { ownId: string; onClose: () => void }) {
  const step = useTeamStep();
  const facilities = useQuery(facilitiesQuery);
  const [name, setName] = useState('');
  const [purpose, setPurpose] = useState('');
  const [facilityId, setFacilityId] = useState('');
  const [reasons, setReasons] = useState<string[]>([]);
  const [joins, setJoins] = useState(true);
  const [week, setWeek] = useState(true);
  const create = async () => {
    const body: NewTeam = {
      name: name.trim(),
      purposeWords: purpose.trim(),
      reasons,
      ...(facilityId && { facilityId }),
      ...(week && { hours: workingWeek }),
    };
    const made = await command<{ id: string }>(paths.workforce.teams, body);
    if (joins) await command(paths.workforce.teamMember(made.id, ownId), undefined, { method: 'PUT' });
  };
  return (
    <FormPanel
      title={words.newTeam}
      submit={words.create}
      busy={step.isPending}
      blocked={name.trim() === '' ? words.missing(words.teamName) : undefined}
      onClose={onClose}
      onSubmit={() => step.mutate({ run: create, said: words.teamMade }, { onSuccess: onClose })}
    >
      <TextInput
        autoFocus
        label={words.teamName}
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Textarea
        label={words.purpose}
        maxLength={500}
        autosize
        value={purpose}
        onChange={(event) => setPurpose(event.currentTarget.value)}
      />
      <NativeSelect
        label={words.facility}
        value={facilityId}
        onChange={(event) => setFacilityId(event.currentTarget.value)}
        data={[
          { value: '', label: words.wholeHospital },
          ...(facilities.data?.facilities ?? []).map((one) => ({ value: one.id, label: one.name })),
        ]}
      />
      <ReasonsField value={reasons} onChange={setReasons} />
      <Checkbox
        label={`${words.weekdays}, 09:00–17:00`}
        checked={week}
        onChange={(event) => setWeek(event.currentTarget.checked)}
      />
      <Checkbox label={words.joinMyself} checked={joins} onChange={(event) => setJoins(event.currentTarget.checked)} />
    </FormPanel>
  );
}
