import { z } from 'zod';
import { personRef } from './case-shapes.ts';
import { reason } from './work-shapes.ts';

const id = z.uuid();
const moment = z.string();
const nobodyOr = <T extends z.ZodType>(shape: T) => shape.nullable();

/** What the asker may see: never notes, colleagues' names or clocks. */
export const personView = z.object({
  id,
  reference: z.string(),
  status: z.enum(['asked', 'being-looked-at', 'answered', 'closed']),
  subject: z.string(),
  reason,
  about: nobodyOr(personRef.omit({ verified: true })),
  openedAt: moment,
  lastMessageAt: moment,
  lastMessageFrom: z.enum(['person', 'staff']),
  teamName: z.string(),
  /** First name of who has it. */
  staffName: nobodyOr(z.string()),
  /** When an answer can be expected, while one is owed. */
  expectedBy: nobodyOr(moment),
  /** Of where it is answered. */
  timeZone: z.string(),
});
