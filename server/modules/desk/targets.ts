import type { Ctx } from '../../platform/ctx.ts';
import { Problem } from '../../platform/problem.ts';
import type { Target } from './contract.ts';
import { maySetTargets } from './policy.ts';
import { selectTarget, selectTargets, upsertTarget } from './target-store.ts';

/** What is promised about a new question; kept with it, so that a later change of the table breaks no promise. */
export async function targetFor(ctx: Ctx, reason: string, urgent: boolean) {
  const row = await selectTarget(ctx, reason, urgent);
  if (!row) throw new Error('There is always a target for every reason.');
  return { response_minutes: row.response_minutes, resolution_minutes: row.resolution_minutes };
}

export async function listTargets(ctx: Ctx): Promise<{ targets: Target[] }> {
  const rows = await selectTargets(ctx);
  return {
    targets: rows.map((row) => ({
      ...{ reason: row.reason, urgent: row.urgent },
      ...{ responseMinutes: row.response_minutes, resolutionMinutes: row.resolution_minutes },
    })),
  };
}

/** For what is asked from now on. */
export async function setTarget(ctx: Ctx, target: Target): Promise<{ targets: Target[] }> {
  if (!maySetTargets(ctx.actor))
    throw new Problem('not-allowed', 'desk.not-yours-to-set', {
      en: 'Only a manager or an administrator sets how soon people are answered.',
      es: 'Solo un responsable o un administrador decide los plazos de respuesta.',
    });
  await upsertTarget(ctx, {
    ...{ reason: target.reason, urgent: target.urgent },
    ...{ response_minutes: target.responseMinutes, resolution_minutes: target.resolutionMinutes },
  });
  return listTargets(ctx);
}
