import type { Marked } from './search-shapes.ts';
import { type Standing, standingWords } from './search-words.ts';

/** Which of the words that were asked for a word of a text stands for, by their places in the question. */
export type Meaning = (plain: string) => ReadonlySet<number> | undefined;

export interface Text<Where> {
  readonly where: Where;
  readonly at: Temporal.Instant;
  readonly text: string;
  readonly words: readonly Standing[];
}

/** The words are read once: what they mean is asked for all of a page together. */
export const readText = <Where>(where: Where, at: Temporal.Instant, text: string): Text<Where> => ({
  ...{ where, at, text },
  words: [...standingWords(text)],
});

const longest = 220;
/** Shown before the first word that was looked for. */
const leadIn = 60;

interface Met extends Standing {
  readonly means: ReadonlySet<number>;
}

const metIn = ({ words }: Pick<Text<unknown>, 'words'>, meaning: Meaning): Met[] =>
  words.flatMap((word) => {
    const means = meaning(word.plain);
    return means ? [{ ...word, means }] : [];
  });

const countOf = (met: readonly Met[]) => new Set(met.flatMap((word) => [...word.means])).size;

/** All of a short text with what was looked for in it. */
export const markAll = (text: Text<unknown>, meaning: Meaning): Marked => ({
  text: text.text,
  marks: metIn(text, meaning).map(({ from, to }) => ({ from, to })),
});

/** The text in which most of the words stand, the newest of such, and of it the part where most of them stand together. */
export function bestSnippet<Where>(
  texts: readonly Text<Where>[],
  meaning: Meaning,
): (Marked & { where: Where; at: Temporal.Instant; count: number }) | undefined {
  const scored = texts.map((text) => ({ text, met: metIn(text, meaning) }));
  const [best] = scored
    .filter(({ met }) => met.length > 0)
    .toSorted((a, b) => countOf(b.met) - countOf(a.met) || Temporal.Instant.compare(b.text.at, a.text.at));
  if (!best) return undefined;
  const { where, at, text } = best.text;
  return { where, at, count: countOf(best.met), ...cutOut(text, best.met) };
}

function cutOut(text: string, met: readonly Met[]): Marked {
  const windows = met.map((first) =>
    met.filter((it) => it.from >= first.from && it.to <= first.from + longest - leadIn),
  );
  const [within = []] = windows.toSorted((a, b) => countOf(b) - countOf(a));
  const begin = startBefore(text, within[0]?.from ?? 0);
  const end = endAfter(text, begin, Math.max(begin + longest, within.at(-1)?.to ?? 0));
  const before = begin > 0 ? '…' : '';
  const part = text.slice(begin, end).replace(/\s/g, ' ').toWellFormed();
  const shift = before.length - begin;
  return {
    text: `${before}${part}${end < text.length ? '…' : ''}`,
    marks: met
      .filter(({ from, to }) => from >= begin && to <= end)
      .map(({ from, to }) => ({ from: from + shift, to: to + shift })),
  };
}

/** The beginning of a word. */
function startBefore(text: string, at: number): number {
  if (at <= leadIn) return 0;
  const space = text.slice(at - leadIn, at).search(/\s\S/);
  return space < 0 ? at : at - leadIn + space + 1;
}

/** Between two words, where there are any. */
function endAfter(text: string, begin: number, at: number): number {
  if (at >= text.length) return text.length;
  const cut = text.slice(begin, at).search(/\s\S*$/);
  return cut < longest / 2 ? at : begin + cut;
}
