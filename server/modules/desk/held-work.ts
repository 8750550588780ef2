import type { Ctx } from '../../platform/ctx.ts';
import { notFound } from '../../platform/problem.ts';
import { readStaff, readTeam, type Team, teamForReason } from '../workforce/index.ts';
import type { HeldWork, TeamWork } from './contract.ts';
import { countHeldByTeam, countOpenByKind } from './held-work-store.ts';
import { mayForeseeWorkOf, mayForeseeWorkOfTeam } from './policy.ts';

/** What goes back to the team when somebody is away, leaves it, or leaves the house: said before it happens. */
export async function readWorkOf(ctx: Ctx, staffId: string): Promise<HeldWork> {
  const { teamIds } = await readStaff(ctx, staffId);
  if (!mayForeseeWorkOf(ctx.actor, { id: staffId, teamIds })) throw notFound();
  const rows = await countHeldByTeam(ctx, staffId);
  return {
    open: rows.reduce((sum, row) => sum + row.open, 0),
    teams: rows.map((row) => ({ teamId: row.team_id, open: row.open })),
  };
}

/** What closing a team would do, by the rule by which it is done. */
export async function readWorkOfTeam(ctx: Ctx, teamId: string): Promise<TeamWork> {
  const team = await readTeam(ctx, teamId);
  if (!mayForeseeWorkOfTeam(ctx.actor)) throw notFound();
  const others = (reason: string, facilityId: string | undefined) =>
    teamForReason(ctx, { reason, facilityId, exceptTeamId: teamId });
  const goesTo = new Map<string, { team: Team; open: number }>();
  let open = 0;
  let stranded = 0;
  for (const kind of await countOpenByKind(ctx, teamId)) {
    open += kind.open;
    const next = await others(kind.reason, kind.facility_id ?? undefined);
    if (!next) stranded += kind.open;
    else goesTo.set(next.id, { team: next, open: (goesTo.get(next.id)?.open ?? 0) + kind.open });
  }
  const unanswered: string[] = [];
  for (const reason of team.reasons) if (!(await others(reason, team.facilityId))) unanswered.push(reason);
  return {
    ...{ open, stranded, unanswered },
    goesTo: [...goesTo.values()].map((one) => ({ ...one, team: { teamId: one.team.id, name: one.team.name } })),
  };
}
