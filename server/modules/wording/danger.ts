import { english } from './danger-en.ts';
import { spanish } from './danger-es.ts';
import { soundsLikeDanger } from './learned.ts';
import { eachOnce, type Found, phraseReader } from './phrases.ts';

/** `kind`: which danger the words may mean: `chest-pain`, `self-harm` …; `unclear`: words that mostly stand where there is some. */
export type UrgentWords = Found;

const read = phraseReader([english, spanish]);

/**
 * Words that may mean danger to somebody, in English and Spanish, in the order in which they stand, each once.
 * It flags and never judges: what is denied ("no chest pain") is flagged as well, since a person reads it next and a
 * missed call for help cannot be made good. Figures of speech ("this queue is killing me"), what lies years back and
 * names of things are passed over. Where no phrase is known, the words are weighed by what labelled messages taught.
 */
export function findUrgentWords(text: string): UrgentWords[] {
  return eachOnce(
    read(text).flatMap((sentence) =>
      sentence.found.length > 0
        ? sentence.found
        : soundsLikeDanger(sentence).map((words) => ({ kind: 'unclear', words })),
    ),
  );
}

/** The words alone, without those that lie within others: what stands beside a conversation. At most twelve. */
export function urgentWordsIn(text: string): string[] {
  const words = [...new Set(findUrgentWords(text).map((one) => one.words))];
  return words.filter((one) => !words.some((other) => other !== one && other.includes(one))).slice(0, 12);
}

/** What the second ear learns from and listens to. */
export const openTokensOf = (text: string) => read(text).map((sentence) => sentence.open);
