import type { Ctx } from '../../platform/ctx.ts';
import { notFound, Problem } from '../../platform/problem.ts';
import { readStaff } from '../workforce/index.ts';
import { presentChanged, record, staffActor, stale, standingBefore, takePromise, undoOf } from './changes.ts';
import type { PromiseChanged } from './contract.ts';
import { promiseBroken, promiseKept, promiseReleased } from './events.ts';
import { newsOf } from './making.ts';
import { lockAnyPromise, lockPromise, type PromiseStanding, selectLatestFacts } from './store.ts';

/** It is done; after its time that is kept late, and stays counted so. */
export async function keepPromise(ctx: Ctx, id: string, version: number): Promise<PromiseChanged> {
  const row = await takePromise(ctx, id, version, 'keep');
  const done = await record(ctx, row, { kept_at: ctx.now, kept_by: staffActor(ctx).id }, { kind: 'kept' });
  await ctx.emit(promiseKept, newsOf(done));
  return presentChanged(ctx, done);
}

/** The person agreed that it is not needed any more: never without saying why. */
export async function releasePromise(
  ctx: Ctx,
  id: string,
  { version, reason }: { version: number; reason: string },
): Promise<PromiseChanged> {
  const row = await takePromise(ctx, id, version, 'release');
  const change = { released_at: ctx.now, released_by: staffActor(ctx).id, release_reason: reason };
  const done = await record(ctx, row, change, { kind: 'released', reason });
  await ctx.emit(promiseReleased, newsOf(done));
  return presentChanged(ctx, done);
}

/**
 * Puts back what the actor's own latest step changed, within ten minutes and only if nothing has happened since; also
 * where that step took the promise out of their sight.
 */
export async function undoStep(ctx: Ctx, id: string, version: number): Promise<PromiseChanged> {
  const seen = await lockPromise(ctx, id);
  const row = seen ?? (await lockAnyPromise(ctx, id));
  const latest = row && (await selectLatestFacts(ctx, [id])).get(id);
  const undoable = undoOf(ctx, latest);
  if (!row || !(seen || undoable)) throw notFound();
  ctx.sees(row.person_current_id);
  if (row.version !== version) throw stale();
  if (!undoable || !latest?.before)
    throw new Problem('conflict', 'promises.nothing-to-undo', {
      en: 'There is nothing of yours here that can still be taken back.',
      es: 'Aquí no hay nada suyo que aún se pueda deshacer.',
    });
  const before = await withoutGone(ctx, standingBefore(latest.before));
  const done = await record(ctx, row, before, { kind: 'undone', reason: latest.kind, undoes: latest.id });
  const isOwedAgain = done.broken_at !== null && !done.kept_at && (row.kept_at ?? row.released_at) !== null;
  if (isOwedAgain) await ctx.emit(promiseBroken, { ...newsOf(done), words: done.words });
  return presentChanged(ctx, done);
}

/** A colleague who owed it may have gone since; nobody would look for it with them. */
async function withoutGone(ctx: Ctx, standing: PromiseStanding): Promise<PromiseStanding> {
  const owner = standing.owner_staff_id;
  if (!owner || ('id' in ctx.actor && ctx.actor.id === owner)) return standing;
  const colleague = await readStaff(ctx, owner).catch(() => undefined);
  return colleague && !colleague.absent ? standing : { ...standing, owner_staff_id: null };
}
