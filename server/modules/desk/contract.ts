import { z } from 'zod';
import { promiseInput } from '../promises/contract.ts';
import { caseBeside, delivery, mergedInto, personRef, staffRef, status, threadOfCase } from './case-shapes.ts';
import { factKind } from './fact-shapes.ts';
import { caseMarks, offered, offeredToYou, rowMarks } from './mark-shapes.ts';
import { personView } from './person-shapes.ts';
import { reason, teamRef } from './work-shapes.ts';

/** Shapes of the desk. Moments are ISO 8601 in UTC; `null` is "not so", never "unknown". */
const id = z.uuid();
const moment = z.string();
const words = (max: number) => z.string().trim().min(1).max(max);
const nobodyOr = <T extends z.ZodType>(shape: T) => shape.nullable();

/** What people choose from when they ask; a hospital's teams may answer for more. A mail of a stranger begins as `other`. */
export const askedReasons = [
  'appointment',
  'results',
  'medicine',
  'bill',
  'records',
  'privacy',
  'directions',
  'complaint',
  'other',
] as const;
export type AskedReason = (typeof askedReasons)[number];
export const channel = z.enum(['portal', 'email', 'phone', 'in-person']);
/** Where the answer goes: a notice that leads to the portal, or the full text to the address that wrote. */
export const answerBy = z.enum(['portal', 'email-in-full']);
/** Of what is not resolved: the person waits for us (they wrote last, or our mail came back) · we wrote last. */
export const turn = z.enum(['ours', 'theirs']);
/**
 * One clock that counts only the team's open hours. `dueAt` is null while it is paused and where no hours are known.
 * `met` and `met-late` are ends; `near` is less than a fifth, or less than 30 open minutes, left.
 */
export const clock = z.object({
  state: z.enum(['running', 'near', 'breached', 'paused', 'met', 'met-late']),
  targetMinutes: z.int(),
  dueAt: nobodyOr(moment),
  metAt: nobodyOr(moment),
});
/** `worst` is what the row shows and sorts by; `nextDueAt` the earlier of the two that still run. */
export const clocks = z.object({
  /** The answer that is owed, or was last: the first one, or one to what the person wrote after it. */
  response: clock.extend({ kind: z.enum(['first', 'next']) }),
  resolution: clock,
  worst: z.enum(['breached', 'near', 'running', 'paused', 'stopped']),
  nextDueAt: nobodyOr(moment),
});

export const presentColleague = z.object({ staffId: id, name: z.string(), doing: z.enum(['reading', 'typing']) });

const facts = {
  id,
  /** Read over the telephone: `K7M-4QX`. */
  reference: z.string(),
  /** Goes back with every command that names it; another number means that something happened in between. */
  version: z.int(),
  status,
  subject: z.string(),
  reason,
  channel,
  answerBy,
  asker: personRef,
  /** Null: it is about the asker. */
  about: nobodyOr(personRef),
  team: teamRef,
  owner: nobodyOr(staffRef),
  /** Words of the person that may mean danger, as written; empty when none were found. */
  urgentWords: z.array(z.string()),
  /** Urgent words that nobody has answered yet. */
  urgent: z.boolean(),
  ...offered,
  openedAt: moment,
  lastMessageAt: moment,
  lastMessageFrom: z.enum(['person', 'staff']),
  turn,
  clocks,
};

/** A row of a queue; `hasDraft`: who asks has begun an answer to it. */
export const queueRow = z.object({ ...facts, ...rowMarks, here: z.array(presentColleague), hasDraft: z.boolean() });

const counts = {
  /** `ours` and `theirs` together: whose turn it is. */
  open: z.int(),
  ours: z.int(),
  theirs: z.int(),
  unclaimed: z.int(),
  urgent: z.int(),
  breached: z.int(),
  near: z.int(),
  waiting: z.int(),
};
export const queues = z.object({
  /** Counts of everything the actor may see, and of what they own. */
  all: z.object(counts),
  mine: z.object(counts),
  ...offeredToYou,
  teams: z.array(z.object({ teamId: id, name: z.string(), mine: z.boolean(), ...counts })),
});

