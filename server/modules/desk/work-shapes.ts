import { z } from 'zod';

const id = z.uuid();
const moment = z.string();
const nobodyOr = <T extends z.ZodType>(shape: T) => shape.nullable();

/** What it is about, as the portal asks and the teams sort: `appointment`, `bill`, `results`, `other` … */
export const reason = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/);
export const teamRef = z.object({ teamId: id, name: z.string() });

/**
 * Open minutes that may pass: until the first answer, until each next one after the person wrote again, until it is
 * resolved. The narrowest row counts: of a reason in a team, of a team, of a reason, of everything (both null).
 */
export const target = z.object({
  teamId: nobodyOr(id).default(null),
  reason: nobodyOr(reason),
  urgent: z.boolean(),
  responseMinutes: z.int().min(1).max(100_000),
  nextResponseMinutes: z.int().min(1).max(100_000),
  resolutionMinutes: z.int().min(1).max(100_000),
});
export const targets = z.object({ targets: z.array(target), can: z.array(z.enum(['set'])) });
export const targetInput = z.strictObject(target.shape);
/** Of a team, a reason, or both; the one for everything stays. */
export const targetRemoval = z
  .strictObject({ teamId: nobodyOr(id).default(null), reason: nobodyOr(reason), urgent: z.boolean() })
  .refine((of) => of.teamId !== null || of.reason !== null, { path: ['reason'] });
const minutesAsked = z.coerce.number().int().min(1).max(100_000);
export const exampleSearch = z.strictObject({
  teamId: id.optional(),
  reason: reason.optional(),
  responseMinutes: minutesAsked,
  resolutionMinutes: minutesAsked,
});
/** What such a target would mean for a question on a Friday afternoon, by the real hours of who would answer it. */
export const targetExample = z.object({
  /** Null: no team answers for this reason. */
  team: nobodyOr(teamRef),
  /** In which the moments are meant. */
  timeZone: z.string(),
  askedAt: moment,
  responseDueAt: nobodyOr(moment),
  resolutionDueAt: nobodyOr(moment),
});

/** Open conversations that somebody has, told before they are taken from them. */
export const heldWork = z.object({ open: z.int(), teams: z.array(z.object({ teamId: id, open: z.int() })) });
/** What closing a team would do: where its open conversations go, and what nobody would answer any more. */
export const teamWork = z.object({
  open: z.int(),
  goesTo: z.array(z.object({ team: teamRef, open: z.int() })),
  /** Open conversations that no other team would take. */
  stranded: z.int(),
  /** Reasons of this team that no other team answers. */
  unanswered: z.array(z.string()),
});
export const staffParams = z.strictObject({ staffId: id });
export const teamParams = z.strictObject({ teamId: id });

export type Target = z.infer<typeof target>;
export type TargetRemoval = z.infer<typeof targetRemoval>;
export type TargetExample = z.infer<typeof targetExample>;
export type HeldWork = z.infer<typeof heldWork>;
export type TeamWork = z.infer<typeof teamWork>;
