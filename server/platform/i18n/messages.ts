import { IntlMessageFormat } from 'intl-messageformat';
import { type Language, languages } from './language.ts';

export { type Clock, formatDate, formatDayAndTime, formatRelative, formatShortDate, formatTime } from './dates.ts';
export { chooseLanguage, isLanguage, type Language, languages, ownNameOf } from './language.ts';

/** ICU messages by key: English sets the keys, a key without its Spanish words does not compile. */
export type Catalogue<Key extends string = string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>;
export type MessageValues = Readonly<Record<string, string | number | bigint>>;
export type Translator<Key extends string> = (key: Key, values?: MessageValues) => string;

export function defineCatalogue<const English extends Record<string, string>>(catalogue: {
  en: English;
  es: Record<keyof English, string>;
}): Catalogue<keyof English & string> {
  return catalogue;
}

// Parsing a message costs far more than filling it in, and the catalogues are fixed for the life of the process.
const parsedMessages: Record<Language, Map<string, IntlMessageFormat>> = { en: new Map(), es: new Map() };

function parsedMessage(text: string, language: Language): IntlMessageFormat {
  const known = parsedMessages[language].get(text);
  if (known) return known;
  // Markup in a message is text here: what is shown is escaped by whoever shows it.
  const parsed = new IntlMessageFormat(text, language, undefined, { ignoreTag: true });
  parsedMessages[language].set(text, parsed);
  return parsed;
}

/** Throws when the message needs a value that was not handed in: a sentence with a hole must never reach a person. */
export function makeTranslator<Key extends string>(catalogue: Catalogue<Key>, language: Language): Translator<Key> {
  const messages = catalogue[language];
  return (key, values) => String(parsedMessage(messages[key], language).format(values as Record<string, string>));
}

type Element = { type: number; value?: string; options?: Record<string, { value: Element[] }> };

function argumentsIn(elements: readonly Element[]): string[] {
  return elements.flatMap((element) => {
    const isLiteralOrNumberSign = element.type === 0 || element.type === 7;
    const own = isLiteralOrNumberSign || element.value === undefined ? [] : [element.value];
    return [...own, ...Object.values(element.options ?? {}).flatMap((option) => argumentsIn(option.value))];
  });
}

/**
 * What a catalogue's test asks: messages that do not parse, are empty, or name other values in one language than in
 * another. Empty when all is well.
 */
export function catalogueProblems(catalogue: Catalogue): string[] {
  const namesOf = (language: Language, key: string) => {
    const elements = parsedMessage(catalogue[language][key] ?? '', language).getAst() as readonly Element[];
    return [...new Set(argumentsIn(elements))].toSorted().join(', ');
  };
  return Object.keys(catalogue.en).flatMap((key) => {
    try {
      const empty = languages.filter((language) => !catalogue[language][key]?.trim());
      if (empty.length > 0) return [`${key}: no words in ${empty.join(', ')}`];
      const [english = '', ...others] = languages.map((language) => namesOf(language, key));
      return others.filter((names) => names !== english).map((names) => `${key}: {${english}} but {${names}}`);
    } catch (error) {
      return [`${key}: ${(error as Error).message}`];
    }
  });
}
