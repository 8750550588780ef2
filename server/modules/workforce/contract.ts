import { z } from 'zod';
import { weeklyWindow, weeklyWindows } from '../../platform/hours.ts';

/** On the wall clock of the facility. */
export { hours, type WeeklyWindow } from '../../platform/hours.ts';

export const roles = [
  'front-desk',
  'contact-centre',
  'nurse',
  'clinician',
  'patient-relations',
  'manager',
  'billing',
  'compliance',
  'administrator',
] as const;

export const role = z.enum(roles);
export type Role = z.infer<typeof role>;

const id = z.uuid();
const moment = z.iso.datetime({ offset: true });

/** Why someone wrote, as the desk sorts it: `appointment`, `bill`, `other` … */
export const reason = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/);

const name = z.string().trim().min(1).max(200);
const ids = z.array(id).max(100);
/** `en`, `es`, `pt-BR`: what somebody can hold a conversation in. */
const languages = z.array(z.string().regex(/^[a-z]{2,3}(-[A-Z]{2})?$/)).max(20);
/** Kinds of questions that somebody knows especially well. */
const skills = z.array(reason).max(50);

export const newStaff = z.strictObject({
  name,
  /** What patients read; the name itself unless said. */
  shownAs: name.optional(),
  email: z.email().max(254),
  roles: z.array(role).min(1).max(roles.length),
  teamIds: ids,
  facilityIds: ids,
  languages: languages.optional(),
  skills: skills.optional(),
});
export type NewStaff = z.input<typeof newStaff>;

export const staffChange = z.strictObject({
  name: name.optional(),
  shownAs: name.optional(),
  email: z.email().max(254).optional(),
  roles: z.array(role).min(1).max(roles.length).optional(),
  facilityIds: ids.optional(),
  languages: languages.optional(),
  skills: skills.optional(),
});
export type StaffChange = z.input<typeof staffChange>;

/** A row of the directory. */
export const colleague = z.object({
  id,
  name: z.string(),
  shownAs: z.string(),
  email: z.string(),
  roles: z.array(role),
  teamIds: z.array(id),
  facilityIds: z.array(id),
  languages: z.array(z.string()),
  skills: z.array(z.string()),
  /** Away at this moment. */
  absent: z.boolean(),
  /** When they are back, as far as anyone knows. */
  absentUntil: moment.optional(),
});
export type Colleague = z.infer<typeof colleague>;

export const staffSearch = z.strictObject({
  words: z.string().trim().max(100).optional(),
  teamId: id.optional(),
  cursor: z.string().max(400).optional(),
});
export const staffPage = z.object({ staff: z.array(colleague), next: z.string().optional() });

export const absence = z.object({ id, staffId: id, from: moment, until: moment.optional() });
export type Absence = z.infer<typeof absence>;

export const newAbsence = z.strictObject({ from: moment, until: moment.optional() });
export type NewAbsence = z.input<typeof newAbsence>;

/** What someone sees of themselves, and who leads them sees of them. */
export const profile = colleague.extend({
  hours: z.array(weeklyWindow),
  /** Now and to come. */
  absences: z.array(absence),
  /** Has come and set a password; before that the invitation can be sent again. */
  joined: z.boolean(),
  /** Nobody else administers: they keep the role, and stay. */
  onlyAdministrator: z.boolean(),
  can: z.array(z.enum(['change', 'invite', 'dismiss', 'set-hours', 'record-absence'])),
});
export type Profile = z.infer<typeof profile>;

export const newTeam = z.strictObject({
  name: z.string().trim().min(1).max(120),
  /** Absent: the team serves the whole hospital. */
  facilityId: id.optional(),
  reasons: z.array(reason).max(50).optional(),
  hours: weeklyWindows.optional(),
  /** What the team is for, in words a colleague understands. */
  purposeWords: z.string().trim().max(500).optional(),
});
export type NewTeam = z.input<typeof newTeam>;

export const teamChange = z.strictObject({
  name: z.string().trim().min(1).max(120).optional(),
  reasons: z.array(reason).max(50).optional(),
  purposeWords: z.string().trim().max(500).optional(),
});
export type TeamChange = z.input<typeof teamChange>;

export const team = z.object({
  id,
  name: z.string(),
  facilityId: id.optional(),
  reasons: z.array(z.string()),
  hours: z.array(weeklyWindow),
  purposeWords: z.string(),
  memberIds: z.array(id),
});
export type Team = z.infer<typeof team>;

export const teamDetail = team.extend({
  can: z.array(z.enum(['change', 'set-hours', 'change-members', 'close'])),
});
export type TeamDetail = z.infer<typeof teamDetail>;
