import { expect, test } from 'vitest';
import { catalogueProblems } from '../../platform/i18n/messages.ts';
import { gateReason } from './contract.ts';
import { mailWords, staffWords } from './words.ts';

test('every message reads in both languages with the same values', () => {
  expect([...catalogueProblems(mailWords), ...catalogueProblems(staffWords)]).toEqual([]);
});

test('every check of the gate has a sentence for staff', () => {
  expect(gateReason.options.filter((reason) => !(reason in staffWords.en))).toEqual([]);
});
