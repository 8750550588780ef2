import { useMutation, useQueryClient } from '@tanstack/react-query';
import type {
  CanDo,
  Changed,
  Conversation,
  HandOverInput,
  ReasonChanged,
} from '../../../../server/modules/desk/contract.ts';
import { command } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';
import { isStale, troubleWords } from '../../../lib/problem.ts';
import { useUndo } from '../../../lib/undo.tsx';
import { conversationQuery } from './queries.ts';
import { reasonWords } from './reason-words.ts';
import { actionWords } from './words.ts';

export type Step =
  | { readonly do: 'claim' | 'give-back' | 'wait' | 'end-waiting' | 'resolve' | 'reopen' | 'undo' }
  | { readonly do: 'take-over'; readonly ownId: string }
  | { readonly do: 'hand-over'; readonly to: HandOverInput['to']; readonly note?: string }
  | { readonly do: 'change-reason'; readonly reason: string; readonly keep: boolean }
  | { readonly do: 'link-person'; readonly personId: string; readonly reason: string };

function send(it: Conversation, step: Step, version: number): Promise<Changed | ReasonChanged> {
  const named = { version };
  switch (step.do) {
    case 'claim':
      return command(paths.desk.claim(it.id), {});
    case 'give-back':
      return command(paths.desk.giveBack(it.id), named);
    case 'wait':
      return command(paths.desk.waiting(it.id), named);
    case 'end-waiting':
      return command(paths.desk.waiting(it.id), named, { method: 'DELETE' });
    case 'resolve':
      return command(paths.desk.resolution(it.id), named);
    case 'reopen':
      return command(paths.desk.reopening(it.id), named);
    case 'undo':
      return command(paths.desk.undo(it.id), named);
    case 'take-over':
      return command(paths.desk.handOver(it.id), { ...named, to: { staffId: step.ownId } });
    case 'link-person':
      return command(paths.desk.personLink(it.id), { ...named, personId: step.personId, reason: step.reason });
    case 'change-reason':
      return command<ReasonChanged>(paths.desk.reason(it.id), { ...named, reason: step.reason, keep: step.keep });
    case 'hand-over':
      return command(paths.desk.handOver(it.id), { ...named, to: step.to, ...(step.note && { note: step.note }) });
  }
}

/** What was done; of another reason also with whom it is now. */
function saidOf(changed: Changed | ReasonChanged, step: Step): string {
  if (step.do !== 'change-reason' || !('became' in changed)) return actionWords.done[step.do];
  return actionWords.became[changed.became](reasonWords(step.reason), changed.team.name);
}

/** Who changed it last, for whoever was overtaken. */
export function lastHand(it: Conversation | undefined): string {
  const facts = (it?.entries ?? []).filter((entry) => entry.kind === 'fact');
  return facts.at(-1)?.by?.name ?? actionWords.someone;
}

/** The steps of one conversation: sent with its version, told with an undo, and shown anew when somebody was faster. */
export function useSteps(it: Conversation) {
  const client = useQueryClient();
  const undo = useUndo();
  const reload = () => client.invalidateQueries({ queryKey: ['desk'] });

  const taken = useMutation({
    mutationFn: ({ step, version }: { step: Step; version: number }) => send(it, step, version),
    onSuccess: async (changed, { step }) => {
      client.setQueryData(
        conversationQuery(it.id).queryKey,
        (old) => old && { ...old, version: changed.version, status: changed.status },
      );
      undo.done({
        said: `${it.reference}: ${saidOf(changed, step)}`,
        undo:
          step.do !== 'undo' && changed.undo
            ? () => taken.mutateAsync({ step: { do: 'undo' }, version: changed.version })
            : undefined,
      });
      await reload();
      if (step.do === 'link-person') await client.invalidateQueries({ queryKey: ['people'] });
    },
    onError: async (error) => {
      if (isStale(error)) {
        await reload();
        undo.failed(actionWords.stale(lastHand(client.getQueryData(conversationQuery(it.id).queryKey))));
      } else undo.failed(troubleWords(error));
    },
  });
  return {
    busy: taken.isPending,
    take: (step: Step) => taken.mutateAsync({ step, version: it.version }),
  };
}

/** Why `action` is not possible on this record now; undefined when it is. */
export function whyNot(it: Conversation, action: CanDo, ownId: string | undefined): string | undefined {
  if (it.can.includes(action)) return undefined;
  const { blocked } = actionWords;
  if (it.status === 'merged') return blocked.merged;
  if (action === 'reopen') return blocked.notResolved;
  if (it.status === 'resolved') return blocked.resolved;
  if (it.owner === null) return blocked.unclaimed;
  if (it.owner.staffId !== ownId) return blocked.notYours;
  return blocked.notAllowed;
}
