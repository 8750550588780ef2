import { describe, expect, it } from 'vitest';
import { findPromises } from './finding.ts';

/** A Friday, ten in the morning in New York. */
const now = Temporal.Instant.from('2026-11-27T15:00:00Z');
const zone = 'America/New_York';

/** `kind MM-DD HH:MM`, with a question mark where somebody should look; `kind –` without a date; nothing: no promise. */
function told(text: string, language: 'en' | 'es', from = now, timeZone = zone): string {
  return findPromises(text, from, timeZone, language)
    .map(({ kind, dueAt, unsure }) => {
      const at = dueAt?.toZonedDateTimeISO(timeZone).toPlainDateTime().toString().slice(5, 16).replace('T', ' ');
      return `${kind} ${at ?? '–'}${at && unsure ? '?' : ''}`;
    })
    .join(' · ');
}

const english: readonly (readonly [string, string])[] = [
  ['We will ring you by Tuesday 3 pm.', 'call 12-01 15:00'],
  ['we will ring you by tuesday 3pm', 'call 12-01 15:00'],
  ["I'll call you back tomorrow morning.", 'call 11-28 12:00'],
  ['I’ll call you back tomorrow morning.', 'call 11-28 12:00'],
  ['You will have the letter within 5 working days.', 'send 12-04 17:00'],
  ['You’ll hear from us by the end of the week.', 'write 11-27 17:00'],
  ['We will send the forms by the end of next week.', 'send 12-04 17:00'],
  ['I will call you in two hours.', 'call 11-27 12:00'],
  ['I will call you in an hour.', 'call 11-27 11:00'],
  ['I will call you in half an hour.', 'call 11-27 10:30'],
  ['I will call you within the hour.', 'call 11-27 11:00'],
  ['Someone will call you within 24 hours.', 'call 11-28 10:00'],
  ['We will reply within 2 to 3 days.', 'write 11-30 17:00'],
  ['We will reply within 2-3 business days.', 'write 12-02 17:00'],
  ['We will write to you on 3 December.', 'write 12-03 17:00'],
  ['We will write to you on the 3rd of December at noon.', 'write 12-03 12:00'],
  ['We will write to you on December 3rd, 2026.', 'write 12-03 17:00'],
  ['We will write to you on Tuesday, December 1 at 9:30 am.', 'write 12-01 09:30'],
  ['We will write to you by the 3rd.', 'write 12-03 17:00'],
  ['We will write to you by Dec 3.', 'write 12-03 17:00'],
  ['We will send it by 12/3.', 'send 12-03 17:00?'],
  ['We will send it by 12/12.', 'send 12-12 17:00'],
  ['We will send it by 13/12.', 'send 12-13 17:00'],
  ['We will send it by 12/3/2026 at 4 p.m.', 'send 12-03 16:00?'],
  ['We will send it by 2026-12-03.', 'send 12-03 17:00'],
  ['We will send it on January 5.', 'send 01-05 17:00'],
  ['We will send it on 30 February.', 'send –'],
  ['We will call you today.', 'call 11-27 17:00'],
  ['We will call you this afternoon.', 'call 11-27 17:00'],
  ['We will call you tonight.', 'call 11-27 20:00'],
  ['We will call you this evening at 7.', 'call 11-27 19:00?'],
  ['We will call you at 3.', 'call 11-27 15:00?'],
  ['We will call you at 8.', 'call 11-28 08:00?'],
  ["We will call you at 3 o'clock.", 'call 11-27 15:00?'],
  ['We will call you at half past three.', 'call 11-27 15:30?'],
  ['We will call you at quarter to four tomorrow.', 'call 11-28 15:45?'],
  ['We will call you at 15:00.', 'call 11-27 15:00'],
  ['We will call you at 9:15 tomorrow.', 'call 11-28 09:15?'],
  ['We will call you tomorrow between 2 and 4 pm.', 'call 11-28 16:00'],
  ['We will call you on Monday, 2-4 pm.', 'call 11-30 16:00'],
  ['We will call you tomorrow at 7 in the evening.', 'call 11-28 19:00?'],
  ['We will call you first thing on Monday.', 'call 11-30 10:00'],
  ['We will call you first thing tomorrow.', 'call 11-28 10:00'],
  ['We will call you by close of business on Monday.', 'call 11-30 17:00'],
  ['We will call you by the end of the day.', 'call 11-27 17:00'],
  ['We will call you before Tuesday.', 'call 11-30 17:00'],
  ['We will call you before Tuesday at 3 pm.', 'call 12-01 15:00'],
  ['We will call you before noon on Tuesday.', 'call 12-01 12:00'],
  ['We will call you on Friday.', 'call 12-04 17:00?'],
  ['We will call you next Tuesday.', 'call 12-01 17:00'],
  ['We will call you on Monday or Tuesday.', 'call 12-01 17:00'],
  ['We will call you the day after tomorrow.', 'call 11-29 17:00'],
  ['We will call you next week.', 'call 12-04 17:00'],
  ['We will call you in a couple of days.', 'call 11-29 17:00'],
  ['We will call you in two weeks.', 'call 12-11 17:00'],
  ['We will refund you by the end of the month.', 'other 11-30 17:00'],
  ['We will call you about your appointment on Tuesday at 3 pm.', 'call 12-01 15:00'],
  ['We will call you on Monday about your surgery on Friday.', 'call 11-30 17:00'],
  ['By Tuesday at the latest, we will call you.', 'call 12-01 17:00'],
  ['Tomorrow we will send you the copies.', 'send 11-28 17:00'],
  ["I'm going to check with the ward today.", 'find-out 11-27 17:00'],
  ["I'm calling you back tomorrow at noon.", 'call 11-28 12:00'],
  ['We promise to call you by Monday.', 'call 11-30 17:00'],
  ['The pharmacy will send you the list on Monday.', 'send 11-30 17:00'],
  ['Dr. Reyes will call you on Monday at 11 am.', 'call 11-30 11:00'],
  ['A nurse from the ward will ring you tomorrow.', 'call 11-28 17:00'],
  ['We will find out and let you know by Wednesday.', 'write 12-02 17:00'],
  ['We will look into it and call you by Monday.', 'call 11-30 17:00'],
  ['I will ring you tomorrow and let you know.', 'call 11-28 17:00'],
  ['We will call you tomorrow and send the letter by Wednesday.', 'call 11-28 17:00 · send 12-02 17:00'],
  ['We will call you tomorrow. We will send the letter by Wednesday.', 'call 11-28 17:00 · send 12-02 17:00'],
  ['We will call by 3 p.m. Please bring the card on Monday.', 'call 11-27 15:00'],
  ['Hello Ada,\n\nwe will get back to you\nby Monday.\n\nMaria', 'write 11-30 17:00'],
  ['We will give you a call on Monday.', 'call 11-30 17:00'],
  ['We will be in touch by Monday.', 'write 11-30 17:00'],
  ['You will be called on Monday.', 'call 11-30 17:00'],
  ['Will call you tomorrow.', 'call 11-28 17:00'],
  ["We'll have it ready by Monday noon.", 'other 11-30 12:00'],
  // Without a date, or with one that says nothing.
  ['We will call you soon.', 'call –'],
  ['We will get back to you as soon as possible.', 'write –'],
  ['I will look into this.', 'find-out –'],
  ['We will call you this morning at 9 am.', 'call –'],
  // No promises.
  ['We will not call you on Monday.', ''],
  ["We won't call you on Monday.", ''],
  ['We will never call you at night.', ''],
  ['You will call us on Monday.', ''],
  ['Please call us by Monday.', ''],
  ['You can call me tomorrow at 3 pm.', ''],
  ['As you promised, you came on Monday.', ''],
  ['We called you on Monday.', ''],
  ['We would call you on Monday.', ''],
  ['We will try to call you by Monday.', ''],
  ['We hope to write to you by Monday.', ''],
  ['Will you call us tomorrow?', ''],
  ['When will we call you?', ''],
  ['Your sister will call us on Monday.', ''],
  ['We will see you on Monday.', ''],
  ['We will be open on Monday.', ''],
  ['You will have to call us on Monday.', ''],
  ['You will have surgery on Monday.', ''],
  ['We will ask you to fast on Monday.', ''],
  ['We look forward to your visit on Monday.', ''],
  ['We will do our best.', ''],
  ['We will call you if anything changes.', ''],
  ['I am calling you.', ''],
  ['It will take until Monday.', ''],
  ['> We will call you on Monday.\nThat was last week.', ''],
  ['Thank you.', ''],
];

