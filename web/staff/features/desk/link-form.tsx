import { Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Conversation } from '../../../../server/modules/desk/contract.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Panel } from '../../../ui/parts.tsx';
import { PersonPicker } from '../people/person-picker.tsx';
import { useSteps } from './actions.ts';
import { handOverWords, linkWords as words } from './words.ts';

/** Says who wrote, once a colleague has made sure. */
export function LinkForm({ it, onClose }: { it: Conversation; onClose: () => void }) {
  const [personId, setPersonId] = useState('');
  const [reason, setReason] = useState('');
  const { take, busy } = useSteps(it);
  const blocked = personId === '' ? words.choose : reason.trim() === '' ? words.sayHow : undefined;
  return (
    <Panel title={words.title} closeLabel={handOverWords.close} onClose={onClose}>
      <Text size="sm" c="dimmed">
        {words.why}
      </Text>
      <PersonPicker label={words.who} without={[it.asker.personId]} value={personId} onChange={setPersonId} />
      <Textarea
        label={words.reason}
        autosize
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <ActionButton
        loading={busy}
        blocked={blocked}
        onClick={() => void take({ do: 'link-person', personId, reason: reason.trim() }).then(onClose, () => undefined)}
      >
        {words.submit}
      </ActionButton>
    </Panel>
  );
}
