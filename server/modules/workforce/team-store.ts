import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { WindowRow } from '../../platform/hours.ts';

interface TeamTable {
  id: string;
  name: string;
  facility_id: string | null;
  purpose_words: string;
  created_at: Temporal.Instant;
  created_by: string | null;
  closed_at: Temporal.Instant | null;
  closed_by: string | null;
}

type Tables = {
  'workforce.team': TeamTable;
  'workforce.team_window': WindowRow & { team_id: string };
  'workforce.staff_window': WindowRow & { staff_id: string };
};

const db = (ctx: Ctx) => ctx.tx.withTables<Tables>();

export interface TeamRow {
  id: string;
  name: string;
  facility_id: string | null;
  purpose_words: string;
  reasons: string[];
  member_ids: string[];
  windows: WindowRow[];
}

const teams = sql`
  select team.id, team.name, team.facility_id, team.purpose_words,
    array(select reason from workforce.team_reason where team_id = team.id order by reason) as reasons,
    array(select staff.id from workforce.team_member member join workforce.staff on staff.id = member.staff_id
      where member.team_id = team.id and staff.dismissed_at is null order by lower(staff.name), staff.id) as member_ids,
    (select coalesce(json_agg(json_build_object('weekday', weekday, 'opens_minute', opens_minute, 'closes_minute',
      closes_minute) order by weekday, opens_minute), '[]') from workforce.team_window where team_id = team.id) as windows
  from workforce.team`;

/** `alsoClosed`: for what is asked about the past, or about work that a closed team still holds. */
export async function selectTeam(ctx: Ctx, teamId: string, alsoClosed = false): Promise<TeamRow | undefined> {
  const { rows } = await sql<TeamRow>`
    ${teams} where team.id = ${teamId} and (${alsoClosed} or team.closed_at is null)`.execute(ctx.tx);
  return rows[0];
}

/** Every open team; a hospital has tens of them. */
export async function selectTeams(ctx: Ctx, facilityId: string | undefined): Promise<TeamRow[]> {
  const { rows } = await sql<TeamRow>`
    ${teams} where team.closed_at is null
      ${facilityId ? sql`and (team.facility_id = ${facilityId} or team.facility_id is null)` : sql``}
    order by lower(team.name), team.id limit 1000`.execute(ctx.tx);
  return rows;
}

export async function selectTakenReasons(ctx: Ctx): Promise<string[]> {
  const { rows } = await sql<{ reason: string }>`
    select distinct reason from workforce.team_reason join workforce.team on team.id = team_reason.team_id
    where team.closed_at is null`.execute(ctx.tx);
  return rows.map((row) => row.reason);
}

/** The nearest team: the reason before `other`, the facility's own before the hospital's, the older first. */
export async function selectTeamForReason(
  ctx: Ctx,
  asked: { reason: string; facilityId?: string | undefined; exceptTeamId?: string | undefined },
): Promise<TeamRow | undefined> {
  const { reason, facilityId, exceptTeamId } = asked;
  const facility = facilityId ?? null;
  const { rows } = await sql<TeamRow>`
    ${teams} join workforce.team_reason said on said.team_id = team.id
    where team.closed_at is null and said.reason in (${reason}, 'other')
      and team.id is distinct from ${exceptTeamId ?? null}::uuid
      and (${facility}::uuid is null or team.facility_id is null or team.facility_id = ${facility}::uuid)
    order by said.reason = ${reason} desc, team.facility_id is not distinct from ${facility}::uuid desc,
      team.created_at, team.id
    limit 1`.execute(ctx.tx);
  return rows[0];
}

export const insertTeam = (ctx: Ctx, row: TeamTable) => db(ctx).insertInto('workforce.team').values(row).execute();

export const updateTeam = (ctx: Ctx, teamId: string, row: Partial<TeamTable>) =>
  db(ctx).updateTable('workforce.team').set(row).where('id', '=', teamId).execute();

export async function replaceReasons(ctx: Ctx, teamId: string, reasons: readonly string[]) {
  await sql`delete from workforce.team_reason where team_id = ${teamId} and reason <> all(${reasons})`.execute(ctx.tx);
  await sql`
    insert into workforce.team_reason (team_id, reason) select ${teamId}, reason from unnest(${reasons}::text[]) reason
    on conflict do nothing`.execute(ctx.tx);
}

/** Whole weeks replace one another, one writer after the other: two halves would make a week nobody asked for. */
export async function replaceTeamWindows(ctx: Ctx, teamId: string, windows: readonly WindowRow[]) {
  await sql`select 1 from workforce.team where id = ${teamId} for no key update`.execute(ctx.tx);
  await db(ctx).deleteFrom('workforce.team_window').where('team_id', '=', teamId).execute();
  if (windows.length === 0) return;
  await db(ctx)
    .insertInto('workforce.team_window')
    .values(windows.map((window) => ({ team_id: teamId, ...window })))
    .execute();
}

export async function replaceStaffWindows(ctx: Ctx, staffId: string, windows: readonly WindowRow[]) {
  await sql`select 1 from workforce.staff where id = ${staffId} for no key update`.execute(ctx.tx);
  await db(ctx).deleteFrom('workforce.staff_window').where('staff_id', '=', staffId).execute();
  if (windows.length === 0) return;
  await db(ctx)
    .insertInto('workforce.staff_window')
    .values(windows.map((window) => ({ staff_id: staffId, ...window })))
    .execute();
}

export const selectStaffWindows = (ctx: Ctx, staffId: string): Promise<WindowRow[]> =>
  db(ctx)
    .selectFrom('workforce.staff_window')
    .select(['weekday', 'opens_minute', 'closes_minute'])
    .where('staff_id', '=', staffId)
    .orderBy('weekday')
    .orderBy('opens_minute')
    .execute();

/** Gives how many were not in the team before. */
export async function insertMembers(ctx: Ctx, teamIds: readonly string[], staffId: string, by: string | null) {
  await sql`
    insert into workforce.team_member (team_id, staff_id, joined_at, joined_by)
    select team_id, ${staffId}, ${ctx.now}, ${by} from unnest(${teamIds}::uuid[]) team_id order by team_id
    on conflict do nothing`.execute(ctx.tx);
}

export async function deleteMember(ctx: Ctx, teamId: string, staffId: string): Promise<boolean> {
  const done = await sql`delete from workforce.team_member where team_id = ${teamId} and staff_id = ${staffId}`.execute(
    ctx.tx,
  );
  return done.numAffectedRows === 1n;
}

export async function markClosed(ctx: Ctx, teamId: string, by: string | null): Promise<boolean> {
  const done = await sql`
    update workforce.team set closed_at = ${ctx.now}, closed_by = ${by} where id = ${teamId} and closed_at is null`.execute(
    ctx.tx,
  );
  return done.numAffectedRows === 1n;
}
