import type { Ctx } from '../../platform/ctx.ts';
import { Problem } from '../../platform/problem.ts';
import type { Target } from './contract.ts';
import { maySetTargets } from './policy.ts';
import { deleteTarget, selectTarget, selectTargets, upsertTarget } from './target-store.ts';

type Targets = { targets: Target[]; can: 'set'[] };

/** What is promised about a new question; kept with it, so that a later change of the table breaks no promise. */
export async function targetFor(ctx: Ctx, reason: string, urgent: boolean) {
  const row = await selectTarget(ctx, reason, urgent);
  if (!row) throw new Error('There is always a target for every reason.');
  return { response_minutes: row.response_minutes, resolution_minutes: row.resolution_minutes };
}

export async function listTargets(ctx: Ctx): Promise<Targets> {
  const rows = await selectTargets(ctx);
  return {
    targets: rows.map((row) => ({
      ...{ reason: row.reason, urgent: row.urgent },
      ...{ responseMinutes: row.response_minutes, resolutionMinutes: row.resolution_minutes },
    })),
    can: maySetTargets(ctx.actor) ? ['set'] : [],
  };
}

/** For what is asked from now on. */
export async function setTarget(ctx: Ctx, target: Target): Promise<Targets> {
  onlyWhoMaySet(ctx);
  await upsertTarget(ctx, {
    ...{ reason: target.reason, urgent: target.urgent },
    ...{ response_minutes: target.responseMinutes, resolution_minutes: target.resolutionMinutes },
  });
  return listTargets(ctx);
}

/** From now on the reason is answered as every other. */
export async function removeTarget(ctx: Ctx, of: { reason: string; urgent: boolean }): Promise<Targets> {
  onlyWhoMaySet(ctx);
  await deleteTarget(ctx, of.reason, of.urgent);
  return listTargets(ctx);
}

function onlyWhoMaySet(ctx: Ctx): void {
  if (maySetTargets(ctx.actor)) return;
  throw new Problem('not-allowed', 'desk.not-yours-to-set', {
    en: 'Only a manager or an administrator sets how soon people are answered.',
    es: 'Solo un responsable o un administrador decide los plazos de respuesta.',
  });
}
