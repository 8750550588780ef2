import { IconPlayerTrackNext } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Next } from '../../../../server/modules/desk/contract.ts';
import { command } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';
import { troubleWords } from '../../../lib/problem.ts';
import { useShortcut } from '../../../lib/shortcuts.tsx';
import { useUndo } from '../../../lib/undo.tsx';
import { ActionButton } from '../../../ui/action-button.tsx';
import { nextWords as words } from './next-words.ts';
import { type View, viewSearch } from './queries.ts';
import { actionWords } from './words.ts';

/** What one should take next, chosen with an eye to everybody of the team, and taken in the same step. */
export function TakeNext({ view }: { view: View }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const undo = useUndo();
  const take = useMutation({
    mutationFn: () => command<Next>(paths.desk.next, view.team ? { teamId: view.team } : {}),
    onSuccess: async ({ taken }) => {
      await client.invalidateQueries({ queryKey: ['desk'] });
      if (!taken) return undo.done({ said: words.nothing });
      undo.done({
        said: words.taken(taken.reference, words.why[taken.why]),
        undo: () =>
          command(paths.desk.undo(taken.id), { version: taken.version }).then(() =>
            client.invalidateQueries({ queryKey: ['desk'] }),
          ),
      });
      await navigate({
        to: '/desk/$conversationId',
        params: { conversationId: taken.id },
        search: viewSearch(view),
      });
    },
    onError: (error) => undo.failed(troubleWords(error)),
  });
  const go = () => {
    if (!take.isPending) take.mutate();
  };
  useShortcut('f', words.take, actionWords.listGroup, go);
  return (
    <ActionButton
      size="compact-sm"
      keys="f"
      loading={take.isPending}
      leftSection={<IconPlayerTrackNext size={16} aria-hidden />}
      onClick={go}
    >
      {words.take}
    </ActionButton>
  );
}
