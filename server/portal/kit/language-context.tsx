import { createContext, type ReactNode, useContext } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Language, Translator } from '../../platform/i18n/messages.ts';
import { type KitWord, kitWords } from './words.ts';

// No default: a component outside a page would quietly speak English to everybody.
const KitLanguage = createContext<Language | undefined>(undefined);

export function useLanguage(): Language {
  const language = useContext(KitLanguage);
  if (!language) throw new Error('a kit component was rendered outside renderPage or renderPart');
  return language;
}

export const useWords = (): Translator<KitWord> => kitWords(useLanguage());

export const InLanguage = ({ language, children }: { language: Language; children: ReactNode }) => (
  <KitLanguage.Provider value={language}>{children}</KitLanguage.Provider>
);

/** A piece of a page as HTML, for tests and for what is put into a page by other means. */
export const renderPart = (part: ReactNode, language: Language = 'en'): string =>
  renderToStaticMarkup(<InLanguage language={language}>{part}</InLanguage>);
