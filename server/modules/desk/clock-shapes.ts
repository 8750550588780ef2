import { z } from 'zod';

const moment = z.string();
const nobodyOr = <T extends z.ZodType>(shape: T) => shape.nullable();

/** Every clock that ran for a case, the oldest first; minutes are open minutes. */
export const clockHistory = z.object({
  clocks: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(['first-response', 'next-response', 'resolution']),
      startedAt: moment,
      /** It began while the team was closed; null: not known. */
      afterHours: nobodyOr(z.boolean()),
      targetMinutes: z.int(),
      dueAt: nobodyOr(moment),
      endedAt: nobodyOr(moment),
      /** `withdrawn`: another case answers for it. */
      ended: nobodyOr(z.enum(['met', 'withdrawn'])),
      /** How late it was met; 0: in time. Null while it runs, like the time in which it stood still. */
      missedMinutes: nobodyOr(z.number()),
      pausedMinutes: nobodyOr(z.number()),
      events: z.array(
        z.object({
          at: moment,
          kind: z.enum(['started', 'paused', 'resumed', 'moved', 'met', 'withdrawn', 'undone']),
          dueAt: nobodyOr(moment),
        }),
      ),
    }),
  ),
});
export type ClockHistory = z.infer<typeof clockHistory>;

const clockKind = z.enum(['first-response', 'next-response', 'resolution']);
/** When little is left · when half of that is left · when it is due · as long after as it was told before. */
export const warningMoment = z.enum(['near', 'half', 'due', 'later']);
/** What the actor was told of clocks that still run and has not looked at, the most pressing first. */
export const warnings = z.object({
  warnings: z.array(
    z.object({
      id: z.uuid(),
      conversationId: z.uuid(),
      reference: z.string(),
      subject: z.string(),
      askerName: z.string(),
      clock: clockKind,
      moment: warningMoment,
      /** They have it · they stand in for who has it or should · another colleague · they lead. */
      toldAs: z.enum(['owner', 'stand-in', 'colleague', 'lead']),
      at: moment,
      dueAt: moment,
    }),
  ),
});
export const ladderStep = z.strictObject({
  /** Null: every team without a step of its own for this moment. */
  teamId: nobodyOr(z.uuid()).default(null),
  moment: warningMoment,
  tells: z.enum(['owner', 'colleague', 'lead', 'nobody']),
});
export const ladder = z.object({ steps: z.array(ladderStep), can: z.array(z.enum(['set'])) });

export type Warnings = z.infer<typeof warnings>;
export type LadderStep = z.infer<typeof ladderStep>;
export type Ladder = z.infer<typeof ladder>;
