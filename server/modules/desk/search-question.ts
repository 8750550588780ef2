import type { Ctx } from '../../platform/ctx.ts';
import { slipsBetween } from '../people/index.ts';
import { findNearWords, readStems, type Stems } from './search-store.ts';
import { distinctWords } from './search-words.ts';

/** What somebody looks for, word by word. */
export interface Question {
  readonly words: readonly Stems[];
  /** As a tsquery; absent where nothing was typed. */
  readonly exact: string | undefined;
  /** By the word typed, the words that may have been meant, the nearest first. */
  readonly slips: ReadonlyMap<string, readonly string[]>;
}

/** More tell nothing that eight do not. */
const mostWords = 8;
/** Shorter words are one slip away from too many others. */
const shortest = 4;
const mostMeant = 12;

export async function readQuestion(ctx: Ctx, typed: string): Promise<Question> {
  const all = await readStems(ctx, distinctWords(typed).slice(0, 3 * mostWords));
  const telling = all.filter((word) => !word.common);
  const words = (telling.length > 0 ? telling : all).slice(0, mostWords);
  return { words, exact: words.length > 0 ? allOf(words.map((word) => word.lexemes)) : undefined, slips: new Map() };
}

/** The question with slips forgiven; undefined when no word looks like one. */
export async function addSlips(ctx: Ctx, question: Question): Promise<(Question & { near: string }) | undefined> {
  const words = question.words
    .map(({ word }) => word)
    .filter((word) => word.length >= shortest && !/\p{N}/u.test(word));
  if (words.length === 0) return undefined;
  const near = await findNearWords(ctx, words, 4 * mostMeant);
  const slips = new Map(
    [...near].map(([word, some]) => [word, nearest(word, some)] as const).filter(([, meant]) => meant.length > 0),
  );
  if (slips.size === 0) return undefined;
  const forgiven = question.words.map(({ word, lexemes }) => [...lexemes, ...(slips.get(word) ?? [])]);
  return { ...question, slips, near: allOf(forgiven) };
}

/** One slip in a short word, two in a long one. */
function nearest(word: string, some: readonly string[]): string[] {
  const allowed = word.length < 8 ? 1 : 2;
  return some
    .map((near) => ({ near, slips: slipsBetween(word, near) }))
    .filter(({ slips }) => slips <= allowed)
    .toSorted((a, b) => a.slips - b.slips)
    .slice(0, mostMeant)
    .map(({ near }) => near);
}

/** Words hold letters and digits only, so that in quotes none of them is more than a word. */
const allOf = (groups: readonly (readonly string[])[]): string =>
  groups.map((group) => `(${group.map((word) => `'${word}'`).join(' | ')})`).join(' & ');
