import type { House } from '../platform/house.ts';
import type { Language } from '../platform/i18n/messages.ts';
import type { Problem, ProblemKind } from '../platform/problem.ts';
import type { PortalAssets } from './kit/build-css.ts';
import { type ProblemPageProps, renderProblemPage } from './kit/problem-pages.tsx';

const pageKind: Partial<Record<ProblemKind, ProblemPageProps['kind']>> = {
  'not-found': 'not-found',
  'not-allowed': 'forbidden',
  'not-signed-in': 'forbidden',
  unavailable: 'unavailable',
  'too-many': 'too-many',
  gone: 'expired',
  stale: 'expired',
};

/** What a person sees when something is refused or fails, wherever in the portal it happens. */
export const problemPage =
  (house: House, assets: PortalAssets) =>
  (problem: Problem, requestId: string, language: Language, path: string): string => {
    const kind = pageKind[problem.kind] ?? 'other';
    const general = problem.code === 'platform.not-found' || problem.code === 'platform.our-fault';
    return renderProblemPage({
      kind,
      language,
      detail: general ? undefined : problem.words[language],
      requestReference: problem.code === 'platform.our-fault' ? requestId : undefined,
      tryAgainHref: problem.kind === 'unavailable' ? path : undefined,
      hospital: house.hospital,
      stylesheetHref: assets.css.href,
      iconHref: assets.icon.href,
      homeHref: '/',
      otherLanguageHref: `/language/${language === 'en' ? 'es' : 'en'}`,
      urgentHelpHref: '/emergency',
      ...(house.demo && { phase: 'demo' as const }),
    });
  };
