import { Radio, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Conversation } from '../../../../server/modules/desk/contract.ts';
import type { LikelyPerson } from '../../../../server/modules/people/contract.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Panel } from '../../../ui/parts.tsx';
import { foundLine } from '../people/found.ts';
import { likelyReason } from '../people/likely-persons.tsx';
import { PersonPicker } from '../people/person-picker.tsx';
import { useSteps } from './actions.ts';
import { handOverWords, linkWords as words } from './words.ts';

interface LinkProps {
  it: Conversation;
  /** Who was chosen beside the conversation: only to be confirmed. */
  likely?: LikelyPerson | undefined;
  onClose: () => void;
}

/** Says who wrote, once a colleague has made sure. */
export function LinkForm({ it, likely, onClose }: LinkProps) {
  const [personId, setPersonId] = useState(likely?.id ?? '');
  const [reason, setReason] = useState(likely ? likelyReason(likely) : '');
  const { take, busy } = useSteps(it);
  const blocked = personId === '' ? words.choose : reason.trim() === '' ? words.sayHow : undefined;
  return (
    <Panel title={words.title} closeLabel={handOverWords.close} onClose={onClose}>
      <Text size="sm" c="dimmed">
        {words.why}
      </Text>
      {likely && (
        <Radio.Group label={words.likely} value={personId} onChange={setPersonId}>
          <Stack gap={6} mt={6}>
            <Radio value={likely.id} label={likely.displayName} description={foundLine(likely)} />
          </Stack>
        </Radio.Group>
      )}
      <PersonPicker
        label={likely ? words.another : words.who}
        without={[it.asker.personId, ...(likely ? [likely.id] : [])]}
        value={personId}
        onChange={setPersonId}
      />
      <Textarea
        label={words.reason}
        autosize
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <ActionButton
        autoFocus={likely !== undefined}
        loading={busy}
        blocked={blocked}
        onClick={() => void take({ do: 'link-person', personId, reason: reason.trim() }).then(onClose, () => undefined)}
      >
        {words.submit}
      </ActionButton>
    </Panel>
  );
}
