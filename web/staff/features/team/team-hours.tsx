import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { WeeklyWindow } from '../../../../server/modules/workforce/contract.ts';
import { command } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { Section } from '../../../ui/parts.tsx';
import { readWeek } from '../../../ui/week.ts';
import { words as hoursWords, WeekHours, WeekTable } from '../../../ui/week-hours.tsx';
import { teamQuery } from './queries.ts';
import { useTeamStep } from './step.ts';
import styles from './team.module.css';
import { words } from './words.ts';

/** When a team works; several stretches a day if need be. */
export function TeamHours({ teamId }: { teamId: string }) {
  const { data } = useQuery(teamQuery(teamId));
  const step = useTeamStep();
  const [windows, setWindows] = useState<WeeklyWindow[]>([]);
  useEffect(() => {
    if (data) setWindows(data.hours);
  }, [data]);
  if (!data) return null;
  const read = readWeek(windows);
  const put = (hours: readonly WeeklyWindow[]) =>
    command(paths.workforce.teamHours(teamId), { windows: hours }, { method: 'PUT' });
  const save = () => read && step.mutate({ said: words.saved, run: () => put(read), undo: () => put(data.hours) });
  return (
    <Section title={`${words.hours}: ${data.name}`}>
      <Text size="sm" c="dimmed" mb={8}>
        {words.hoursMore}
      </Text>
      {windows.length === 0 && <p className={styles.soft}>{words.noHours}</p>}
      {data.can.includes('set-hours') ? (
        <>
          <WeekHours windows={windows} onChange={setWindows} />
          <ActionButton
            mt={10}
            loading={step.isPending}
            blocked={read ? undefined : hoursWords.wrong}
            onClick={() => void save()}
          >
            {words.saveHours}
          </ActionButton>
        </>
      ) : (
        windows.length > 0 && <WeekTable windows={windows} />
      )}
    </Section>
  );
}
