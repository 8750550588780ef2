import type { DayWindowRow } from '../../platform/hours.ts';

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
