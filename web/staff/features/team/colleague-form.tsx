import { Checkbox, MultiSelect, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Profile, StaffChange } from '../../../../server/modules/workforce/contract.ts';
import { command } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';
import { fieldMessage, isProblem } from '../../../lib/problem.ts';
import { Notice } from '../../../ui/parts.tsx';
import { reasonNames, reasonWords } from '../desk/reason-words.ts';
import { FormPanel } from '../shell/form-panel.tsx';
import { spokenLanguages } from './languages.ts';
import { facilitiesQuery } from './queries.ts';
import { RolesField } from './roles-field.tsx';
import { useTeamStep } from './step.ts';
import { colleagueWords, words } from './words.ts';

interface ColleagueFormProps {
  it: Profile;
  isOwn: boolean;
  onClose: () => void;
}

/** Who a colleague is here: their name, what they may do, and where. */
export function ColleagueForm({ it, isOwn, onClose }: ColleagueFormProps) {
  const step = useTeamStep();
  const facilities = useQuery(facilitiesQuery);
  const [name, setName] = useState(it.name);
  const [shownAs, setShownAs] = useState(it.shownAs);
  const [email, setEmail] = useState(it.email);
  const [roles, setRoles] = useState(it.roles);
  const [facilityIds, setFacilityIds] = useState(it.facilityIds);
  const [languages, setLanguages] = useState(it.languages);
  const [skills, setSkills] = useState(it.skills);
  const missing = !name.trim()
    ? words.name
    : !shownAs.trim()
      ? words.shownAs
      : !email.trim()
        ? words.email
        : roles.length === 0
          ? words.roles
          : undefined;
  const change = (to: StaffChange) => command(paths.workforce.member(it.id), to, { method: 'PATCH' });
  const losesOwn = isOwn && it.roles.includes('administrator') && !roles.includes('administrator');
  const submit = () => {
    const { name: oldName, shownAs: oldShownAs, email: oldEmail, roles: oldRoles, facilityIds: oldFacilityIds } = it;
    const old = {
      ...{ name: oldName, shownAs: oldShownAs, email: oldEmail, roles: oldRoles, facilityIds: oldFacilityIds },
      ...{ languages: it.languages, skills: it.skills },
    };
    const who = { name: name.trim(), shownAs: shownAs.trim(), email: email.trim() };
    const body = { ...who, roles, facilityIds, languages, skills };
    step.mutate(
      {
        run: () => change(body),
        said: colleagueWords.changed,
        ...(!losesOwn && { undo: () => change(old) }),
      },
      { onSuccess: onClose },
    );
  };
  const emailTrouble = isProblem(step.error) && step.error.code === 'workforce.email-taken' && step.error.message;
  return (
    <FormPanel
      title={`${colleagueWords.changeTitle}: ${it.name}`}
      busy={step.isPending}
      blocked={missing && words.missing(missing)}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        autoFocus
        label={words.name}
        maxLength={200}
        value={name}
        error={fieldMessage(step.error, 'name')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={words.shownAs}
        description={colleagueWords.shownAsWhy}
        maxLength={200}
        value={shownAs}
        error={fieldMessage(step.error, 'shownAs')}
        onChange={(event) => setShownAs(event.currentTarget.value)}
      />
      <TextInput
        type="email"
        label={words.email}
        description={colleagueWords.emailWhy}
        maxLength={254}
        value={email}
        error={emailTrouble || fieldMessage(step.error, 'email')}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <RolesField value={roles} onChange={setRoles} keepsAdministrator={it.onlyAdministrator} />
      {losesOwn && <Notice tone="warn">{colleagueWords.losesOwn}</Notice>}
      <MultiSelect
        label={colleagueWords.languages}
        description={colleagueWords.languagesWhy}
        searchable
        data={spokenLanguages}
        value={languages}
        onChange={setLanguages}
      />
      <MultiSelect
        label={colleagueWords.skills}
        description={colleagueWords.skillsWhy}
        data={[...new Set([...reasonNames, ...skills])].map((one) => ({ value: one, label: reasonWords(one) }))}
        value={skills}
        onChange={setSkills}
      />
      <Checkbox.Group
        label={colleagueWords.facilities}
        description={colleagueWords.everywhereWhy}
        value={facilityIds}
        onChange={setFacilityIds}
      >
        <Stack gap={6} mt={4}>
          {facilities.data?.facilities.map((one) => (
            <Checkbox key={one.id} value={one.id} label={one.name} />
          ))}
        </Stack>
      </Checkbox.Group>
    </FormPanel>
  );
}
