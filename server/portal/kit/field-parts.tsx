import type { ReactNode } from 'react';
import { useWords } from './language-context.tsx';

/**
 * What every field takes. `name` is what the form sends and, unless `id` says otherwise, the id that an error links to.
 * `isPageHeading` makes the label the page's h1: one question a page.
 */
export type FieldProps = {
  name: string;
  id?: string | undefined;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  isPageHeading?: boolean | undefined;
  /** Only says so in the label: what is needed is checked on the server, so that nothing typed is ever refused by a browser. */
  isOptional?: boolean | undefined;
};

export const hintId = (id: string) => `${id}-hint`;
export const errorId = (id: string) => `${id}-error`;

/** The ids a control is described by, in the order they are read out, or nothing. */
export const describedBy = (...ids: (string | false | undefined)[]): string | undefined =>
  ids.filter(Boolean).join(' ') || undefined;

export const describedByField = ({ id, name, hint, error }: FieldProps, ...others: (string | false | undefined)[]) =>
  describedBy(hint !== undefined && hintId(id ?? name), ...others, error !== undefined && errorId(id ?? name));

export const FormGroup = ({ error, children }: { error?: string | undefined; children: ReactNode }) => (
  <div className={error === undefined ? 'nhsuk-form-group' : 'nhsuk-form-group nhsuk-form-group--error'}>
    {children}
  </div>
);

export function Hint({ id, className, children }: { id: string; className?: string; children: ReactNode }) {
  return (
    <div className={className ? `nhsuk-hint ${className}` : 'nhsuk-hint'} id={id}>
      {children}
    </div>
  );
}

export function FieldError({ id, message }: { id: string; message: string }) {
  const t = useWords();
  return (
    <span className="nhsuk-error-message" id={id}>
      <span className="nhsuk-u-visually-hidden">{t('errorPrefix')} </span>
      {message}
    </span>
  );
}

function LabelText({ label, isOptional }: Pick<FieldProps, 'label' | 'isOptional'>) {
  const t = useWords();
  return isOptional ? (
    <>
      {label} <span className="bedside-optional">{t('optional')}</span>
    </>
  ) : (
    label
  );
}

export function Label(props: FieldProps & { for: string }) {
  const size = props.isPageHeading ? 'nhsuk-label nhsuk-label--l' : 'nhsuk-label nhsuk-label--s';
  const label = (
    <label className={size} htmlFor={props.for}>
      <LabelText {...props} />
    </label>
  );
  return props.isPageHeading ? <h1 className="nhsuk-label-wrapper">{label}</h1> : label;
}

export function Legend(props: FieldProps) {
  const text = <LabelText {...props} />;
  return props.isPageHeading ? (
    <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--l">
      <h1 className="nhsuk-fieldset__heading">{text}</h1>
    </legend>
  ) : (
    <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{text}</legend>
  );
}

/** Hint and error of a field, between its label and its control. */
export function FieldNotes({ field }: { field: FieldProps }) {
  const id = field.id ?? field.name;
  return (
    <>
      {field.hint === undefined ? null : <Hint id={hintId(id)}>{field.hint}</Hint>}
      {field.error === undefined ? null : <FieldError id={errorId(id)} message={field.error} />}
    </>
  );
}
