import { describe, expect, it } from 'vitest';
import { findUrgentWords } from './danger.ts';
import { calm, urgent } from './danger-phrases.ts';

const kindsIn = (text: string) => [...new Set(findUrgentWords(text).map((it) => it.kind))];

describe('words that may mean danger', () => {
  it.each(urgent)('%s: %s', (kind, text) => expect(kindsIn(text)).toContain(kind));

  it('are found whatever else stands around them, in capitals and without accents', () => {
    for (const [kind, text] of urgent) {
      const loud = text.toUpperCase().normalize('NFD').replace(/\p{M}/gu, '');
      expect(kindsIn(`Good morning,\n\nI paid my bill.  ${loud}!!! Thank you`), text).toContain(kind);
    }
  });

  it('are told as they were written, each once and in their order', () => {
    expect(findUrgentWords("My chest   HURTS and I can't breathe. My chest   HURTS.")).toEqual([
      { kind: 'chest-pain', words: 'chest HURTS' },
      { kind: 'breathing', words: "can't breathe" },
    ]);
  });

  it('are flagged even when denied: who reads it decides', () => {
    expect(kindsIn('No chest pain today, only a cough')).toEqual(['chest-pain']);
  });

  it('are found in time in the longest of letters', () => {
    const started = performance.now();
    findUrgentWords('the bleedings of chests and breathless overdosings '.repeat(400));
    expect(performance.now() - started).toBeLessThan(1_500);
  });
});

describe('everyday words', () => {
  it.each(calm)('%s', (text) => expect(findUrgentWords(text)).toEqual([]));

  it('are many on both lists', () => {
    expect(new Set(urgent.map(([, text]) => text)).size).toBeGreaterThanOrEqual(120);
    expect(new Set(calm).size).toBeGreaterThanOrEqual(80);
  });
});
