import { Button, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import type { PromiseView } from '../../../../server/modules/promises/contract.ts';
import type { staffPage } from '../../../../server/modules/workforce/contract.ts';
import { read } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { useSettled } from '../../../ui/moment.tsx';
import styles from './promises.module.css';
import { usePromiseSteps } from './steps.ts';
import { words } from './words.ts';

interface PartProps {
  it: PromiseView;
  onClose: () => void;
}

/** Not needed any more: never without saying why. */
export function ReleasePart({ it, onClose }: PartProps) {
  const [reason, setReason] = useState('');
  const { take, busy } = usePromiseSteps(it);
  return (
    <form
      className={styles.part}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '' && !busy)
          void take({ do: 'release', reason: reason.trim() }).then(onClose, () => undefined);
      }}
    >
      <Textarea
        label={words.releaseWhy}
        description={words.releaseHint}
        autoFocus
        autosize
        minRows={2}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={styles.buttons}>
        <ActionButton
          type="submit"
          size="compact-sm"
          loading={busy}
          blocked={reason.trim() === '' ? words.releaseMissing : undefined}
          onClick={() => undefined}
        >
          {words.release}
        </ActionButton>
        <Button size="compact-sm" variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}

const toTeam = 'team';

/** To a colleague, or back to the team. */
export function HandOverPart({ it, ownId, onClose }: PartProps & { ownId: string | undefined }) {
  const [to, setTo] = useState('');
  const [typed, setTyped] = useState('');
  const wanted = useSettled(typed.trim(), 200);
  const { take, busy } = usePromiseSteps(it);
  const staff = useQuery({
    queryKey: ['workforce', 'staff', wanted],
    queryFn: ({ signal }) =>
      read<z.infer<typeof staffPage>>(paths.workforce.staff, { words: wanted || undefined }, signal),
  });
  const colleagues = (staff.data?.staff ?? [])
    .filter((one) => one.id !== ownId && one.id !== it.owner?.staffId)
    .slice(0, 8);
  const submit = () => {
    const goal = to === toTeam ? { team: true as const } : { staffId: to };
    void take({ do: 'hand-over', to: goal }).then(onClose, () => undefined);
  };
  return (
    <div className={styles.part}>
      <TextInput
        size="sm"
        label={words.colleagues}
        autoFocus
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Radio.Group label={words.toWhom} value={to} onChange={setTo}>
        <Stack gap={6} mt={6}>
          {it.owner && <Radio value={toTeam} label={words.toTeam(it.team.name)} />}
          {colleagues.map((one) => (
            <Radio
              key={one.id}
              value={one.id}
              label={one.absent ? `${one.name} (${words.away})` : one.name}
              disabled={one.absent}
            />
          ))}
          {staff.data && colleagues.length === 0 && words.noColleague}
        </Stack>
      </Radio.Group>
      <div className={styles.buttons}>
        <ActionButton size="compact-sm" loading={busy} blocked={to === '' ? words.choose : undefined} onClick={submit}>
          {words.handOver}
        </ActionButton>
        <Button size="compact-sm" variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
      </div>
    </div>
  );
}
