import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Conversation, SplitOff } from '../../../../server/modules/desk/contract.ts';
import { command } from '../../../lib/api.ts';
import { language } from '../../../lib/language.ts';
import { paths } from '../../../lib/paths.ts';
import { troubleWords } from '../../../lib/problem.ts';
import { useUndo } from '../../../lib/undo.tsx';
import { absoluteWords } from '../../../ui/moment.tsx';
import { FormPanel } from '../shell/form-panel.tsx';
import { caseWords as words } from './case-words.ts';
import { teamsQuery } from './queries.ts';
import { reasonNames, reasonWords } from './reason-words.ts';

/** A second question in the same messages becomes a case of its own. */
export function SplitForm({ it, onClose }: { it: Conversation; onClose: () => void }) {
  const theirs = it.entries.flatMap((entry) =>
    entry.kind === 'message' && entry.from === 'person' && entry.threadId === it.threads[0]?.id ? [entry] : [],
  );
  const [reason, setReason] = useState('');
  const [subject, setSubject] = useState('');
  const [since, setSince] = useState(theirs.at(-1)?.id ?? '');
  const [note, setNote] = useState('');
  const [keep, setKeep] = useState(false);
  const teams = useQuery(teamsQuery);
  const answered = teams.data?.teams.flatMap((team) => team.reasons) ?? [];
  const client = useQueryClient();
  const undo = useUndo();
  const reload = () => client.invalidateQueries({ queryKey: ['desk'] });
  const split = useMutation({
    mutationFn: () =>
      command<SplitOff>(paths.desk.cases(it.id), {
        ...{ version: it.version, reason, subject: subject.trim(), keep },
        ...(since && { sinceMessageId: since }),
        ...(note.trim() && { note: note.trim() }),
      }),
    onSuccess: async ({ split: { id, reference, version } }) => {
      undo.done({
        said: words.splitDone(reference),
        // The way back is to make one of both again.
        undo: async () => {
          await command(paths.desk.merge(id), { version, intoId: it.id });
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
  const blocked = reason === '' ? words.chooseTopic : subject.trim() === '' ? words.saySubject : undefined;
  return (
    <FormPanel
      title={words.splitTitle}
      why={words.splitWhy}
      submit={words.splitSubmit}
      busy={split.isPending}
      blocked={blocked}
      onClose={onClose}
      onSubmit={() => split.mutate()}
    >
      <NativeSelect
        data-autofocus
        autoFocus
        label={words.topic}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data={[
          { value: '', label: '–' },
          ...[...new Set([...reasonNames, ...answered])].map((one) => ({ value: one, label: reasonWords(one) })),
        ]}
      />
      <TextInput
        label={words.subject}
        description={words.subjectHint}
        maxLength={200}
        value={subject}
        onChange={(event) => setSubject(event.currentTarget.value)}
      />
      {theirs.length > 1 && (
        <NativeSelect
          label={words.since}
          value={since}
          onChange={(event) => setSince(event.currentTarget.value)}
          data={theirs.toReversed().map((one) => ({
            value: one.id,
            label: `${absoluteWords(Date.parse(one.at), language)}: ${one.text.replace(/\s+/g, ' ').slice(0, 60)}`,
          }))}
        />
      )}
      <Textarea
        label={words.note}
        description={words.noteHint}
        autosize
        minRows={2}
        maxLength={1000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Checkbox label={words.keep} checked={keep} onChange={(event) => setKeep(event.currentTarget.checked)} />
    </FormPanel>
  );
}
