import { useMutation, useQueryClient } from '@tanstack/react-query';
import { isStale, troubleWords } from '../../../lib/problem.ts';
import { useUndo } from '../../../lib/undo.tsx';
import { words } from './words.ts';

interface Step {
  readonly run: () => Promise<unknown>;
  readonly said: string | ((answer: unknown) => string);
  /** Is handed what `run` answered: the version that an undo begins from. */
  readonly undo?: (answer: unknown) => Promise<unknown>;
}

/** The version a change left behind. */
export const versionIn = (answer: unknown): number => (answer as { version: number }).version;

/** Changes of the hospital; where somebody else was faster, the screen shows theirs and the form keeps what was typed. */
export function usePlaceStep() {
  const client = useQueryClient();
  const undo = useUndo();
  const reload = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['places'] }),
      client.invalidateQueries({ queryKey: ['workforce', 'facilities'] }),
    ]);
  return useMutation({
    mutationFn: (step: Step) => step.run(),
    onSuccess: async (answer, { said, undo: back }) => {
      undo.done({
        said: typeof said === 'string' ? said : said(answer),
        undo: back && (() => back(answer).then(reload)),
      });
      await reload();
    },
    onError: (error) => {
      if (isStale(error)) void reload();
      undo.failed(isStale(error) ? `${troubleWords(error)} ${words.somebodyChanged}` : troubleWords(error));
    },
  });
}
