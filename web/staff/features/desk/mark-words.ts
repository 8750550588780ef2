import type { MarkKind } from '../../../../server/modules/desk/contract.ts';
import { inLanguage } from '../../../lib/language.ts';

const first = (name: string) => name.split(' ')[0] ?? name;

/** It suggests and never says how somebody is. */
export const markWords = inLanguage({
  en: {
    may: {
      danger: 'May be in danger',
      distress: 'May be distressed',
      anger: 'May be angry',
      grief: 'May be grieving',
      confusion: 'May be confused',
      thanks: 'May be saying thanks',
    } satisfies Record<MarkKind, string>,
    label: 'What the words may carry',
    quoted: (found: readonly string[]) => found.map((one) => `“${one}”`).join(', '),
    saidBy: (name: string) => `${first(name)} says so`,
    correct: 'Correct',
    title: 'What the words may carry',
    why: 'The software looks for words and can be wrong. Say what is so: it counts, and the words stay as they are.',
    nothing: 'No words found',
    danger: 'Without this mark it is not urgent any more. What was promised by when stays promised.',
    reason: 'Why (if you like)',
    submit: 'Save',
    choose: 'Change a mark first.',
    done: (reference: string) => `${reference}: the marks are as you say.`,
    forYou: 'For you: urgent',
    youAreAsked: (reference: string) => `Urgent, and nobody has it. You are asked to take it: ${reference}`,
    askedHere: 'Nobody has it yet. You are asked to take it.',
    asked: (name: string) => `Nobody has it yet. ${first(name)} is asked to take it.`,
  },
  es: {
    may: {
      danger: 'Puede haber peligro',
      distress: 'Puede sentir angustia',
      anger: 'Puede sentir enojo',
      grief: 'Puede estar de luto',
      confusion: 'Puede tener dudas',
      thanks: 'Puede estar dando las gracias',
    },
    label: 'Lo que pueden decir las palabras',
    quoted: (found: readonly string[]) => found.map((one) => `«${one}»`).join(', '),
    saidBy: (name: string) => `Lo dice ${first(name)}`,
    correct: 'Corregir',
    title: 'Lo que pueden decir las palabras',
    why: 'El programa busca palabras y puede equivocarse. Diga lo que es así: cuenta, y las palabras quedan como están.',
    nothing: 'No se hallaron palabras',
    danger: 'Sin esta marca deja de ser urgente. El plazo prometido se mantiene.',
    reason: 'Por qué (si quiere)',
    submit: 'Guardar',
    choose: 'Cambie primero una marca.',
    done: (reference: string) => `${reference}: las marcas están como usted dice.`,
    forYou: 'Para usted: urgente',
    youAreAsked: (reference: string) => `Es urgente y nadie la tiene. Se le pide que la tome: ${reference}`,
    askedHere: 'Aún no la tiene nadie. Se le pide que la tome.',
    asked: (name: string) => `Aún no la tiene nadie. Se le pide a ${first(name)} que la tome.`,
  },
});
