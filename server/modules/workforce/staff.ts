import { randomUUIDv7 } from 'node:crypto';
import { actorId } from '../../platform/access/actor.ts';
import { hasJoined, inviteStaff, shutStaffAccount } from '../../platform/access/index.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { byName, readCursor, writeCursor } from '../../platform/cursor.ts';
import { onConstraint } from '../../platform/database/constraints.ts';
import { notFound, Problem } from '../../platform/problem.ts';
import { listAbsences } from './absences.ts';
import type { Colleague, NewStaff, Profile, Role, StaffChange } from './contract.ts';
import { staffDismissed, staffHired } from './events.ts';
import { canLead, canRecordAbsence, mayAdminister, onlyIf } from './policy.ts';
import * as store from './store.ts';
import { insertMembers } from './team-store.ts';
import { readTeam } from './teams.ts';
import { readWorkingHours } from './working-hours.ts';

const emailTaken = () =>
  new Problem('conflict', 'workforce.email-taken', {
    en: 'Someone who works here already has this e-mail address.',
    es: 'Alguien que trabaja aquí ya tiene esta dirección de correo.',
  });

const lastAdministrator = () =>
  new Problem('conflict', 'workforce.last-administrator', {
    en: 'There must always be an administrator. Give the role to someone else first.',
    es: 'Siempre debe haber un administrador. Dé primero la función a otra persona.',
  });

/** Adds a staff member; without an account: {@link hireAndInvite} asks for one. */
export async function hireStaff(ctx: Ctx, given: NewStaff): Promise<{ id: string }> {
  onlyIf(mayAdminister(ctx.actor));
  const id = randomUUIDv7();
  const by = actorId(ctx.actor) ?? null;
  const { name, email } = given;
  for (const teamId of given.teamIds) await readTeam(ctx, teamId);
  await store
    .insertStaff(ctx, {
      id,
      name,
      email,
      shown_as: given.shownAs ?? name,
      languages: given.languages ?? [],
      skills: given.skills ?? [],
      hired_at: ctx.now,
      hired_by: by,
      dismissed_at: null,
      dismissed_by: null,
    })
    .catch(onConstraint('staff_email_once', emailTaken));
  await store.replaceRoles(ctx, id, given.roles, by);
  await store.replaceFacilities(ctx, id, given.facilityIds);
  await insertMembers(ctx, given.teamIds, id, by);
  await ctx.emit(staffHired, { staffId: id });
  return { id };
}

/** Adds a staff member and sends them the mail with which they make an account. */
export async function hireAndInvite(ctx: Ctx, given: NewStaff): Promise<{ id: string }> {
  const staff = await hireStaff(ctx, given);
  await inviteStaff(ctx, { staffId: staff.id, email: given.email });
  return staff;
}

/** Sends the invitation again, to the address that is known now; refused once they have an account. */
export async function inviteAgain(ctx: Ctx, staffId: string): Promise<void> {
  onlyIf(mayAdminister(ctx.actor));
  const { email } = await readStaff(ctx, staffId);
  await inviteStaff(ctx, { staffId, email });
}

/** The address with which someone signs in is their own to change: a new one here does not open their account. */
export async function changeStaff(ctx: Ctx, staffId: string, change: StaffChange): Promise<void> {
  onlyIf(mayAdminister(ctx.actor));
  await readStaff(ctx, staffId);
  const { name, email, shownAs, roles, facilityIds, languages, skills } = change;
  const row = {
    ...(name && { name }),
    ...(email && { email }),
    ...(shownAs && { shown_as: shownAs }),
    ...(languages && { languages }),
    ...(skills && { skills }),
  };
  if (Object.keys(row).length > 0)
    await store.updateStaff(ctx, staffId, row).catch(onConstraint('staff_email_once', emailTaken));
  if (roles) {
    if (!roles.includes('administrator')) await keepAnAdministrator(ctx, staffId);
    await store.replaceRoles(ctx, staffId, roles, actorId(ctx.actor) ?? null);
  }
  if (facilityIds) await store.replaceFacilities(ctx, staffId, facilityIds);
}

