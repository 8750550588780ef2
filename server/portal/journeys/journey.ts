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
  /** What of it needs another look; never called for a page nobody has filled in. */
  readonly check: (typed: Typed, world: World, answers: Answers) => readonly Trouble<Word>[];
}

export type Journey<World, Word extends string = string> = readonly Step<World, Word>[];

export const askedSteps = <World, Word extends string>(
  journey: Journey<World, Word>,
  answers: Answers,
  world: World,
): Journey<World, Word> => journey.filter((step) => step.isAsked?.(answers, world) ?? true);

/** The first page that is still to be filled in, or to be put right; undefined: all is there. */
export function firstOpen<World, Word extends string>(
  journey: Journey<World, Word>,
  answers: Answers,
  world: World,
): Step<World, Word> | undefined {
  return askedSteps(journey, answers, world).find((step) => {
    const typed = answers[step.name];
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

/** The page before this one on the way that these answers make. */
export function stepBefore<World, Word extends string>(
  journey: Journey<World, Word>,
  answers: Answers,
  world: World,
  name: string,
): string | undefined {
  const steps = askedSteps(journey, answers, world).map((step) => step.name);
  const place = steps.indexOf(name);
  return place === -1 ? steps.at(-1) : steps[place - 1];
}

/** Of those pages only what is asked on the way that was taken: an answer to a page that fell away counts for nothing. */
export function keptAnswers<World, Word extends string>(
  journey: Journey<World, Word>,
  answers: Answers,
  world: World,
): Answers {
  return Object.fromEntries(askedSteps(journey, answers, world).map((step) => [step.name, answers[step.name]]));
}

export const textOf = (typed: Typed | undefined, field: string): string => {
  const value = typed?.[field];
  return typeof value === 'string' ? value : (value?.[0] ?? '');
};

export const listOf = (typed: Typed | undefined, field: string): readonly string[] => {
  const value = typed?.[field];
  return value === undefined || value === '' ? [] : typeof value === 'string' ? [value] : value;
};
