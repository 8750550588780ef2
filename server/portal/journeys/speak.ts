import { type Catalogue, type Language, makeTranslator, type Translator } from '../../platform/i18n/messages.ts';

/** A journey's words in the language of the page. */
export function speak<Key extends string>(catalogue: Catalogue<Key>): (language: Language) => Translator<Key> {
  const translators = { en: makeTranslator(catalogue, 'en'), es: makeTranslator(catalogue, 'es') };
  return (language) => translators[language];
}
