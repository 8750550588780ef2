import { Checkbox, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Conversation, MarkInput, MarkKind } from '../../../../server/modules/desk/contract.ts';
import { command } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';
import { troubleWords } from '../../../lib/problem.ts';
import { useUndo } from '../../../lib/undo.tsx';
import { FormPanel } from '../shell/form-panel.tsx';
import { because } from './mark-line.tsx';
import { markWords as words } from './mark-words.ts';

const kinds = Object.keys(words.may) as MarkKind[];

/** A colleague says what the words carry and what not. */
export function MarksForm({ it, onClose }: { it: Conversation; onClose: () => void }) {
  const [chosen, setChosen] = useState<ReadonlySet<MarkKind>>(new Set(it.marks.map((one) => one.mark)));
  const [reason, setReason] = useState('');
  const client = useQueryClient();
  const undo = useUndo();
  const stood = new Set(it.marks.map((one) => one.mark));
  const changed = kinds.filter((kind) => stood.has(kind) !== chosen.has(kind));
  const reload = () => client.invalidateQueries({ queryKey: ['desk'] });
  const say = async (each: readonly MarkInput[]) => {
    for (const one of each) await command(paths.desk.marks(it.id), one);
  };
  const save = useMutation({
    mutationFn: () =>
      say(changed.map((mark) => ({ mark, stands: chosen.has(mark), ...(reason.trim() && { reason: reason.trim() }) }))),
    onSuccess: async () => {
      undo.done({
        said: words.done(it.reference),
        undo: async () => {
          await say(changed.map((mark) => ({ mark, stands: stood.has(mark) })));
          await reload();
        },
      });
      await reload();
      onClose();
    },
    onError: async (error) => {
      undo.failed(troubleWords(error));
      await reload();
    },
  });
  const toggle = (kind: MarkKind, stands: boolean) =>
    setChosen(new Set(kinds.filter((one) => (one === kind ? stands : chosen.has(one)))));
  const foundFor = (kind: MarkKind) => it.marks.find((one) => one.mark === kind);
  return (
    <FormPanel
      title={words.title}
      why={words.why}
      submit={words.submit}
      busy={save.isPending}
      blocked={changed.length === 0 ? words.choose : undefined}
      onClose={onClose}
      onSubmit={() => save.mutate()}
    >
      <Stack gap={8}>
        {kinds.map((kind, at) => {
          const found = foundFor(kind);
          return (
            <Checkbox
              key={kind}
              autoFocus={at === 0}
              label={words.may[kind]}
              description={found && because(found)}
              checked={chosen.has(kind)}
              onChange={(event) => toggle(kind, event.currentTarget.checked)}
            />
          );
        })}
      </Stack>
      {stood.has('danger') && !chosen.has('danger') && <Text size="sm">{words.danger}</Text>}
      <Textarea
        label={words.reason}
        autosize
        minRows={2}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormPanel>
  );
}
