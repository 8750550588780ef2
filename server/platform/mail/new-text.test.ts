import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newTextOf } from './new-text.ts';

const cases: [string, string, string][] = [
  ['nothing to cut', 'Hello\n\nMy knee hurts.', 'Hello\n\nMy knee hurts.'],
  [
    'a quote below',
    'Yes please.\n\nOn Tue, 3 Mar 2026 at 10:00, Desk <desk@clinic.test> wrote:\n> Shall we?\n> Kind regards',
    'Yes please.',
  ],
  [
    'an attribution over two lines',
    'Yes.\n\nOn Tue, 3 Mar 2026 at 10:00, Front Desk of the Clinic\n<desk@clinic.test> wrote:\n\n> old',
    'Yes.',
  ],
  ['a quote that nobody marked', 'Yes.\n\nOn Tue, 3 Mar 2026, Desk wrote:\n\nShall we?\nBye', 'Yes.'],
  ['Spanish', 'Sí, gracias.\n\nEl mar, 3 mar 2026 a las 10:00, Recepción escribió:\n> ¿Le va bien?', 'Sí, gracias.'],
  [
    'Outlook',
    'Thanks.\n\nFrom: Desk <desk@clinic.test>\nSent: Tuesday\nTo: Ann\nSubject: Visit\n\nold text',
    'Thanks.',
  ],
  [
    'Outlook with a rule',
    'Thanks.\n________________________________\nFrom: Desk\nSent: Tuesday\nTo: Ann\nSubject: x\n\nold',
    'Thanks.',
  ],
  ['Outlook in Spanish', 'Gracias.\n\nDe: Recepción\nEnviado: martes\nPara: Ana\nAsunto: Visita\n\nviejo', 'Gracias.'],
  ['an original message line', 'Thanks\n\n-----Original Message-----\nold', 'Thanks'],
  ['a signature', 'I am in pain.\n-- \nAnn\nTel 1', 'I am in pain.'],
  ['a telephone’s signature', 'I am in pain.\n\nSent from my iPhone', 'I am in pain.'],
  ['a quote at the end without attribution', 'Yes.\n\n> old\n> older', 'Yes.'],
  ['an answer below the quote', 'On Tue, 3 Mar 2026, Desk wrote:\n> Shall we?\n\nYes, please.', 'Yes, please.'],
  [
    'answers between the quotes stay whole',
    '> Is it your knee?\nYes.\n> Which?\nThe left.',
    '> Is it your knee?\nYes.\n> Which?\nThe left.',
  ],
  [
    'answers between, after an attribution',
    'On Tue, 3 Mar 2026, Desk wrote:\n> Knee?\nYes.\n> Left?\nNo.',
    'On Tue, 3 Mar 2026, Desk wrote:\n> Knee?\nYes.\n> Left?\nNo.',
  ],
  ['a quote in the middle stays', 'She said:\n> go away\nand I was hurt.', 'She said:\n> go away\nand I was hurt.'],
  [
    'words about writing stay',
    'On Monday the nurse wrote: nothing in my chart.\nWhy?',
    'On Monday the nurse wrote: nothing in my chart.\nWhy?',
  ],
  ['one line that begins with From stays', 'From: the heart I thank you.\nAnn', 'From: the heart I thank you.\nAnn'],
  ['only a quote stays', '> old\n> older', '> old\n> older'],
  ['only a signature stays', '-- \nAnn', '-- \nAnn'],
  ['nothing', '', ''],
];
it.each(cases)('%s', (_, given, expected) => expect(newTextOf(given)).toBe(expected));

describe('a marker of ours', () => {
  const marker = '=== Please answer above this line ===';
  it('ends the new text', () => expect(newTextOf(`Yes.\n\n> ${marker}\n> old\n\nfooter`, [marker])).toBe('Yes.'));
  it('means nothing where nobody set it', () => expect(newTextOf(`Yes.\n${marker}`)).toContain(marker));
});

it('never invents, and never loses everything', () => {
  const line = fc.constantFrom(
    '> q',
    'words',
    '',
    '-- ',
    'On Tue, 3 Mar 2026, Desk wrote:',
    'From: a',
    'Sent: b',
    'To: c',
    '______________',
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const text = lines.join('\n');
      const answer = newTextOf(text);
      expect(text).toContain(answer);
      expect(answer === '').toBe(text.trim() === '');
    }),
  );
});

it.each([
  ['one long line', `On ${'a '.repeat(2_000_000)}`],
  ['a million quotes', '> a\n'.repeat(250_000)],
  ['a million beginnings', 'On Tue, 3 Mar 2026 x\n'.repeat(50_000)],
  ['attributions without end', `${'On Tue, 3 Mar 2026, Desk wrote:\n> a\nb\n'.repeat(300)}`],
])('%s takes no time', (_, text) => {
  const before = performance.now();
  newTextOf(text);
  expect(performance.now() - before).toBeLessThan(1500);
});
