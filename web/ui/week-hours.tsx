import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { inLanguage } from '../lib/language.ts';
import {
  clockWords,
  nextTimes,
  ofWeekday,
  readClock,
  type Times,
  type TimesTrouble,
  troublesOf,
  type WeekdayTimes,
  weekdays,
  weekdayWords,
} from './week.ts';
import styles from './week-hours.module.css';

export const words = inLanguage({
  en: {
    closed: 'Closed',
    allDay: 'Round the clock',
    add: 'Add hours',
    addTo: (day: string) => `Add hours: ${day}`,
    opens: (day: string) => `${day}: opens`,
    closes: (day: string) => `${day}: closes`,
    remove: (day: string, times: string) => `Remove ${day}, ${times}`,
    same: 'Same hours until Friday',
    hint: 'Write 8:30, 17:00 or 5 pm; 24:00 is the end of the day. Past midnight: end one day at 24:00 and begin the next at 0:00.',
    wrong: 'One of the times cannot be saved yet.',
    unreadable: 'Write a time like 8:30 or 5 pm.',
    'not-later': 'It must close after it opens.',
    overlaps: 'It overlaps with the other hours of this day.',
  },
  es: {
    closed: 'Cerrado',
    allDay: 'Las 24 horas',
    add: 'Añadir horario',
    addTo: (day: string) => `Añadir horario: ${day}`,
    opens: (day: string) => `${day}: abre`,
    closes: (day: string) => `${day}: cierra`,
    remove: (day: string, times: string) => `Quitar ${day}, ${times}`,
    same: 'El mismo horario hasta el viernes',
    hint: 'Escriba 8:30, 17:00 o 5 p. m.; 24:00 es el final del día. Si pasa de medianoche: termine un día a las 24:00 y empiece el siguiente a las 0:00.',
    wrong: 'Todavía no se puede guardar una de las horas.',
    unreadable: 'Escriba una hora como 8:30 o 17:00.',
    'not-later': 'Tiene que cerrar después de abrir.',
    overlaps: 'Se solapa con el otro horario de este día.',
  },
});

/** `8:00 AM – 12:00 PM, 1:00 PM – 5:00 PM` */
export function timesWords(times: readonly Times[]): string {
  if (times.length === 0) return words.closed;
  if (times.some((one) => one.opens === '00:00' && one.closes === '24:00')) return words.allDay;
  return times.map((one) => `${clockWords(one.opens)} – ${clockWords(one.closes)}`).join(', ');
}

/** `Monday – Friday 8:00 AM – 5:00 PM; Saturday 9:00 AM – 1:00 PM`: days of the same hours together, closed ones left out. */
export function weekWords(windows: readonly WeekdayTimes[]): string {
  const runs: { first: number; last: number; said: string }[] = [];
  for (const weekday of weekdays) {
    const said = timesWords(ofWeekday(windows, weekday));
    const before = runs.at(-1);
    if (before?.said === said) before.last = weekday;
    else runs.push({ first: weekday, last: weekday, said });
  }
  if (runs.length === 1 && runs[0]) return runs[0].said;
  return runs
    .filter((run) => run.said !== words.closed)
    .map(({ first, last, said }) => {
      const days = first === last ? [first] : [first, last];
      return `${days.map(weekdayWords).join(last === first + 1 ? ', ' : ' – ')} ${said}`;
    })
    .join('; ');
}

interface TimeFieldProps {
  label: string;
  value: string;
  focus: boolean;
  trouble: TimesTrouble['kind'] | undefined;
  onChange: (value: string) => void;
}

