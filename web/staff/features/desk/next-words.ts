import { inLanguage } from '../../../lib/language.ts';

const nextWordsEn = {
  take: 'Next one for me',
  nothing: 'Nothing waits to be taken in your teams.',
  taken: (reference: string, why: string) => `${reference} is yours. ${why}`,
  why: {
    'most-pressing': 'It was the most pressing.',
    'fits-you-best': 'It fits you best; something more pressing was left to a colleague who is there.',
  },
} as const;
const nextWordsEs = {
  take: 'La siguiente para mí',
  nothing: 'En sus equipos no espera nada por tomar.',
  taken: (reference: string, why: string) => `${reference} es suya. ${why}`,
  why: {
    'most-pressing': 'Era la más urgente.',
    'fits-you-best': 'Es la que mejor le va; algo más urgente quedó para un colega que está ahora.',
  },
};
export const nextWords = inLanguage({ en: nextWordsEn, es: nextWordsEs });