/**
 * Which list: `open` = not resolved and not waiting. With `teamId` only that team's, with `turn` only where it is ours or
 * theirs. Urgent words first, then breached, near breach; of what is as pressing who waits for us first, then by due
 * time; `waiting` by how long, `resolved` newest first.
 */
export const queueSearch = z.strictObject({
  list: z.enum(['open', 'mine', 'unclaimed', 'urgent', 'breached', 'waiting', 'resolved']).default('open'),
  teamId: id.optional(),
  turn: turn.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(400).optional(),
});
export const queuePage = z.object({ conversations: z.array(queueRow), next: nobodyOr(z.string()) });
export const attachment = z.object({ id, name: z.string(), mediaType: z.string(), sizeBytes: z.number() });

export const messageEntry = z.object({
  kind: z.literal('message'),
  id,
  /** In which of the conversations that the case answers. */
  threadId: id,
  at: moment,
  from: z.enum(['person', 'staff', 'system']),
  /** As the other side saw it. */
  name: z.string(),
  channel: z.string(),
  /** What was newly written; `hasFullText`: what was quoted below it can be read too, `hasHtml`: as it was laid out. */
  text: z.string(),
  hasFullText: z.boolean(),
  hasHtml: z.boolean(),
  attachments: z.array(attachment),
  /** Named in a mail and not kept. */
  leftOut: z.array(z.object({ name: z.string(), sizeBytes: z.number(), reason: z.string() })),
  /** False: a mail that says who wrote it, and nothing proves it. */
  authorProven: z.boolean(),
  /** `kept`: came in. `held`: no mail left the building, the portal has it; the reason stands beside it. */
  state: z.enum(['kept', 'queued', 'held', 'sent', 'delivered', 'bounced', 'failed', 'read']),
  /** As a sentence for staff, like `stateWords`, which also tells what went wrong. */
  heldReason: nobodyOr(z.string()),
  stateWords: nobodyOr(z.string()),
});
/** All of a mail. `html` is a page for an iframe with an empty `sandbox`: it runs nothing and fetches nothing. */
export const wholeMessage = z.object({ text: z.string(), html: nobodyOr(z.string()), remotePictures: z.int() });
/** For colleagues only: no way leads from a note to a person. */
export const noteEntry = z.object({
  kind: z.literal('note'),
  id,
  at: moment,
  by: staffRef,
  text: z.string(),
});
export const factEntry = z.object({
  kind: z.literal('fact'),
  id,
  at: moment,
  fact: factKind,
  /** Null: the person, or the software itself. */
  by: nobodyOr(staffRef),
  /** To whom it went, when handed over or moved by its reason. */
  to: nobodyOr(z.string()),
  /** The same as who did it: they took it over. Null for a team. */
  toStaffId: nobodyOr(id),
  /** Why, as it was said; of `undone` the kind that was undone, of `reason-changed` the new reason; a code where the software itself did it. */
  reason: nobodyOr(z.string()),
});
export const entry = z.discriminatedUnion('kind', [messageEntry, noteEntry, factEntry]);

export const canDo = z.enum([
  'claim',
  'take-over',
  'hand-over',
  'give-back',
  'answer',
  'note',
  'wait',
  'end-waiting',
  'resolve',
  'reopen',
  'link-person',
  'change-reason',
  'split',
  'merge',
  'unmerge',
]);
/** What can be taken back now by who asks, and until when. */
export const undoable = z.object({ fact: factKind, until: moment });