/** Takes effect at once: from this moment `findActiveStaff` knows nobody of this id, and their account is shut. */
export async function dismissStaff(ctx: Ctx, staffId: string): Promise<void> {
  onlyIf(mayAdminister(ctx.actor));
  await keepAnAdministrator(ctx, staffId);
  if (!(await store.markDismissed(ctx, staffId, actorId(ctx.actor) ?? null))) throw notFound();
  await shutStaffAccount(ctx, staffId);
  await ctx.emit(staffDismissed, { staffId });
}

async function keepAnAdministrator(ctx: Ctx, leavingId: string): Promise<void> {
  const administrators = await store.lockAdministrators(ctx);
  if (administrators.length === 1 && administrators[0] === leavingId) throw lastAdministrator();
}

export interface ActiveStaff {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly teamIds: readonly string[];
  readonly facilityIds: readonly string[];
}

/** Who this is, as of this moment; asked at every request, so that what is taken away is gone at the next. */
export async function findActiveStaff(ctx: store.Looking, staffId: string): Promise<ActiveStaff | undefined> {
  const row = await store.selectActive(ctx, staffId);
  return row && { name: row.name, roles: row.roles, teamIds: row.team_ids, facilityIds: row.facility_ids };
}

export async function readStaff(ctx: Ctx, staffId: string): Promise<Colleague> {
  const row = await store.selectStaff(ctx, staffId);
  if (!row) throw notFound();
  return present(row);
}

/** A colleague with their hours and absences, and what the actor may do about them. */
export async function readProfile(ctx: Ctx, staffId: string): Promise<Profile> {
  const staff = await readStaff(ctx, staffId);
  const mayChange = mayAdminister(ctx.actor);
  const joined = await hasJoined(ctx, staffId);
  const onlyAdministrator = await store.isOnlyAdministrator(ctx, staffId);
  return {
    ...staff,
    hours: await readWorkingHours(ctx, staffId),
    absences: await listAbsences(ctx, staffId),
    ...{ joined, onlyAdministrator },
    can: [
      ...(mayChange ? (['change'] as const) : []),
      ...(mayChange && !joined ? (['invite'] as const) : []),
      ...(mayChange && !onlyAdministrator ? (['dismiss'] as const) : []),
      ...(canLead(ctx.actor, staff) ? (['set-hours'] as const) : []),
      ...(canRecordAbsence(ctx.actor, staff) ? (['record-absence'] as const) : []),
    ],
  };
}

export function readOwnProfile(ctx: Ctx): Promise<Profile> {
  if (ctx.actor.kind !== 'staff') throw notFound();
  return readProfile(ctx, ctx.actor.id);
}

const pageSize = 50;

/** The directory by name; `words` are looked for in names and addresses. */
export async function listStaff(
  ctx: Ctx,
  asked: { words?: string | undefined; teamId?: string | undefined; cursor?: string | undefined },
): Promise<{ staff: Colleague[]; next?: string }> {
  const after = asked.cursor === undefined ? undefined : readCursor(asked.cursor, byName);
  const rows = await store.selectStaffPage(ctx, {
    words: asked.words,
    teamId: asked.teamId,
    after,
    limit: pageSize + 1,
  });
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined;
  return { staff: rows.slice(0, pageSize).map(present), ...(last && { next: writeCursor(last.name, last.id) }) };
}

/** Whom a piece of work can be handed to: those of a team (or of the house), the absent among them marked. */
export async function listColleagues(ctx: Ctx, asked: { teamId?: string } = {}): Promise<Colleague[]> {
  return (await store.selectStaffPage(ctx, { teamId: asked.teamId, limit: 500 })).map(present);
}

function present(row: store.ColleagueRow): Colleague {
  return {
    id: row.id,
    name: row.name,
    shownAs: row.shown_as,
    email: row.email,
    roles: row.roles,
    teamIds: row.team_ids,
    facilityIds: row.facility_ids,
    languages: row.languages,
    skills: row.skills,
    absent: row.absent,
    ...(row.absent_until && { absentUntil: row.absent_until.toString() }),
  };
}
