import { randomUUIDv7 } from 'node:crypto';
import { z } from 'zod';
import { actorId } from '../../platform/access/actor.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { readCursor, writeCursor } from '../../platform/cursor.ts';
import { notFound, Problem } from '../../platform/problem.ts';
import { type NamedPerson, readNames, readPerson } from '../people/index.ts';
import type { Decision, GateReason, Undelivered } from './contract.ts';
import * as store from './dispatch-store.ts';
import { announce, queueDispatch } from './dispatches.ts';
import { problemOf } from './present.ts';
import { tellStaff } from './words.ts';

/** What the gate held back or lowered, newest first, each with the check that did it. */
export async function listHeld(
  ctx: Ctx,
  of: { readonly personId?: string | undefined; readonly threadId?: string | undefined },
): Promise<Decision[]> {
  if (of.personId) {
    // Whom the actor may not see has no log either.
    const person = await readPerson(ctx, of.personId);
    return (await store.selectDecisions(ctx, { personIds: [...new Set([person.id, of.personId])] })).map(
      presentIn(ctx),
    );
  }
  if (!of.threadId) return [];
  const rows = await store.selectDecisions(ctx, { threadId: of.threadId });
  ctx.sees(...rows.flatMap((row) => row.person_id ?? []));
  return rows.map(presentIn(ctx));
}

const presentIn =
  (ctx: Ctx) =>
  (row: store.DecisionRow): Decision => ({
    id: row.id,
    at: row.at.toString(),
    dispatchId: row.dispatch_id,
    threadId: row.thread_id,
    personId: row.person_id,
    channel: row.channel,
    purpose: row.purpose,
    decision: row.decision,
    form: row.form,
    reason: row.reason,
    words: row.reason && tellStaff(ctx.language, row.reason),
  });

/** Everything that did not arrive and that nobody has settled, newest first. */
export async function listUndelivered(
  ctx: Ctx,
  page: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<{ undelivered: Undelivered[]; next: string | null }> {
  const rows = await store.selectUndelivered(ctx, cursorId(page.cursor), page.limit + 1);
  const shown = rows.slice(0, page.limit);
  ctx.sees(...shown.flatMap((row) => row.person_id ?? []));
  const names = await readNames(
    ctx,
    shown.flatMap((row) => row.person_id ?? []),
  );
  return {
    undelivered: shown.map((row) => presentUndelivered(ctx, row, names)),
    next: nextAfter(rows, shown),
  };
}

function presentUndelivered(ctx: Ctx, row: store.DispatchRow, names: ReadonlyMap<string, NamedPerson>): Undelivered {
  const reason = problemOf(row) ?? 'no-answer';
  const since = row.bounced_at ?? row.held_at ?? row.failed_at ?? row.queued_at;
  return {
    dispatchId: row.id,
    kind: row.kind,
    threadId: row.thread_id,
    personId: row.person_id,
    personName: (row.person_id && names.get(row.person_id)?.name) || null,
    what: row.bounced_at ? 'bounced' : row.held_at ? 'held' : 'failed',
    reason,
    words: tellStaff(ctx.language, reason),
    detail: row.bounce_reason ?? row.failure_detail,
    sentTo: row.sent_to,
    queuedAt: row.queued_at.toString(),
    since: since.toString(),
  };
}

/** Ids rise with time, so the last one shown is where the next page begins. */
const lastShown = z.tuple([z.uuid()]).transform(([id]) => id);

export const cursorId = (cursor: string | undefined) =>
  cursor === undefined ? undefined : readCursor(cursor, lastShown);

export function nextAfter(rows: readonly unknown[], shown: readonly { readonly id: string }[]): string | null {
  const last = shown.at(-1);
  return last && rows.length > shown.length ? writeCursor(last.id) : null;
}

/** Tries what did not arrive once more, as a mail of its own; the gate is asked as ever. */
export async function retryDispatch(ctx: Ctx, dispatchId: string): Promise<{ held: { reason: GateReason } | null }> {
  const row = await openUndelivered(ctx, dispatchId);
  await store.updateDispatch(ctx, row.id, { settled_at: ctx.now, settled_by: actorId(ctx.actor) ?? null });
  const held = await queueDispatch(ctx, {
    id: randomUUIDv7(),
    kind: row.kind,
    purpose: row.purpose,
    wants: row.wants,
    queued_at: ctx.now,
    message_id: row.message_id,
    thread_id: row.thread_id,
    person_id: row.person_id,
    subject_id: row.subject_id,
    detail: row.detail,
    writer_address: row.writer_address,
  });
  await announce(ctx, row);
  return { held: held ?? null };
}

/** Somebody rang, wrote a letter, or decided that it need not arrive. */
export async function settleDispatch(ctx: Ctx, dispatchId: string): Promise<void> {
  const row = await openUndelivered(ctx, dispatchId);
  await store.updateDispatch(ctx, row.id, { settled_at: ctx.now, settled_by: actorId(ctx.actor) ?? null });
}

async function openUndelivered(ctx: Ctx, dispatchId: string): Promise<store.DispatchRow> {
  const row = await store.lockDispatch(ctx, dispatchId);
  if (!row) throw notFound();
  if (row.person_id) ctx.sees(row.person_id);
  if (row.settled_at || !(row.held_at || row.failed_at || row.bounced_at))
    throw new Problem('conflict', 'messaging.nothing-to-settle', {
      en: 'This is on its way or was settled already.',
      es: 'Esto está en camino o ya se resolvió.',
    });
  return row;
}
