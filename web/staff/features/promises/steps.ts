import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { HandOverInput, PromiseChanged, PromiseView } from '../../../../server/modules/promises/contract.ts';
import { command } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';
import { isStale, troubleWords } from '../../../lib/problem.ts';
import { useUndo } from '../../../lib/undo.tsx';
import { keptKey } from './queries.ts';
import { words } from './words.ts';

export type Step =
  | { readonly do: 'keep' | 'undo' }
  | { readonly do: 'release'; readonly reason: string }
  | { readonly do: 'take' | 'hand-over'; readonly to: HandOverInput['to'] };

function send(id: string, version: number, step: Step): Promise<PromiseChanged> {
  switch (step.do) {
    case 'keep':
      return command(paths.promises.keeping(id), { version });
    case 'undo':
      return command(paths.promises.undo(id), { version });
    case 'release':
      return command(paths.promises.release(id), { version, reason: step.reason });
    case 'take':
    case 'hand-over':
      return command(paths.promises.handOver(id), { version, to: step.to });
  }
}

/** The steps of one promise: sent with its version, told with an undo, and shown anew when somebody was faster. */
export function usePromiseSteps(it: PromiseView) {
  const client = useQueryClient();
  const undo = useUndo();
  const taken = useMutation({
    mutationFn: ({ step, version }: { step: Step; version: number }) => send(it.id, version, step),
    onSuccess: async (changed, { step }) => {
      undo.done({
        said: `${words.task[it.kind](it.person.name)}: ${words.done[step.do]}`,
        undo:
          step.do !== 'undo' && changed.undo
            ? () => taken.mutateAsync({ step: { do: 'undo' }, version: changed.version })
            : undefined,
      });
      await client.invalidateQueries({ queryKey: keptKey });
    },
    onError: async (error) => {
      await client.invalidateQueries({ queryKey: keptKey });
      undo.failed(isStale(error) ? words.stale : troubleWords(error));
    },
  });
  return { busy: taken.isPending, take: (step: Step) => taken.mutateAsync({ step, version: it.version }) };
}
