import type { ReactNode } from 'react';
import { Lamp } from './lamp.tsx';
import { useWords } from './language-context.tsx';

/** "B E D, 4 2 7": every letter said on its own, pauses where the reference has them, and a line ends only in a pause. */
export const spokenReference = (reference: string): string =>
  reference
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((group) => [...group].join('\u00a0'))
    .join(', ');

export type PanelProps = { title: ReactNode; reference?: string | undefined; children?: ReactNode };

/** What was just done is done: the top of the last page of a journey, and its h1. */
export function Panel({ title, reference, children }: PanelProps) {
  const t = useWords();
  return (
    <div className="bedside-panel">
      <h1 className="bedside-panel__title">{title}</h1>
      {reference === undefined ? null : (
        <p className="bedside-panel__reference">
          {t('referenceLabel')}{' '}
          <strong className="bedside-panel__number" dir="ltr">
            {reference}
          </strong>
          <span className="bedside-panel__spoken">{t('referenceSpoken', { spoken: spokenReference(reference) })}</span>
        </p>
      )}
      {children === undefined ? null : <div className="bedside-panel__body">{children}</div>}
    </div>
  );
}

/** The first thing seen on the first page: its h1, in lamplight. */
export const Welcome = ({ title, children }: { title: ReactNode; children?: ReactNode }) => (
  <div className="bedside-welcome">
    <div className="bedside-welcome__words">
      <h1>{title}</h1>
      {children}
    </div>
    <Lamp className="bedside-welcome__lamp" />
  </div>
);

type CalloutProps = { title: string; children: ReactNode; headingLevel?: 2 | 3 | undefined };

/** Something that matters for health, money or a deadline. Rare, or it stops being seen. */
export function WarningCallout({ title, children, headingLevel = 2 }: CalloutProps) {
  const t = useWords();
  const Heading = `h${headingLevel}` as const;
  return (
    <section className="bedside-callout bedside-callout--warning">
      <Heading className="bedside-callout__title">
        <span className="nhsuk-u-visually-hidden">{t('important')}: </span>
        {title}
      </Heading>
      {children}
    </section>
  );
}

export const InsetText = ({ children }: { children: ReactNode }) => <div className="bedside-inset">{children}</div>;

export type Notice = { kind: 'success' | 'information' | 'warning'; title?: string | undefined; body: ReactNode };

const noticeTitles = { success: 'done', information: 'goodToKnow', warning: 'important' } as const;

/** News about what just happened, at the top of a page. */
export function NoticeBanner({ notice }: { notice: Notice }) {
  const t = useWords();
  return (
    <div
      className={`bedside-notice bedside-notice--${notice.kind}`}
      role={notice.kind === 'information' ? undefined : notice.kind === 'success' ? 'status' : 'alert'}
    >
      <p className="bedside-notice__title">{notice.title ?? t(noticeTitles[notice.kind])}</p>
      <div>{notice.body}</div>
    </div>
  );
}

/** A number as a person reads it, that a phone can dial. */
export const PhoneLink = ({ number, className }: { number: string; className?: string | undefined }) => (
  <a className={className} href={`tel:${number.replace(/[^+\d*#,;]/g, '')}`}>
    <span dir="ltr">{number}</span>
  </a>
);

/** One of our sentences with the number in it as a link, wherever the language puts it. */
export function CallSentence({ number }: { number: string }) {
  const t = useWords();
  const [before, after] = t('callUs', { phone: '\n' }).split('\n');
  return (
    <>
      {before}
      <PhoneLink number={number} />
      {after}
    </>
  );
}

export type EmergencyPanelProps = { number: string; urgentHelpHref?: string | undefined; children?: ReactNode };

/** For pages on which words of danger were noticed: the way to help, before anything else. */
export function EmergencyPanel({ number, urgentHelpHref, children }: EmergencyPanelProps) {
  const t = useWords();
  return (
    <section className="bedside-emergency" aria-labelledby="emergency-title">
      <h2 className="bedside-emergency__title" id="emergency-title">
        {t('emergencyHeading', { number })}
      </h2>
      <p>{t('emergencyBody')}</p>
      {children}
      <p className="bedside-emergency__ways">
        <a className="bedside-emergency__call" href={`tel:${number.replace(/\D/g, '')}`}>
          {t('emergencyCall', { number })}
        </a>
        {urgentHelpHref === undefined ? null : <a href={urgentHelpHref}>{t('urgentHelp')}</a>}
      </p>
    </section>
  );
}

export const Details = ({ summary, children }: { summary: ReactNode; children: ReactNode }) => (
  <details className="nhsuk-details">
    <summary className="nhsuk-details__summary">
      <span className="nhsuk-details__summary-text">{summary}</span>
    </summary>
    <div className="nhsuk-details__text">{children}</div>
  </details>
);

/** Nothing here yet: says why, and what can be done. */
export const EmptyState = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div className="bedside-empty">
    <p className="bedside-empty__title">{title}</p>
    {children}
  </div>
);

/** Printing needs no script of ours: every browser has it, people only have to be told that the page is made for it. */
export function KeepACopy() {
  const t = useWords();
  return <p className="bedside-quiet bedside-not-printed">{t('keepCopy')}</p>;
}
