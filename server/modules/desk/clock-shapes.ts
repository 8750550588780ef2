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
