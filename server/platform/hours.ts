import { z } from 'zod';

/** Wall-clock `HH:MM`. */
const opensAt = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** As above; `24:00` is the end of the day. */
const closesAt = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/);

const closesLater = { message: 'It must close after it opens.', params: { es: 'Tiene que cerrar después de abrir.' } };

/** A stretch of a day on the wall clock; over midnight it is two, one on each day. */
export const dayWindow = z
  .strictObject({ opens: opensAt, closes: closesAt })
  .refine((it) => it.opens < it.closes, closesLater);
export type DayWindow = z.infer<typeof dayWindow>;

/** The same on a weekday, Monday = 1. */
export const weeklyWindow = z
  .strictObject({ weekday: z.int().min(1).max(7), opens: opensAt, closes: closesAt })
  .refine((it) => it.opens < it.closes, closesLater);
export type WeeklyWindow = z.infer<typeof weeklyWindow>;

export const weeklyWindows = z.array(weeklyWindow).max(70);
export const hours = z.strictObject({ windows: weeklyWindows });

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
