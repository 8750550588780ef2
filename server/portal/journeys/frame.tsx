import type { ReactNode } from 'react';
import type { Ctx } from '../../platform/ctx.ts';
import type { CookieChange, PageAnswer, PageRequest } from '../../platform/http/route.ts';
import { defineCatalogue } from '../../platform/i18n/messages.ts';
import { type Notice, type PageError, portalAssets, renderPage } from '../kit/index.ts';
import { safeNext } from './safe-next.ts';
import { speak } from './speak.ts';

const words = speak(
  defineCatalogue({
    en: {
      home: 'First page',
      ask: 'Ask for help',
      messages: 'My messages',
      record: 'My record',
      account: 'My account',
      privacy: 'How we use what you tell us',
      accessibility: 'Accessibility',
    },
    es: {
      home: 'Primera página',
      ask: 'Pedir ayuda',
      messages: 'Mis mensajes',
      record: 'Mi expediente',
      account: 'Mi cuenta',
      privacy: 'Cómo usamos lo que nos cuenta',
      accessibility: 'Accesibilidad',
    },
  }),
);

export interface Shown {
  readonly title: string;
  readonly children: ReactNode;
  readonly back?: { readonly href: string; readonly text?: string };
  readonly notices?: readonly Notice[];
  readonly errors?: readonly PageError[];
  readonly isWide?: boolean;
  readonly status?: number;
  readonly cookies?: readonly CookieChange[];
  /** Where the page is found by a GET, when that is not where it was asked for. */
  readonly path?: string;
}

const menuPaths = ['/', '/ask', '/messages', '/record', '/account'] as const;
const menuWords = {
  '/': 'home',
  '/ask': 'ask',
  '/messages': 'messages',
  '/record': 'record',
  '/account': 'account',
} as const;

/** A page of a journey in its frame: who is signed in, the way home, the other language, help in an emergency. */
export async function show(ctx: Ctx, request: PageRequest, shown: Shown): Promise<PageAnswer> {
  const { house, actor } = ctx;
  const { language, formToken } = request;
  const { children, path, status, cookies, ...rest } = shown;
  const t = words(language);
  const assets = await portalAssets();
  const other = language === 'en' ? 'es' : 'en';
  const here = path ?? request.path;
  const html = renderPage({
    ...rest,
    language,
    hospital: house.hospital,
    stylesheetHref: assets.css.href,
    iconHref: assets.icon.href,
    homeHref: '/',
    otherLanguageHref: `/language/${other}?next=${encodeURIComponent(safeNext(here))}`,
    urgentHelpHref: '/emergency',
    ...(house.demo && { phase: 'demo' as const }),
    ...(actor.kind === 'person'
      ? {
          signedInAs: {
            name: actor.name,
            accountHref: '/account',
            signOut: { action: '/sign-out', token: formToken },
          },
          menu: menuPaths.map((href) => ({
            href,
            text: t(menuWords[href]),
            isCurrent: href === '/' ? here === '/' : here === href || here.startsWith(`${href}/`),
          })),
        }
      : house.mailOut !== 'none' && { signInHref: '/sign-in' }),
    footerLinks: [
      { href: '/about/privacy', text: t('privacy') },
      { href: '/accessibility', text: t('accessibility') },
    ],
    errors: shown.errors,
    children,
  });
  return { html, ...(status !== undefined && { status }), ...(cookies && { cookies }) };
}
