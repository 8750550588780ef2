import type { Ctx } from '../../platform/ctx.ts';
import type { PageAnswer, PageRequest } from '../../platform/http/route.ts';
import { defineCatalogue } from '../../platform/i18n/messages.ts';
import { PhoneLink } from '../kit/index.ts';
import { show } from './frame.tsx';
import { speak } from './speak.ts';

const privacyWords = speak(
  defineCatalogue({
    en: {
      title: 'How we use what you tell us',
      whatTitle: 'What we keep',
      what: 'Your name, your date of birth, how to reach you, what you write, the files you send, and our answers.',
      whyTitle: 'Why',
      why: 'So that the right person can answer you, and so that you do not have to tell your story twice.',
      whoTitle: 'Who can see it',
      who: 'The people of {hospital} who help with your question. Each time one of them opens your record, it is written down. We do not sell it and show no advertisements.',
      mailTitle: 'E-mail',
      mail: 'Our e-mails do not say what your question is about, unless you ask us to send whole answers.',
      mailNone: 'At the moment we send no e-mail. We answer by phone.',
      halfTitle: 'What you have begun and not sent',
      half: 'We keep it for 24 hours so that you can go on. Then it is deleted. Signing out closes it on this device.',
      cookiesTitle: 'Cookies',
      cookies:
        'We use only what these pages need to work: to keep you signed in, to keep what you have begun, and to remember your language. Nobody follows you.',
      askTitle: 'Your questions',
      ask: 'You can ask to see what we have about you, or to put it right. Write to us or call us:',
    },
    es: {
      title: 'Cómo usamos lo que nos cuenta',
      whatTitle: 'Qué guardamos',
      what: 'Su nombre, su fecha de nacimiento, cómo contestarle, lo que escribe, los archivos que envía y nuestras respuestas.',
      whyTitle: 'Para qué',
      why: 'Para que le conteste la persona adecuada, y para que no tenga que contar su historia dos veces.',
      whoTitle: 'Quién puede verlo',
      who: 'Las personas de {hospital} que ayudan con su pregunta. Cada vez que una de ellas abre sus datos, queda anotado. No vendemos sus datos ni mostramos anuncios.',
      mailTitle: 'Correo electrónico',
      mail: 'Nuestros correos no dicen de qué trata su pregunta, salvo que nos pida recibir las respuestas completas.',
      mailNone: 'Por ahora no enviamos correos. Contestamos por teléfono.',
      halfTitle: 'Lo que empezó y no envió',
      half: 'Lo guardamos 24 horas para que pueda seguir. Después se borra. Al salir se cierra en este dispositivo.',
      cookiesTitle: 'Cookies',
      cookies:
        'Usamos solo lo que estas páginas necesitan para funcionar: para que siga dentro, para guardar lo que empezó y para recordar su idioma. Nadie le rastrea.',
      askTitle: 'Sus preguntas',
      ask: 'Puede pedir ver lo que tenemos sobre usted, o corregirlo. Escríbanos o llámenos:',
    },
  }),
);

const accessibilityWords = speak(
  defineCatalogue({
    en: {
      title: 'Accessibility',
      lead: 'We want everybody to be able to use these pages.',
      can: 'What you can do here',
      keyboard: 'Use everything with the keyboard alone.',
      reader: 'Listen to the pages with a screen reader.',
      zoom: 'Make the letters twice as large, or more.',
      script: 'Use an old or simple phone: the pages need no script.',
      print: 'Print every page.',
      aim: 'Our aim is the standard WCAG 2.2, level AA. We check every page with a program and by looking at it. We have not yet asked an independent expert to check them.',
      wrong: 'Something does not work for you?',
      tell: 'Please tell us. We answer you in the way that suits you, and we try to put it right. Call us:',
    },
    es: {
      title: 'Accesibilidad',
      lead: 'Queremos que todo el mundo pueda usar estas páginas.',
      can: 'Qué puede hacer aquí',
      keyboard: 'Usarlo todo solo con el teclado.',
      reader: 'Escuchar las páginas con un lector de pantalla.',
      zoom: 'Ver las letras el doble de grandes, o más.',
      script: 'Usar un teléfono viejo o sencillo: las páginas funcionan sin programas añadidos.',
      print: 'Imprimir cada página.',
      aim: 'Nuestra meta es la norma WCAG 2.2, nivel AA. Revisamos cada página con un programa y mirándola. Todavía no hemos pedido a un experto de fuera que las revise.',
      wrong: '¿Hay algo que no le funciona?',
      tell: 'Cuéntenoslo, por favor. Le contestamos de la manera que le venga bien e intentamos arreglarlo. Llámenos:',
    },
  }),
);

const privacyParts = ['what', 'why', 'who', 'mail', 'half', 'cookies'] as const;

export function privacyPage(ctx: Ctx, request: PageRequest): Promise<PageAnswer> {
  const t = privacyWords(request.language);
  const { hospital } = ctx.house;
  return show(ctx, request, {
    title: t('title'),
    back: { href: '/' },
    children: (
      <>
        <h1>{t('title')}</h1>
        {privacyParts.map((part) => (
          <section key={part}>
            <h2>{t(`${part}Title`)}</h2>
            <p>{t(part === 'mail' && ctx.house.mailOut === 'none' ? 'mailNone' : part, { hospital: hospital.name })}</p>
          </section>
        ))}
        <h2>{t('askTitle')}</h2>
        <p>
          {t('ask')} <PhoneLink number={hospital.phone} />
        </p>
      </>
    ),
  });
}

const abilities = ['keyboard', 'reader', 'zoom', 'script', 'print'] as const;

export function accessibilityPage(ctx: Ctx, request: PageRequest): Promise<PageAnswer> {
  const t = accessibilityWords(request.language);
  return show(ctx, request, {
    title: t('title'),
    back: { href: '/' },
    children: (
      <>
        <h1>{t('title')}</h1>
        <p>{t('lead')}</p>
        <h2>{t('can')}</h2>
        <ul>
          {abilities.map((one) => (
            <li key={one}>{t(one)}</li>
          ))}
        </ul>
        <p>{t('aim')}</p>
        <h2>{t('wrong')}</h2>
        <p>
          {t('tell')} <PhoneLink number={ctx.house.hospital.phone} />
        </p>
      </>
    ),
  });
}
