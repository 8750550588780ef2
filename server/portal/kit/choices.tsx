import { Fragment, type ReactNode } from 'react';
import { describedByField, FieldNotes, type FieldProps, FormGroup, Hint, Legend } from './field-parts.tsx';
import { useWords } from './language-context.tsx';

export type Choice = { value: string; label: ReactNode; hint?: ReactNode };
/** Written between two choices: what follows is of another kind ("none of these"). */
export type ChoiceOrDivider = Choice | 'or';

// The first box has the field's own id, so that an error's link lands on it.
const itemId = (id: string, index: number) => (index === 0 ? id : `${id}-${index + 1}`);

type ListProps = {
  kind: 'radios' | 'checkboxes';
  field: FieldProps;
  choices: readonly ChoiceOrDivider[];
  chosen: readonly string[];
};

function ChoiceList({ kind, field, choices, chosen }: ListProps) {
  const t = useWords();
  const id = field.id ?? field.name;
  const block = `nhsuk-${kind}`;
  const real = choices.filter((choice) => choice !== 'or');
  return (
    <FormGroup error={field.error}>
      <fieldset className="nhsuk-fieldset" aria-describedby={describedByField(field)}>
        <Legend {...field} />
        <FieldNotes field={field} />
        <div className={block}>
          {choices.map((choice, place) => {
            if (choice === 'or') {
              const before = choices[place - 1];
              return (
                <div className={`${block}__divider`} key={`or after ${before === 'or' ? '' : before?.value}`}>
                  {t('or')}
                </div>
              );
            }
            const boxId = itemId(id, real.indexOf(choice));
            const noteId = choice.hint === undefined ? undefined : `${boxId}-item-hint`;
            return (
              <div className={`${block}__item`} key={choice.value}>
                <input
                  className={`${block}__input`}
                  id={boxId}
                  name={field.name}
                  type={kind === 'radios' ? 'radio' : 'checkbox'}
                  value={choice.value}
                  defaultChecked={chosen.includes(choice.value)}
                  aria-describedby={noteId}
                />
                <label className={`nhsuk-label ${block}__label`} htmlFor={boxId}>
                  {choice.label}
                </label>
                {noteId === undefined ? (
                  <Fragment />
                ) : (
                  <Hint id={noteId} className={`${block}__hint`}>
                    {choice.hint}
                  </Hint>
                )}
              </div>
            );
          })}
        </div>
      </fieldset>
    </FormGroup>
  );
}

export type RadiosProps = FieldProps & { choices: readonly ChoiceOrDivider[]; value?: string | undefined };

export const Radios = ({ choices, value, ...field }: RadiosProps) => (
  <ChoiceList kind="radios" field={field} choices={choices} chosen={value === undefined ? [] : [value]} />
);

export type CheckboxesProps = FieldProps & {
  choices: readonly ChoiceOrDivider[];
  values?: readonly string[] | undefined;
};

export const Checkboxes = ({ choices, values, ...field }: CheckboxesProps) => (
  <ChoiceList kind="checkboxes" field={field} choices={choices} chosen={values ?? []} />
);
