import { Button, Group, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Absence, NewAbsence, Profile } from '../../../../server/modules/workforce/contract.ts';
import { command } from '../../../lib/api.ts';
import { language } from '../../../lib/language.ts';
import { paths } from '../../../lib/paths.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { absoluteWords, useNow } from '../../../ui/moment.tsx';
import { Section, Tag } from '../../../ui/parts.tsx';
import { workOfStaffQuery } from './queries.ts';
import { useTeamStep } from './step.ts';
import styles from './team.module.css';
import { colleagueWords, words } from './words.ts';

const record = (staffId: string, body: NewAbsence) => command<{ id: string }>(paths.workforce.absences(staffId), body);
const cancel = (absenceId: string) => command(paths.workforce.absenceCancellation(absenceId));

/** When somebody is away, now and to come. */
export function Absences({ it }: { it: Profile }) {
  const may = it.can.includes('record-absence');
  return (
    <Section title={words.absence}>
      {it.absences.length === 0 && <span className={styles.soft}>{words.noAbsence}</span>}
      <ul className={styles.plain}>
        {it.absences.map((one) => (
          <AbsenceLine key={one.id} one={one} may={may} />
        ))}
      </ul>
      {may && <RecordAbsence it={it} />}
    </Section>
  );
}

function AbsenceLine({ one, may }: { one: Absence; may: boolean }) {
  const step = useTeamStep();
  const begun = Date.parse(one.from) <= useNow();
  const again = (from: string) =>
    record(one.staffId, { from, ...(one.until && { until: one.until }) }).then(() => undefined);
  const comeBack = () =>
    step.mutate({
      said: words.backSaid,
      run: () => command(paths.workforce.absenceReturn(one.id)),
      undo: () => again(new Date().toISOString()),
    });
  const callOff = () =>
    step.mutate({ said: colleagueWords.cancelled, run: () => cancel(one.id), undo: () => again(one.from) });
  return (
    <li className={styles.line}>
      <span>
        {absoluteWords(Date.parse(one.from), language)}
        {' – '}
        {one.until ? absoluteWords(Date.parse(one.until), language) : colleagueWords.openEnd}{' '}
        {begun && <Tag tone="warn">{colleagueWords.now}</Tag>}
      </span>
      {may && (
        <Button size="compact-sm" variant="default" loading={step.isPending} onClick={begun ? comeBack : callOff}>
          {begun ? colleagueWords.backNow : colleagueWords.cancelAbsence}
        </Button>
      )}
    </li>
  );
}

function RecordAbsence({ it }: { it: Profile }) {
  const step = useTeamStep();
  const work = useQuery(workOfStaffQuery(it.id, true));
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const endsFirst = from !== '' && until !== '' && until <= from;
  const submit = () => {
    let made: { id: string } | undefined;
    step.mutate(
      {
        said: words.recorded,
        run: async () => {
          made = await record(it.id, {
            from: new Date(from).toISOString(),
            ...(until && { until: new Date(until).toISOString() }),
          });
        },
        undo: async () => made && cancel(made.id),
      },
      {
        onSuccess: () => {
          setFrom('');
          setUntil('');
        },
      },
    );
  };
  return (
    <>
      <div className={styles.pair}>
        <TextInput
          type="datetime-local"
          label={words.from}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="datetime-local"
          label={words.until}
          value={until}
          error={endsFirst && colleagueWords.endsFirst}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
      </div>
      <Group mt={8}>
        <ActionButton
          variant="default"
          loading={step.isPending}
          blocked={from === '' ? words.missing(words.from) : endsFirst ? colleagueWords.endsFirst : undefined}
          onClick={submit}
        >
          {words.recordAbsence}
        </ActionButton>
        <span className={styles.soft}>{work.data ? colleagueWords.absencesWhy(work.data.open) : words.absenceWhy}</span>
      </Group>
    </>
  );
}
