import { Checkbox, Radio, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Conversation } from '../../../../server/modules/desk/contract.ts';
import { FormPanel } from '../shell/form-panel.tsx';
import { useSteps } from './actions.ts';
import { teamsQuery } from './queries.ts';
import { reasonNames, reasonWords } from './reason-words.ts';
import { reasonFormWords as words } from './words.ts';

interface ReasonFormProps {
  it: Conversation;
  ownId: string | undefined;
  onClose: () => void;
}

/** It turns out to be about something else: the team that answers for that gets it, unless who has it goes on. */
export function ReasonForm({ it, ownId, onClose }: ReasonFormProps) {
  const [reason, setReason] = useState(it.reason);
  const [keep, setKeep] = useState(false);
  const { take, busy } = useSteps(it);
  const teams = useQuery(teamsQuery);
  const answered = teams.data?.teams.flatMap((team) => team.reasons) ?? [];
  const reasons = [...new Set([...reasonNames, ...answered, it.reason])];
  const isMine = it.owner !== null && it.owner.staffId === ownId;
  return (
    <FormPanel
      title={words.title}
      why={words.why}
      submit={words.submit}
      busy={busy}
      blocked={reason === it.reason ? words.choose : undefined}
      onClose={onClose}
      onSubmit={() => void take({ do: 'change-reason', reason, keep: isMine && keep }).then(onClose, () => undefined)}
    >
      <Radio.Group label={words.reason} value={reason} onChange={setReason}>
        <Stack gap={6} mt={6}>
          {reasons.map((one) => (
            <Radio
              key={one}
              value={one}
              autoFocus={one === it.reason}
              label={one === it.reason ? words.now(reasonWords(one)) : reasonWords(one)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {isMine && (
        <Checkbox
          label={words.keep}
          description={words.keepWhy}
          checked={keep}
          onChange={(event) => setKeep(event.currentTarget.checked)}
        />
      )}
      <Text size="sm" c="dimmed">
        {words.clocks}
      </Text>
    </FormPanel>
  );
}
