import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Language } from '../../platform/i18n/messages.ts';
import { type Notice, NoticeBanner } from './callouts.tsx';
import { ErrorSummary, type PageError } from './error-summary.tsx';
import { InLanguage } from './language-context.tsx';
import { Footer, Header, type HeaderProps, type MenuLink } from './page-frame.tsx';
import { palette } from './palette.ts';
import { kitWords } from './words.ts';

export type PageProps = HeaderProps & {
  /** Of the page alone; the names of hospital and product are added. */
  title: string;
  language: Language;
  direction?: 'ltr' | 'rtl' | undefined;
  /** From `portalAssets()`. */
  stylesheetHref: string;
  iconHref: string;
  back?: { href: string; text?: string | undefined } | undefined;
  notices?: readonly Notice[] | undefined;
  errors?: readonly PageError[] | undefined;
  footerLinks?: readonly MenuLink[] | undefined;
  /** Use the whole width: for lists side by side, never for text to be read. */
  isWide?: boolean | undefined;
  children: ReactNode;
};

/**
 * A whole page as HTML. It needs no script and has no inline style, so it works under the strictest content security
 * policy: `policies.page` of the platform.
 */
export function renderPage(props: PageProps): string {
  const t = kitWords(props.language);
  const errors = props.errors ?? [];
  // What is wrong is heard first by someone whose screen reader starts with the title.
  const title = `${errors.length > 0 ? t('errorTitlePrefix') : ''}${props.title} – ${props.hospital.name} – Bedside`;
  const document = (
    <InLanguage language={props.language}>
      <html lang={props.language} dir={props.direction ?? 'ltr'}>
        <head>
          <meta charSet="utf-8" />
          <title>{title}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
          <meta name="theme-color" content={palette.pine} />
          <meta name="format-detection" content="telephone=no" />
          <link rel="icon" href={props.iconHref} type="image/svg+xml" />
          <link rel="stylesheet" href={props.stylesheetHref} />
        </head>
        <body>
          <a className="nhsuk-skip-link" href="#main">
            {t('skipToContent')}
          </a>
          <Header {...props} />
          <div className="bedside-width bedside-page">
            {props.back === undefined ? null : (
              <nav aria-label={t('wayBack')}>
                <a className="nhsuk-back-link" href={props.back.href}>
                  {props.back.text ?? t('back')}
                </a>
              </nav>
            )}
            <main className={props.isWide ? 'bedside-main bedside-main--wide' : 'bedside-main'} id="main" tabIndex={-1}>
              <ErrorSummary errors={errors} />
              {props.notices?.map((notice) => (
                <NoticeBanner key={`${notice.kind} ${notice.title ?? ''}`} notice={notice} />
              ))}
              {props.children}
            </main>
          </div>
          <Footer hospital={props.hospital} links={props.footerLinks} />
        </body>
      </html>
    </InLanguage>
  );
  return `<!doctype html>${renderToStaticMarkup(document)}`;
}
