import { describedByField, FieldNotes, type FieldProps, FormGroup, Legend } from './field-parts.tsx';
import { useWords } from './language-context.tsx';

const parts = ['day', 'month', 'year'] as const;
export type DatePart = (typeof parts)[number];

export type DateFieldProps = FieldProps & {
  /** As typed, so that a wrong answer comes back as it was. */
  value?: Partial<Record<DatePart, string>> | undefined;
  /** Which boxes need another look; all of them when there is an error and nothing is said. */
  errorParts?: readonly DatePart[] | undefined;
  /** For the person's own date of birth only: the browser may fill it in. */
  isBirthday?: boolean | undefined;
};

/** The names a date's three boxes are sent under; an error may link to any of them. */
export const dateFieldNames = (name: string) => ({ day: `${name}-day`, month: `${name}-month`, year: `${name}-year` });

export function DateField({ value, errorParts, isBirthday, ...field }: DateFieldProps) {
  const t = useWords();
  const names = dateFieldNames(field.name);
  const wrong = field.error === undefined ? [] : (errorParts ?? parts);
  return (
    <FormGroup error={field.error}>
      {/* biome-ignore lint/a11y/noRedundantRoles: one screen reader tells hint and error of a group of text boxes only with it */}
      <fieldset className="nhsuk-fieldset" role="group" aria-describedby={describedByField(field)}>
        <Legend {...field} />
        <FieldNotes field={field} />
        {/* The field's own id, focusable, so that an error about the whole date has somewhere to land. */}
        <div className="nhsuk-date-input" id={field.id ?? field.name} tabIndex={-1}>
          {parts.map((part) => (
            <div className="nhsuk-date-input__item" key={part}>
              <label className="nhsuk-label nhsuk-date-input__label" htmlFor={names[part]}>
                {t(part)}
              </label>
              <input
                className={[
                  'nhsuk-input nhsuk-date-input__input',
                  part === 'year' ? 'nhsuk-input--width-4' : 'nhsuk-input--width-2',
                  wrong.includes(part) ? 'nhsuk-input--error' : '',
                ]
                  .join(' ')
                  .trim()}
                id={names[part]}
                name={names[part]}
                type="text"
                inputMode="numeric"
                autoComplete={isBirthday ? `bday-${part}` : undefined}
                defaultValue={value?.[part]}
                aria-invalid={wrong.includes(part) ? true : undefined}
              />
            </div>
          ))}
        </div>
      </fieldset>
    </FormGroup>
  );
}
