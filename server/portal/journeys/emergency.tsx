import type { Ctx } from '../../platform/ctx.ts';
import type { PageAnswer, PageRequest } from '../../platform/http/route.ts';
import { defineCatalogue } from '../../platform/i18n/messages.ts';
import { ButtonLink, EmergencyPanel, PhoneLink } from '../kit/index.ts';
import { show } from './frame.tsx';
import { speak } from './speak.ts';

export const emergencyWords = speak(
  defineCatalogue({
    en: {
      title: 'Urgent help',
      whileTitle: 'While you wait for help',
      stay: 'Stay with the person, or ask someone to stay with you.',
      door: 'Open the door, so that help can come in.',
      medicines: 'Have the medicines ready that the person takes.',
      phone: 'Stay on the phone. The person there tells you what to do.',
      otherTitle: 'If it is not an emergency but cannot wait',
      other: 'Call us. We look for the right person with you.',
      notHere: 'Do not wait for an answer to a message: we do not read messages at every hour.',
      write: 'Write us a message',
    },
    es: {
      title: 'Ayuda urgente',
      whileTitle: 'Mientras espera la ayuda',
      stay: 'Quédese con la persona, o pida a alguien que se quede con usted.',
      door: 'Abra la puerta para que la ayuda pueda entrar.',
      medicines: 'Tenga a mano las medicinas que toma la persona.',
      phone: 'No cuelgue el teléfono. La persona que le atiende le dirá qué hacer.',
      otherTitle: 'Si no es una emergencia pero no puede esperar',
      other: 'Llámenos. Buscamos con usted a la persona adecuada.',
      notHere: 'No espere la respuesta a un mensaje: no leemos los mensajes a todas horas.',
      write: 'Escribirnos un mensaje',
    },
  }),
);

/** Always there, for everybody, with nothing to fill in. It tells where help is and judges nothing. */
export async function emergencyPage(ctx: Ctx, request: PageRequest): Promise<PageAnswer> {
  const t = emergencyWords(request.language);
  const { hospital } = ctx.house;
  return show(ctx, request, {
    title: t('title'),
    back: { href: '/' },
    children: (
      <>
        <h1>{t('title')}</h1>
        <EmergencyPanel number={hospital.emergencyNumber} />
        <h2>{t('whileTitle')}</h2>
        <ul>
          {(['phone', 'stay', 'door', 'medicines'] as const).map((line) => (
            <li key={line}>{t(line)}</li>
          ))}
        </ul>
        <h2>{t('otherTitle')}</h2>
        <p>
          {t('other')} <PhoneLink number={hospital.phone} />
        </p>
        <p>{t('notHere')}</p>
        <ButtonLink href="/ask" kind="secondary">
          {t('write')}
        </ButtonLink>
      </>
    ),
  });
}
