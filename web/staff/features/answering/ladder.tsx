import { NativeSelect } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Ladder, LadderStep } from '../../../../server/modules/desk/contract.ts';
import { command } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';
import { troubleWords } from '../../../lib/problem.ts';
import { useUndo } from '../../../lib/undo.tsx';
import { Section } from '../../../ui/parts.tsx';
import styles from './answering.module.css';
import { ladderWords as words } from './ladder-words.ts';
import { ladderQuery } from './queries.ts';

const moments = ['near', 'half', 'due', 'later'] as const;
const whom = ['owner', 'colleague', 'lead', 'nobody'] as const;

/** Who is told when a clock runs out, for a team or for every team without its own. */
export function LadderSection({ teamId }: { teamId: string | null }) {
  const found = useQuery(ladderQuery);
  const client = useQueryClient();
  const undo = useUndo();
  const send = (step: LadderStep) => command<Ladder>(paths.desk.ladder, step, { method: 'PUT' });
  const shown = (ladder: Ladder) => client.setQueryData(ladderQuery.queryKey, ladder);
  const steps = found.data?.steps ?? [];
  const tellsAt = (moment: LadderStep['moment']) =>
    (
      steps.find((step) => step.teamId === teamId && step.moment === moment) ??
      steps.find((step) => step.teamId === null && step.moment === moment)
    )?.tells ?? 'nobody';
  const change = useMutation({
    mutationFn: ({ step }: { step: LadderStep; before: LadderStep }) => send(step),
    onSuccess: (ladder, { before }) => {
      shown(ladder);
      undo.done({ said: words.saved, undo: () => send(before).then(shown) });
    },
    onError: (error) => undo.failed(troubleWords(error)),
  });
  const may = found.data?.can.includes('set') ?? false;
  return (
    <Section title={words.title}>
      <p className={styles.soft}>{words.why}</p>
      {moments.map((moment) =>
        may ? (
          <NativeSelect
            key={moment}
            label={words.moment[moment]}
            value={tellsAt(moment)}
            onChange={(event) =>
              change.mutate({
                step: { teamId, moment, tells: event.currentTarget.value as LadderStep['tells'] },
                before: { teamId, moment, tells: tellsAt(moment) },
              })
            }
            data={whom.map((one) => ({ value: one, label: words.tells[one] }))}
          />
        ) : (
          <p key={moment} className={styles.said}>
            {words.moment[moment]}: <b>{words.tells[tellsAt(moment)]}</b>
          </p>
        ),
      )}
    </Section>
  );
}
