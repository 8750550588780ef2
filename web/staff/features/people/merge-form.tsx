import { Checkbox, Radio, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Banner } from '../../../../server/modules/people/contract.ts';
import { paths } from '../../../lib/paths.ts';
import { FormPanel } from '../shell/form-panel.tsx';
import { dateWords } from './found.ts';
import { genderWords, languageName } from './naming.ts';
import styles from './person.module.css';
import { PersonPicker } from './person-picker.tsx';
import { bannerQuery } from './queries.ts';
import { usePersonStep } from './steps.ts';
import { formWords, needWords, words } from './words.ts';

/** Two records of one person: looked at line by line, side by side, before they stand as one. */
export function MergeForm({ it, otherId: given = '', onClose }: { it: Banner; otherId?: string; onClose: () => void }) {
  const step = usePersonStep();
  const [otherId, setOtherId] = useState(given);
  const [keep, setKeep] = useState<'this' | 'other'>('this');
  const [checked, setChecked] = useState(false);
  const [reason, setReason] = useState('');
  const { data: other } = useQuery({ ...bannerQuery(otherId), enabled: otherId !== '' });
  const blocked = !other
    ? formWords.pickFirst
    : !checked
      ? formWords.fillFirst(`“${formWords.mergeCheck}”`)
      : reason.trim() === ''
        ? formWords.fillFirst(words.reason)
        : undefined;
  return (
    <FormPanel
      title={formWords.merge}
      why={formWords.mergeWhy}
      submit={formWords.mergeDo}
      busy={step.isPending}
      blocked={blocked}
      onClose={onClose}
      onSubmit={() =>
        step.mutate(
          {
            path: paths.people.merges,
            body: {
              ...(keep === 'this' ? { keepId: it.id, mergeId: otherId } : { keepId: otherId, mergeId: it.id }),
              reason: reason.trim(),
            },
            said: formWords.mergeDone,
            undo: (answer) => ({
              path: paths.people.mergeUndo(answer.mergeId ?? ''),
              body: { reason: 'Taken back at once' },
            }),
          },
          { onSuccess: onClose },
        )
      }
    >
      <PersonPicker label={formWords.mergeOther} without={[it.id]} value={otherId} onChange={setOtherId} />
      {other && (
        <>
          <Comparison one={it} two={other} />
          <Radio.Group
            label={formWords.mergeKeep}
            value={keep}
            onChange={(value) => setKeep(value as 'this' | 'other')}
          >
            <Radio mt={6} value="this" label={`${it.displayName}, ${numbers(it)}`} />
            <Radio mt={6} value="other" label={`${other.displayName}, ${numbers(other)}`} />
          </Radio.Group>
          <Checkbox
            label={formWords.mergeCheck}
            checked={checked}
            onChange={(event) => setChecked(event.currentTarget.checked)}
          />
          <Textarea
            label={words.reason}
            autosize
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </>
      )}
    </FormPanel>
  );
}

const numbers = (it: Banner) => it.identifiers.map((one) => one.value).join(', ') || '–';

const lines: readonly (readonly [string, (it: Banner) => string])[] = [
  [words.person, (it) => it.displayName],
  [words.born, (it) => (it.birthDate ? dateWords(it.birthDate) : '–')],
  [words.gender, (it) => (it.gender ? genderWords(it.gender) : '–')],
  [words.identifiers, numbers],
  [words.contacts, (it) => it.contacts.map((one) => one.value).join(', ') || '–'],
  [words.language, (it) => (it.language ? languageName(it.language) : '–')],
  [words.family, (it) => it.family.map((one) => one.displayName).join(', ') || '–'],
  [words.needs, (it) => it.needs.map((one) => needWords[one.kind]).join(', ') || '–'],
];

function Comparison({ one, two }: { one: Banner; two: Banner }) {
  return (
    <table className={styles.compare}>
      <tbody>
        {lines.map(([name, value]) => {
          const [left, right] = [value(one), value(two)];
          return (
            <tr key={name} data-differs={left === right ? 'no' : 'yes'}>
              <th scope="row">
                {name}
                <span className="unseen"> {left === right ? formWords.same : formWords.differs}</span>
              </th>
              <td>{left}</td>
              <td>{right}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
