import { useEffect, useState, useSyncExternalStore } from 'react';
import { language } from '../lib/language.ts';

const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

function listen(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const one of listeners) one();
  }, 15_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** This moment in milliseconds, for everything on the screen the same; moves every 15 seconds. */
export const useNow = (): number => useSyncExternalStore(listen, () => now);

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** `3 hours ago`; `now` within the minute. */
export function relativeWords(at: number, from: number, language: string): string {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
  const away = at - from;
  for (const [unit, size] of steps) if (Math.abs(away) >= size) return format.format(Math.trunc(away / size), unit);
  return format.format(0, 'second');
}

export const absoluteWords = (at: number, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short' }).format(at);

/** Day and time, short, for a list. */
export const absoluteMoment = (at: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(Date.parse(at));

/** How long ago, with the full date and time for who points at it or listens. */
export function Moment({ at }: { at: string }) {
  const from = useNow();
  const moment = Date.parse(at);
  const far = Math.abs(from - moment) > 6 * 86_400_000;
  const short = far
    ? new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', year: 'numeric' }).format(moment)
    : relativeWords(moment, from, language);
  return (
    <time dateTime={at} title={absoluteWords(moment, language)}>
      {short}
    </time>
  );
}

/** Whether the pointer left long enough for a thing to be done; used for what must not flicker. */
export function useSettled<T>(value: T, milliseconds: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const wait = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(wait);
  }, [value, milliseconds]);
  return settled;
}
