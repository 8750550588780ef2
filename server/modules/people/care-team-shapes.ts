import { z } from 'zod';

const text = (max: number) => z.string().trim().min(1).max(max);
export const careTeamStatus = z.enum(['proposed', 'active', 'suspended', 'inactive', 'unknown']);

/** Who belongs to a care team: a practitioner of the hospital where we know which, else by name alone. */
export const careTeamMember = z.object({
  practitionerId: z.uuid().nullable(),
  name: z.string().max(200),
  role: z.string().max(200).nullable(),
});
export const careTeamInput = z.strictObject({
  personId: z.uuid(),
  name: text(200),
  status: careTeamStatus,
  startsOn: z.iso.date().optional(),
  endsOn: z.iso.date().optional(),
  members: z.array(careTeamMember).max(100),
  sourceSystem: text(200),
  sourceId: text(200),
});
export const careTeam = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  name: z.string(),
  status: careTeamStatus,
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  members: z.array(careTeamMember),
});
/** The newest hundred. */
export const careTeamList = z.object({ careTeams: z.array(careTeam) });

export type CareTeamInput = z.infer<typeof careTeamInput>;
export type CareTeam = z.infer<typeof careTeam>;
