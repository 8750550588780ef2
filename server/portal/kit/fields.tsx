import { describedByField, FieldNotes, type FieldProps, FormGroup, Hint, Label } from './field-parts.tsx';
import { useLanguage, useWords } from './language-context.tsx';

/** Values of `autocomplete` that a person's own details need (WCAG 2.2, 1.3.5). */
export type Autocomplete =
  | 'name'
  | 'given-name'
  | 'family-name'
  | 'email'
  | 'tel'
  | 'username'
  | 'current-password'
  | 'new-password'
  | 'one-time-code'
  | 'postal-code'
  | 'street-address'
  | 'off';

export type TextFieldProps = FieldProps & {
  value?: string | undefined;
  type?: 'text' | 'email' | 'tel' | 'password' | 'search' | undefined;
  /** How many characters wide the answer usually is; the field's width tells what is expected. */
  width?: 2 | 4 | 5 | 10 | 20 | 30 | undefined;
  inputMode?: 'text' | 'numeric' | 'email' | 'tel' | undefined;
  autoComplete?: Autocomplete | undefined;
};

export function TextField(props: TextFieldProps) {
  const id = props.id ?? props.name;
  const classes = [
    'nhsuk-input',
    props.width && `nhsuk-input--width-${props.width}`,
    props.error && 'nhsuk-input--error',
  ];
  return (
    <FormGroup error={props.error}>
      <Label {...props} for={id} />
      <FieldNotes field={props} />
      <input
        className={classes.filter(Boolean).join(' ')}
        id={id}
        name={props.name}
        type={props.type ?? 'text'}
        defaultValue={props.type === 'password' ? undefined : props.value}
        inputMode={props.inputMode}
        autoComplete={props.autoComplete}
        spellCheck={props.autoComplete ? false : undefined}
        dir={props.type === 'email' || props.type === 'tel' ? 'ltr' : 'auto'}
        aria-invalid={props.error ? true : undefined}
        aria-describedby={describedByField(props)}
      />
    </FormGroup>
  );
}

export type TextAreaProps = FieldProps & {
  value?: string | undefined;
  rows?: number | undefined;
  /**
   * Told, never enforced by the browser: `maxlength` cuts pasted text without a word. The server answers, with what was
   * typed still there.
   */
  maximumLength?: number | undefined;
};

export function TextArea(props: TextAreaProps) {
  const t = useWords();
  const id = props.id ?? props.name;
  const lengthId = props.maximumLength === undefined ? undefined : `${id}-length`;
  return (
    <FormGroup error={props.error}>
      <Label {...props} for={id} />
      <FieldNotes field={props} />
      <textarea
        className={props.error ? 'nhsuk-textarea nhsuk-textarea--error' : 'nhsuk-textarea'}
        id={id}
        name={props.name}
        rows={props.rows ?? 6}
        dir="auto"
        defaultValue={props.value ?? ''}
        aria-invalid={props.error ? true : undefined}
        aria-describedby={describedByField(props, lengthId)}
      />
      {props.maximumLength === undefined ? null : (
        <Hint id={`${id}-length`} className="bedside-length">
          {t('maximumLength', { count: props.maximumLength })}
        </Hint>
      )}
    </FormGroup>
  );
}

export type SelectProps = FieldProps & {
  value?: string | undefined;
  options: readonly { value: string; text: string }[];
};

/** For long, well-known lists only: Radios show what there is, and many people find a select hard to use. */
export function Select(props: SelectProps) {
  const t = useWords();
  const id = props.id ?? props.name;
  return (
    <FormGroup error={props.error}>
      <Label {...props} for={id} />
      <FieldNotes field={props} />
      <select
        className={props.error ? 'nhsuk-select nhsuk-select--error' : 'nhsuk-select'}
        id={id}
        name={props.name}
        defaultValue={props.value ?? ''}
        aria-invalid={props.error ? true : undefined}
        aria-describedby={describedByField(props)}
      >
        <option value="">{t('chooseOne')}</option>
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </FormGroup>
  );
}

export type FileFieldProps = FieldProps & {
  /** As a person would say them: "photos", "PDF files". */
  kinds: readonly string[];
  /** What the file chooser offers, e.g. `image/jpeg,application/pdf`; the server looks at the file itself. */
  accept: string;
  maximumBytes: number;
  multiple?: boolean | undefined;
};

export function FileField(props: FileFieldProps) {
  const t = useWords();
  const language = useLanguage();
  const id = props.id ?? props.name;
  const kinds = new Intl.ListFormat(language, { type: 'disjunction' }).format(props.kinds);
  const allowedId = `${id}-allowed`;
  return (
    <FormGroup error={props.error}>
      <Label {...props} for={id} />
      <Hint id={allowedId}>
        {t('fileAllowed', { kinds, size: tellSize(props.maximumBytes, language) })}
        {props.error ? ` ${t('fileAgain')}` : ''}
      </Hint>
      <FieldNotes field={props} />
      <input
        className={props.error ? 'nhsuk-file-upload nhsuk-file-upload--error' : 'nhsuk-file-upload'}
        id={id}
        name={props.name}
        type="file"
        accept={props.accept}
        multiple={props.multiple}
        aria-invalid={props.error ? true : undefined}
        aria-describedby={describedByField(props, allowedId)}
      />
    </FormGroup>
  );
}

const sizeSteps = [
  { unit: 'megabyte', bytes: 1_048_576, digits: 1 },
  { unit: 'kilobyte', bytes: 1_024, digits: 0 },
] as const;

/** "2.4 MB", "300 kB": never bytes, which mean nothing to most people. */
export function tellSize(bytes: number, language: 'en' | 'es'): string {
  const step = sizeSteps.find((candidate) => bytes >= candidate.bytes) ?? sizeSteps[1];
  const format = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: step.unit,
    maximumFractionDigits: step.digits,
  });
  return format.format(Math.max(bytes / step.bytes, 1));
}
