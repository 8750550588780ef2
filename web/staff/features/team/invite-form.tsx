import { Checkbox, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { NewStaff, Role } from '../../../../server/modules/workforce/contract.ts';
import { command } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';
import { useHasMail } from '../../../lib/session.ts';
import { Notice } from '../../../ui/parts.tsx';
import { FormPanel } from '../shell/form-panel.tsx';
import { teamsQuery } from './queries.ts';
import { RolesField } from './roles-field.tsx';
import { useTeamStep } from './step.ts';
import { words } from './words.ts';

export function InviteForm({ onClose }: { onClose: () => void }) {
  const step = useTeamStep();
  const hasMail = useHasMail();
  const teams = useQuery(teamsQuery);
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [chosen, setChosen] = useState<Role[]>([]);
  const [picked, setPicked] = useState<string[]>();
  const all = teams.data?.teams ?? [];
  // Where there is one team, everybody works in it until somebody says otherwise.
  const teamIds = picked ?? (all.length === 1 ? all.map((team) => team.id) : []);
  const missing = !name.trim()
    ? words.name
    : !email.trim()
      ? words.email
      : chosen.length === 0
        ? words.roles
        : undefined;
  const submit = () => {
    const body: NewStaff = {
      name: name.trim(),
      email: email.trim(),
      roles: chosen,
      teamIds,
      facilityIds: [],
    };
    step.mutate(
      { run: () => command(paths.workforce.staff, body), said: hasMail ? words.invited : words.invitedByFile },
      { onSuccess: onClose },
    );
  };
  return (
    <FormPanel
      title={words.invite}
      submit={words.sendInvitation}
      busy={step.isPending}
      blocked={missing && words.missing(missing)}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextInput
        autoFocus
        label={words.name}
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        type="email"
        label={words.email}
        maxLength={254}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <RolesField value={chosen} onChange={setChosen} />
      <Checkbox.Group
        label={words.teams}
        description={teamIds.length === 0 && words.withoutTeam}
        value={teamIds}
        onChange={setPicked}
      >
        <Stack gap={6} mt={4}>
          {all.map((team) => (
            <Checkbox key={team.id} value={team.id} label={team.name} />
          ))}
        </Stack>
      </Checkbox.Group>
      {!hasMail && <Notice tone="info">{words.noMail}</Notice>}
    </FormPanel>
  );
}