const spanish: readonly (readonly [string, string])[] = [
  ['Le llamaremos antes del martes a las 15:00.', 'call 12-01 15:00'],
  ['Le llamaremos antes del martes.', 'call 11-30 17:00'],
  ['Le llamaremos el martes a las 3 de la tarde.', 'call 12-01 15:00'],
  ['Le llamaremos el martes a las tres y media.', 'call 12-01 15:30?'],
  ['Le llamaremos el martes a la una menos cuarto.', 'call 12-01 12:45?'],
  ['Le llamaremos el martes a las 15 h.', 'call 12-01 15:00'],
  ['Le llamaremos el martes a las 9 de la mañana.', 'call 12-01 09:00'],
  ['Le llamaremos mañana por la tarde.', 'call 11-28 17:00'],
  ['Le llamaremos mañana por la mañana.', 'call 11-28 12:00'],
  ['Le llamaremos mañana.', 'call 11-28 17:00'],
  ['Le llamaremos pasado mañana.', 'call 11-29 17:00'],
  ['Le llamaremos hoy.', 'call 11-27 17:00'],
  ['Le llamaremos hoy mismo.', 'call 11-27 17:00'],
  ['Le llamaremos esta tarde.', 'call 11-27 17:00'],
  ['Le llamaremos esta noche.', 'call 11-27 20:00'],
  ['Le llamaremos mañana al mediodía.', 'call 11-28 12:00'],
  ['Le llamaremos el lunes a primera hora.', 'call 11-30 10:00'],
  ['Le llamaremos el lunes a última hora.', 'call 11-30 17:00'],
  ['Le llamaremos antes de que acabe el día.', 'call 11-27 17:00'],
  ['Le llamaremos al final del día.', 'call 11-27 17:00'],
  ['Le llamaremos antes de las 15:00.', 'call 11-27 15:00'],
  ['Le llamaremos a las 3.', 'call 11-27 15:00?'],
  ['Le llamaremos a las 8.', 'call 11-28 08:00?'],
  ['Le llamaremos a las 5 p. m.', 'call 11-27 17:00'],
  ['Le llamaremos mañana entre las 2 y las 4 de la tarde.', 'call 11-28 16:00'],
  ['Le llamaremos en dos horas.', 'call 11-27 12:00'],
  ['Le llamaremos dentro de dos horas.', 'call 11-27 12:00'],
  ['Le llamaremos en media hora.', 'call 11-27 10:30'],
  ['Le llamaremos en las próximas 24 horas.', 'call 11-28 10:00'],
  ['Le llamaremos en un par de días.', 'call 11-29 17:00'],
  ['Le llamaremos dentro de una semana.', 'call 12-04 17:00'],
  ['Le llamaremos en 2 o 3 días hábiles.', 'call 12-02 17:00'],
  ['Recibirá la carta en 5 días hábiles.', 'send 12-04 17:00'],
  ['Recibirá la carta en un plazo de cinco días laborables.', 'send 12-04 17:00'],
  ['Recibirá noticias nuestras el lunes.', 'write 11-30 17:00'],
  ['Tendrá los resultados el lunes.', 'send 11-30 17:00'],
  ['La tendrá el lunes.', 'send 11-30 17:00'],
  ['Le llamaremos el 3 de diciembre.', 'call 12-03 17:00'],
  ['Le llamaremos el martes 1 de diciembre a las 10:30.', 'call 12-01 10:30?'],
  ['Le llamaremos el 3 de diciembre de 2026 a las 16:00.', 'call 12-03 16:00'],
  ['Le llamaremos el día 3.', 'call 12-03 17:00'],
  ['Le llamaremos el 3/12.', 'call 12-03 17:00?'],
  ['Le llamaremos el 13/12/2026.', 'call 12-13 17:00'],
  ['Le llamaremos el 5 de enero.', 'call 01-05 17:00'],
  ['Le llamaremos el viernes.', 'call 12-04 17:00?'],
  ['Le llamaremos el próximo martes.', 'call 12-01 17:00'],
  ['Le llamaremos el martes que viene.', 'call 12-01 17:00'],
  ['Le llamaremos el lunes o el martes.', 'call 12-01 17:00'],
  ['Le llamaremos la próxima semana.', 'call 12-04 17:00'],
  ['Le llamaremos la semana que viene.', 'call 12-04 17:00'],
  ['Le llamaremos esta semana.', 'call 11-27 17:00'],
  ['Le llamaremos a finales de mes.', 'call 11-30 17:00'],
  ['Le enviaré los formularios mañana.', 'send 11-28 17:00'],
  ['Les mandaremos la copia el lunes.', 'send 11-30 17:00'],
  ['Te escribiré el lunes.', 'write 11-30 17:00'],
  ['Nos pondremos en contacto con usted el lunes.', 'write 11-30 17:00'],
  ['Me pondré en contacto con usted antes del martes.', 'write 11-30 17:00'],
  ['Alguien se pondrá en contacto con usted mañana.', 'write 11-28 17:00'],
  ['La doctora le llamará el lunes a las 11 a. m.', 'call 11-30 11:00'],
  ['Una enfermera le llamará mañana.', 'call 11-28 17:00'],
  ['Vamos a llamarle mañana.', 'call 11-28 17:00'],
  ['Le voy a enviar la copia mañana.', 'send 11-28 17:00'],
  ['Voy a averiguarlo hoy.', 'find-out 11-27 17:00'],
  ['Le llamo mañana a las 12.', 'call 11-28 12:00?'],
  ['Mañana por la tarde le llamo.', 'call 11-28 17:00'],
  ['Le prometemos que le llamaremos el lunes.', 'call 11-30 17:00'],
  ['Prometo llamarle el lunes.', 'call 11-30 17:00'],
  ['Lo averiguaremos y le avisaremos el lunes.', 'write 11-30 17:00'],
  ['Le llamaremos mañana y le enviaremos la carta el miércoles.', 'call 11-28 17:00 · send 12-02 17:00'],
  ['Le llamaremos mañana. Le enviaremos la carta el miércoles.', 'call 11-28 17:00 · send 12-02 17:00'],
  ['Le daremos una respuesta el lunes.', 'write 11-30 17:00'],
  ['Tendremos lista la copia el lunes.', 'other 11-30 17:00'],
  ['Se le enviará la factura el lunes.', 'send 11-30 17:00'],
  ['Me encargaré mañana.', 'other 11-28 17:00'],
  ['Le llamaremos manana a las 10:00.', 'call 11-28 10:00?'],
  // Without a date, or with one that says nothing.
  ['Le llamaremos pronto.', 'call –'],
  ['Le responderemos lo antes posible.', 'write –'],
  ['Lo revisaremos.', 'find-out –'],
  // No promises.
  ['No le llamaremos el lunes.', ''],
  ['Nunca le llamaremos por la noche.', ''],
  ['Usted nos llamará el lunes.', ''],
  ['Llámenos el lunes, por favor.', ''],
  ['Puede llamarme mañana a las 15:00.', ''],
  ['Como usted prometió, vino el lunes.', ''],
  ['Le llamamos, pero no contestó.', ''],
  ['Le llamaríamos el lunes.', ''],
  ['Intentaremos llamarle el lunes.', ''],
  ['Esperamos escribirle el lunes.', ''],
  ['Su hermana nos llamará el lunes.', ''],
  ['Nos vemos el lunes.', ''],
  ['Estaremos abiertos el lunes.', ''],
  ['Tendrá que llamarnos el lunes.', ''],
  ['Le llamaremos si algo cambia.', ''],
  ['¿Nos llamará usted mañana?', ''],
  ['Haremos todo lo posible.', ''],
  ['> Le llamaremos el lunes.\nEso fue la semana pasada.', ''],
  ['Gracias.', ''],
];

