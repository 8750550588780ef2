import { inLanguage } from '../../../lib/language.ts';

const ladderWordsEn = {
  title: 'Who is told before a promise is broken',
  why: 'One person at a time, who sees it on their screen. Who is away is passed over; of several who could be told, the one with the least open work is.',
  moment: {
    near: 'When little time is left (a fifth, at least 30 minutes)',
    half: 'When half of that is left',
    due: 'When it is due',
    later: 'As long after as it was told before',
  },
  tells: {
    owner: 'Who has it, or a colleague in their place',
    colleague: 'Another colleague of the team',
    lead: 'Who leads there',
    nobody: 'Nobody',
  },
  saved: 'Saved.',
} as const;
const ladderWordsEs = {
  title: 'A quién se avisa antes de incumplir un plazo',
  why: 'A una persona cada vez, que lo ve en su pantalla. No se avisa a quien está ausente; si hay varias, se avisa a la que tiene menos trabajo abierto.',
  moment: {
    near: 'Cuando queda poco tiempo (una quinta parte, al menos 30 minutos)',
    half: 'Cuando queda la mitad de eso',
    due: 'Cuando vence',
    later: 'Tanto tiempo después como antes se avisó',
  },
  tells: {
    owner: 'A quien la tiene, o a un colega en su lugar',
    colleague: 'A otro colega del equipo',
    lead: 'A quien dirige',
    nobody: 'A nadie',
  },
  saved: 'Guardado.',
};
export const ladderWords = inLanguage({ en: ladderWordsEn, es: ladderWordsEs });
