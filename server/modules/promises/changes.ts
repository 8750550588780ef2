import { randomUUIDv7 } from 'node:crypto';
import type { Actor } from '../../platform/access/actor.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { onConstraint } from '../../platform/database/constraints.ts';
import { notFound, Problem } from '../../platform/problem.ts';
import { namesOfStaff } from '../workforce/index.ts';
import type { PromiseCanDo, PromiseChanged, PromiseFactKind, PromiseUndo } from './contract.ts';
import { announce } from './live.ts';
import { stateOf, whatCanBeDone } from './policy.ts';
import {
  insertFact,
  lockPromise,
  type PromiseChange,
  type PromiseFactRow,
  type PromiseRow,
  type PromiseStanding,
  selectLatestFacts,
  updatePromise,
} from './store.ts';

export const stale = () =>
  new Problem('stale', 'promises.changed-meanwhile', {
    en: 'Something happened to this promise while you had it open. Look again, then go on.',
    es: 'Algo ha cambiado en este compromiso mientras lo tenía abierto. Revíselo y continúe.',
  });

const alreadyEnded = (name: string) =>
  new Problem('conflict', 'promises.already-ended', {
    en: `${name} has already ended this promise.`,
    es: `${name} ya ha cerrado este compromiso.`,
  });

const notYours = () =>
  new Problem('conflict', 'promises.not-now', {
    en: 'A colleague owes this. Take it over first.',
    es: 'Lo tiene otra persona. Asúmalo primero.',
  });

/** The staff member who acts; nobody else keeps promises. */
export function staffActor(ctx: Ctx): Extract<Actor, { kind: 'staff' }> {
  if (ctx.actor.kind !== 'staff') throw notFound();
  return ctx.actor;
}

/** The promise, held until this transaction ends, if this may be done with it as the actor last saw it. */
export async function takePromise(ctx: Ctx, id: string, version: number, action: PromiseCanDo): Promise<PromiseRow> {
  const row = await lockPromise(ctx, id);
  if (!row) throw notFound();
  ctx.sees(row.person_current_id);
  const endedBy = row.kept_by ?? row.released_by;
  if (endedBy) throw alreadyEnded((await namesOfStaff(ctx, [endedBy])).get(endedBy) ?? '–');
  if (row.version !== version) throw stale();
  if (!whatCanBeDone(ctx.actor, row).includes(action)) throw notYours();
  return row;
}

const kept = ['owner_staff_id', 'kept_by', 'released_by', 'release_reason'] as const;
const keptMoments = ['kept_at', 'released_at'] as const;

const snapshot = (row: PromiseRow): Record<string, string | null> =>
  Object.fromEntries([
    ...kept.map((name) => [name, row[name]]),
    ...keptMoments.map((name) => [name, row[name]?.toString() ?? null]),
  ]);

/** The state that a fact found; the other way round than `snapshot`. */
export function standingBefore(before: Readonly<Record<string, string | null>>): PromiseStanding {
  const moments = keptMoments.map((name) => [name, before[name] ? Temporal.Instant.from(before[name]) : null]);
  return { ...before, ...Object.fromEntries(moments) } as unknown as PromiseStanding;
}

interface NewFact {
  readonly kind: PromiseFactKind;
  readonly reason?: string | undefined;
  readonly toName?: string;
  readonly undoes?: string;
}

const undoableKinds: readonly PromiseFactKind[] = ['kept', 'released', 'handed-over', 'given-back'];

/** The one way in which a promise changes: with its fact, and the news to open screens. */
export async function record(ctx: Ctx, before: PromiseRow, change: PromiseChange, fact: NewFact): Promise<PromiseRow> {
  const row = await updatePromise(ctx, before, change).catch(onConstraint('promise_ended_once', stale));
  if (!row) throw stale();
  await insertFact(ctx, factRow(ctx, row, fact, undoableKinds.includes(fact.kind) ? snapshot(before) : null));
  await announce(ctx, before, row);
  return row;
}

export function factRow(
  ctx: Ctx,
  row: { id: string; version: number },
  fact: NewFact,
  before: Record<string, string | null> | null,
): PromiseFactRow {
  const { actor } = ctx;
  return {
    ...{ id: randomUUIDv7(), promise_id: row.id, version: row.version, kind: fact.kind, at: ctx.now },
    ...{ by_kind: actor.kind, by_id: 'id' in actor ? actor.id : null },
    ...{ by_name: actor.kind === 'staff' ? actor.name : null, to_name: fact.toName ?? null },
    ...{ reason: fact.reason ?? null, before, undoes: fact.undoes ?? null },
  };
}

const undoableFor = { minutes: 10 };

/** What the actor could take back now: their own latest step, if nothing has happened since. */
export function undoOf(ctx: Ctx, latest: PromiseFactRow | undefined): PromiseUndo | null {
  if (!latest?.before || !('id' in ctx.actor) || latest.by_id !== ctx.actor.id) return null;
  const until = latest.at.add(undoableFor);
  return Temporal.Instant.compare(ctx.now, until) > 0 ? null : { fact: latest.kind, until: until.toString() };
}

export async function presentChanged(ctx: Ctx, row: PromiseRow): Promise<PromiseChanged> {
  const latest = (await selectLatestFacts(ctx, [row.id])).get(row.id);
  const { id, version } = row;
  return { id, version, state: stateOf(row, ctx.now), undo: undoOf(ctx, latest) };
}
