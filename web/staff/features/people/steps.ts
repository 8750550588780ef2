import { useMutation, useQueryClient } from '@tanstack/react-query';
import { command } from '../../../lib/api.ts';
import { troubleWords } from '../../../lib/problem.ts';
import { useUndo } from '../../../lib/undo.tsx';
import { words } from './words.ts';

interface Step {
  readonly path: string;
  readonly body?: object | undefined;
  readonly method?: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly said?: string;
  /** How it is taken back, from what the server answered. */
  readonly undo?: (answer: Record<string, string>) => {
    path: string;
    body?: object;
    method?: 'POST' | 'PUT' | 'DELETE';
  };
}

/** Changes of what is true of people; every screen that shows them asks again. */
export function usePersonStep() {
  const client = useQueryClient();
  const undo = useUndo();
  const reload = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['people'] }),
      client.invalidateQueries({ queryKey: ['people-search'] }),
      client.invalidateQueries({ queryKey: ['desk', 'of-person'] }),
    ]);
  return useMutation({
    mutationFn: (step: Step) =>
      command<Record<string, string>>(step.path, step.body, step.method ? { method: step.method } : {}),
    onSuccess: async (answer, step) => {
      const back = step.undo?.(answer);
      undo.done({
        said: step.said ?? words.done,
        undo: back && (() => command(back.path, back.body, back.method ? { method: back.method } : {}).then(reload)),
      });
      await reload();
    },
    onError: (error) => undo.failed(troubleWords(error)),
  });
}
