import { NativeSelect, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { OpenInput } from '../../../../server/modules/desk/contract.ts';
import type { Banner } from '../../../../server/modules/people/contract.ts';
import type { Team } from '../../../../server/modules/workforce/contract.ts';
import { command, read } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';
import { troubleWords } from '../../../lib/problem.ts';
import { useUndo } from '../../../lib/undo.tsx';
import { reasonNames, reasonWords } from '../desk/reason-words.ts';
import { FormPanel } from '../shell/form-panel.tsx';
import { formWords } from './words.ts';

/** A question that came by telephone or at the counter, written down while the person is there. */
export function LogForm({ it, onClose }: { it: Banner; onClose: () => void }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const undo = useUndo();
  const key = useRef(crypto.randomUUID());
  const [channel, setChannel] = useState<OpenInput['channel']>('phone');
  const [about, setAbout] = useState('');
  const [subject, setSubject] = useState('');
  const [reason, setReason] = useState('appointment');
  const [teamId, setTeamId] = useState('');
  const [text, setText] = useState('');
  const teams = useQuery({
    queryKey: ['workforce', 'teams'],
    queryFn: ({ signal }) => read<{ teams: Team[] }>(paths.workforce.teams, {}, signal),
  });
  const open = useMutation({
    mutationFn: () => {
      const body: OpenInput = {
        askerPersonId: it.id,
        ...{ channel, reason, subject: subject.trim(), text: text.trim() },
        ...(about && { aboutPersonId: about }),
        ...(teamId && { teamId }),
      };
      return command<{ id: string; reference: string }>(paths.desk.conversations, body, { key: key.current });
    },
    onSuccess: async (opened) => {
      undo.done({ said: formWords.logged(opened.reference) });
      await client.invalidateQueries({ queryKey: ['desk'] });
      onClose();
      await navigate({ to: '/desk/$conversationId', params: { conversationId: opened.id } });
    },
    onError: (error) => {
      key.current = crypto.randomUUID();
      undo.failed(troubleWords(error));
    },
  });
  const known = [
    ...it.proxies
      .filter((one) => one.direction === 'they-act-for')
      .map((one) => ({ id: one.personId, name: one.displayName })),
    ...it.family.map((one) => ({ id: one.personId, name: one.displayName })),
  ].filter((one, at, all) => all.findIndex((other) => other.id === one.id) === at);
  const missing = subject.trim() === '' ? formWords.subject : text.trim() === '' ? formWords.text : undefined;
  return (
    <FormPanel
      title={`${formWords.log}: ${it.displayName}`}
      why={formWords.logWhy}
      busy={open.isPending}
      blocked={missing && formWords.fillFirst(`“${missing}”`)}
      onClose={onClose}
      onSubmit={() => open.mutate()}
    >
      <SegmentedControl
        aria-label={formWords.askedBy}
        value={channel}
        onChange={(value) => setChannel(value as OpenInput['channel'])}
        data={[
          { value: 'phone', label: formWords.byPhone },
          { value: 'in-person', label: formWords.inPerson },
        ]}
      />
      <TextInput
        data-autofocus
        autoFocus
        label={formWords.subject}
        maxLength={200}
        value={subject}
        onChange={(event) => setSubject(event.currentTarget.value)}
      />
      <NativeSelect
        label={formWords.topic}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        data={reasonNames.map((value) => ({ value, label: reasonWords(value) }))}
      />
      {known.length > 0 && (
        <NativeSelect
          label={formWords.about}
          value={about}
          onChange={(event) => setAbout(event.currentTarget.value)}
          data={[
            { value: '', label: formWords.aboutSelf },
            ...known.map((one) => ({ value: one.id, label: one.name })),
          ]}
        />
      )}
      <NativeSelect
        label={formWords.team}
        value={teamId}
        onChange={(event) => setTeamId(event.currentTarget.value)}
        data={[
          { value: '', label: formWords.byReason },
          ...(teams.data?.teams ?? []).map((one) => ({ value: one.id, label: one.name })),
        ]}
      />
      <Textarea
        label={formWords.text}
        autosize
        minRows={5}
        maxLength={20_000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </FormPanel>
  );
}
