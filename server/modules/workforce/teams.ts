import { randomUUIDv7 } from 'node:crypto';
import { actorId } from '../../platform/access/actor.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { onConstraint } from '../../platform/database/constraints.ts';
import { presentWindow, windowRow } from '../../platform/hours.ts';
import { notFound, Problem } from '../../platform/problem.ts';
import type { NewTeam, Team, TeamChange, TeamDetail, WeeklyWindow } from './contract.ts';
import { staffLeftTeam, teamClosed, teamHoursChanged } from './events.ts';
import { canLeadTeam, mayAdminister, onlyIf } from './policy.ts';
import { selectActive } from './store.ts';
import * as store from './team-store.ts';
import { windowsOverlap } from './working-hours.ts';

const nameTaken = () =>
  new Problem('conflict', 'workforce.team-name-taken', {
    en: 'There is already a team of this name here.',
    es: 'Aquí ya hay un equipo con este nombre.',
  });

export async function createTeam(ctx: Ctx, given: NewTeam): Promise<{ id: string }> {
  onlyIf(mayAdminister(ctx.actor));
  const id = randomUUIDv7();
  await store
    .insertTeam(ctx, {
      id,
      name: given.name,
      facility_id: given.facilityId ?? null,
      purpose_words: given.purposeWords ?? '',
      created_at: ctx.now,
      created_by: actorId(ctx.actor) ?? null,
      closed_at: null,
      closed_by: null,
    })
    .catch(onConstraint('team_name_once', nameTaken));
  await store.replaceReasons(ctx, id, given.reasons ?? []);
  await replaceHours(ctx, id, given.hours ?? []);
  return { id };
}

export async function changeTeam(ctx: Ctx, teamId: string, change: TeamChange): Promise<void> {
  await readTeam(ctx, teamId);
  onlyIf(canLeadTeam(ctx.actor, teamId));
  const { name, purposeWords, reasons } = change;
  const row = { ...(name && { name }), ...(purposeWords !== undefined && { purpose_words: purposeWords }) };
  if (Object.keys(row).length > 0)
    await store.updateTeam(ctx, teamId, row).catch(onConstraint('team_name_once', nameTaken));
  if (reasons) await store.replaceReasons(ctx, teamId, reasons);
}

/** The week in which the team answers; replaces the week before. */
export async function setTeamHours(ctx: Ctx, teamId: string, windows: readonly WeeklyWindow[]): Promise<void> {
  await readTeam(ctx, teamId);
  onlyIf(canLeadTeam(ctx.actor, teamId));
  await replaceHours(ctx, teamId, windows);
  await ctx.emit(teamHoursChanged, { teamId });
}

const replaceHours = (ctx: Ctx, teamId: string, windows: readonly WeeklyWindow[]) =>
  store
    .replaceTeamWindows(ctx, teamId, windows.map(windowRow))
    .catch(onConstraint('team_window_one_at_a_time', windowsOverlap));

/** Ends a team; its name is free again, and its work is for the desk to bring elsewhere. */
export async function closeTeam(ctx: Ctx, teamId: string): Promise<void> {
  onlyIf(mayAdminister(ctx.actor));
  if (!(await store.markClosed(ctx, teamId, actorId(ctx.actor) ?? null))) throw notFound();
  await ctx.emit(teamClosed, { teamId });
}

export async function joinTeam(ctx: Ctx, teamId: string, staffId: string): Promise<void> {
  await readTeam(ctx, teamId);
  if (!(await selectActive(ctx, staffId))) throw notFound();
  onlyIf(canLeadTeam(ctx.actor, teamId));
  await store.insertMembers(ctx, [teamId], staffId, actorId(ctx.actor) ?? null);
}

export async function leaveTeam(ctx: Ctx, teamId: string, staffId: string): Promise<void> {
  onlyIf(canLeadTeam(ctx.actor, teamId));
  if (!(await store.deleteMember(ctx, teamId, staffId))) throw notFound();
  await ctx.emit(staffLeftTeam, { teamId, staffId });
}

/** Every open team; with a facility: its own and those of the whole hospital. */
export async function listTeams(ctx: Ctx, asked: { facilityId?: string | undefined } = {}): Promise<Team[]> {
  return (await store.selectTeams(ctx, asked.facilityId)).map(present);
}

/** What some open team reads about; a page that only asks this need not know the teams. */
export const listTakenReasons = (ctx: Ctx): Promise<string[]> => store.selectTakenReasons(ctx);

export async function readTeam(ctx: Ctx, teamId: string): Promise<Team> {
  const row = await store.selectTeam(ctx, teamId);
  if (!row) throw notFound();
  return present(row);
}

export async function readTeamDetail(ctx: Ctx, teamId: string): Promise<TeamDetail> {
  return withCan(ctx, await readTeam(ctx, teamId));
}

export async function listTeamDetails(ctx: Ctx, asked: { facilityId?: string | undefined }): Promise<TeamDetail[]> {
  return (await listTeams(ctx, asked)).map((team) => withCan(ctx, team));
}

const withCan = (ctx: Ctx, team: Team): TeamDetail => ({
  ...team,
  can: [
    ...(canLeadTeam(ctx.actor, team.id) ? (['change', 'set-hours', 'change-members'] as const) : []),
    ...(mayAdminister(ctx.actor) ? (['close'] as const) : []),
  ],
});

/**
 * The team that answers for a reason: the facility's own, else the hospital's, else whoever takes `other`;
 * `exceptTeamId`: as if that team were closed already.
 * Undefined only where no team takes it at all.
 */
export async function teamForReason(
  ctx: Ctx,
  asked: { reason: string; facilityId?: string | undefined; exceptTeamId?: string | undefined },
): Promise<Team | undefined> {
  const row = await store.selectTeamForReason(ctx, asked);
  return row && present(row);
}

/**
 * When a team answers, on the wall clock of its facility; the zone and the closed days are the facility's to
 * know. A closed team still has its hours: the clocks of what it holds go on.
 */
export async function teamHours(
  ctx: Ctx,
  teamId: string,
): Promise<{ facilityId: string | undefined; windows: WeeklyWindow[] }> {
  const row = await store.selectTeam(ctx, teamId, true);
  if (!row) throw notFound();
  return { facilityId: row.facility_id ?? undefined, windows: row.windows.map(presentWindow) };
}

function present(row: store.TeamRow): Team {
  return {
    id: row.id,
    name: row.name,
    purposeWords: row.purpose_words,
    reasons: row.reasons,
    memberIds: row.member_ids,
    hours: row.windows.map(presentWindow),
    ...(row.facility_id && { facilityId: row.facility_id }),
  };
}
