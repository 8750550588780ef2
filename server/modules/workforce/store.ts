import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Role } from './contract.ts';

/** What a look into the tables needs: sign-in looks before there is a whole context. */
export type Looking = Pick<Ctx, 'tx' | 'now'>;

interface StaffTable {
  id: string;
  name: string;
  shown_as: string;
  email: string;
  languages: readonly string[];
  skills: readonly string[];
  hired_at: Temporal.Instant;
  hired_by: string | null;
  dismissed_at: Temporal.Instant | null;
  dismissed_by: string | null;
}

type Tables = {
  'workforce.staff': StaffTable;
  'workforce.staff_role': { staff_id: string; role: Role; given_at: Temporal.Instant; given_by: string | null };
  'workforce.staff_facility': { staff_id: string; facility_id: string };
};

const db = (ctx: Looking) => ctx.tx.withTables<Tables>();

export interface ColleagueRow {
  id: string;
  name: string;
  shown_as: string;
  email: string;
  roles: Role[];
  team_ids: string[];
  facility_ids: string[];
  languages: string[];
  skills: string[];
  absent: boolean;
  absent_until: Temporal.Instant | null;
}

const memberships = sql`
  array(select role from workforce.staff_role where staff_id = staff.id order by role) as roles,
  array(select member.team_id from workforce.team_member member join workforce.team on team.id = member.team_id
    where member.staff_id = staff.id and team.closed_at is null order by member.team_id) as team_ids,
  array(select facility_id from workforce.staff_facility where staff_id = staff.id order by facility_id) as facility_ids`;

const colleagues = (now: Temporal.Instant) => sql`
  select staff.id, staff.name, staff.shown_as, staff.email, staff.languages, staff.skills, ${memberships},
    away.id is not null as absent, away.until_at as absent_until
  from workforce.staff
  left join workforce.absence away on away.staff_id = staff.id and away.cancelled_at is null
    and tstzrange(away.from_at, away.until_at) @> ${now}::timestamptz`;

export type ActiveRow = Pick<ColleagueRow, 'name' | 'roles' | 'team_ids' | 'facility_ids'>;

export async function selectActive(ctx: Looking, staffId: string): Promise<ActiveRow | undefined> {
  const { rows } = await sql<ActiveRow>`
    select staff.name, ${memberships} from workforce.staff
    where staff.id = ${staffId} and staff.dismissed_at is null`.execute(ctx.tx);
  return rows[0];
}

export async function selectStaff(ctx: Looking, staffId: string): Promise<ColleagueRow | undefined> {
  const { rows } = await sql<ColleagueRow>`
    ${colleagues(ctx.now)} where staff.id = ${staffId} and staff.dismissed_at is null`.execute(ctx.tx);
  return rows[0];
}

/** Whoever works or worked here, as patients may read of them. */
export async function selectShown(ctx: Looking, staffIds: readonly string[]) {
  const { rows } = await sql<{ id: string; name: string; shown_as: string; roles: Role[]; team_names: string[] }>`
    select staff.id, staff.name, staff.shown_as,
      array(select role from workforce.staff_role where staff_id = staff.id order by role) as roles,
      array(select team.name from workforce.team_member member join workforce.team on team.id = member.team_id
        where member.staff_id = staff.id and team.closed_at is null order by lower(team.name)) as team_names
    from workforce.staff where staff.id = any (${staffIds}::uuid[])`.execute(ctx.tx);
  return rows;
}

export interface NamesakeRow {
  id: string;
  name: string;
  email: string;
  team_names: string[];
}

/** These colleagues and everybody who is called as one of them. */
export async function selectNamesakes(ctx: Looking, staffIds: readonly string[]): Promise<NamesakeRow[]> {
  const { rows } = await sql<NamesakeRow>`
    select staff.id, staff.name, staff.email,
      array(select team.name from workforce.team_member member join workforce.team on team.id = member.team_id
        where member.staff_id = staff.id and team.closed_at is null order by lower(team.name), team.id) as team_names
    from workforce.staff
    where staff.dismissed_at is null and lower(staff.name) in (
      select lower(name) from workforce.staff where id = any(${staffIds}::uuid[]) and dismissed_at is null)
    order by staff.id`.execute(ctx.tx);
  return rows;
}

