import { inLanguage } from '../../../lib/language.ts';

const warningWordsEn = {
  title: 'Running out of time',
  open: 'Open what runs out of time first',
  dueIn: (span: string) => `due in ${span}`,
  lateBy: (span: string) => `${span} late`,
  more: (n: number) => (n === 1 ? 'One more' : `${n} more`),
  why: {
    owner: 'You have it.',
    'stand-in': 'Nobody who is here has it: you were asked to look.',
    colleague: 'Your team’s: please look whether it is in hand.',
    lead: 'You lead here: it needs a decision.',
  },
} as const;
const warningWordsEs = {
  title: 'Se acaba el tiempo',
  open: 'Abrir lo que antes vence',
  dueIn: (span: string) => `vence en ${span}`,
  lateBy: (span: string) => `${span} de retraso`,
  more: (n: number) => (n === 1 ? 'Uno más' : `${n} más`),
  why: {
    owner: 'La tiene usted.',
    'stand-in': 'No la tiene nadie que esté ahora: se le pide que la mire.',
    colleague: 'Es de su equipo: mire, por favor, si alguien se ocupa.',
    lead: 'Usted dirige aquí: hay que decidir.',
  },
};
export const warningWords = inLanguage({ en: warningWordsEn, es: warningWordsEs });
