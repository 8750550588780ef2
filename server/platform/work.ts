import { randomUUIDv7 } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import { type Actor, actorId } from './access/actor.ts';
import { type AuditEntry, writeEntries } from './audit/entry.ts';
import type { Ctx } from './ctx.ts';
import { type Database, inTransaction } from './database/connect.ts';
import type { EventKind, Reaction } from './events/event.ts';
import type { House } from './house.ts';
import type { Language } from './i18n/messages.ts';
import type { DeliveryKind } from './jobs/kind.ts';

/** The channel on which every process hears what changed. */
export const announceChannel = 'bedside_changes';

/** All that a context is made from, the same for the life of the process. */
export interface Workshop {
  readonly db: Database;
  readonly house: House;
  readonly reactions: readonly Reaction[];
  readonly clock: () => Temporal.Instant;
}

export interface Work {
  readonly actor: Actor;
  readonly now: Temporal.Instant;
  readonly requestId: string;
  readonly language?: Language;
}

/** A context over an open transaction, and the people it saw. */
export function makeCtx(shop: Workshop, tx: Transaction<unknown>, work: Work): { ctx: Ctx; seen: Set<string> } {
  const seen = new Set<string>();
  const ctx: Ctx = {
    tx,
    ...work,
    language: work.language ?? 'en',
    house: shop.house,
    sees: (...personIds) => {
      for (const id of personIds) seen.add(id);
    },
    emit: (kind, payload) => emit(shop, tx, work, kind, payload),
    deliver: (kind, id, options) => addJob(tx, 'deliver', { delivery: kind.name, id }, { kind, ...options }),
    announce: async (topic) => {
      await sql`select pg_notify(${announceChannel}, ${topic})`.execute(tx);
    },
  };
  return { ctx, seen };
}

async function emit<P extends object>(
  shop: Workshop,
  tx: Transaction<unknown>,
  work: Work,
  kind: EventKind<P>,
  payload: P,
): Promise<void> {
  const id = randomUUIDv7();
  const stored = JSON.stringify(kind.payload.parse(payload));
  await sql`
    insert into platform.event (id, name, payload, at, actor_kind, actor_id, request_id)
    values (${id}, ${kind.name}, ${stored}::jsonb, ${work.now}, ${work.actor.kind}, ${actorId(work.actor) ?? null},
      ${work.requestId})`.execute(tx);
  for (const reaction of shop.reactions)
    if (reaction.on === kind.name) await addJob(tx, 'react', { eventId: id, reaction: reaction.name }, {});
}

interface JobOptions {
  readonly at?: Temporal.Instant;
  readonly onceKey?: string;
  readonly kind?: DeliveryKind;
}

async function addJob(tx: Transaction<unknown>, task: string, payload: object, options: JobOptions): Promise<void> {
  const attempts = options.kind?.attempts ?? 25;
  await sql`
    select graphile_worker.add_job(${task}, payload := ${JSON.stringify(payload)}::json, run_at := ${options.at ?? null}::timestamptz,
      max_attempts := ${attempts}::int, job_key := ${options.onceKey ?? null}::text)`.execute(tx);
}

/**
 * One unit of work outside a request, as the system: a reaction, a schedule, a step of a delivery, a console command.
 * Writes an audit entry when it saw or changed a person's data.
 */
export async function asSystem<T>(
  shop: Workshop,
  actor: Actor,
  action: string,
  run: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  return inTransaction(shop.db, 'read write', async (tx) => {
    const work = { actor, now: shop.clock(), requestId: randomUUIDv7() };
    const { ctx, seen } = makeCtx(shop, tx, work);
    const result = await run(ctx);
    if (seen.size > 0) await writeEntries(tx, [auditEntry(work, action, 'done', seen)]);
    return result;
  });
}

export function auditEntry(
  work: Work,
  action: string,
  outcome: AuditEntry['outcome'],
  seen: ReadonlySet<string>,
  details: AuditEntry['details'] = {},
): AuditEntry {
  return { at: work.now, actor: work.actor, action, outcome, personIds: [...seen], details, requestId: work.requestId };
}
