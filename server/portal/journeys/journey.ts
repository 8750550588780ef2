/** What was typed on one page: a field given once is text, a list of boxes is a list. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;
/** Everything typed so far, by step. Kept as typed and judged when read, so that a wrong answer is never lost. */
export type Answers = Readonly<Record<string, Typed | undefined>>;

/** One field's trouble: the words for it are the journey's own, by key. */
export interface Trouble<Word extends string = string> {
  readonly field: string;
  readonly word: Word;
}

/** One page of a journey, as data. `World` is what else decides: who is signed in, what they may choose from. */
export interface Step<World, Word extends string = string> {
  readonly name: string;
  readonly isAsked?: (answers: Answers, world: World) => boolean;
  /** What is known without asking: it stands as if it had been chosen, and can be changed. */
  readonly known?: (world: World) => Typed | undefined;
  /** What of it needs another look; never called for a page nobody has filled in. */
  readonly check: (typed: Typed, world: World, answers: Answers) => readonly Trouble<Word>[];
}

export type Journey<World, Word extends string = string> = readonly Step<World, Word>[];

export const askedSteps = <World, Word extends string>(
  journey: Journey<World, Word>,
  answers: Answers,
  world: World,
): Journey<World, Word> => journey.filter((step) => step.isAsked?.(answers, world) ?? true);

/** What stands on a page: what was typed there, or what is known without asking. */
export const answerTo = <World, Word extends string>(
  step: Step<World, Word>,
  answers: Answers,
  world: World,
): Typed | undefined => answers[step.name] ?? step.known?.(world);

/** The first page that is still to be filled in, or to be put right; undefined: all is there. */
export function firstOpen<World, Word extends string>(
  journey: Journey<World, Word>,
  answers: Answers,
  world: World,
): Step<World, Word> | undefined {
  return askedSteps(journey, answers, world).find((step) => {
    const typed = answerTo(step, answers, world);
    return typed === undefined || step.check(typed, world, answers).length > 0;
  });
}

/** Whether this page may be shown: it is asked, and everything before it is answered. */
export function isReached<World, Word extends string>(
  journey: Journey<World, Word>,
  answers: Answers,
  world: World,
  name: string,
): boolean {
  const steps = askedSteps(journey, answers, world).map((step) => step.name);
  const open = firstOpen(journey, answers, world)?.name;
  return steps.includes(name) && (open === undefined || steps.indexOf(name) <= steps.indexOf(open));
}

/** The page before this one on the way that these answers make; not one that nobody had to fill in. */
export function stepBefore<World, Word extends string>(
  journey: Journey<World, Word>,
  answers: Answers,
  world: World,
  name: string,
): string | undefined {
  const steps = askedSteps(journey, answers, world);
  const place = steps.findIndex((step) => step.name === name);
  return steps
    .slice(0, place === -1 ? undefined : place)
    .findLast((step) => answers[step.name] !== undefined || step.known?.(world) === undefined)?.name;
}

/** Of those pages only what is asked on the way that was taken: an answer to a page that fell away counts for nothing. */
export function keptAnswers<World, Word extends string>(
  journey: Journey<World, Word>,
  answers: Answers,
  world: World,
): Answers {
  return Object.fromEntries(
    askedSteps(journey, answers, world).map((step) => [step.name, answerTo(step, answers, world)]),
  );
}

export const textOf = (typed: Typed | undefined, field: string): string => {
  const value = typed?.[field];
  return typeof value === 'string' ? value : (value?.[0] ?? '');
};

export const listOf = (typed: Typed | undefined, field: string): readonly string[] => {
  const value = typed?.[field];
  return value === undefined || value === '' ? [] : typeof value === 'string' ? [value] : value;
};
