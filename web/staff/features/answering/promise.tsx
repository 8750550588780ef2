import { Button, Group, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { Target } from '../../../../server/modules/desk/contract.ts';
import { command } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';
import { troubleWords } from '../../../lib/problem.ts';
import { useUndo } from '../../../lib/undo.tsx';
import { ActionButton } from '../../../ui/action-button.tsx';
import { useSettled } from '../../../ui/moment.tsx';
import { Section } from '../../../ui/parts.tsx';
import styles from './answering.module.css';
import { durationWords, isTooLong, minutesOf, type Typed, typedOf } from './durations.ts';
import { Example } from './example.tsx';
import { type Targets, targetsQuery } from './queries.ts';
import { words } from './words.ts';

interface PromiseProps {
  /** What holds now: its own row, or that of every other question. */
  it: Target;
  hasOwn: boolean;
  may: boolean;
}

/** How soon one kind of question is answered: shown, and changed by who may. */
export function PromiseSection({ it, hasOwn, may }: PromiseProps) {
  const [own, setOwn] = useState(hasOwn);
  return (
    <Section title={it.urgent ? words.urgent : words.usual}>
      {may && own ? (
        <PromiseForm it={it} hasOwn={hasOwn} onGivenUp={() => setOwn(false)} />
      ) : (
        <>
          <p className={styles.said}>
            {words.response} <b>{durationWords(it.responseMinutes)}</b>, {words.next.toLowerCase()}{' '}
            <b>{durationWords(it.nextResponseMinutes)}</b>, {words.resolution.toLowerCase()}{' '}
            <b>{durationWords(it.resolutionMinutes)}</b> {words.ofOpenTime}
            {!hasOwn && ` (${words.asEvery})`}.
          </p>
          <Example of={it} />
          {may ? (
            <Button size="compact-sm" variant="default" onClick={() => setOwn(true)}>
              {words.own}
            </Button>
          ) : (
            <span className={styles.soft}>{words.notYours}</span>
          )}
        </>
      )}
    </Section>
  );
}

type Minutes = Pick<Target, 'responseMinutes' | 'nextResponseMinutes' | 'resolutionMinutes'>;
interface Wanted extends Omit<Target, keyof Minutes> {
  readonly minutes: Minutes | undefined;
}

const send = ({ minutes, ...of }: Wanted): Promise<Targets> =>
  minutes
    ? command(paths.desk.targets, { ...of, ...minutes }, { method: 'PUT' })
    : command(paths.desk.targets, of, { method: 'DELETE' });

function PromiseForm({ it, hasOwn, onGivenUp }: { it: Target; hasOwn: boolean; onGivenUp: () => void }) {
  const client = useQueryClient();
  const undo = useUndo();
  const [response, setResponse] = useState(typedOf(it.responseMinutes));
  const [next, setNext] = useState(typedOf(it.nextResponseMinutes));
  const [resolution, setResolution] = useState(typedOf(it.resolutionMinutes));
  const {
    teamId,
    reason,
    urgent,
    responseMinutes: answer0,
    nextResponseMinutes: next0,
    resolutionMinutes: whole0,
  } = it;
  const shown = (targets: Targets) => client.setQueryData(targetsQuery.queryKey, targets);
  const before: Wanted = {
    ...{ teamId, reason, urgent },
    minutes: hasOwn ? { responseMinutes: answer0, nextResponseMinutes: next0, resolutionMinutes: whole0 } : undefined,
  };
  const change = useMutation({
    mutationFn: send,
    onSuccess: (targets, { minutes }) => {
      shown(targets);
      undo.done({
        said: minutes ? words.saved : words.givenUp,
        undo: () => send(before).then(shown),
      });
    },
    onError: (error) => undo.failed(troubleWords(error)),
  });
  const [responseMinutes, nextMinutes, resolutionMinutes] = [response, next, resolution].map(minutesOf);
  const trouble = {
    response: troubleOf(responseMinutes),
    next: troubleOf(nextMinutes),
    resolution:
      troubleOf(resolutionMinutes) ??
      ((resolutionMinutes ?? 0) < (responseMinutes ?? 0) ? words.answerFirst : undefined),
  };
  const blocked = trouble.response ?? trouble.next ?? trouble.resolution;
  const minutes = {
    ...{ responseMinutes: responseMinutes ?? 0, nextResponseMinutes: nextMinutes ?? 0 },
    resolutionMinutes: resolutionMinutes ?? 0,
  };
  const settled = useSettled(JSON.stringify(minutes), 250);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!blocked && !change.isPending) change.mutate({ teamId, reason, urgent, minutes });
      }}
    >
      <DurationField label={words.response} value={response} onChange={setResponse} error={trouble.response} />
      <DurationField label={words.next} value={next} onChange={setNext} error={trouble.next} />
      <DurationField label={words.resolution} value={resolution} onChange={setResolution} error={trouble.resolution} />
      <Example of={{ teamId, reason, ...(JSON.parse(settled) as typeof minutes) }} quiet={blocked !== undefined} />
      <Group gap="xs">
        <ActionButton type="submit" size="compact-sm" loading={change.isPending} blocked={blocked} onClick={() => {}}>
          {words.save}
        </ActionButton>
        {(reason !== null || teamId !== null) && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() =>
              hasOwn
                ? change.mutate({ teamId, reason, urgent, minutes: undefined }, { onSuccess: onGivenUp })
                : onGivenUp()
            }
          >
            {words.giveUp}
          </Button>
        )}
      </Group>
    </form>
  );
}

function troubleOf(minutes: number | undefined): string | undefined {
  if (minutes === undefined || minutes < 1) return words.tooShort;
  return isTooLong(minutes) ? words.tooLong : undefined;
}

interface DurationFieldProps {
  label: string;
  value: Typed;
  onChange: (typed: Typed) => void;
  error: string | undefined;
}

function DurationField({ label, value, onChange, error }: DurationFieldProps) {
  const id = useId();
  const shared = { inputMode: 'numeric', maxLength: 5, ...(error && { error: true, 'aria-describedby': id }) } as const;
  return (
    <fieldset className={styles.duration}>
      <legend>{label}</legend>
      <TextInput
        {...shared}
        aria-label={`${label}: ${words.hours}`}
        value={value.hours}
        onChange={(event) => onChange({ ...value, hours: event.currentTarget.value })}
      />
      {words.hours}
      <TextInput
        {...shared}
        aria-label={`${label}: ${words.minutes}`}
        value={value.minutes}
        onChange={(event) => onChange({ ...value, minutes: event.currentTarget.value })}
      />
      {words.minutes} {words.ofOpenTime}
      {error && (
        <div id={id} className={styles.error}>
          {error}
        </div>
      )}
    </fieldset>
  );
}
