import type { Ctx } from '../../platform/ctx.ts';
import type { Target, TargetRemoval } from './contract.ts';
import { maySetTargets } from './policy.ts';
import { onlyWhoMaySet } from './rule-of-team.ts';
import { deleteTarget, selectTarget, selectTargets, upsertTarget } from './target-store.ts';

type Targets = { targets: Target[]; can: 'set'[] };

/** What is promised about a new question; kept with it, so that a later change of the table breaks no promise. */
export async function levelsFor(ctx: Ctx, of: { reason: string; urgent: boolean; teamId: string }) {
  const row = await selectTarget(ctx, of);
  if (!row) throw new Error('There is always a target for every reason.');
  const { response_minutes, next_response_minutes, resolution_minutes } = row;
  return { response_minutes, next_response_minutes, resolution_minutes };
}

/** Of those what a question begins with. */
export async function targetFor(ctx: Ctx, of: { reason: string; urgent: boolean; teamId: string }) {
  const { response_minutes, resolution_minutes } = await levelsFor(ctx, of);
  return { response_minutes, resolution_minutes };
}

export async function listTargets(ctx: Ctx): Promise<Targets> {
  const rows = await selectTargets(ctx);
  return {
    targets: rows.map((row) => ({
      ...{ teamId: row.team_id, reason: row.reason, urgent: row.urgent },
      ...{ responseMinutes: row.response_minutes, nextResponseMinutes: row.next_response_minutes },
      resolutionMinutes: row.resolution_minutes,
    })),
    can: maySetTargets(ctx.actor) ? ['set'] : [],
  };
}

/** For what is asked from now on. */
export async function setTarget(ctx: Ctx, target: Target): Promise<Targets> {
  await onlyWhoMaySet(ctx, target.teamId);
  await upsertTarget(ctx, {
    ...{ team_id: target.teamId, reason: target.reason, urgent: target.urgent },
    ...{ response_minutes: target.responseMinutes, next_response_minutes: target.nextResponseMinutes },
    resolution_minutes: target.resolutionMinutes,
  });
  return listTargets(ctx);
}

/** From now on the next wider promise counts for it. */
export async function removeTarget(ctx: Ctx, of: TargetRemoval): Promise<Targets> {
  await onlyWhoMaySet(ctx, of.teamId);
  await deleteTarget(ctx, of);
  return listTargets(ctx);
}
