import { describe, expect, it } from 'vitest';
import { findFeelings } from './feelings.ts';

const told = (text: string) => findFeelings(text).map((one) => one.feeling);

describe('what somebody may feel', () => {
  it('is told with the words that say so, as they were written', () => {
    expect(findFeelings('My husband passed away on Sunday. I am VERY worried about the bills.')).toEqual([
      { feeling: 'distress', words: ['worried'] },
      { feeling: 'grief', words: ['husband passed away'] },
    ]);
    expect(findFeelings('Mi esposa falleció. ¡Estoy furiosa!')).toEqual([
      { feeling: 'anger', words: ['furiosa'] },
      { feeling: 'grief', words: ['esposa falleció'] },
    ]);
  });

  it.each([
    'I am not angry at all, only curious',
    'I’m not worried',
    'no estoy enojado, solo pregunto',
    'No tengo miedo de la operación',
    'Please, no worries',
  ])('is not told where it is denied: %s', (text) => expect(told(text)).toEqual([]));

  it.each(['Thanks in advance', 'Gracias de antemano', 'Thank you', 'Gracias'])(
    'is not told of what only closes a letter: %s',
    (text) => expect(told(text)).toEqual([]),
  );

  it('may be several at once, and nothing in a plain question', () => {
    expect(told('You sent my dead mother a survey. How can you be so careless?')).toEqual(['anger', 'grief']);
    expect(told('Which form do I bring on Monday?')).toEqual([]);
  });

  it('is found in time in the longest of letters', () => {
    const started = performance.now();
    findFeelings('the worried and angry bereaved confusedly thanking '.repeat(400));
    expect(performance.now() - started).toBeLessThan(1_500);
  });
});
