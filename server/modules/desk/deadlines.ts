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
  /** A promise about it was broken: until somebody writes to the person it is late, whatever else runs. */
  readonly promise_broken_at: Temporal.Instant | null;
  /** Due times that had been given when the reason changed, and when that was. */
  readonly response_promised_at: Temporal.Instant | null;
  readonly resolution_promised_at: Temporal.Instant | null;
  readonly targets_changed_at: Temporal.Instant | null;
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

/**
 * When both clocks are due: the person's turn does not count, and while it is theirs nothing is due that was not before.
 * What had been promised before the reason changed is kept: due at that moment or by the target, whichever comes first.
 */
export function deadlines(facts: ClockFacts, calendar: Calendar): Deadlines {
  const { waiting_since, pauses, targets_changed_at: promisedSince } = facts;
  const response = deadline(calendar, {
    ...{ waiting_since, pauses, promised: facts.response_promised_at, promisedSince },
    ...{ started: facts.response_started_at },
    ...{ ended: facts.answered_at ?? facts.resolved_at, target: facts.response_minutes },
  });
  const resolution = deadline(calendar, {
    ...{ waiting_since, pauses, promised: facts.resolution_promised_at, promisedSince },
    ...{ started: facts.resolution_started_at },
    ...{ ended: facts.resolved_at, target: facts.resolution_minutes },
  });
  const broken = facts.resolved_at ? null : facts.promise_broken_at;
  const running = facts.resolved_at ? [] : facts.answered_at ? [resolution] : [response, resolution];
  return {
    response_due_at: response.due,
    response_near_at: response.near,
    resolution_due_at: resolution.due,
    resolution_near_at: resolution.near,
    next_due_at: earliest([broken, ...running.map((one) => one.due)]),
    next_near_at: earliest([broken, ...running.map((one) => one.near)]),
  };
}

interface OneClock {
  readonly started: Temporal.Instant;
  readonly ended: Moment;
  readonly target: number;
  readonly promised: Moment;
  readonly promisedSince: Moment;
  readonly waiting_since: Moment;
  readonly pauses: readonly Pause[];
}

function deadline(calendar: Calendar, clock: OneClock): { due: Moment; near: Moment } {
  const { started: start, ended, target, waiting_since: waiting, promisedSince } = clock;
  let { promised } = clock;
  let minutes = target;
  const reached = () => earliest([dueAt({ start, minutes, calendar }) ?? null, promised]);
  let due = reached();
  for (const pause of clock.pauses) {
    const [from, until] = [Temporal.Instant.from(pause.from), Temporal.Instant.from(pause.until)];
    // What was late before the pause stays late.
    if (isBefore(from, start) || (due && !isBefore(from, due)) || (ended && !isBefore(from, ended))) continue;
    minutes += openMinutesBetween(from, until, calendar);
    // A promise already counts the pauses before it was given.
    const since = promisedSince && isBefore(from, promisedSince) ? promisedSince : from;
    promised =
      promised && (dueAt({ start: promised, minutes: openMinutesBetween(since, until, calendar), calendar }) ?? null);
    due = reached();
  }
  if (!due || (!ended && waiting && isBefore(waiting, due))) return { due: null, near: null };
  const left = Math.max(target / 5, 30);
  const whole = promised ? Math.min(minutes, openMinutesBetween(start, promised, calendar)) : minutes;
  const near = dueAt({ start, minutes: Math.max(0, whole - left), calendar }) ?? null;
  return { due, near: earliest([near, due]) };
}

const isBefore = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) < 0;

const earliest = (moments: readonly Moment[]): Moment =>
  moments.filter((one) => one !== null).toSorted(Temporal.Instant.compare)[0] ?? null;
