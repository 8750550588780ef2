import type { Language } from '../../platform/i18n/messages.ts';

interface Window {
  readonly weekday: number;
  readonly opens: string;
  readonly closes: string;
}

/** A Monday; any would do. */
const monday = Temporal.PlainDate.from('2024-01-01');
const dayName = (weekday: number, language: Language) =>
  monday.add({ days: weekday - 1 }).toLocaleString(language, { weekday: 'long' });

function timeInWords(clock: string, language: Language): string {
  const time = Temporal.PlainTime.from(clock === '24:00' ? '00:00' : clock);
  return time.toLocaleString(language, { hour: 'numeric', minute: '2-digit' });
}

const joiners = {
  en: { to: ' to ', allDay: 'all day and night' },
  es: { to: ' a ', allDay: 'todo el día y la noche' },
} as const;

/** A week as people say it: "Monday to Friday: 9:00 AM to 5:00 PM". Days with the same hours in a row are one line. */
export function hoursInWords(windows: readonly Window[], language: Language): string[] {
  const { to, allDay } = joiners[language];
  const said = ({ opens, closes }: Window) =>
    opens === '00:00' && closes === '24:00'
      ? allDay
      : `${timeInWords(opens, language)}${to}${timeInWords(closes, language)}`;
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const byDay = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    weekday,
    said: list.format(
      windows
        .filter((window) => window.weekday === weekday)
        .toSorted((a, b) => a.opens.localeCompare(b.opens))
        .map(said),
    ),
  }));
  const runs: { first: number; last: number; said: string }[] = [];
  for (const { weekday, said } of byDay) {
    const run = runs.at(-1);
    if (run && run.said === said) run.last = weekday;
    else runs.push({ first: weekday, last: weekday, said });
  }
  return runs
    .filter((run) => run.said !== '')
    .map(({ first, last, said }) => {
      const days =
        first === last ? dayName(first, language) : `${dayName(first, language)}${to}${dayName(last, language)}`;
      return `${days.charAt(0).toLocaleUpperCase(language)}${days.slice(1)}: ${said}`;
    });
}
