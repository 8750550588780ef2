import { z } from 'zod';

/** The shapes of signing in, shared with the browser. */
export const sessionList = z.object({
  sessions: z.array(
    z.object({
      id: z.uuid(),
      how: z.enum(['password', 'passkey', 'mail', 'demo', 'invitation']),
      openedAt: z.iso.datetime(),
      lastSeenAt: z.iso.datetime(),
      isThisOne: z.boolean(),
    }),
  ),
});
export const done = z.object({});
export const byId = z.strictObject({ id: z.uuid() });
