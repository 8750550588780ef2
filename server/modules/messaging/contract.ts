import { z } from 'zod';
import type { AutomaticSign } from '../../platform/mail/automatic.ts';

/** Shapes of messages between people and the house. Moments are ISO 8601 in UTC; `null` is "not so". */
const id = z.uuid();
const moment = z.string();
const momentOrNull = z.string().nullable();

export const channel = z.enum(['portal', 'email']);
/**
 * Where a message goes besides the portal, which always has it. `email`: as the person chose, the words themselves or a
 * notice. The gate may lower it, never raise it.
 */
export const deliver = z.enum(['portal', 'email', 'email-notice', 'email-in-full']);
/** Why somebody is written to. `answer` and `account` were asked for by the person; everything else was not. */
export const purpose = z
  .string()
  .max(40)
  .regex(/^[a-z][a-z-]*$/);
/** What a mail holds: nothing that tells of anybody · that there is an answer · the words themselves · a link to sign in. */
export const mailForm = z.enum(['bare-notice', 'notice', 'in-full', 'account']);

/** The checks of the gate, in their order. */
export const gateReason = z.enum([
  'deceased',
  'no-mail-here',
  'restricted',
  'bereaved',
  'safe-contact-channel',
  'safe-contact-clinic-named',
  'consent-refused',
  'no-consent',
  'no-address',
  'our-own-address',
  'address-shared',
  'address-not-verified',
  'no-consent-in-full',
]);

export const attachment = z.object({ id, name: z.string(), mediaType: z.string(), sizeBytes: z.number() });
/** Named in a mail and not kept: of a kind that may do harm, too large, or empty. */
export const leftOut = z.object({
  name: z.string(),
  sizeBytes: z.number(),
  reason: z.enum(['kind', 'too-large', 'empty', 'too-many']),
});

/** `kept`: came in. `delivered`: lies in the portal, and no mail was asked for. */
export const messageState = z.enum(['kept', 'queued', 'held', 'sent', 'delivered', 'bounced', 'failed', 'read']);

export const threadMessage = z.object({
  id,
  threadId: id.nullable(),
  direction: z.enum(['in', 'out']),
  channel,
  from: z.enum(['person', 'staff', 'system']),
  authorId: id.nullable(),
  /** As the other side saw it; of an unproven mail its address. */
  name: z.string(),
  /** False: a mail that says who wrote it, and nothing proves it. */
  authorProven: z.boolean(),
  at: moment,
  subject: z.string(),
  /** Plain text: what was newly written. */
  text: z.string(),
  /** `readMail` has the whole, quotes and all. */
  hasFullText: z.boolean(),
  hasHtml: z.boolean(),
  attachments: z.array(attachment),
  leftOut: z.array(leftOut),
  state: messageState,
  heldReason: gateReason.nullable(),
  /** The reason, or what went wrong, as a sentence for staff. */
  stateWords: z.string().nullable(),
  sentTo: z.string().nullable(),
  sentForm: mailForm.nullable(),
  queuedAt: momentOrNull,
  heldAt: momentOrNull,
  handedOverAt: momentOrNull,
  bouncedAt: momentOrNull,
  failedAt: momentOrNull,
  readAt: momentOrNull,
  dispatchId: id.nullable(),
});

/** A mail that came in, for whoever has to find its place. */
export const receivedMessage = z.object({
  id,
  threadId: id.nullable(),
  personId: id.nullable(),
  channel,
  at: moment,
  subject: z.string(),
  text: z.string(),
  sender: z.object({ address: z.string(), name: z.string() }).nullable(),
  /** Who has this address with us; no proof that one of them wrote. */
  possiblePersonIds: z.array(id),
  /** Where its headers or a borrowed address point; for staff to judge, never to follow. */
  suggestedThreadId: id.nullable(),
});

export const decision = z.object({
  id,
  at: moment,
  dispatchId: id,
  threadId: id.nullable(),
  personId: id.nullable(),
  channel: z.string(),
  purpose: z.string(),
  decision: z.enum(['let-through', 'lowered', 'held']),
  form: mailForm.nullable(),
  reason: gateReason.nullable(),
  words: z.string().nullable(),
});
export const heldSearch = z
  .strictObject({ personId: id.optional(), threadId: id.optional() })
  .refine((it) => (it.personId === undefined) !== (it.threadId === undefined), {
    message: 'Name a person or a thread.',
    params: { es: 'Indique una persona o una conversación.' },
  });
export const heldList = z.object({ decisions: z.array(decision) });

export const undelivered = z.object({
  dispatchId: id,
  kind: z.enum(['message', 'sign-in', 'staff-invitation', 'staff-reset', 'credentials-changed', 'new-browser']),
  threadId: id.nullable(),
  personId: id.nullable(),
  personName: z.string().nullable(),
  what: z.enum(['held', 'failed', 'bounced']),
  /** A code of the gate, of the mail server's answer, or `bounced`. */
  reason: z.string(),
  /** The same as a sentence that says what can be done. */
  words: z.string(),
  /** What the other mail server said, as it said it. */
  detail: z.string().nullable(),
  sentTo: z.string().nullable(),
  queuedAt: moment,
  since: moment,
});
export const undeliveredSearch = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(100).optional(),
});
export const undeliveredPage = z.object({ undelivered: z.array(undelivered), next: z.string().nullable() });
export const dispatchParams = z.strictObject({ id });
export const tried = z.object({ held: z.object({ reason: gateReason }).nullable() });

/** How a mail was known to be a machine's, or one too many; a header that says it itself is quoted instead. */
export type SetAsideSign = AutomaticSign | 'from-us' | 'sender-limit' | 'thread-limit';

/** Mails that nobody was troubled with: of machines, or too many at once. */
export const setAside = z.object({
  id,
  receivedAt: moment,
  outcome: z.enum(['bounce', 'automatic', 'loop', 'limited']),
  because: z.string().nullable(),
  from: z.string().nullable(),
  subject: z.string(),
});
export const setAsideMail = setAside.extend({
  fromName: z.string().nullable(),
  /** Null: only its head was kept, or it could not be read. */
  text: z.string().nullable(),
  html: z.string().nullable(),
  remotePictures: z.number(),
  files: z.array(z.object({ name: z.string(), sizeBytes: z.number() })),
  takenUpAt: momentOrNull,
  /** Where it lies since it was taken up; null until its place is found. */
  threadId: id.nullable(),
  can: z.array(z.enum(['take-up'])),
});
export const takenUp = z.object({ messageId: id });
export const setAsidePage = z.object({ mails: z.array(setAside), next: z.string().nullable() });

export type Deliver = z.infer<typeof deliver>;
export type MailForm = z.infer<typeof mailForm>;
export type GateReason = z.infer<typeof gateReason>;
export type MessageState = z.infer<typeof messageState>;
export type ThreadMessage = z.infer<typeof threadMessage>;
export type ReceivedMessage = z.infer<typeof receivedMessage>;
export type Attachment = z.infer<typeof attachment>;
export type LeftOut = z.infer<typeof leftOut>;
export type Decision = z.infer<typeof decision>;
export type Undelivered = z.infer<typeof undelivered>;
export type SetAside = z.infer<typeof setAside>;
export type SetAsideMail = z.infer<typeof setAsideMail>;
