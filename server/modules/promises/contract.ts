import { z } from 'zod';

/** Shapes of the promise ledger. Moments are ISO 8601 in UTC; `null` is "not so", never "unknown". */
const id = z.uuid();
const moment = z.string();
const nobodyOr = <T extends z.ZodType>(shape: T) => shape.nullable();

export const mostWords = 300;
/** What is promised: to ring them, to write, to send something, to find out, anything else. */
export const promiseKind = z.enum(['call', 'write', 'send', 'find-out', 'other']);
export const madeThrough = z.enum(['reply', 'phone', 'in-person']);
export const subjectKind = z.enum(['conversation']);
/**
 * Computed from facts: not due · less than a fifth of its time, or 30 minutes, left · due and not kept · kept in time ·
 * kept after all · withdrawn with the person · standing still, because the person has died.
 */
export const promiseState = z.enum(['open', 'near', 'broken', 'kept', 'kept-late', 'released', 'held']);

export const personRef = z.object({ personId: id, name: z.string() });
export const staffRef = z.object({ staffId: id, name: z.string() });
export const teamRef = z.object({ teamId: id, name: z.string() });
export const canDo = z.enum(['keep', 'release', 'hand-over', 'take']);
export const factKind = z.enum([
  ...['made', 'kept', 'released', 'handed-over', 'given-back', 'held', 'hold-ended', 'broken', 'undone'],
] as const);
/** What can be taken back now by who asks, and until when. */
export const undoable = z.object({ fact: factKind, until: moment });

/** What must be known before anybody rings or writes. */
export const alerts = z.object({
  deceased: z.boolean(),
  /** The last day of it. */
  bereavedUntil: nobodyOr(z.string()),
  restricted: z.boolean(),
  /** They asked for care in how they are reached: their record says how. */
  safeContact: z.boolean(),
});

export const promise = z.object({
  id,
  /** Goes back with every command; another number means that something happened in between. */
  version: z.int(),
  state: promiseState,
  kind: promiseKind,
  words: z.string(),
  dueAt: moment,
  /** The clock by which it was said. */
  timeZone: z.string(),
  person: personRef,
  alerts,
  subject: z.object({ kind: subjectKind, id }),
  team: teamRef,
  owner: nobodyOr(staffRef),
  madeAt: moment,
  madeBy: staffRef,
  madeThrough,
  keptAt: nobodyOr(moment),
  keptBy: nobodyOr(staffRef),
  releasedAt: nobodyOr(moment),
  releaseReason: nobodyOr(z.string()),
  can: z.array(canDo),
  undo: nobodyOr(undoable),
});
export const promises = z.object({ promises: z.array(promise) });

/** `mine` and `teams`: what is owed, the nearest first · `broken`: due and not kept, the oldest first · `ended`: latest first. */
export const promiseSearch = z.strictObject({
  list: z.enum(['mine', 'teams', 'broken', 'ended']).default('mine'),
  teamId: id.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(400).optional(),
});
export const promisePage = z.object({ promises: z.array(promise), next: nobodyOr(z.string()) });

/** What the rail and the live announcement need. `nearest`: of those who asks owes, one that is near. */
export const promiseSummary = z.object({
  mine: z.object({ open: z.int(), near: z.int(), broken: z.int() }),
  /** Of everything they may see: nobody owes it · broken. */
  seen: z.object({ unowned: z.int(), broken: z.int() }),
  nearest: nobodyOr(z.object({ id, kind: promiseKind, personName: z.string(), dueAt: moment, timeZone: z.string() })),
});

/** By team and the month in which it was due; a promise that was released after its time counts as broken. */
export const promiseCounts = z.object({
  months: z.array(
    z.object({
      month: z.string(),
      team: teamRef,
      made: z.int(),
      keptInTime: z.int(),
      keptLate: z.int(),
      broken: z.int(),
      released: z.int(),
      open: z.int(),
    }),
  ),
});

const version = z.int().min(1);
const words = (max: number) => z.string().trim().min(1).max(max);
/** One promise as a person confirms it. */
export const promiseInput = z.strictObject({
  kind: promiseKind,
  words: words(mostWords),
  dueAt: z.iso.datetime({ offset: true }),
});
/** Said by telephone or at the counter. */
export const promiseSaid = z.strictObject({ ...promiseInput.shape, through: z.enum(['phone', 'in-person']) });
export const promiseParams = z.strictObject({ id });
export const keepInput = z.strictObject({ version });
export const releaseInput = z.strictObject({ version, reason: words(1000) });
/** To a colleague, to oneself, or back to the team. */
export const handOverInput = z.strictObject({
  version,
  to: z.union([z.strictObject({ staffId: id }), z.strictObject({ team: z.literal(true) })]),
});
export const changed = z.object({ id, version: z.int(), state: promiseState, undo: nobodyOr(undoable) });

export const foundInput = z.strictObject({ text: z.string().max(20_000), teamId: id.optional() });
/** What was found in what was typed; `from` and `until` count UTF-16 units, as text fields do. */
export const found = z.object({
  /** The clock in which times without a zone were read: that of the team. */
  timeZone: z.string(),
  found: z.array(
    z.object({
      words: z.string(),
      kind: promiseKind,
      dueAt: nobodyOr(moment),
      unsure: z.boolean(),
      from: z.int(),
      until: z.int(),
    }),
  ),
});

/** What the person may read of a promise made to them: never a surname, never whose fault. */
export const toldPromise = z.object({
  id,
  state: z.enum(['promised', 'late', 'kept', 'kept-late', 'released']),
  kind: promiseKind,
  words: z.string(),
  dueAt: moment,
  timeZone: z.string(),
  /** Who owes it, as they read of them. */
  staffName: nobodyOr(z.string()),
  keptAt: nobodyOr(moment),
});

export type PromiseKind = z.infer<typeof promiseKind>;
export type PromiseState = z.infer<typeof promiseState>;
export type MadeThrough = z.infer<typeof madeThrough>;
export type PromiseFactKind = z.infer<typeof factKind>;
export type PromiseAlerts = z.infer<typeof alerts>;
export type PromiseView = z.infer<typeof promise>;
export type PromiseSearch = z.infer<typeof promiseSearch>;
export type PromisePage = z.infer<typeof promisePage>;
export type PromiseSummary = z.infer<typeof promiseSummary>;
export type PromiseCounts = z.infer<typeof promiseCounts>;
export type PromiseSaid = z.infer<typeof promiseSaid>;
export type PromiseInput = z.infer<typeof promiseInput>;
export type PromiseChanged = z.infer<typeof changed>;
export type PromiseCanDo = z.infer<typeof canDo>;
export type PromiseUndo = z.infer<typeof undoable>;
export type HandOverInput = z.infer<typeof handOverInput>;
export type Found = z.infer<typeof found>;
export type ToldPromise = z.infer<typeof toldPromise>;
