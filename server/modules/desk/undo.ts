import type { Ctx } from '../../platform/ctx.ts';
import { notFound, Problem } from '../../platform/problem.ts';
import { findUndoable, presentChanged, record, sawPeople, stale, stateBefore } from './changes.ts';
import type { Changed } from './contract.ts';
import { lockAnyConversation, lockConversation, type State } from './conversation-store.ts';
import { isAway } from './people-beside.ts';

/**
 * Puts back what the actor's own latest step changed, within ten minutes and only if nothing has happened since; also
 * where that step took the conversation out of their sight.
 */
export async function undo(ctx: Ctx, id: string, version: number): Promise<Changed> {
  const seen = await lockConversation(ctx, id);
  const row = seen ?? (await lockAnyConversation(ctx, id));
  const undoable = row && (await findUndoable(ctx, row));
  if (!row || !(seen || undoable)) throw notFound();
  sawPeople(ctx, row);
  if (row.version !== version) throw stale();
  if (!undoable?.of.before)
    throw new Problem('conflict', 'desk.nothing-to-undo', {
      en: 'There is nothing of yours here that can still be taken back.',
      es: 'Aquí no hay nada suyo que aún se pueda deshacer.',
    });
  const { of: fact } = undoable;
  const before = await withoutAway(ctx, stateBefore(undoable.of.before));
  const done = await record(ctx, row, before, {
    ...{ kind: 'undone' as const, reason: fact.kind, undoes: fact.id },
  });
  return presentChanged(ctx, done);
}

/** A colleague who had it may have gone since the step; nobody would look for it with them. */
export async function withoutAway(ctx: Ctx, state: State): Promise<State> {
  const { owner_staff_id: owner } = state;
  const isOwn = 'id' in ctx.actor && owner === ctx.actor.id;
  return owner && !isOwn && (await isAway(ctx, owner)) ? { ...state, owner_staff_id: null } : state;
}
