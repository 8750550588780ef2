import { z } from 'zod';

const id = z.uuid();

export const poolRule = z.strictObject({
  /** Null: every team without a rule of its own. */
  teamId: id.nullable().default(null),
  /** With so many open, not counting those that wait for the person, nobody is offered more but for words of danger. */
  mostOpen: z.int().min(1).max(500),
  /** After so many hard conversations in a day somebody else of the team is offered the next one first. */
  heavyADay: z.int().min(1).max(100),
  /** What comes in is given to the people of the team in turn. */
  assigns: z.boolean(),
});
export const poolRules = z.object({ rules: z.array(poolRule), can: z.array(z.enum(['set'])) });

export const nextInput = z.strictObject({
  /** Absent: of all one's teams. */
  teamId: id.optional(),
});
/** `why`: it was the most pressing · something more pressing was left to a colleague. Null: nothing is there to take. */
export const next = z.object({
  taken: z
    .object({ id, reference: z.string(), version: z.int(), why: z.enum(['most-pressing', 'fits-you-best']) })
    .nullable(),
});

export type PoolRule = z.infer<typeof poolRule>;
export type PoolRules = z.infer<typeof poolRules>;
export type Next = z.infer<typeof next>;
