import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { inLanguage } from './language.ts';
import { isStale, troubleWords } from './problem.ts';
import { useUndo } from './undo.tsx';

const words = inLanguage({
  en: { somebodyChanged: 'What is shown beside is how it stands now. Save again to put yours in its place.' },
  es: { somebodyChanged: 'Al lado se muestra cómo está ahora. Guarde otra vez para poner lo suyo en su lugar.' },
});

interface Step {
  readonly run: () => Promise<unknown>;
  readonly said: string | ((answer: unknown) => string);
  /** Is handed what `run` answered: the version that an undo begins from. */
  readonly undo?: ((answer: unknown) => Promise<unknown>) | undefined;
}

/** The version a change left behind. */
export const versionIn = (answer: unknown): number => (answer as { version: number }).version;

/** A change that says what it did and how to take it back, or why not; what it changes is asked for anew. */
export function useStep(changed: readonly QueryKey[]) {
  const client = useQueryClient();
  const undo = useUndo();
  const reload = () => Promise.all(changed.map((queryKey) => client.invalidateQueries({ queryKey })));
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
      // Somebody else was faster: the screen shows theirs, and the form keeps what was typed.
      if (isStale(error)) void reload();
      undo.failed(isStale(error) ? `${troubleWords(error)} ${words.somebodyChanged}` : troubleWords(error));
    },
  });
}
