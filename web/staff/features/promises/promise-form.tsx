import { Radio, Stack, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Conversation } from '../../../../server/modules/desk/contract.ts';
import type { PromiseKind, PromiseSaid } from '../../../../server/modules/promises/contract.ts';
import { command } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';
import { troubleWords } from '../../../lib/problem.ts';
import { useUndo } from '../../../lib/undo.tsx';
import { useNow, useSettled } from '../../../ui/moment.tsx';
import { Notice } from '../../../ui/parts.tsx';
import { FormPanel } from '../shell/form-panel.tsx';
import { MomentFields } from './moment-fields.tsx';
import { momentAt, type Wall, wallOf } from './promise-time.ts';
import { foundQuery, keptKey } from './queries.ts';
import { promiseKinds, words } from './words.ts';

const day = 86_400_000;
/** As the contract has it. */
const mostWords = 300;

/** What was said by telephone or at the counter. A day and a time in the words fill in the fields, until these are touched. */
export function PromiseForm({ it, onClose }: { it: Conversation; onClose: () => void }) {
  const now = useNow();
  const [text, setText] = useState('');
  const [chosenKind, setKind] = useState<PromiseKind>();
  const [chosenWall, setWall] = useState<Wall>();
  const [through, setThrough] = useState<PromiseSaid['through']>('phone');
  const settled = useSettled(text.trim(), 300);
  const { data } = useQuery(foundQuery(it.team.teamId, settled));
  const zone = data?.timeZone ?? 'UTC';
  const first = settled === text.trim() ? data?.found[0] : undefined;
  const kind = chosenKind ?? first?.kind ?? 'call';
  const wall =
    chosenWall ??
    (first?.dueAt ? wallOf(Date.parse(first.dueAt), zone) : { date: wallOf(now + day, zone).date, time: '17:00' });
  const dueAt = momentAt(wall, zone);
  const tryKey = useRef(crypto.randomUUID());
  const client = useQueryClient();
  const undo = useUndo();
  const make = useMutation({
    mutationFn: (said: PromiseSaid) => command(paths.desk.promises(it.id), said, { key: tryKey.current }),
    onSuccess: async () => {
      undo.done({ said: words.madeSaid });
      await client.invalidateQueries({ queryKey: keptKey });
      onClose();
    },
    onError: () => {
      tryKey.current = crypto.randomUUID();
    },
  });
  const blocked =
    text.trim() === ''
      ? words.missing
      : dueAt === undefined
        ? words.noMoment
        : Date.parse(dueAt) <= now
          ? words.over
          : undefined;
  return (
    <FormPanel
      title={words.makeTitle}
      why={words.makeWhy}
      submit={words.submit}
      busy={make.isPending}
      blocked={blocked}
      onClose={onClose}
      onSubmit={() => dueAt && make.mutate({ kind, words: text.trim(), dueAt, through })}
    >
      <Textarea
        label={words.words}
        description={words.wordsHint}
        autoFocus
        autosize
        minRows={2}
        maxLength={mostWords}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Radio.Group label={words.what} value={kind} onChange={(value) => setKind(value as PromiseKind)}>
        <Stack gap={6} mt={6}>
          {promiseKinds.map((one) => (
            <Radio key={one} value={one} label={words.kind[one]} />
          ))}
        </Stack>
      </Radio.Group>
      <MomentFields wall={wall} onChange={setWall} timeZone={zone} />
      <Radio.Group label={words.how} value={through} onChange={(value) => setThrough(value as PromiseSaid['through'])}>
        <Stack gap={6} mt={6}>
          {(['phone', 'in-person'] as const).map((one) => (
            <Radio key={one} value={one} label={words.through[one]} />
          ))}
        </Stack>
      </Radio.Group>
      {make.isError && (
        <div role="alert">
          <Notice tone="danger">{troubleWords(make.error)}</Notice>
        </div>
      )}
    </FormPanel>
  );
}
