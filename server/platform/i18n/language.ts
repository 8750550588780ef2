export const languages = ['en', 'es'] as const;
export type Language = (typeof languages)[number];

/** How a language is called by the people who speak it: what a person looks for when everything else is unreadable. */
export const ownNameOf: Record<Language, string> = { en: 'English', es: 'Español' };

export const isLanguage = (tag: unknown): tag is Language => languages.some((known) => known === tag);

type Wish = { tag: string; weight: number };

const readWish = (part: string): Wish => {
  const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  const weight = quality === undefined ? 1 : Number(quality.slice(2));
  return { tag: tag.split('-')[0] ?? '', weight: Number.isFinite(weight) ? weight : 0 };
};

// A header may be as long as a client likes; nobody speaks more languages than this.
const mostWishesRead = 20;

/**
 * What a person chose (the cookie) goes before what the browser says (RFC 9110 section 12.5.4), and that before the
 * house's own language. Neither is trusted to be well formed.
 */
export function chooseLanguage(
  acceptLanguage: string | undefined,
  cookie: string | undefined,
  otherwise: Language = 'en',
): Language {
  if (isLanguage(cookie)) return cookie;
  const wishes = (acceptLanguage ?? '')
    .split(',', mostWishesRead)
    .map(readWish)
    .filter((wish) => wish.weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  for (const { tag } of wishes) {
    if (tag === '*') return otherwise;
    if (isLanguage(tag)) return tag;
  }
  return otherwise;
}
