import { inLanguage } from '../../../lib/language.ts';

const poolWordsEn = {
  title: 'How work comes to people',
  why: 'With “Next one for me” everybody gets what fits them and the team: the language of the person, what they know well, and not one hard conversation after the other.',
  said: (most: number, heavy: number, assigns: boolean) =>
    `At most ${most} open each; somebody else first after ${heavy} hard conversations in a day; ${assigns ? 'what comes in is given out in turn' : 'people take what comes in'}.`,
  mostOpen: 'At most open for one person',
  mostOpenWhy: 'What waits for the person does not count. What is urgent can always be taken.',
  heavyADay: 'Hard conversations a day before somebody else comes first',
  heavyADayWhy: 'With people in mourning or in anger. Nobody is told or measured by it.',
  assigns: 'Give what comes in to people in turn',
  assignsWhy: 'A turn counts whatever becomes of it: giving back does not skip it. Who is away is passed over.',
  save: 'Save',
  saved: 'Saved.',
  unchanged: 'Nothing is changed yet.',
  numbers: 'Whole numbers: at most 500 open, at most 100 a day.',
} as const;
const poolWordsEs = {
  title: 'Cómo llega el trabajo a las personas',
  why: 'Con «La siguiente para mí» cada cual recibe lo que le va a esa persona y al equipo: el idioma, lo que conoce bien y no una conversación difícil tras otra.',
  said: (most: number, heavy: number, assigns: boolean) =>
    `Como mucho ${most} abiertas cada uno; tras ${heavy} conversaciones difíciles en un día va antes otra persona; ${assigns ? 'lo que llega se reparte por turno' : 'cada cual toma lo que llega'}.`,
  mostOpen: 'Como mucho abiertas por persona',
  mostOpenWhy: 'No cuenta lo que espera a la persona. Lo urgente se puede tomar siempre.',
  heavyADay: 'Conversaciones difíciles al día antes de que vaya otra persona',
  heavyADayWhy: 'Con personas en duelo o enfadadas. No se le dice a nadie ni se mide a nadie por ello.',
  assigns: 'Repartir por turno lo que llega',
  assignsWhy: 'Un turno cuenta pase lo que pase: devolver no lo salta. A quien está ausente no le toca.',
  save: 'Guardar',
  saved: 'Guardado.',
  unchanged: 'Todavía no ha cambiado nada.',
  numbers: 'Números enteros: como mucho 500 abiertas y 100 al día.',
};
export const poolWords = inLanguage({ en: poolWordsEn, es: poolWordsEs });
