import { z } from 'zod';
import { reason, teamRef } from './work-shapes.ts';

const id = z.uuid();
const moment = z.string();
const nobodyOr = <T extends z.ZodType>(shape: T) => shape.nullable();

export const personRef = z.object({ personId: id, name: z.string(), verified: z.boolean() });
export const staffRef = z.object({ staffId: id, name: z.string() });
/** Computed from facts: nobody has it · somebody has it · the person's turn · done · another case answers for it. */
export const status = z.enum(['unclaimed', 'claimed', 'waiting', 'resolved', 'merged']);

/** What would become of an answer now; `reason` is a code of the gate, or `proxy-over`. */
export const delivery = z.object({
  form: z.enum(['notice', 'in-full', 'portal-only', 'held']),
  reason: nobodyOr(z.string()),
});

const caseRef = { id, reference: z.string(), subject: z.string() };
/** Messages that a case answers; the first are its own. `caseId`: the case that began them, which can be let go again. */
export const threadOfCase = z.object({
  ...caseRef,
  caseId: id,
  asker: personRef,
  about: nobodyOr(personRef),
  gatheredAt: nobodyOr(moment),
  askerMayNoMore: z.boolean(),
  delivery,
});
/** Another case about the same messages. */
export const caseBeside = z.object({ ...caseRef, reason, status, team: teamRef, owner: nobodyOr(staffRef) });
export const mergedInto = z.object(caseRef);

const version = z.int().min(1);
const words = (max: number) => z.string().trim().min(1).max(max);
export const splitInput = z.strictObject({
  version,
  reason,
  subject: words(200),
  /** Absent: the team that answers for the reason. */
  teamId: id.optional(),
  /** Absent: about whom the conversation is; the asker: about them. */
  aboutPersonId: id.optional(),
  /** The message of the person that asks for it: its clocks count from then. Absent: their last. */
  sinceMessageId: id.optional(),
  note: words(1000).optional(),
  /** Who splits it off takes it at once. */
  keep: z.boolean().default(false),
});
export const mergeInput = z.strictObject({ version, intoId: id });

export type SplitInput = z.infer<typeof splitInput>;
export type ThreadOfCase = z.infer<typeof threadOfCase>;
export type CaseBeside = z.infer<typeof caseBeside>;
