import { z } from 'zod';
import { event } from '../../platform/events/event.ts';

/** A mail came in. Without `threadId` nothing proves where it belongs, and it may be shown to nobody who asks about one. */
export const messageReceived = event(
  'messaging.message-received',
  z.object({ messageId: z.uuid(), threadId: z.uuid().optional() }),
);
/** What should have gone by mail did not arrive, and will not: bounced, refused for good, or given up. */
export const messageUndelivered = event(
  'messaging.message-undelivered',
  z.object({ messageId: z.uuid(), threadId: z.uuid().optional() }),
);