/** Reads what was typed when it is left; what it cannot read stays, with what is wrong told beneath. */
function TimeField({ label, value, focus, trouble, onChange }: TimeFieldProps) {
  const [typed, setTyped] = useState<string>();
  const leave = () => {
    if (typed !== undefined) onChange(readClock(typed) ?? typed);
    setTyped(undefined);
  };
  return (
    <TextInput
      aria-label={label}
      className={styles.time ?? ''}
      autoFocus={focus}
      autoComplete="off"
      maxLength={12}
      value={typed ?? clockWords(value)}
      error={typed === undefined && trouble ? words[trouble] : undefined}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={(event) => event.key === 'Enter' && leave()}
    />
  );
}

interface DayHoursProps {
  label: string;
  times: readonly Times[];
  onChange: (times: Times[]) => void;
}

/** The hours of one day; none: closed. */
export function DayHours({ label, times, onChange }: DayHoursProps) {
  const [added, setAdded] = useState<number>();
  const troubles = troublesOf(times);
  const set = (at: number, change: Partial<Times>) =>
    onChange(times.map((one, index) => (index === at ? { ...one, ...change } : one)));
  return (
    <fieldset className={styles.day}>
      <legend className="unseen">{label}</legend>
      <div className={styles.dayHead}>
        <span aria-hidden>{label}</span>
        {times.length === 0 && <span className={styles.closed}>{words.closed}</span>}
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={words.addTo(label)}
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => {
            setAdded(times.length);
            onChange([...times, nextTimes(times)]);
          }}
        >
          {words.add}
        </Button>
      </div>
      {times.map((one, at) => {
        const trouble = troubles[at];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: hours have no name but their place
          <div key={at} className={styles.times}>
            <TimeField
              label={words.opens(label)}
              focus={added === at}
              value={one.opens}
              trouble={trouble?.field === 'opens' ? trouble.kind : undefined}
              onChange={(opens) => set(at, { opens })}
            />
            <span aria-hidden className={styles.dash}>
              –
            </span>
            <TimeField
              label={words.closes(label)}
              focus={false}
              value={one.closes}
              trouble={trouble?.field === 'closes' ? trouble.kind : undefined}
              onChange={(closes) => set(at, { closes })}
            />
            <ActionIcon
              variant="subtle"
              aria-label={words.remove(label, `${clockWords(one.opens)} – ${clockWords(one.closes)}`)}
              onClick={() => onChange(times.filter((_, index) => index !== at))}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </div>
        );
      })}
    </fieldset>
  );
}

interface WeekHoursProps {
  windows: readonly WeekdayTimes[];
  onChange: (windows: WeekdayTimes[]) => void;
}

/** A week with any number of hours a day; what is typed is given on as it is and read by `readWeek`. */
export function WeekHours({ windows, onChange }: WeekHoursProps) {
  const replace = (days: readonly number[], times: readonly Times[]) =>
    onChange([
      ...windows.filter((one) => !days.includes(one.weekday)),
      ...days.flatMap((weekday) => times.map(({ opens, closes }) => ({ weekday, opens, closes }))),
    ]);
  const monday = ofWeekday(windows, 1);
  return (
    <div className={styles.week}>
      <p className={styles.hint}>{words.hint}</p>
      {weekdays.map((weekday) => (
        <div key={weekday}>
          <DayHours
            label={weekdayWords(weekday)}
            times={ofWeekday(windows, weekday)}
            onChange={(times) => replace([weekday], times)}
          />
          {weekday === 1 && monday.length > 0 && (
            <Button size="compact-xs" variant="subtle" mt={4} onClick={() => replace([1, 2, 3, 4, 5], monday)}>
              {words.same}
            </Button>
          )}
        </div>
      ))}
    </div>
  );
}

/** The same to read. */
export function WeekTable({ windows, today }: { windows: readonly WeekdayTimes[]; today?: number | undefined }) {
  return (
    <dl className={styles.table}>
      {weekdays.map((weekday) => (
        <div key={weekday} data-today={weekday === today ? 'yes' : 'no'}>
          <dt>{weekdayWords(weekday)}</dt>
          <dd>{timesWords(ofWeekday(windows, weekday))}</dd>
        </div>
      ))}
    </dl>
  );
}
