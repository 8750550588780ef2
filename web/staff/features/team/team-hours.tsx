import { ActionIcon, Button, NativeSelect, Text, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { WeeklyWindow } from '../../../../server/modules/workforce/contract.ts';
import { command } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';
import { Section } from '../../../ui/parts.tsx';
import { teamQuery } from './queries.ts';
import { useTeamStep } from './step.ts';
import styles from './team.module.css';
import { weekday, words } from './words.ts';

const days = [1, 2, 3, 4, 5, 6, 7];

/** When a team works; several stretches a day if need be. */
export function TeamHours({ teamId }: { teamId: string }) {
  const { data } = useQuery(teamQuery(teamId));
  const step = useTeamStep();
  const [windows, setWindows] = useState<WeeklyWindow[]>([]);
  useEffect(() => {
    if (data) setWindows(data.hours);
  }, [data]);
  if (!data) return null;
  const may = data.can.includes('set-hours');
  const put = (hours: readonly WeeklyWindow[]) =>
    command(paths.workforce.teamHours(teamId), { windows: hours }, { method: 'PUT' });
  const set = (at: number, change: Partial<WeeklyWindow>) =>
    setWindows(windows.map((one, index) => (index === at ? { ...one, ...change } : one)));
  return (
    <Section title={`${words.hours}: ${data.name}`}>
      <Text size="sm" c="dimmed" mb={8}>
        {words.hoursMore}
      </Text>
      {windows.length === 0 && <span className={styles.soft}>{words.noHours}</span>}
      {windows.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a window has no name but its place
        <div key={at} className={styles.window}>
          <NativeSelect
            aria-label={words.hours}
            disabled={!may}
            value={one.weekday}
            onChange={(event) => set(at, { weekday: Number(event.currentTarget.value) })}
            data={days.map((day) => ({ value: String(day), label: weekday(day) }))}
          />
          <TextInput
            type="time"
            aria-label={words.opens}
            readOnly={!may}
            value={one.opens}
            onChange={(event) => set(at, { opens: event.currentTarget.value })}
          />
          <TextInput
            type="time"
            aria-label={words.closes}
            readOnly={!may}
            value={one.closes}
            onChange={(event) => set(at, { closes: event.currentTarget.value })}
          />
          {may && (
            <ActionIcon
              variant="subtle"
              aria-label={words.removeWindow}
              onClick={() => setWindows(windows.filter((_, index) => index !== at))}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          )}
        </div>
      ))}
      {may && (
        <div className={styles.window}>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() =>
              setWindows([
                ...windows,
                { weekday: Math.min(7, (windows.at(-1)?.weekday ?? 0) + 1), opens: '09:00', closes: '17:00' },
              ])
            }
          >
            {words.addWindow}
          </Button>
          <Button
            size="compact-sm"
            loading={step.isPending}
            onClick={() => step.mutate({ said: words.saved, run: () => put(windows), undo: () => put(data.hours) })}
          >
            {words.saveHours}
          </Button>
        </div>
      )}
    </Section>
  );
}