/** Whether nobody but this colleague administers. */
export async function isOnlyAdministrator(ctx: Looking, staffId: string): Promise<boolean> {
  const { rows } = await sql<{ is_only: boolean }>`
    select bool_and(staff.id = ${staffId}) as is_only
    from workforce.staff_role given join workforce.staff on staff.id = given.staff_id
    where given.role = 'administrator' and staff.dismissed_at is null`.execute(ctx.tx);
  return rows[0]?.is_only ?? false;
}

export interface StaffQuery {
  readonly words?: string | undefined;
  readonly teamId?: string | undefined;
  /** The last row of the page before. */
  readonly after?: { readonly name: string; readonly id: string } | undefined;
  readonly limit: number;
}

export async function selectStaffPage(ctx: Looking, query: StaffQuery): Promise<ColleagueRow[]> {
  const { words, teamId, after } = query;
  const { rows } = await sql<ColleagueRow>`
    ${colleagues(ctx.now)}
    where staff.dismissed_at is null
      ${words ? sql`and strpos(unaccent(lower(staff.name || ' ' || staff.email)), unaccent(lower(${words}))) > 0` : sql``}
      ${teamId ? sql`and exists (select 1 from workforce.team_member where staff_id = staff.id and team_id = ${teamId})` : sql``}
      ${after ? sql`and (lower(staff.name), staff.id) > (lower(${after.name}), ${after.id}::uuid)` : sql``}
    order by lower(staff.name), staff.id limit ${query.limit}`.execute(ctx.tx);
  return rows;
}

export const insertStaff = (ctx: Ctx, row: StaffTable) => db(ctx).insertInto('workforce.staff').values(row).execute();

export const updateStaff = (ctx: Ctx, staffId: string, row: Partial<StaffTable>) =>
  db(ctx).updateTable('workforce.staff').set(row).where('id', '=', staffId).execute();

export async function replaceRoles(ctx: Ctx, staffId: string, roles: readonly Role[], by: string | null) {
  await sql`delete from workforce.staff_role where staff_id = ${staffId} and role <> all(${roles})`.execute(ctx.tx);
  await sql`
    insert into workforce.staff_role (staff_id, role, given_at, given_by)
    select ${staffId}, role, ${ctx.now}, ${by} from unnest(${roles}::text[]) role on conflict do nothing`.execute(
    ctx.tx,
  );
}

export async function replaceFacilities(ctx: Ctx, staffId: string, facilityIds: readonly string[]) {
  await sql`
    delete from workforce.staff_facility where staff_id = ${staffId} and facility_id <> all(${facilityIds}::uuid[])`.execute(
    ctx.tx,
  );
  await sql`
    insert into workforce.staff_facility (staff_id, facility_id)
    select ${staffId}, facility_id from unnest(${facilityIds}::uuid[]) facility_id on conflict do nothing`.execute(
    ctx.tx,
  );
}

/** Marks the dismissal and gives whether it was this call that did. */
export async function markDismissed(ctx: Ctx, staffId: string, by: string | null): Promise<boolean> {
  const done = await sql`
    update workforce.staff set dismissed_at = ${ctx.now}, dismissed_by = ${by}
    where id = ${staffId} and dismissed_at is null`.execute(ctx.tx);
  return done.numAffectedRows === 1n;
}

/**
 * Who administers, with everybody else who asks waiting until this transaction ends: two who take each other's role away
 * are told one after the other. A row lock would not do: the one who waited would still see what was there before.
 */
export async function lockAdministrators(ctx: Ctx): Promise<string[]> {
  await sql`select pg_advisory_xact_lock(hashtext('workforce.administrators'))`.execute(ctx.tx);
  const { rows } = await sql<{ staff_id: string }>`
    select given.staff_id from workforce.staff_role given join workforce.staff on staff.id = given.staff_id
    where given.role = 'administrator' and staff.dismissed_at is null`.execute(ctx.tx);
  return rows.map((row) => row.staff_id);
}
