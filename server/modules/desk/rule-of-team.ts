import type { Ctx } from '../../platform/ctx.ts';
import { notFound, Problem } from '../../platform/problem.ts';
import { readTeam, type Team } from '../workforce/index.ts';
import { maySeeTeam, maySetTargets } from './policy.ts';

/** A team whose queue the actor may see; any other is not found. */
export async function seeTeam(ctx: Ctx, teamId: string): Promise<Team> {
  const team = await readTeam(ctx, teamId);
  if (!maySeeTeam(ctx.actor, team)) throw notFound();
  return team;
}

/** How a team works is set by who leads there; for every team (null) by any manager. */
export async function onlyWhoMaySet(ctx: Ctx, teamId: string | null): Promise<void> {
  if (teamId !== null) await seeTeam(ctx, teamId);
  if (maySetTargets(ctx.actor)) return;
  throw new Problem('not-allowed', 'desk.not-yours-to-set', {
    en: 'Only a manager or an administrator sets how soon people are answered.',
    es: 'Solo un responsable o un administrador decide los plazos de respuesta.',
  });
}
