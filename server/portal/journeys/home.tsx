import { type Facility, listFacilities } from '../../modules/places/index.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { PageAnswer, PageRequest } from '../../platform/http/route.ts';
import { defineCatalogue, type Language } from '../../platform/i18n/messages.ts';
import { ButtonLink, CardList, PhoneLink, Welcome } from '../kit/index.ts';
import { show } from './frame.tsx';
import { hoursInWords } from './hours.ts';
import { countUnread } from './message-list.tsx';
import { speak } from './speak.ts';

const words = speak(
  defineCatalogue({
    en: {
      title: 'How can we help?',
      lead: 'You can write to us at any hour. A person reads every message and answers it.',
      ask: 'Ask for help',
      askMore: 'About a visit, a test, a medicine, a bill, or anything else.',
      messages: 'My messages',
      messagesSignedIn: 'Read our answers and write back.',
      unread: '{count, plural, one {# new answer} other {# new answers}}',
      answer: 'How you get your answer',
      messagesByPhone: 'We answer you by phone.',
      messagesSignedOut: 'Read our answers and write back. We send you an e-mail to sign in: no password.',
      wrong: 'Tell us what went wrong',
      wrongMore: 'We want to know. It never changes the care you get.',
      urgent: 'Urgent help',
      urgentMore: 'Whom to call when it cannot wait.',
      call: 'Call us',
      open: 'When we are open',
    },
    es: {
      title: '¿Cómo podemos ayudarle?',
      lead: 'Puede escribirnos a cualquier hora. Una persona lee cada mensaje y lo contesta.',
      ask: 'Pedir ayuda',
      askMore: 'Sobre una visita, una prueba, una medicina, una factura o cualquier otra cosa.',
      messages: 'Mis mensajes',
      messagesSignedIn: 'Lea nuestras respuestas y contéstenos.',
      unread: '{count, plural, one {# respuesta nueva} other {# respuestas nuevas}}',
      answer: 'Cómo recibe su respuesta',
      messagesByPhone: 'Le contestamos por teléfono.',
      messagesSignedOut: 'Lea nuestras respuestas y contéstenos. Le enviamos un correo para entrar: sin contraseña.',
      wrong: 'Díganos qué salió mal',
      wrongMore: 'Queremos saberlo. Nunca cambia la atención que recibe.',
      urgent: 'Ayuda urgente',
      urgentMore: 'A quién llamar cuando no puede esperar.',
      call: 'Llámenos',
      open: 'Cuándo estamos abiertos',
    },
  }),
);

const mostPlaces = 6;

function Place({ facility, language }: { facility: Facility; language: Language }) {
  const hours = hoursInWords(facility.hours, language);
  return (
    <section>
      <h3>{facility.name}</h3>
      {facility.phone ? (
        <p>
          {words(language)('call')}: <PhoneLink number={facility.phone} />
        </p>
      ) : null}
      {hours.length > 0 ? (
        <ul>
          {hours.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

export async function homePage(ctx: Ctx, request: PageRequest): Promise<PageAnswer> {
  const { language } = request;
  const t = words(language);
  const facilities = (await listFacilities(ctx)).filter((one) => one.hours.length > 0 || one.phone);
  const isSignedIn = ctx.actor.kind === 'person';
  const hasMail = ctx.house.mailOut !== 'none';
  const signedOut = hasMail ? 'messagesSignedOut' : 'messagesByPhone';
  const unread = ctx.actor.kind === 'person' ? await countUnread(ctx, ctx.actor) : 0;
  return show(ctx, request, {
    title: t('title'),
    isWide: true,
    children: (
      <>
        <Welcome title={t('title')}>
          <p className="bedside-lead">{t('lead')}</p>
          <p>{t('askMore')}</p>
          <p>
            <ButtonLink href="/ask">{t('ask')}</ButtonLink>
          </p>
        </Welcome>
        <CardList
          columns={2}
          cards={[
            {
              id: 'messages',
              title: t(isSignedIn || hasMail ? 'messages' : 'answer'),
              href: '/messages',
              ...(unread > 0 && { tag: { tone: 'attention' as const, text: t('unread', { count: unread }) } }),
              children: t(isSignedIn ? 'messagesSignedIn' : signedOut),
            },
            { id: 'wrong', title: t('wrong'), href: '/ask?about=complaint', children: t('wrongMore') },
            { id: 'urgent', title: t('urgent'), href: '/emergency', children: t('urgentMore') },
          ]}
        />
        {facilities.length > 0 ? (
          <>
            <h2>{t('open')}</h2>
            {facilities.slice(0, mostPlaces).map((facility) => (
              <Place key={facility.id} facility={facility} language={language} />
            ))}
          </>
        ) : null}
      </>
    ),
  });
}
