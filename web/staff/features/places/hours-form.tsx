import { useEffect, useRef, useState } from 'react';
import type { Facility, WeeklyWindow } from '../../../../server/modules/places/contract.ts';
import { command } from '../../../lib/api.ts';
import { paths } from '../../../lib/paths.ts';
import { versionIn } from '../../../lib/step.ts';
import { readWeek } from '../../../ui/week.ts';
import { words as hoursWords, WeekHours } from '../../../ui/week-hours.tsx';
import { FormPanel } from '../shell/form-panel.tsx';
import styles from './places.module.css';
import { usePlaceStep } from './step.ts';
import { words } from './words.ts';

/** The usual week of a facility. */
export function HoursForm({ it, onClose }: { it: Facility; onClose: () => void }) {
  const step = usePlaceStep();
  const [windows, setWindows] = useState<WeeklyWindow[]>(it.hours);
  const week = useRef<HTMLDivElement>(null);
  useEffect(() => week.current?.querySelector<HTMLElement>('input, button')?.focus(), []);
  const read = readWeek(windows);
  const put = (hours: readonly WeeklyWindow[], version: number) =>
    command(paths.places.hours(it.id), { version, windows: hours }, { method: 'PUT' });
  return (
    <FormPanel
      title={words.week}
      why={words.weekWhy}
      busy={step.isPending}
      blocked={read ? undefined : hoursWords.wrong}
      onClose={onClose}
      onSubmit={() =>
        read &&
        step.mutate(
          {
            run: () => put(read, it.version),
            said: words.weekSaved,
            undo: (answer) => put(it.hours, versionIn(answer)),
          },
          { onSuccess: onClose },
        )
      }
    >
      <div ref={week}>
        <WeekHours windows={windows} onChange={setWindows} />
      </div>
      {windows.length === 0 && <p className={styles.soft}>{words.noHoursSay}</p>}
    </FormPanel>
  );
}
