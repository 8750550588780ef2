import type { Ctx } from '../../platform/ctx.ts';
import { Problem } from '../../platform/problem.ts';
import { findUndoable, presentChanged, record, stateBefore, takeConversation } from './changes.ts';
import type { Changed } from './contract.ts';

/** Puts back what the actor's own latest step changed, within ten minutes and only if nothing has happened since. */
export async function undo(ctx: Ctx, id: string, version: number): Promise<Changed> {
  const row = await takeConversation(ctx, id, version);
  const undoable = await findUndoable(ctx, row);
  if (!undoable?.of.before)
    throw new Problem('conflict', 'desk.nothing-to-undo', {
      en: 'There is nothing of yours here that can still be taken back.',
      es: 'Aquí no hay nada suyo que aún se pueda deshacer.',
    });
  const { of: fact } = undoable;
  const done = await record(ctx, row, stateBefore(undoable.of.before), {
    ...{ kind: 'undone' as const, reason: fact.kind, undoes: fact.id },
  });
  return presentChanged(ctx, done);
}
