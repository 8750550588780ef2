import { z } from 'zod';
import { event } from '../events/event.ts';

/** Also when nobody has this address; whoever sends the mail then gets no token for it. */
export const signInLinkAsked = event('access.sign-in-link-asked', z.object({ requestId: z.uuid() }));

export const staffInvited = event('access.staff-invited', z.object({ accountId: z.uuid() }));

/** Also when nobody has this address: `accountId` is then missing, and there is nothing to send. */
export const resetAsked = event('access.reset-asked', z.object({ accountId: z.uuid().optional() }));

/** `browserName` is what the browser says of itself; empty when that is nothing we know. */
export const newBrowserUsed = event(
  'access.new-browser-used',
  z.object({ accountId: z.uuid(), browserName: z.string().max(40) }),
);

export const credentialsChanged = event(
  'access.credentials-changed',
  z.object({
    accountId: z.uuid(),
    what: z.enum([
      'password',
      'email',
      'totp-added',
      'totp-removed',
      'passkey-added',
      'passkey-removed',
      'recovery-code-used',
    ]),
  }),
);
