import { meaningsOf, type Token, tokensOf, vocabularyOf } from './tokens.ts';

/** One step of a phrase: any of these words, after at most `gap` others. */
interface Step {
  readonly words: readonly string[];
  readonly gap: number;
}

interface Phrase {
  readonly kind: string;
  readonly steps: readonly Step[];
}

export interface Found {
  readonly kind: string;
  /** As the person wrote them. */
  readonly words: string;
}

/** What a kind is told by, and what hides it (figures of speech, names of things), a phrase a line. */
export interface Rules {
  readonly told: Readonly<Record<string, string>>;
  readonly hidden: string;
  /** Words of everyday letters that stand one slip away from a word of the rules, and mean what they say. */
  readonly notMisspelled: string;
}

export interface Sentence {
  readonly text: string;
  /** In the order in which they stand. */
  readonly found: readonly Found[];
  /** What no figure of speech and no name of a thing covers. */
  readonly open: readonly Token[];
}

/**
 * What reads a text by phrases, so that each thing found is explained by the words that made it so.
 *
 * A phrase is `cant ~3 breathe|breath*`: words by `|`, a beginning by `*`, up to three words between by `~3`;
 * `chest <4> hurts` stands for both orders. Letters are plain, without accents and apostrophes; longer words are known
 * with a slip in them. Words of two sentences do not make one phrase. Phrases stand apart by `;` or a new line; a line
 * that begins with `|` goes on with the words of the one before.
 */
export function phraseReader(languages: readonly Rules[]): (text: string) => Sentence[] {
  const hidden = languages.flatMap((one) => readPhrases('', one.hidden));
  const told = languages.flatMap((one) =>
    Object.entries(one.told).flatMap(([kind, lines]) => readPhrases(kind, lines)),
  );
  const everyWord = [...hidden, ...told].flatMap((it) => it.steps).flatMap((it) => it.words);
  const vocabulary = vocabularyOf(everyWord, languages.map((one) => one.notMisspelled).join(' '));
  const [hides, tells] = [byFirstWord(hidden), byFirstWord(told)];
  return (text) =>
    sentencesOf(text).map((sentence) => {
      const tokens = tokensOf(sentence);
      const meant = meaningsOf(vocabulary, tokens);
      const covered = new Set(occurrences(hides, meant).flatMap(({ first, last }) => range(first, last)));
      const open = occurrences(tells, meant).filter(({ first, last }) => !covered.has(first) && !covered.has(last));
      return {
        ...{ text: sentence, found: inWords(sentence, tokens, open) },
        open: tokens.filter((_, at) => !covered.has(at)),
      };
    });
}

/** The same words of the same kind once. */
export const eachOnce = (found: readonly Found[]): Found[] =>
  found.filter((one, at) => found.findIndex((it) => it.kind === one.kind && it.words === one.words) === at);

const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, at) => first + at);
const sentencesOf = (text: string) => text.split(/\n\s*\n|(?<=[.!?])\s+(?=[\p{Lu}¿¡])/u);

interface Occurrence {
  readonly kind: string;
  readonly first: number;
  readonly last: number;
}

/** In the order in which they stand; what lies within words told of the same kind adds nothing. */
function inWords(text: string, tokens: readonly Token[], found: readonly Occurrence[]): Found[] {
  const told: Found[] = [];
  const reached = new Map<string, number>();
  for (const { kind, first, last } of found.toSorted((a, b) => a.first - b.first || b.last - a.last)) {
    if (last <= (reached.get(kind) ?? -1)) continue;
    reached.set(kind, last);
    told.push({ kind, words: text.slice(tokens[first]?.from, tokens[last]?.until).replace(/\s+/g, ' ') });
  }
  return told;
}

function readPhrases(kind: string, lines: string): Phrase[] {
  const trimmed = lines.split('\n').map((line) => line.trim());
  // What begins with a bar goes on with the line before.
  const each = trimmed.filter(Boolean).join('\n').replaceAll('\n|', '|').split(/[\n;]/);
  return each
    .map((line) => line.trim())
    .filter(Boolean)
    .flatMap((line) => {
      const [one, gap, other] = line.split(/ <(\d+)> /);
      const orders = one && gap && other ? [`${one} ~${gap} ${other}`, `${other} ~${gap} ${one}`] : [line];
      return orders.map((phrase) => ({ kind, steps: readSteps(phrase) }));
    });
}

function readSteps(phrase: string): Step[] {
  const steps: Step[] = [];
  let gap = 0;
  for (const part of phrase.split(/\s+/)) {
    if (part.startsWith('~')) gap = Number(part.slice(1));
    else {
      steps.push({ words: part.split('|'), gap });
      gap = 0;
    }
  }
  return steps;
}

type Index = ReadonlyMap<string, readonly Phrase[]>;

function byFirstWord(phrases: readonly Phrase[]): Index {
  const index = new Map<string, Phrase[]>();
  for (const phrase of phrases)
    for (const word of phrase.steps[0]?.words ?? []) index.set(word, [...(index.get(word) ?? []), phrase]);
  return index;
}

function occurrences(index: Index, meant: readonly ReadonlySet<string>[]): Occurrence[] {
  const found: Occurrence[] = [];
  for (const [first, words] of meant.entries()) {
    for (const phrase of new Set([...words].flatMap((word) => index.get(word) ?? []))) {
      const last = endOf(phrase.steps, meant, first);
      if (last !== undefined) found.push({ kind: phrase.kind, first, last });
    }
  }
  return found;
}

/** Where a phrase that begins at a token ends; every step may be reached from any place of the one before it. */
function endOf(steps: readonly Step[], meant: readonly ReadonlySet<string>[], first: number): number | undefined {
  let places = [first];
  for (const { words, gap } of steps.slice(1)) {
    const next = new Set<number>();
    for (const place of places)
      for (let at = place + 1; at <= place + 1 + gap && at < meant.length; at++)
        if (words.some((word) => meant[at]?.has(word))) next.add(at);
    if (next.size === 0) return undefined;
    places = [...next];
  }
  return Math.min(...places);
}
