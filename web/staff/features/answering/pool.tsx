import { Checkbox, NumberInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PoolRule, PoolRules } from '../../../../server/modules/desk/contract.ts';
import { command } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';
import { troubleWords } from '../../../lib/problem.ts';
import { useUndo } from '../../../lib/undo.tsx';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Section } from '../../../ui/parts.tsx';
import styles from './answering.module.css';
import { poolWords as words } from './pool-words.ts';
import { poolQuery } from './queries.ts';

/** How the work of a team comes to its people. */
export function PoolSection({ teamId }: { teamId: string | null }) {
  const found = useQuery(poolQuery);
  const rules = found.data?.rules ?? [];
  const rule = rules.find((one) => one.teamId === teamId) ?? rules.find((one) => one.teamId === null);
  if (!rule) return null;
  const it = { ...rule, teamId };
  return (
    <Section title={words.title}>
      <p className={styles.soft}>{words.why}</p>
      {found.data?.can.includes('set') ? (
        <PoolForm key={JSON.stringify(it)} it={it} />
      ) : (
        <p className={styles.said}>{words.said(it.mostOpen, it.heavyADay, it.assigns)}</p>
      )}
    </Section>
  );
}

function PoolForm({ it }: { it: PoolRule }) {
  const [mostOpen, setMostOpen] = useState<string | number>(it.mostOpen);
  const [heavyADay, setHeavyADay] = useState<string | number>(it.heavyADay);
  const [assigns, setAssigns] = useState(it.assigns);
  const client = useQueryClient();
  const undo = useUndo();
  const send = (rule: PoolRule) => command<PoolRules>(paths.desk.poolRules, rule, { method: 'PUT' });
  const shown = (rules: PoolRules) => client.setQueryData(poolQuery.queryKey, rules);
  const change = useMutation({
    mutationFn: send,
    onSuccess: (rules) => {
      shown(rules);
      undo.done({ said: words.saved, undo: () => send(it).then(shown) });
    },
    onError: (error) => undo.failed(troubleWords(error)),
  });
  const wanted = { teamId: it.teamId, mostOpen: Number(mostOpen), heavyADay: Number(heavyADay), assigns };
  const blocked =
    isWhole(wanted.mostOpen, 500) && isWhole(wanted.heavyADay, 100)
      ? JSON.stringify(wanted) === JSON.stringify(it)
        ? words.unchanged
        : undefined
      : words.numbers;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!blocked && !change.isPending) change.mutate(wanted);
      }}
    >
      <NumberInput
        label={words.mostOpen}
        description={words.mostOpenWhy}
        min={1}
        max={500}
        value={mostOpen}
        onChange={setMostOpen}
      />
      <NumberInput
        label={words.heavyADay}
        description={words.heavyADayWhy}
        min={1}
        max={100}
        value={heavyADay}
        onChange={setHeavyADay}
      />
      <Checkbox
        label={words.assigns}
        description={words.assignsWhy}
        checked={assigns}
        onChange={(event) => setAssigns(event.currentTarget.checked)}
      />
      <ActionButton
        type="submit"
        size="compact-sm"
        loading={change.isPending}
        blocked={blocked}
        onClick={() => undefined}
      >
        {words.save}
      </ActionButton>
    </form>
  );
}

const isWhole = (value: number, most: number): boolean => Number.isInteger(value) && value >= 1 && value <= most;
