import { Radio, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Changed, Conversation } from '../../../../server/modules/desk/contract.ts';
import { command, read } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';
import { isProblem, troubleWords } from '../../../lib/problem.ts';
import { useUndo } from '../../../lib/undo.tsx';
import { FormPanel } from '../shell/form-panel.tsx';
import { caseWords as words } from './case-words.ts';
import { ofPersonQuery } from './queries.ts';
import { reasonWords } from './reason-words.ts';

/** Two questions are one matter: the other case answers both. */
export function MergeForm({ it, onClose }: { it: Conversation; onClose: () => void }) {
  const [intoId, setIntoId] = useState('');
  const [reference, setReference] = useState('');
  const client = useQueryClient();
  const undo = useUndo();
  const navigate = useNavigate();
  const merge = useMutation({
    mutationFn: async () => {
      const typed = reference.trim();
      const target = typed ? (await read<{ id: string }>(paths.desk.reference(typed))).id : intoId;
      const changed = await command<Changed>(paths.desk.merge(it.id), { version: it.version, intoId: target });
      return { target, changed };
    },
    onSuccess: async ({ target }) => {
      undo.done({
        said: words.mergeDone(nameOf(target)),
        undo: async () => {
          const gone = await read<Conversation>(paths.desk.conversation(it.id));
          await command(paths.desk.merge(it.id), { version: gone.version }, { method: 'DELETE' });
          await client.invalidateQueries({ queryKey: ['desk'] });
          await navigate({ to: '/desk/$conversationId', params: { conversationId: it.id } });
        },
      });
      await client.invalidateQueries({ queryKey: ['desk'] });
      onClose();
      await navigate({ to: '/desk/$conversationId', params: { conversationId: target } });
    },
    onError: (error) => undo.failed(isProblem(error, 404) ? words.noSuchCase : troubleWords(error)),
  });
  const others = useOtherCases(it);
  const nameOf = (id: string) => others.find((one) => one.id === id)?.reference ?? reference.trim().toUpperCase();
  return (
    <FormPanel
      title={words.mergeTitle}
      why={words.mergeWhy}
      submit={words.mergeSubmit}
      busy={merge.isPending}
      blocked={intoId === '' && reference.trim() === '' ? words.chooseCase : undefined}
      onClose={onClose}
      onSubmit={() => merge.mutate()}
    >
      {others.length > 0 ? (
        <Radio.Group label={words.mergeInto} value={intoId} onChange={setIntoId}>
          <Stack gap={6} mt={6}>
            {others.map((one, at) => (
              <Radio
                key={one.id}
                value={one.id}
                autoFocus={at === 0}
                label={`${one.reference} · ${one.subject}`}
                description={`${reasonWords(one.reason)} · ${one.team.name}`}
              />
            ))}
          </Stack>
        </Radio.Group>
      ) : (
        <Text size="sm">{words.mergeNone}</Text>
      )}
      <TextInput
        label={words.mergeReference}
        placeholder="K7M-4QX"
        maxLength={12}
        value={reference}
        onChange={(event) => setReference(event.currentTarget.value)}
      />
    </FormPanel>
  );
}

/** Open cases of the same people, those about the same messages first. */
function useOtherCases(it: Conversation) {
  const asked = useQuery(ofPersonQuery(it.asker.personId));
  const about = useQuery({ ...ofPersonQuery(it.about?.personId ?? ''), enabled: it.about !== null });
  const known = [...it.casesBeside, ...(asked.data?.conversations ?? []), ...(about.data?.conversations ?? [])];
  const open = known.filter((one) => one.id !== it.id && one.status !== 'resolved' && one.status !== 'merged');
  return [...new Map(open.map((one) => [one.id, one])).values()];
}
