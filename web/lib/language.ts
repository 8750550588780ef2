export type Language = 'en' | 'es';

/** Each language in its own name: who looks for theirs may not read the other. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', es: 'Español' };

const cookieName = 'bedside-language';
const yearSeconds = 31_536_000;

const known = (code: string | undefined): Language | undefined => {
  const short = code?.slice(0, 2).toLowerCase();
  return short === 'en' || short === 'es' ? short : undefined;
};

/** What was chosen in this browser, in the portal or here; otherwise what the browser asks for first that we speak. */
export function chooseLanguage(cookies: string, asked: readonly string[]): Language {
  const kept = cookies
    .split('; ')
    .find((one) => one.startsWith(`${cookieName}=`))
    ?.slice(cookieName.length + 1);
  return known(kept) ?? asked.map(known).find((one) => one !== undefined) ?? 'en';
}

/** Chosen once, when the page is loaded: no word on the screen is of the other language. */
export const language: Language =
  typeof document === 'undefined' ? 'en' : chooseLanguage(document.cookie, navigator.languages);
if (typeof document !== 'undefined') document.documentElement.lang = language;

/** The server reads the same cookie, so that its refusals come in this language too. */
export function switchLanguage(to: Language): void {
  const secure = location.protocol === 'https:' ? '; secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is not there on plain http, where a first try runs
  document.cookie = `${cookieName}=${to}; path=/; max-age=${yearSeconds}; samesite=lax${secure}`;
  location.reload();
}

/** The same words, whatever they say. */
export type Said<T> = T extends string
  ? string
  : T extends (...given: infer Given) => infer Answer
    ? (...given: Given) => Said<Answer>
    : { readonly [Key in keyof T]: Said<T[Key]> };

/** One catalogue of two; a word missing in Spanish, or one too many, is an error of types. */
export const inLanguage = <const T>(said: { en: T; es: Said<NoInfer<T>> }): Said<T> =>
  language === 'es' ? said.es : (said.en as Said<T>);
