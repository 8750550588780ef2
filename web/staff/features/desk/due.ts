import type { Clocks, ClockView } from '../../../../server/modules/desk/contract.ts';
import { dueWords as words } from './words.ts';

export interface Due {
  readonly words: string;
  readonly tone: 'danger' | 'warn' | 'info' | 'plain';
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** `40 min`, `3 h`, `2 days`: one unit, rounded towards the worse. */
export function spanWords(milliseconds: number, round: (value: number) => number): string {
  if (milliseconds < hour) return words.minutes(Math.max(1, round(milliseconds / minute)));
  if (milliseconds < day) return words.hours(round(milliseconds / hour));
  return words.days(round(milliseconds / day));
}

/** What a row says of its time; undefined where nothing is owed. */
export function dueWords(clocks: Pick<Clocks, 'worst' | 'nextDueAt'>, now: number): Due | undefined {
  if (clocks.worst === 'stopped') return undefined;
  if (clocks.worst === 'paused') return { words: words.paused, tone: 'plain' };
  if (clocks.nextDueAt === null) return clocks.worst === 'breached' ? { words: words.late, tone: 'danger' } : undefined;
  const left = Date.parse(clocks.nextDueAt) - now;
  // The server says what is late: it knows the open hours. A clock of ours that is a little off must not.
  if (clocks.worst === 'breached')
    return { words: left < 0 ? words.lateBy(spanWords(-left, Math.ceil)) : words.late, tone: 'danger' };
  if (left <= 0) return { words: words.dueNow, tone: 'warn' };
  return { words: words.dueIn(spanWords(left, Math.floor)), tone: clocks.worst === 'near' ? 'warn' : 'plain' };
}

/** One clock in the head of a conversation. */
export function clockWords(clock: ClockView, now: number): Due | undefined {
  if (clock.state === 'met') return { words: words.inTime, tone: 'info' };
  if (clock.state === 'met-late') return { words: words.wasLate, tone: 'plain' };
  const worst = clock.state === 'paused' ? 'paused' : clock.state;
  return dueWords({ worst, nextDueAt: clock.dueAt }, now);
}
