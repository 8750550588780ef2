import type { ReactNode } from 'react';
import { languages, ownNameOf } from '../../platform/i18n/messages.ts';
import { Form } from './actions.tsx';
import { PhoneLink } from './callouts.tsx';
import { Lamp } from './lamp.tsx';
import { useLanguage, useWords } from './language-context.tsx';

export type Hospital = {
  name: string;
  /** As people write it; the link dials its digits. */
  phone: string;
  /** 911, 112, 999 … */
  emergencyNumber: string;
};

export type SignedInAs = {
  name: string;
  /** Signing out changes something, so it is a form. */
  signOut: { action: string; token: string };
  accountHref?: string | undefined;
};

export type MenuLink = { href: string; text: string; isCurrent?: boolean | undefined };

/** Only the languages the page is not in: whoever looks for one is looking for its own name. */
function LanguageLinks({ otherLanguageHref }: { otherLanguageHref: string }) {
  const t = useWords();
  const current = useLanguage();
  const others = languages.filter((language) => language !== current);
  return (
    <nav className="bedside-languages" aria-label={t('language')}>
      {others.map((language) => (
        <a href={otherLanguageHref} key={language} lang={language} hrefLang={language}>
          {ownNameOf[language]}
        </a>
      ))}
    </nav>
  );
}

function Account({ signedInAs, signInHref }: { signedInAs?: SignedInAs | undefined; signInHref?: string | undefined }) {
  const t = useWords();
  if (signedInAs) {
    const name = (
      <>
        <span className="nhsuk-u-visually-hidden">{t('signedInAs')} </span>
        <bdi>{signedInAs.name}</bdi>
      </>
    );
    return (
      <nav className="bedside-account" aria-label={t('account')}>
        <span>{signedInAs.accountHref ? <a href={signedInAs.accountHref}>{name}</a> : name}</span>
        <Form action={signedInAs.signOut.action} token={signedInAs.signOut.token}>
          <button className="bedside-sign-out" type="submit">
            {t('signOut')}
          </button>
        </Form>
      </nav>
    );
  }
  if (signInHref === undefined) return null;
  return (
    <nav className="bedside-account" aria-label={t('account')}>
      <a href={signInHref}>{t('signIn')}</a>
    </nav>
  );
}

/** How much of a trial this is: `demo` must be seen by everybody, always. */
export type Phase = 'demo' | 'early' | undefined;

function PhaseBanner({ phase, phone }: { phase: Phase; phone: string }) {
  const t = useWords();
  if (phase === undefined) return null;
  return (
    <div className={`bedside-phase bedside-phase--${phase}`}>
      <p className="bedside-width">
        <strong>{t(`${phase}Title`)}</strong> {t(`${phase}Body`, { phone })}
      </p>
    </div>
  );
}

export type HeaderProps = {
  hospital: Hospital;
  homeHref: string;
  otherLanguageHref: string;
  urgentHelpHref: string;
  phase?: Phase;
  signedInAs?: SignedInAs | undefined;
  signInHref?: string | undefined;
  menu?: readonly MenuLink[] | undefined;
};

export function Header(props: HeaderProps) {
  const t = useWords();
  const { hospital } = props;
  return (
    <header>
      <PhaseBanner phase={props.phase} phone={hospital.phone} />
      <div className="bedside-header">
        <div className="bedside-width bedside-header__row">
          <a className="bedside-header__home" href={props.homeHref}>
            <Lamp className="bedside-header__lamp" />
            <span className="bedside-header__names">
              <span className="bedside-header__product">Bedside</span>{' '}
              <span className="bedside-header__hospital">{hospital.name}</span>
              <span className="nhsuk-u-visually-hidden">: {t('firstPage')}</span>
            </span>
          </a>
          <div className="bedside-header__aside">
            <LanguageLinks otherLanguageHref={props.otherLanguageHref} />
            <Account signedInAs={props.signedInAs} signInHref={props.signInHref} />
          </div>
        </div>
        {props.menu?.length ? (
          <nav className="bedside-menu" aria-label={t('menu')}>
            <ul className="bedside-width">
              {props.menu.map((link) => (
                <li key={link.href}>
                  <a href={link.href} aria-current={link.isCurrent ? 'page' : undefined}>
                    {link.text}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
      </div>
      <div className="bedside-strip">
        <p className="bedside-width">
          {t('emergencyQuestion')}{' '}
          <a className="bedside-strip__call" href={`tel:${hospital.emergencyNumber.replace(/\D/g, '')}`}>
            {t('emergencyCall', { number: hospital.emergencyNumber })}
          </a>{' '}
          <a className="bedside-strip__other" href={props.urgentHelpHref}>
            {t('urgentHelp')}
          </a>
        </p>
      </div>
    </header>
  );
}

export type FooterProps = { hospital: Hospital; links?: readonly MenuLink[] | undefined; children?: ReactNode };

export function Footer({ hospital, links, children }: FooterProps) {
  const t = useWords();
  return (
    <footer className="bedside-footer">
      <div className="bedside-width">
        <p className="bedside-footer__talk">
          <strong>{t('talkTitle')}</strong>
          <PhoneLink className="bedside-footer__phone" number={hospital.phone} />
        </p>
        {links?.length ? (
          <ul className="bedside-footer__links" aria-label={t('footerLinks')}>
            {links.map((link) => (
              <li key={link.href}>
                <a href={link.href}>{link.text}</a>
              </li>
            ))}
          </ul>
        ) : null}
        {children}
        <p className="bedside-footer__promise">{t('footerPromise', { hospital: hospital.name })}</p>
      </div>
    </footer>
  );
}
