import { developmentEnglish } from './labelled-dev-en.ts';
import { developmentSpanish } from './labelled-dev-es.ts';
import { moreEnglish } from './labelled-more-en.ts';
import { moreSpanish } from './labelled-more-es.ts';
import { ordinaryEnglish } from './labelled-ordinary-en.ts';
import { ordinarySpanish } from './labelled-ordinary-es.ts';
import { plainEnglish } from './labelled-plain-en.ts';
import { plainSpanish } from './labelled-plain-es.ts';
import { rewordedEnglish } from './labelled-reworded-en.ts';
import { rewordedSpanish } from './labelled-reworded-es.ts';
import { testEnglish } from './labelled-test-en.ts';
import { testSpanish } from './labelled-test-es.ts';
import { testLong } from './labelled-test-long.ts';
import { unseenEnglish } from './labelled-unseen-en.ts';
import { unseenSpanish } from './labelled-unseen-es.ts';

export interface Labelled {
  readonly text: string;
  /** What kind of danger is told of, whoever may be in it; undefined: none. */
  readonly danger: string | undefined;
  /** No danger, and words or sounds that could pass for it. */
  readonly isHard: boolean;
  /** Those that the words say themselves, not those that such a thing would give anybody; undefined: not labelled. */
  readonly feelings: readonly string[] | undefined;
}

/** One message a line: danger (`-` none, `!` none although it sounds so) | feelings, `?` not labelled | what was written, `¶` a new paragraph. */
function readLabelled(lines: string): Labelled[] {
  return lines.split('\n').flatMap((line) => {
    const [danger, feelings, text] = line.split('|').map((part) => part.trim());
    if (danger === undefined || feelings === undefined || !text) return [];
    return {
      text: text.replaceAll('¶', '\n\n'),
      danger: danger === '-' || danger === '!' || danger === '' ? undefined : danger,
      isHard: danger === '!',
      feelings: feelings === '?' ? undefined : feelings.split(',').filter(Boolean),
    };
  });
}

/** Everything that the rules were tuned on. */
export const development = [
  developmentEnglish,
  developmentSpanish,
  rewordedEnglish,
  rewordedSpanish,
  plainEnglish,
  plainSpanish,
  moreEnglish,
  moreSpanish,
  ordinaryEnglish,
  ordinarySpanish,
].flatMap(readLabelled);
/** Written before the rules, by the same hand; no single miss of it was looked at. */
export const heldOut = [testEnglish, testSpanish, testLong].flatMap(readLabelled);
/** Written after the rules; no rule was changed after it was read. */
export const unseen = [unseenEnglish, unseenSpanish].flatMap(readLabelled);
