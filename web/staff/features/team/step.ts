import { useMutation, useQueryClient } from '@tanstack/react-query';
import { troubleWords } from '../../../lib/problem.ts';
import { useUndo } from '../../../lib/undo.tsx';

interface Step {
  readonly run: () => Promise<unknown>;
  readonly said: string;
  readonly undo?: () => Promise<unknown>;
}

/** Changes of who works here and when. */
export function useTeamStep() {
  const client = useQueryClient();
  const undo = useUndo();
  // Who leaves gives conversations back: the desk is looked at anew as well.
  const reload = () => Promise.all(['workforce', 'desk'].map((name) => client.invalidateQueries({ queryKey: [name] })));
  return useMutation({
    mutationFn: (step: Step) => step.run(),
    onSuccess: async (_, step) => {
      const back = step.undo;
      undo.done({ said: step.said, undo: back && (() => back().then(reload)) });
      await reload();
    },
    onError: (error) => undo.failed(troubleWords(error)),
  });
}
