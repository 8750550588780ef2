import type { DayWindow, WeeklyWindow } from './contract.ts';

/** A window as its row keeps it: minutes of the wall clock since midnight. */
export interface DayWindowRow {
  opens_minute: number;
  closes_minute: number;
}

export interface WindowRow extends DayWindowRow {
  weekday: number;
}

const minuteOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

const clockOf = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

export function dayWindowRow(window: DayWindow): DayWindowRow {
  return { opens_minute: minuteOf(window.opens), closes_minute: minuteOf(window.closes) };
}

export function windowRow(window: WeeklyWindow): WindowRow {
  return { weekday: window.weekday, ...dayWindowRow(window) };
}

export function presentDayWindow(row: DayWindowRow): DayWindow {
  return { opens: clockOf(row.opens_minute), closes: clockOf(row.closes_minute) };
}

export function presentWindow(row: WindowRow): WeeklyWindow {
  return { weekday: row.weekday, ...presentDayWindow(row) };
}

/** What is left of windows when a stretch of the day is taken away. */
export function without(
  windows: readonly DayWindowRow[],
  taken: { from_minute: number; until_minute: number },
): DayWindowRow[] {
  return windows
    .flatMap((window) => [
      { opens_minute: window.opens_minute, closes_minute: Math.min(window.closes_minute, taken.from_minute) },
      { opens_minute: Math.max(window.opens_minute, taken.until_minute), closes_minute: window.closes_minute },
    ])
    .filter((window) => window.opens_minute < window.closes_minute);
}
