import { inLanguage } from '../../../lib/language.ts';
import { durationWords } from '../answering/durations.ts';

const whole = (minutes: number) => durationWords(Math.max(1, Math.round(minutes)));

const clockWordsEn = {
  open: 'Clocks',
  title: 'The clocks of this case',
  why: 'Only hours in which the team is open count. A clock stands still while the person is waited for.',
  close: 'Close the clocks',
  loading: 'Loading the clocks',
  failed: 'The clocks could not be loaded.',
  retry: 'Try again',
  kind: { 'first-response': 'First answer', 'next-response': 'Next answer', resolution: 'Resolved' },
  running: 'running',
  withdrawn: 'answered with another case',
  inTime: 'in time',
  late: (minutes: number) => `${whole(minutes)} late`,
  target: (minutes: number) => `Within ${whole(minutes)} of open time.`,
  afterHours: 'It began while the team was closed.',
  paused: (minutes: number) => `It stood still for ${whole(minutes)}.`,
  due: (moment: string) => `due ${moment}`,
  event: {
    started: 'it began',
    paused: 'the person is waited for',
    resumed: 'it goes on',
    moved: 'it is due at another time',
    met: 'done',
    withdrawn: 'another case answers for it',
    undone: 'it was taken back',
  },
} as const;

const clockWordsEs = {
  open: 'Plazos',
  title: 'Los plazos de este caso',
  why: 'Solo cuentan las horas en que el equipo atiende. Un plazo se detiene mientras se espera a la persona.',
  close: 'Cerrar los plazos',
  loading: 'Cargando los plazos',
  failed: 'No se pudieron cargar los plazos.',
  retry: 'Intentar otra vez',
  kind: { 'first-response': 'Primera respuesta', 'next-response': 'Siguiente respuesta', resolution: 'Resolución' },
  running: 'en curso',
  withdrawn: 'se respondió con otro caso',
  inTime: 'a tiempo',
  late: (minutes: number) => `${whole(minutes)} tarde`,
  target: (minutes: number) => `En ${whole(minutes)} de horario de atención.`,
  afterHours: 'Empezó con el equipo cerrado.',
  paused: (minutes: number) => `Estuvo detenido ${whole(minutes)}.`,
  due: (moment: string) => `vence ${moment}`,
  event: {
    started: 'empezó',
    paused: 'se espera a la persona',
    resumed: 'continúa',
    moved: 'vence en otro momento',
    met: 'hecho',
    withdrawn: 'otro caso responde por él',
    undone: 'se deshizo',
  },
};
export const clockWords = inLanguage({ en: clockWordsEn, es: clockWordsEs });
