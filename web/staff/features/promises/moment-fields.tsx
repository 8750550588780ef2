import { TextInput } from '@mantine/core';
import type { Wall } from './promise-time.ts';
import styles from './promises.module.css';
import { words } from './words.ts';

interface MomentFieldsProps {
  wall: Wall;
  onChange: (wall: Wall) => void;
  timeZone: string;
  autoFocus?: boolean;
}

/** A day and a time, on the clock of the place. */
export function MomentFields({ wall, onChange, timeZone, autoFocus = false }: MomentFieldsProps) {
  return (
    <div>
      <div className={styles.moment}>
        <TextInput
          type="date"
          size="sm"
          label={words.date}
          value={wall.date}
          autoFocus={autoFocus}
          onChange={(event) => onChange({ ...wall, date: event.currentTarget.value })}
        />
        <TextInput
          type="time"
          size="sm"
          label={words.time}
          value={wall.time}
          onChange={(event) => onChange({ ...wall, time: event.currentTarget.value })}
        />
      </div>
      <span className={styles.soft}>{words.zone(timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone)}</span>
    </div>
  );
}
