import type { Language } from '../../platform/i18n/messages.ts';
import { danger, home, list, menu, sent, signedInAs, thread } from './gallery-answers.tsx';
import { askErrors, check, form, question, spanish } from './gallery-forms.tsx';
import type { Sample } from './gallery-sample.ts';
import { renderPage, renderProblemPage } from './index.ts';

type Links = { stylesheetHref: string; iconHref: string };

const hospital = { name: 'Willow River Hospital', phone: '(555) 010-0199', emergencyNumber: '911' };

const samples: Record<string, Sample> = {
  home,
  question,
  form: { title: 'Your details', back: { href: '#back' }, children: form([]) },
  errors: { title: 'Your details', back: { href: '#back' }, errors: askErrors, children: form(askErrors) },
  check,
  sent,
  thread,
  list,
  danger,
  spanish,
  // English words in a mirrored page: it shows the layout, which is all that is to be seen here.
  mirrored: {
    title: 'Your details',
    direction: 'rtl',
    back: { href: '#back' },
    errors: askErrors,
    signedInAs,
    menu,
    children: form(askErrors),
  },
  'mirrored-thread': { ...thread, direction: 'rtl' },
};

/** Every component on pages like those it is made for, by name. */
export function galleryPages(links: Links): Record<string, string> {
  const frame = {
    ...links,
    hospital,
    homeHref: '#home',
    otherLanguageHref: '#language',
    urgentHelpHref: '#urgent',
    phase: 'demo' as const,
    language: 'en' as Language,
  };
  const pages = Object.entries(samples).map(([name, sample]) => [name, renderPage({ ...frame, ...sample })]);
  const problems = (['not-found', 'unavailable', 'expired'] as const).map((kind) => [
    kind,
    renderProblemPage({ ...frame, kind, requestReference: 'K7Q2-91', tryAgainHref: '#again' }),
  ]);
  return Object.fromEntries([...pages, ...problems]);
}
