import { defineCatalogue } from '../../platform/i18n/messages.ts';
import { speak } from './speak.ts';

/** `call`, `callTeam` …: by somebody by name, or by the team. */
export const promiseCatalogue = defineCatalogue({
  en: {
    title: 'What we have promised you',
    call: '{name} will call you by {when}.',
    callTeam: 'We will call you by {when}.',
    write: '{name} will write to you by {when}.',
    writeTeam: 'We will write to you by {when}.',
    send: '{name} will send you this by {when}:',
    sendTeam: 'We will send you this by {when}:',
    find: '{name} will find this out for you by {when}:',
    findTeam: 'We will find this out for you by {when}:',
    other: '{name} will do this by {when}:',
    otherTeam: 'We will do this by {when}:',
    late: 'We are late with this. We are sorry. You can also call us.',
    kept: 'Done on {at}.',
    keptLate: 'Done on {at}, later than we said. We are sorry.',
    released: 'We agreed that this is not needed any more.',
  },
  es: {
    title: 'Lo que le hemos prometido',
    call: '{name} le llamará a más tardar el {when}.',
    callTeam: 'Le llamaremos a más tardar el {when}.',
    write: '{name} le escribirá a más tardar el {when}.',
    writeTeam: 'Le escribiremos a más tardar el {when}.',
    send: '{name} le enviará esto a más tardar el {when}:',
    sendTeam: 'Le enviaremos esto a más tardar el {when}:',
    find: '{name} averiguará esto a más tardar el {when}:',
    findTeam: 'Averiguaremos esto a más tardar el {when}:',
    other: '{name} hará esto a más tardar el {when}:',
    otherTeam: 'Haremos esto a más tardar el {when}:',
    late: 'Vamos con retraso. Lo sentimos. También puede llamarnos.',
    kept: 'Hecho el {at}.',
    keptLate: 'Hecho el {at}, más tarde de lo que dijimos. Lo sentimos.',
    released: 'Acordamos que ya no hace falta.',
  },
});

export const promiseWords = speak(promiseCatalogue);
