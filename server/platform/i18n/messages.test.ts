import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  catalogueProblems,
  chooseLanguage,
  defineCatalogue,
  formatDate,
  formatDayAndTime,
  formatRelative,
  formatTime,
  languages,
  makeTranslator,
} from './messages.ts';

const words = defineCatalogue({
  en: { greeting: 'Hello {name}', waiting: '{count, plural, one {# message} other {# messages}}', plain: 'a < b <b>' },
  es: { greeting: 'Hola {name}', waiting: '{count, plural, one {# mensaje} other {# mensajes}}', plain: 'a < b <b>' },
});

describe('words', () => {
  it('are said in the language asked for, with plurals', () => {
    expect(makeTranslator(words, 'en')('waiting', { count: 1 })).toBe('1 message');
    expect(makeTranslator(words, 'es')('waiting', { count: 3 })).toBe('3 mensajes');
  });

  it('keep values and markup as the text they are', () => {
    expect(makeTranslator(words, 'en')('greeting', { name: '<i>{count}</i>' })).toBe('Hello <i>{count}</i>');
    expect(makeTranslator(words, 'en')('plain')).toBe('a < b <b>');
  });

  it('never show a sentence with a hole', () => {
    expect(() => makeTranslator(words, 'en')('greeting')).toThrow(/name/);
  });

  it('missing in Spanish, or unknown, do not compile', () => {
    // @ts-expect-error the Spanish words are missing
    defineCatalogue({ en: { hello: 'Hello' }, es: {} });
    // @ts-expect-error no such key
    expect(() => makeTranslator(words, 'en')('goodbye')).toThrow();
  });

  it('that differ between languages are found', () => {
    expect(catalogueProblems(words)).toEqual([]);
    const torn = {
      en: { a: 'Hi {name}', b: 'ok', c: '{n, plural, one {# of {all}} other {#}}', d: '{broken' },
      es: { a: 'Hola', b: ' ', c: '{n, plural, one {#} other {#}}', d: 'x' },
    };
    expect(catalogueProblems(torn).map((problem) => problem.split(':')[0])).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('the language', () => {
  it.each([
    ['es', 'en', 'en'],
    ['es-MX,es;q=0.9,en;q=0.8', undefined, 'es'],
    ['fr,en;q=0.2,es;q=0.7', undefined, 'es'],
    ['es;q=0, en', undefined, 'en'],
    ['ES-us', 'klingon', 'es'],
    ['fr', undefined, 'en'],
    [undefined, undefined, 'en'],
    ['*', '', 'en'],
    ['es;q=abc', undefined, 'en'],
  ])('for Accept-Language %s and cookie %s is %s', (header, cookie, expected) => {
    expect(chooseLanguage(header, cookie)).toBe(expected);
  });

  it('is always one we speak, whatever is sent', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (header, cookie) => languages.includes(chooseLanguage(header, cookie))),
    );
  });
});

describe('moments', () => {
  const newYork = { language: 'en', zone: 'America/New_York', region: 'US' } as const;
  const moment = Temporal.Instant.from('2026-03-04T03:30:00Z');

  it('are told by the clock on the wall of the hospital', () => {
    expect(formatDate(moment, newYork)).toBe('Tuesday, March 3, 2026');
    expect(formatTime(moment, newYork)).toMatch(/^10:30\sPM$/);
    expect(formatDate(moment, { language: 'es', zone: 'Europe/Madrid' })).toBe('miércoles, 4 de marzo de 2026');
    expect(formatDayAndTime(moment, newYork)).toMatch(/March 3, 2026 at 10:30/);
  });

  it('that are calendar days stay the same day in every zone', () => {
    const born = Temporal.PlainDate.from('1950-01-01');
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/New_York'])
      expect(formatDate(born, { language: 'en', zone })).toBe('Sunday, January 1, 1950');
  });

  it.each([
    ['2026-03-04T03:29:40Z', 'now'],
    ['2026-03-04T03:25:00Z', '5 minutes ago'],
    ['2026-03-04T04:30:00Z', 'in 1 hour'],
    ['2026-03-03T04:30:00Z', 'yesterday'],
    ['2026-03-06T15:00:00Z', 'in 3 days'],
  ])('%s is %s', (then, expected) => {
    expect(formatRelative(Temporal.Instant.from(then), moment, newYork)).toBe(expected);
  });
});
