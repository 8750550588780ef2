import { useWords } from './language-context.tsx';

/** `field` is the id of what needs another look (a field's name unless it was given an id); none for the whole form. */
export type PageError = { field?: string | undefined; message: string };

/** The message for one field, to hand to its `error`. */
export const errorFor = (errors: readonly PageError[] | undefined, field: string): string | undefined =>
  errors?.find((error) => error.field === field)?.message;

export function ErrorSummary({ errors }: { errors: readonly PageError[] }) {
  const t = useWords();
  if (errors.length === 0) return null;
  return (
    <div
      className="nhsuk-error-summary"
      role="alert"
      aria-labelledby="error-summary-title"
      id="error-summary"
      tabIndex={-1}
    >
      <h2 className="nhsuk-error-summary__heading" id="error-summary-title">
        {t('errorSummaryTitle')}
      </h2>
      <div className="nhsuk-error-summary__body">
        <ul className="nhsuk-list nhsuk-error-summary__list">
          {errors.map(({ field, message }) => (
            <li key={`${field ?? ''} ${message}`}>
              {field === undefined ? message : <a href={`#${field}`}>{message}</a>}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
