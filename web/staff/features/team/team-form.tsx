import { Checkbox, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { TeamChange, TeamDetail } from '../../../../server/modules/workforce/contract.ts';
import { command } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';
import { fieldMessage, isProblem } from '../../../lib/problem.ts';
import { reasonNames, reasonWords } from '../desk/reason-words.ts';
import { FormPanel } from '../shell/form-panel.tsx';
import { useTeamStep } from './step.ts';
import { teamWords, words } from './words.ts';

/** Every reason people can choose, and those that this house made for itself. */
export function ReasonsField({ value, onChange }: { value: readonly string[]; onChange: (reasons: string[]) => void }) {
  const [own] = useState(() => value.filter((one) => !reasonNames.some((known) => known === one)));
  return (
    <Checkbox.Group label={teamWords.reasons} description={teamWords.reasonsWhy} value={[...value]} onChange={onChange}>
      <Stack gap={6} mt={4}>
        {[...reasonNames, ...own].map((reason) => (
          <Checkbox key={reason} value={reason} label={reasonWords(reason)} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

/** What a team is called, what it is for, and which questions come to it. */
export function ChangeTeamForm({ it, onClose }: { it: TeamDetail; onClose: () => void }) {
  const step = useTeamStep();
  const [name, setName] = useState(it.name);
  const [purposeWords, setPurposeWords] = useState(it.purposeWords);
  const [reasons, setReasons] = useState(it.reasons);
  const change = (to: TeamChange) => command(paths.workforce.team(it.id), to, { method: 'PATCH' });
  const nameTaken = isProblem(step.error) && step.error.code === 'workforce.team-name-taken' && step.error.message;
  return (
    <FormPanel
      title={`${teamWords.change}: ${it.name}`}
      busy={step.isPending}
      blocked={name.trim() === '' ? words.missing(words.teamName) : undefined}
      onSubmit={() =>
        step.mutate(
          {
            run: () => change({ name: name.trim(), purposeWords: purposeWords.trim(), reasons }),
            undo: () => change({ name: it.name, purposeWords: it.purposeWords, reasons: it.reasons }),
            said: words.saved,
          },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
      <TextInput
        autoFocus
        label={words.teamName}
        maxLength={120}
        value={name}
        error={nameTaken || fieldMessage(step.error, 'name')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Textarea
        label={words.purpose}
        maxLength={500}
        autosize
        value={purposeWords}
        onChange={(event) => setPurposeWords(event.currentTarget.value)}
      />
      <ReasonsField value={reasons} onChange={setReasons} />
    </FormPanel>
  );
}
