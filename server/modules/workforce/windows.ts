import type { WeeklyWindow } from './contract.ts';

/** A window as its row keeps it: minutes of the wall clock since midnight. */
export interface WindowRow {
  weekday: number;
  opens_minute: number;
  closes_minute: number;
}

const minuteOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

const clockOf = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

export function windowRow(window: WeeklyWindow): WindowRow {
  return { weekday: window.weekday, opens_minute: minuteOf(window.opens), closes_minute: minuteOf(window.closes) };
}

export function presentWindow(row: WindowRow): WeeklyWindow {
  return { weekday: row.weekday, opens: clockOf(row.opens_minute), closes: clockOf(row.closes_minute) };
}
