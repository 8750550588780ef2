import type { ReactNode } from 'react';
import { useWords } from './language-context.tsx';

export type SummaryRow = {
  key: string;
  /** A string keeps its line breaks. Nothing shows "not answered". */
  value?: ReactNode;
  changeHref?: string | undefined;
};

/** Check your answers: what was said, each with its way back. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  const t = useWords();
  const canChange = rows.some((row) => row.changeHref !== undefined);
  return (
    <dl className="nhsuk-summary-list">
      {rows.map((row) => (
        <div
          className={
            canChange && row.changeHref === undefined
              ? 'nhsuk-summary-list__row nhsuk-summary-list__row--no-actions'
              : 'nhsuk-summary-list__row'
          }
          key={row.key}
        >
          <dt className="nhsuk-summary-list__key">{row.key}</dt>
          <dd className="nhsuk-summary-list__value">
            {row.value === undefined || row.value === '' ? (
              <span className="bedside-quiet">{t('notAnswered')}</span>
            ) : (
              <span className={typeof row.value === 'string' ? 'bedside-as-typed' : undefined} dir="auto">
                {row.value}
              </span>
            )}
          </dd>
          {row.changeHref === undefined ? null : (
            <dd className="nhsuk-summary-list__actions">
              <a href={row.changeHref}>
                {t('change')}
                <span className="nhsuk-u-visually-hidden">: {row.key}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
