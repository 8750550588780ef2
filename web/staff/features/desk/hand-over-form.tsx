import { Radio, ScrollArea, Stack, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import type { Conversation } from '../../../../server/modules/desk/contract.ts';
import type { Colleague, staffPage } from '../../../../server/modules/workforce/contract.ts';
import { read } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { useSettled } from '../../../ui/moment.tsx';
import { Panel } from '../../../ui/parts.tsx';
import { roleWords } from '../team/words.ts';
import { useSteps } from './actions.ts';
import { teamsQuery } from './queries.ts';
import { handOverWords as words } from './words.ts';

interface HandOverProps {
  it: Conversation;
  ownId: string | undefined;
  onClose: () => void;
}

/** To a colleague or a team, with what they need to know. */
export function HandOverForm({ it, ownId, onClose }: HandOverProps) {
  const [to, setTo] = useState('');
  const [note, setNote] = useState('');
  const [typed, setTyped] = useState('');
  const wanted = useSettled(typed.trim(), 200);
  const { take, busy } = useSteps(it);
  const staff = useQuery({
    queryKey: ['workforce', 'staff', wanted],
    queryFn: ({ signal }) =>
      read<z.infer<typeof staffPage>>(paths.workforce.staff, { words: wanted || undefined }, signal),
  });
  const teams = useQuery(teamsQuery);
  const colleagues = (staff.data?.staff ?? []).filter((one) => one.id !== ownId && one.id !== it.owner?.staffId);
  // Two may have one name: what they do, and where, tells them apart.
  const placeOf = ({ roles, teamIds }: Colleague) =>
    [
      ...roles.map(roleWords),
      ...(teams.data?.teams ?? []).filter((team) => teamIds.includes(team.id)).map((team) => team.name),
    ].join(' · ');
  const submit = () => {
    const [kind = '', id = ''] = to.split(' ');
    const goal = kind === 'team' ? { teamId: id } : { staffId: id };
    void take({ do: 'hand-over', to: goal, ...(note.trim() && { note: note.trim() }) }).then(onClose, () => undefined);
  };
  return (
    <Panel title={words.title} closeLabel={words.close} onClose={onClose}>
      <Textarea
        data-autofocus
        label={words.note}
        description={words.noteWhy}
        autosize
        minRows={3}
        maxLength={1000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Radio.Group label={words.teamLabel} value={to} onChange={setTo}>
        <Stack gap={6} mt={6}>
          {(teams.data?.teams ?? [])
            .filter((team) => team.id !== it.team.teamId)
            .map((team) => (
              <Radio key={team.id} value={`team ${team.id}`} label={team.name} description={team.purposeWords} />
            ))}
        </Stack>
      </Radio.Group>
      <TextInput label={words.search} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
      <Radio.Group label={words.colleague} value={to} onChange={setTo}>
        <ScrollArea.Autosize mah={280} type="auto">
          <Stack gap={6} mt={6}>
            {colleagues.map((one) => (
              <Radio
                key={one.id}
                value={`staff ${one.id}`}
                label={one.absent ? `${one.name} (${words.absent})` : one.name}
                description={placeOf(one)}
                disabled={one.absent}
              />
            ))}
            {staff.data && colleagues.length === 0 && words.nobody}
          </Stack>
        </ScrollArea.Autosize>
      </Radio.Group>
      <ActionButton onClick={submit} loading={busy} blocked={to === '' ? words.choose : undefined}>
        {words.submit}
      </ActionButton>
    </Panel>
  );
}
