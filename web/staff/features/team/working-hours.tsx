import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Profile, WeeklyWindow } from '../../../../server/modules/workforce/contract.ts';
import { command } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';
import { Section } from '../../../ui/parts.tsx';
import { readWeek } from '../../../ui/week.ts';
import { words as hoursWords, WeekHours, WeekTable } from '../../../ui/week-hours.tsx';
import { FormButtons } from '../shell/form-panel.tsx';
import { useTeamStep } from './step.ts';
import styles from './team.module.css';
import { colleagueWords, words } from './words.ts';

/** The week in which somebody usually works. */
export function WorkingHours({ it }: { it: Profile }) {
  const [changing, setChanging] = useState(false);
  const may = it.can.includes('set-hours');
  if (changing) return <ChangeHours it={it} onClose={() => setChanging(false)} />;
  return (
    <Section
      title={colleagueWords.hours}
      action={
        may && (
          <Button size="compact-sm" variant="default" onClick={() => setChanging(true)}>
            {colleagueWords.changeHours}
          </Button>
        )
      }
    >
      {it.hours.length === 0 ? (
        <span className={styles.soft}>{colleagueWords.noHours}</span>
      ) : (
        <WeekTable windows={it.hours} />
      )}
      {may && <p className={styles.soft}>{colleagueWords.hoursWhy}</p>}
    </Section>
  );
}

function ChangeHours({ it, onClose }: { it: Profile; onClose: () => void }) {
  const step = useTeamStep();
  const [windows, setWindows] = useState<WeeklyWindow[]>(it.hours);
  const read = readWeek(windows);
  const put = (hours: readonly WeeklyWindow[]) =>
    command(paths.workforce.staffHours(it.id), { windows: hours }, { method: 'PUT' });
  const save = () =>
    read && step.mutate({ said: words.saved, run: () => put(read), undo: () => put(it.hours) }, { onSuccess: onClose });
  return (
    <Section title={colleagueWords.hours}>
      <WeekHours windows={windows} onChange={setWindows} />
      <FormButtons
        submit={words.saveHours}
        busy={step.isPending}
        blocked={read ? undefined : hoursWords.wrong}
        onSubmit={save}
        onCancel={onClose}
      />
    </Section>
  );
}
