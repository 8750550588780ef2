import { askedReasons } from '../../modules/desk/index.ts';
import { listTakenReasons } from '../../modules/workforce/index.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { PageAnswer, PageRequest } from '../../platform/http/route.ts';
import { defineCatalogue } from '../../platform/i18n/messages.ts';
import { PhoneLink } from '../kit/index.ts';
import { show } from './frame.tsx';
import { speak } from './speak.ts';

const words = speak(
  defineCatalogue({
    en: {
      title: 'You cannot write to us here yet',
      why: 'Nobody is set up to read messages about this at the moment. We are sorry: this is not because of you.',
      call: 'Please call us. We are glad to help you on the phone.',
    },
    es: {
      title: 'Todavía no puede escribirnos aquí',
      why: 'Por ahora no hay nadie asignado para leer mensajes sobre esto. Lo sentimos: no es culpa suya.',
      call: 'Llámenos, por favor. Con gusto le ayudamos por teléfono.',
    },
  }),
);

/** Whether a question for this reason, or for any that can be chosen, would find a team. */
export async function canBeAnswered(ctx: Ctx, reason?: string): Promise<boolean> {
  const taken = new Set(await listTakenReasons(ctx));
  return taken.has('other') || (reason === undefined ? askedReasons : [reason]).some((one) => taken.has(one));
}

/** Said before anything is asked: nobody writes eight pages for nobody. */
export function nobodyPage(ctx: Ctx, request: PageRequest): Promise<PageAnswer> {
  const t = words(request.language);
  return show(ctx, request, {
    title: t('title'),
    back: { href: '/' },
    status: 503,
    children: (
      <>
        <h1>{t('title')}</h1>
        <p>{t('why')}</p>
        <p>{t('call')}</p>
        <p className="bedside-lead">
          <PhoneLink number={ctx.house.hospital.phone} />
        </p>
      </>
    ),
  });
}
