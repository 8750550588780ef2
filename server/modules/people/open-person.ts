import type { Ctx } from '../../platform/ctx.ts';
import { notFound } from '../../platform/problem.ts';
import { maySee } from './policy.ts';
import { findCurrentId, selectBelonging } from './store.ts';

/** The id under which this person is kept; a merged id leads to the one it was merged into. */
export async function currentId(ctx: Pick<Ctx, 'tx'>, id: string): Promise<string> {
  const found = await findCurrentId(ctx, id);
  if (found === undefined) throw notFound();
  return found;
}

/** The way to every person: what the actor may not see is not found, and what is seen is on record. */
export async function openPerson(ctx: Ctx, id: string): Promise<string> {
  const found = await findCurrentId(ctx, id);
  if (found === undefined || !(maySee(ctx.actor, found) || maySee(ctx.actor, id))) throw notFound();
  ctx.sees(found);
  return found;
}

/** Every id under which this person was ever written down: their own, and those of records that were merged into it. */
export const listIdsOf = async (ctx: Ctx, id: string): Promise<string[]> =>
  selectBelonging(ctx, await openPerson(ctx, id));