export const conversation = z.object({
  ...facts,
  ...caseMarks,
  claimedAt: nobodyOr(moment),
  waitingSince: nobodyOr(moment),
  waitingUntil: nobodyOr(moment),
  resolvedAt: nobodyOr(moment),
  reopenedAt: nobodyOr(moment),
  /** What opened it, then messages, notes and what happened in one line of time, oldest first. */
  entries: z.array(entry),
  here: z.array(presentColleague),
  can: z.array(canDo),
  undo: nobodyOr(undoable),
  /** They acted for whom it is about and may no longer: the portal does not show it to them any more. */
  askerMayNoMore: z.boolean(),
  delivery,
  /** Every line of messages that is answered here, its own first. */
  threads: z.array(threadOfCase),
  /** Other cases about the same messages. */
  casesBeside: z.array(caseBeside),
  mergedInto: nobodyOr(mergedInto),
  /** The mail that began it seems to belong elsewhere and nothing proves it; without what the actor may not see. */
  pointsTo: nobodyOr(
    z.object({
      because: z.enum(['headers', 'other-sender', 'address-expired', 'sender-not-proven']),
      conversation: nobodyOr(z.object({ id, reference: z.string(), subject: z.string() })),
    }),
  ),
});

/** Earlier and other conversations of one person, newest first. */
export const ofPerson = z.object({
  conversations: z.array(z.object({ ...facts, resolvedAt: nobodyOr(moment) })),
});

export const draftKind = z.enum(['reply', 'note']);
/** What the actor has begun to write and not sent; nobody else reads it. */
export const draft = z.object({
  kind: draftKind,
  version: z.int(),
  text: z.string(),
  files: z.array(attachment),
  savedAt: moment,
});
export const drafts = z.object({ drafts: z.array(draft) });
/** The version to go on with; 0: there is none any more. */
export const draftSaved = z.object({ version: z.int(), savedAt: nobodyOr(moment) });

/** What every command answers: enough to go on from without asking again. */
export const changed = z.object({ id, version: z.int(), status, undo: nobodyOr(undoable) });
export const answered = changed.extend({
  messageId: id,
  /** The gate kept the notice back; the answer lies in the portal. */
  heldReason: nobodyOr(z.string()),
});
/** What became of it: with the team it was with · now with the team that answers for the reason · kept by its owner. */
export const reasonChanged = changed.extend({ became: z.enum(['stayed', 'moved', 'kept']), team: teamRef });
export const noted = z.object({ noteId: id });
export const opened = z.object({ id, reference: z.string(), version: z.int() });
/** What is left, and the new case beside it. */
export const splitOff = changed.extend({ split: opened });

export const conversationParams = z.strictObject({ id });
export const referenceParams = z.strictObject({ reference: z.string().min(6).max(12) });
export const personParams = z.strictObject({ personId: id });
export const fileParams = z.strictObject({ id, fileId: id });
export const messageParams = z.strictObject({ id, messageId: id });

const version = z.int().min(1);
const why = words(1000);
export const versionInput = z.strictObject({ version });
export const claimInput = z.strictObject({});
export const handOverInput = z.strictObject({
  version,
  to: z.union([z.strictObject({ staffId: id }), z.strictObject({ teamId: id })]),
  /** For whoever takes it, so that the person need not tell the story twice. */
  note: why.optional(),
});
export const giveBackInput = z.strictObject({ version, reason: why.optional() });
export const answerInput = z.strictObject({
  version,
  text: words(20_000),
  fileIds: z.array(id).max(10).default([]),
  /** Whom of several that are answered here; absent: who wrote in its own conversation. */
  threadId: id.optional(),
  /** What follows in the same step. */
  next: z.enum(['stay', 'wait', 'resolve']).default('stay'),
  promises: z.array(promiseInput).max(5).optional(),
});
export const noteInput = z.strictObject({ text: words(20_000) });
/** `until`: when somebody should look again although the person has not written; absent: in three days. */
export const waitInput = z.strictObject({
  version,
  reason: why.optional(),
  until: z.iso.datetime({ offset: true }).optional(),
});
export const resolveInput = z.strictObject({ version, reason: why.optional() });
export const reopenInput = z.strictObject({ version, reason: why.optional() });
/** `keep`: who has it goes on with it, although another team answers for the new reason. */
export const reasonInput = z.strictObject({ version, reason, keep: z.boolean().default(false) });
export const draftParams = z.strictObject({ id, kind: draftKind });
/** Empty puts it away. `version` is the one last seen here, 0 where none was. */
export const draftInput = z.strictObject({
  version: z.int().min(0),
  text: z.string().max(20_000),
  fileIds: z.array(id).max(10).default([]),
});
export const presenceInput = z.strictObject({ doing: z.enum(['reading', 'typing', 'left']) });
/** The asker turns out to be this known person. */
export const linkInput = z.strictObject({ version, personId: id, reason: why });
/** A question that came by telephone or at the counter; `text` is the staff member's own account, an internal note. */
export const openInput = z.strictObject({
  askerPersonId: id,
  aboutPersonId: id.optional(),
  reason,
  subject: words(200),
  text: words(20_000),
  channel: z.enum(['phone', 'in-person']),
  facilityId: id.optional(),
  teamId: id.optional(),
});
export const liveSearch = z.strictObject({ conversationId: id.optional() });

