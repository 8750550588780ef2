import { expect, test } from 'vitest';
import { chooseLanguage } from './language.ts';

test.each([
  ['bedside-language=es', ['en-GB'], 'es'],
  ['other=1; bedside-language=en', ['es-MX', 'en'], 'en'],
  ['not-bedside-language=es', ['en'], 'en'],
  ['bedside-language=xx', ['fr-FR', 'es-MX', 'en'], 'es'],
  ['', ['fr'], 'en'],
  ['', [], 'en'],
])('with the cookies "%s" and the wishes %j it speaks %s', (cookies, asked, expected) => {
  expect(chooseLanguage(cookies, asked)).toBe(expected);
});
