import { randomInt, randomUUIDv7 } from 'node:crypto';
import type { Ctx } from '../../platform/ctx.ts';
import type { DeliveryKind } from '../../platform/jobs/kind.ts';
import type { OutgoingMail, SendOutcome } from '../../platform/mail/outgoing.ts';
import type { GateReason } from './contract.ts';
import {
  type DispatchRow,
  insertDecision,
  insertDispatch,
  lockDispatch,
  type NewDispatch,
  updateDispatch,
} from './dispatch-store.ts';
import { messageUndelivered } from './events.ts';
import { askGate, type Verdict } from './gate.ts';
import { readFacts } from './gate-facts.ts';
import { prepareMessageMail } from './message-mails.ts';
import { prepareSystemMail } from './system-mails.ts';
import { threadTopic } from './topics.ts';

/** The attempts are of jobs that failed by a fault of ours; what the mail server says is counted in the row. */
export const sendMail: DeliveryKind = { name: 'messaging.send-mail', attempts: 25 };

export interface MailToSend {
  readonly dispatchId: string;
  readonly mail: OutgoingMail;
}

export interface Held {
  readonly reason: GateReason;
}

/** Writes down that something should go, and asks for it; what the gate holds now it says now. */
export async function queueDispatch(ctx: Ctx, given: NewDispatch): Promise<Held | undefined> {
  const row = await insertDispatch(ctx, given);
  if (row.kind === 'message') {
    const { facts, state } = await readFacts(ctx, row);
    const verdict = askGate(facts);
    if (verdict.decision === 'held') {
      await logDecision(ctx, row, verdict, state?.personId ?? null);
      await updateDispatch(ctx, row.id, { held_at: ctx.now, held_reason: verdict.reason });
      return { reason: verdict.reason };
    }
  }
  await ctx.deliver(sendMail, row.id);
  return undefined;
}

async function logDecision(ctx: Ctx, row: DispatchRow, verdict: Verdict, personId: string | null): Promise<void> {
  await insertDecision(ctx, {
    id: randomUUIDv7(),
    at: ctx.now,
    dispatch_id: row.id,
    thread_id: row.thread_id,
    person_id: personId,
    channel: row.channel,
    purpose: row.purpose,
    ...verdict,
  });
}

const isOver = (row: DispatchRow) =>
  row.handed_over_at !== null || row.held_at !== null || row.lapsed_at !== null || row.failed_at !== null;

/** Asks the gate now, and writes the mail now: what was true when it was queued may no longer be. */
export async function claimMail(ctx: Ctx, dispatchId: string): Promise<MailToSend | undefined> {
  const row = await lockDispatch(ctx, dispatchId);
  if (!row || isOver(row)) return undefined;
  const prepared = row.kind === 'message' ? await prepareMessageMail(ctx, row) : await prepareSystemMail(ctx, row);
  if (prepared === undefined) {
    await updateDispatch(ctx, row.id, { lapsed_at: ctx.now });
    return undefined;
  }
  const { verdict, personId } = prepared;
  if (personId) ctx.sees(personId);
  await logDecision(ctx, row, verdict, personId);
  if (verdict.decision === 'held') {
    await updateDispatch(ctx, row.id, { held_at: ctx.now, held_reason: verdict.reason });
    await announce(ctx, row);
    return undefined;
  }
  const mail = prepared.write(verdict.form);
  await updateDispatch(ctx, row.id, {
    tries: row.tries + 1,
    next_try_at: null,
    mail_id: mail.messageId,
    sent_to: mail.to.address,
    sent_form: verdict.form,
  });
  return { dispatchId: row.id, mail };
}

const mostTries = 12;

/** Writes down what came of it; gives the moment of the next try where there should be one. */
export async function recordMail(
  ctx: Ctx,
  work: MailToSend,
  outcome: SendOutcome,
): Promise<Temporal.Instant | undefined> {
  const row = await lockDispatch(ctx, work.dispatchId);
  if (!row || row.handed_over_at) return undefined;
  await announce(ctx, row);
  if (outcome.accepted) {
    await updateDispatch(ctx, row.id, { handed_over_at: ctx.now, failure: null, failure_detail: null });
    return undefined;
  }
  const failure = { failure: outcome.code, failure_detail: outcome.reason.slice(0, 1000) };
  if (outcome.permanent || row.tries >= mostTries) {
    await updateDispatch(ctx, row.id, { ...failure, failed_at: ctx.now });
    await tellUndelivered(ctx, row);
    return undefined;
  }
  const next = ctx.now.add({ seconds: secondsUntilTry(row.tries) });
  await updateDispatch(ctx, row.id, { ...failure, next_try_at: next });
  return next;
}

export async function tellUndelivered(ctx: Ctx, row: DispatchRow): Promise<void> {
  if (!row.message_id) return;
  const threadId = row.thread_id ? { threadId: row.thread_id } : {};
  await ctx.emit(messageUndelivered, { messageId: row.message_id, ...threadId });
}

/** A minute, then twice as long each time up to four hours; scattered, so that a server that comes back is not overrun. */
function secondsUntilTry(tries: number): number {
  const whole = Math.min(60 * 2 ** Math.max(0, tries - 1), 4 * 3600);
  return Math.round(whole / 2) + randomInt(Math.round(whole / 2) + 1);
}

export async function announce(ctx: Ctx, row: Pick<DispatchRow, 'thread_id'>): Promise<void> {
  if (row.thread_id) await ctx.announce(threadTopic(row.thread_id));
}