describe('what is promised in a text', () => {
  it.each(english)('%s → %s', (text, expected) => {
    expect(told(text, 'en')).toBe(expected);
  });
  it.each(spanish)('%s → %s', (text, expected) => {
    expect(told(text, 'es')).toBe(expected);
  });

  it('stands in it word for word, with what leads to its moment and without the rest', () => {
    const text = 'Hello Ada, thank you. By Tuesday 3 pm we will ring you, and I will send the letter on Monday. Bye!';
    const found = findPromises(text, now, zone, 'en');
    expect(found.map((one) => one.words)).toEqual([
      'By Tuesday 3 pm we will ring you',
      'I will send the letter on Monday',
    ]);
    for (const one of found) expect(text.slice(one.from, one.until)).toBe(one.words);
    expect(findPromises('¡Hola! Mañana le llamaré, 😀 gracias.', now, zone, 'es')[0]?.words).toBe(
      'Mañana le llamaré, 😀 gracias',
    );
  });
});

describe('the clock on the wall', () => {
  const beforeChange = Temporal.Instant.from('2026-10-31T14:00:00Z');
  it.each([
    ['We will call you tomorrow at 3 pm.', beforeChange, zone, '2026-11-01T20:00:00Z'],
    ['We will call you tomorrow at 3 pm.', beforeChange, 'Europe/Madrid', '2026-11-01T14:00:00Z'],
    // An hour that does not exist is the one after it.
    [
      'We will call you tomorrow at 2:30 am.',
      Temporal.Instant.from('2027-03-13T15:00:00Z'),
      zone,
      '2027-03-14T07:30:00Z',
    ],
    // Hours are counted by the clock that never jumps.
    ['We will call you within 24 hours.', beforeChange, zone, '2026-11-01T14:00:00Z'],
    // Eleven at night in New York is the day before in Madrid's.
    ['We will call you tomorrow at noon.', Temporal.Instant.from('2026-11-28T04:00:00Z'), zone, '2026-11-28T17:00:00Z'],
    [
      'We will call you tomorrow at noon.',
      Temporal.Instant.from('2026-11-28T04:00:00Z'),
      'Europe/Madrid',
      '2026-11-29T11:00:00Z',
    ],
  ])('%s said at %s in %s is %s', (text, at, timeZone, due) => {
    expect(String(findPromises(text, at, timeZone, 'en')[0]?.dueAt)).toBe(due);
  });

  it('of today lasts until midnight after hours, and what is over has no date', () => {
    const evening = Temporal.Instant.from('2026-11-28T00:00:00Z');
    expect(told('We will call you today.', 'en', evening)).toBe('call 11-27 23:59?');
    expect(told('We will call you this afternoon.', 'en', evening)).toBe('call –');
  });

  it('counts working days by the calendar it is given', () => {
    const closed = (date: Temporal.PlainDate) => date.dayOfWeek <= 5 && date.toString() !== '2026-11-30';
    const found = findPromises('We will call you within two working days.', now, zone, 'en', closed);
    expect(String(found[0]?.dueAt)).toBe('2026-12-02T22:00:00Z');
    const never = findPromises('We will call you within two working days.', now, zone, 'en', () => false);
    expect(never).toMatchObject([{ kind: 'call', dueAt: null }]);
  });
});

it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'])('takes %s for a word', (word) => {
  for (const language of ['en', 'es'] as const)
    for (const text of [
      word,
      `x'${word}`,
      `in 3 ${word}`,
      `we will ${word} you`,
      `a las 3 de la ${word}`,
      `${word} past 3`,
    ])
      expect(findPromises(text, now, zone, language)).toEqual([]);
});

it('reads a long text of any kind in a moment', () => {
  for (const piece of [
    'we will call you ',
    '1/',
    'a.m.',
    'y le ',
    '> ',
    "'",
    'within 2 to ',
    '\n \n',
    'and ',
    '2-',
    '2 to ',
    '1:1 ',
  ])
    expect(() => findPromises(piece.repeat(Math.floor(20_000 / piece.length)), now, zone, 'en')).not.toThrow();
});
