import { english } from './feelings-en.ts';
import { spanish } from './feelings-es.ts';
import { phraseReader } from './phrases.ts';

export const feelings = ['distress', 'anger', 'grief', 'confusion', 'thanks'] as const;
export type Feeling = (typeof feelings)[number];

export interface FoundFeeling {
  readonly feeling: Feeling;
  /** As the person wrote them, each once; at most six. */
  readonly words: readonly string[];
}

const read = phraseReader([english, spanish]);

/**
 * What somebody may feel, with the words that say so, in English and Spanish. It is a suggestion that a person can
 * correct. There is no strength and no score: how many words say it is all that is known.
 */
export function findFeelings(text: string): FoundFeeling[] {
  const found = read(text).flatMap((sentence) => sentence.found);
  return feelings.flatMap((feeling) => {
    const words = [...new Set(found.filter((one) => one.kind === feeling).map((one) => one.words))];
    const apart = words.filter((one) => !words.some((other) => other !== one && other.includes(one)));
    return apart.length > 0 ? [{ feeling, words: apart.slice(0, 6) }] : [];
  });
}
