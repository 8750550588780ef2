import type { ReactNode } from 'react';
import { useWords } from './language-context.tsx';

export type TimelineStep = {
  title: string;
  state: 'done' | 'now' | 'next';
  when?: string | undefined;
  body?: ReactNode;
};

const stateWords = { done: 'stepDone', now: 'stepNow', next: 'stepNext' } as const;

export type TimelineProps = { steps: readonly TimelineStep[]; title?: string | undefined };

/** What happens next: fear feeds on not knowing. */
export function Timeline({ steps, title }: TimelineProps) {
  const t = useWords();
  return (
    <section className="bedside-timeline">
      <h2>{title ?? t('whatHappensNext')}</h2>
      <ol className="bedside-timeline__steps">
        {steps.map((step) => (
          <li
            className={`bedside-step bedside-step--${step.state}`}
            key={step.title}
            aria-current={step.state === 'now' ? 'step' : undefined}
          >
            <p className="bedside-step__title">
              <strong>{step.title}</strong> <span className="bedside-step__state">{t(stateWords[step.state])}</span>
            </p>
            {step.when === undefined ? null : <p className="bedside-step__when">{step.when}</p>}
            {step.body === undefined ? null : <div className="bedside-step__body">{step.body}</div>}
          </li>
        ))}
      </ol>
    </section>
  );
}
