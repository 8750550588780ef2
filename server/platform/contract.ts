import { z } from 'zod';

/** The shapes of signing in under `/api/access`, shared with the browser. */

const email = z.string().trim().min(3).max(254);
/** Judged by its own rules; what is far too long is refused here, before any work. */
const password = z.string().min(1).max(512);
const token = z.string().min(1).max(200);
const code = z.string().trim().min(4).max(40);
/** What the browser's passkey functions give, as it is. */
const passkeyResponse = z.looseObject({ id: z.string().min(1).max(2000) });

export const done = z.object({});
export const byId = z.strictObject({ id: z.uuid() });

export const factors = z.object({ totp: z.boolean(), passkeys: z.boolean(), recoveryCodesLeft: z.int() });

const place = {
  demo: z.boolean(),
  /** `outbox`: kept as files, in a demonstration. `none`: no mail leaves, so none is promised. */
  mailOut: z.enum(['sent', 'outbox', 'none']),
  hospital: z.object({ name: z.string(), timeZone: z.string() }),
};
export const sessionState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('signed-out'), ...place }),
  z.object({ state: z.literal('second-factor-needed'), secondFactor: factors, ...place }),
  /** A role of theirs demands a second factor and there is none: nothing but adding one is possible. */
  z.object({ state: z.literal('enrolment-needed'), secondFactor: factors, ...place }),
  z.object({
    state: z.literal('signed-in'),
    kind: z.enum(['staff', 'person']),
    id: z.uuid(),
    name: z.string(),
    email: z.string().optional(),
    roles: z.array(z.string()).readonly(),
    teamIds: z.array(z.uuid()).readonly(),
    facilityIds: z.array(z.uuid()).readonly().optional(),
    secondFactor: factors.optional(),
    can: z.array(
      z.enum([
        'change-password',
        'add-totp',
        'remove-totp',
        'add-passkey',
        'remove-passkey',
        'renew-recovery-codes',
        'sign-out-everywhere',
      ]),
    ),
    ...place,
  }),
]);
export type SessionState = z.infer<typeof sessionState>;

export const signIn = z.strictObject({ email, password });
export const askReset = z.strictObject({ email });
export const givenToken = z.strictObject({ token });
export const acceptToken = z.strictObject({ token, password });
export const invitation = z.object({ email: z.string() });
export const passwordChange = z.strictObject({ current: password, next: password });
export const givenPassword = z.strictObject({ password });
export const givenCode = z.strictObject({ code });

export const totpBegun = z.object({ secret: z.string(), uri: z.string(), qrSvg: z.string() });
/** Codes are there once: with the first second factor, and when they are renewed. */
export const factorAdded = z.object({ recoveryCodes: z.array(z.string()).optional() });
export const recoveryCodes = z.object({ recoveryCodes: z.array(z.string()) });

/** For `startRegistration` and `startAuthentication` of the browser's passkey library. */
export const passkeyOptions = z.looseObject({ challenge: z.string() });
export const givenPasskey = z.strictObject({ response: passkeyResponse });
export const newPasskey = z.strictObject({ label: z.string().trim().min(1).max(100), response: passkeyResponse });
export const passkeyList = z.object({
  passkeys: z.array(
    z.object({ id: z.uuid(), label: z.string(), addedAt: z.iso.datetime(), lastUsedAt: z.iso.datetime().optional() }),
  ),
});

export const sessionList = z.object({
  sessions: z.array(
    z.object({
      id: z.uuid(),
      how: z.enum(['password', 'passkey', 'mail', 'demo', 'invitation']),
      /** What it says of itself; empty when that is nothing we know. */
      browser: z.string(),
      openedAt: z.iso.datetime(),
      lastSeenAt: z.iso.datetime(),
      isThisOne: z.boolean(),
    }),
  ),
});

export const browserList = z.object({
  browsers: z.array(
    z.object({
      id: z.uuid(),
      /** What it says of itself; empty when that is nothing we know. */
      name: z.string(),
      firstUsedAt: z.iso.datetime(),
      lastUsedAt: z.iso.datetime(),
      isThisOne: z.boolean(),
    }),
  ),
});

export const demoSignIn = z.strictObject({ accountId: z.uuid() });
export const demoPeople = z.object({
  people: z.array(
    z.object({ accountId: z.uuid(), kind: z.enum(['staff', 'person']), name: z.string(), role: z.string() }),
  ),
});
