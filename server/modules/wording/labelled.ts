import { developmentEnglish } from './labelled-dev-en.ts';
import { developmentSpanish } from './labelled-dev-es.ts';
import { freshEnglish } from './labelled-fresh-en.ts';
import { freshSpanish } from './labelled-fresh-es.ts';
import { testEnglish } from './labelled-test-en.ts';
import { testSpanish } from './labelled-test-es.ts';
import { testLong } from './labelled-test-long.ts';

export interface Labelled {
  readonly text: string;
  /** What kind of danger is told of, whoever may be in it; undefined: none. */
  readonly danger: string | undefined;
  /** No danger, and words or sounds that could pass for it. */
  readonly isHard: boolean;
  /** Those that the words say themselves, not those that such a thing would give anybody. */
  readonly feelings: readonly string[];
}

/** One message a line: danger (`-` none, `!` none although it sounds so) | feelings | what was written, `¶` a new paragraph. */
function readLabelled(lines: string): Labelled[] {
  return lines.split('\n').flatMap((line) => {
    const [danger, feelings, text] = line.split('|').map((part) => part.trim());
    if (danger === undefined || feelings === undefined || !text) return [];
    return {
      text: text.replaceAll('¶', '\n\n'),
      danger: danger === '-' || danger === '!' || danger === '' ? undefined : danger,
      isHard: danger === '!',
      feelings: feelings.split(',').filter(Boolean),
    };
  });
}

export const development = [...readLabelled(developmentEnglish), ...readLabelled(developmentSpanish)];
export const heldOut = [testEnglish, testSpanish, testLong].flatMap(readLabelled);
export const fresh = [freshEnglish, freshSpanish].flatMap(readLabelled);