/** Without why a mail about it was held: that is for staff. */
const forPersons = { id: true, at: true, from: true, name: true, text: true, attachments: true, state: true } as const;
export const personMessage = messageEntry.pick(forPersons).extend({
  /** The reader wrote it; of several who write in one conversation only theirs. */
  isMine: z.boolean(),
});
export const personThread = personView.extend({ messages: z.array(personMessage) });

export type Channel = z.infer<typeof channel>;
export type AnswerBy = z.infer<typeof answerBy>;
export type Turn = z.infer<typeof turn>;
export type Status = z.infer<typeof status>;
export type FactKind = z.infer<typeof factKind>;
export type ClockView = z.infer<typeof clock>;
export type Clocks = z.infer<typeof clocks>;
export type QueueRow = z.infer<typeof queueRow>;
export type Queues = z.infer<typeof queues>;
export type QueueSearch = z.infer<typeof queueSearch>;
export type QueuePage = z.infer<typeof queuePage>;
export type Entry = z.infer<typeof entry>;
export type MessageEntry = z.infer<typeof messageEntry>;
export type FactEntry = z.infer<typeof factEntry>;
export type WholeMessage = z.infer<typeof wholeMessage>;
export type Conversation = z.infer<typeof conversation>;
export type Changed = z.infer<typeof changed>;
export type DraftKind = z.infer<typeof draftKind>;
export type Draft = z.infer<typeof draft>;
export type DraftInput = z.infer<typeof draftInput>;
export type DraftSaved = z.infer<typeof draftSaved>;
export type CanDo = z.infer<typeof canDo>;
export type Undoable = z.infer<typeof undoable>;
export type OpenInput = z.infer<typeof openInput>;
export type ReasonInput = z.infer<typeof reasonInput>;
export type SplitOff = z.infer<typeof splitOff>;
export type ReasonChanged = z.infer<typeof reasonChanged>;
export type HandOverInput = z.infer<typeof handOverInput>;
export type AnswerInput = z.infer<typeof answerInput>;
export type PresentColleague = z.infer<typeof presentColleague>;
export type PersonConversation = z.infer<typeof personView>;
export type PersonThread = z.infer<typeof personThread>;
export type { CaseBeside, SplitInput, ThreadOfCase } from './case-shapes.ts';
export { personRef, staffRef, status } from './case-shapes.ts';
export type { ClockHistory, Ladder, LadderStep, Warnings } from './clock-shapes.ts';
export type { Mark, MarkCounts, MarkInput, MarkKind, Marks } from './mark-shapes.ts';
export type { Next, PoolRule, PoolRules } from './pool-shapes.ts';
export type { FoundConversation, Marked, SearchInput, SearchPage } from './search-shapes.ts';
export type { HeldWork, Target, TargetExample, TargetRemoval, TeamWork, targets } from './work-shapes.ts';
export { reason, teamRef } from './work-shapes.ts';
