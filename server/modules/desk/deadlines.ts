import { type Calendar, dueAt, openMinutesBetween } from './clocks.ts';

export interface Pause {
  readonly from: string;
  readonly until: string;
}

/** What the clocks of a conversation depend on, in the words of its row. */
export interface ClockFacts {
  readonly response_started_at: Temporal.Instant;
  readonly resolution_started_at: Temporal.Instant;
  readonly response_minutes: number;
  readonly resolution_minutes: number;
  readonly answered_at: Temporal.Instant | null;
  readonly resolved_at: Temporal.Instant | null;
  readonly waiting_since: Temporal.Instant | null;
  readonly pauses: readonly Pause[];
}

type Moment = Temporal.Instant | null;

export interface Deadlines {
  readonly response_due_at: Moment;
  readonly response_near_at: Moment;
  readonly resolution_due_at: Moment;
  readonly resolution_near_at: Moment;
  readonly next_due_at: Moment;
  readonly next_near_at: Moment;
}

/** When both clocks are due: the person's turn does not count, and while it is theirs nothing is due that was not before. */
export function deadlines(facts: ClockFacts, calendar: Calendar): Deadlines {
  const { waiting_since, pauses } = facts;
  const response = deadline(calendar, {
    ...{ waiting_since, pauses, started: facts.response_started_at },
    ...{ ended: facts.answered_at ?? facts.resolved_at, target: facts.response_minutes },
  });
  const resolution = deadline(calendar, {
    ...{ waiting_since, pauses, started: facts.resolution_started_at },
    ...{ ended: facts.resolved_at, target: facts.resolution_minutes },
  });
  const running = facts.resolved_at ? [] : facts.answered_at ? [resolution] : [response, resolution];
  return {
    response_due_at: response.due,
    response_near_at: response.near,
    resolution_due_at: resolution.due,
    resolution_near_at: resolution.near,
    next_due_at: earliest(running.map((one) => one.due)),
    next_near_at: earliest(running.map((one) => one.near)),
  };
}

interface OneClock {
  readonly started: Temporal.Instant;
  readonly ended: Moment;
  readonly target: number;
  readonly waiting_since: Moment;
  readonly pauses: readonly Pause[];
}

function deadline(calendar: Calendar, clock: OneClock): { due: Moment; near: Moment } {
  const { started: start, ended, target, waiting_since: waiting } = clock;
  let minutes = target;
  let due = dueAt({ start, minutes, calendar });
  for (const pause of clock.pauses) {
    const from = Temporal.Instant.from(pause.from);
    // What was late before the pause stays late.
    if (isBefore(from, start) || (due && !isBefore(from, due)) || (ended && !isBefore(from, ended))) continue;
    minutes += openMinutesBetween(from, Temporal.Instant.from(pause.until), calendar);
    due = dueAt({ start, minutes, calendar });
  }
  if (!due || (!ended && waiting && isBefore(waiting, due))) return { due: null, near: null };
  const left = Math.max(target / 5, 30);
  return { due, near: dueAt({ start, minutes: Math.max(0, minutes - left), calendar }) ?? null };
}

const isBefore = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) < 0;

const earliest = (moments: readonly Moment[]): Moment =>
  moments.filter((one) => one !== null).toSorted(Temporal.Instant.compare)[0] ?? null;
