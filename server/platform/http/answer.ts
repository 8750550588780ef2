import { createHash, randomUUIDv7 } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sql, type Transaction } from 'kysely';
import { mayUse } from '../access/access.ts';
import { type Actor, anyone } from '../access/actor.ts';
import { type ReadRecorder, writeEntries } from '../audit/entry.ts';
import type { Ctx } from '../ctx.ts';
import { inTransaction } from '../database/connect.ts';
import { notFound, notSignedIn, Problem } from '../problem.ts';
import { auditEntry, makeCtx, type Work, type Workshop } from '../work.ts';
import { languageOf } from './language-of.ts';
import { countUse } from './limits.ts';
import type { Limit, Route } from './route.ts';

/** Finds out who acts, from the request's cookies. Runs in the request's transaction; may not write. */
export type Identify = (tx: Transaction<unknown>, request: FastifyRequest, now: Temporal.Instant) => Promise<Actor>;

export interface Answering extends Workshop {
  readonly identify: Identify;
  readonly reads: ReadRecorder;
  /** Keeps the session of whoever just acted awake; told after the answer, never by what runs in the background. */
  readonly touch?: (actor: Actor, now: Temporal.Instant) => void;
}

/** Where the request's id and actor are kept for the log and the error page. */
export interface Known {
  requestId: string;
  actor: Actor;
  /** Counted before its body was read, so not once more. */
  admitted?: true;
}
const known = new WeakMap<FastifyRequest, Known>();

export function knownOf(request: FastifyRequest): Known {
  const it = known.get(request) ?? { requestId: randomUUIDv7(), actor: anyone };
  known.set(request, it);
  return it;
}

/** The life of a request: one transaction, who acts, whether they may, the work, and the record of it. */
export async function answer<T>(
  shop: Answering,
  route: Route,
  request: FastifyRequest,
  run: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  const it = knownOf(request);
  const now = shop.clock();
  if (!it.admitted) await countBeforehand(shop, route, request, now);
  const writes = route.kind === 'command' || route.kind === 'form';
  const language = languageOf(request);
  let work: Work = { actor: anyone, now, requestId: it.requestId, language };
  let seenIds: ReadonlySet<string> = new Set();
  const params = idsOf(request.params);
  try {
    const outcome = await inTransaction(shop.db, writes ? 'read write' : 'read only', async (tx) => {
      const actor = await shop.identify(tx, request, now);
      it.actor = actor;
      work = { actor, now, requestId: it.requestId, language };
      allow(route, actor);
      const { ctx, seen } = makeCtx(shop, tx, work);
      seenIds = seen;
      const result = await run(ctx).catch((error: unknown) => {
        if (error instanceof Problem && error.keepsWork) return error;
        throw error;
      });
      if (result instanceof Problem) return result;
      if (writes && (route.sees || seen.size > 0 || actor.kind !== 'anyone'))
        await writeEntries(tx, [auditEntry(work, route.name, 'done', seen, params)]);
      return { result };
    });
    if (outcome instanceof Problem) throw outcome;
    const { result } = outcome;
    // A page that is for everybody tells a stranger of nobody.
    const isRead = !writes && (seenIds.size > 0 || (route.sees && work.actor.kind !== 'anyone'));
    if (isRead) await shop.reads.record(auditEntry(work, route.name, 'done', seenIds, params));
    return result;
  } catch (error) {
    // A refusal to someone who is signed in is worth keeping; the reason itself never shows what exists.
    if (
      error instanceof Problem &&
      work.actor.kind !== 'anyone' &&
      (error.kind === 'not-allowed' || error.kind === 'not-found')
    )
      await shop.reads.record(auditEntry(work, route.name, 'refused', new Set(), { ...params, code: error.code }));
    throw error;
  } finally {
    // A stream asks again every few seconds by itself: that is nobody's activity.
    if (!route.passive && route.kind !== 'stream') shop.touch?.(it.actor, now);
  }
}

/**
 * What can be asked before a large body is read: whether somebody is signed in who must be, and whether there is still
 * room. Without it anybody could fill the memory with files that are refused in the end.
 */
export async function admit(shop: Answering, route: Route, request: FastifyRequest): Promise<void> {
  const now = shop.clock();
  await countBeforehand(shop, route, request, now);
  knownOf(request).admitted = true;
  if (route.access.who === 'anyone') return;
  const actor = await inTransaction(shop.db, 'read only', (tx) => shop.identify(tx, request, now));
  // What a role may not use is refused later, where it is also recorded.
  if (mayUse(route.access, actor) === 'sign-in') throw notSignedIn();
}

function allow(route: Route, actor: Actor): void {
  const verdict = mayUse(route.access, actor);
  if (verdict === 'sign-in') throw notSignedIn();
  // What a role may not use looks like what is not there.
  if (verdict === 'no') throw notFound();
}

const limitsOf = (route: Route): readonly Limit[] => (route.limit === undefined ? [] : [route.limit].flat());

/** Before the transaction, on purpose: a request that waits for a second connection while it holds one can wait forever. */
async function countBeforehand(shop: Answering, route: Route, request: FastifyRequest, now: Temporal.Instant) {
  for (const { per, max, seconds } of limitsOf(route)) {
    const counted = per === 'actor' ? await actorOf(shop, request, now) : countedValue(per, request);
    if (counted === undefined) continue;
    const bucket = createHash('sha256').update(counted).digest('base64url').slice(0, 22);
    await countUse(shop.db, `${route.name} ${bucket} ${seconds}`, max, seconds, now);
  }
}

async function actorOf(shop: Answering, request: FastifyRequest, now: Temporal.Instant): Promise<string | undefined> {
  const actor = await inTransaction(shop.db, 'read only', (tx) => shop.identify(tx, request, now));
  return 'id' in actor ? `actor ${actor.id}` : undefined;
}

function countedValue(per: Exclude<Limit['per'], 'actor'>, request: FastifyRequest): string | undefined {
  if (per === 'everyone') return 'everyone';
  if (per === 'address') return `address ${request.ip}`;
  const body = (request.body ?? {}) as Record<string, unknown>;
  const value = Object.hasOwn(body, per.field) ? body[per.field] : undefined;
  return typeof value === 'string' ? `${per.field} ${value.normalize('NFKC').trim().toLowerCase()}` : undefined;
}

/** Path parameters are ids; anything that does not look like one stays out of the audit. */
function idsOf(params: unknown): Record<string, string> {
  if (params === null || typeof params !== 'object') return {};
  return Object.fromEntries(
    Object.entries(params).filter(
      (one): one is [string, string] => typeof one[1] === 'string' && /^[\w-]{1,64}$/.test(one[1]),
    ),
  );
}

export interface Stored {
  readonly status: number;
  readonly body: string;
}

/**
 * Runs a command at most once per key and actor. The stored answer is written in the command's own transaction, so
 * either both are there or neither; a second request with the same key waits for the first, then gets its answer.
 * A run that gives nothing to store leaves the key free.
 * The same key with other content is refused (draft-ietf-httpapi-idempotency-key-header, section 2.7).
 */
export async function once(
  ctx: Ctx,
  route: Route,
  key: string,
  scope: string,
  content: string,
  run: () => Promise<Stored | undefined>,
): Promise<Stored | undefined> {
  if (key.length > 255 || key.length < 8)
    throw new Problem('invalid', 'platform.unusable-key', {
      en: 'An Idempotency-Key has 8 to 255 characters.',
      es: 'Una Idempotency-Key tiene de 8 a 255 caracteres.',
    });
  const actor = 'id' in ctx.actor ? `${ctx.actor.kind} ${ctx.actor.id}` : scope;
  const bodyHash = createHash('sha256').update(content).digest();
  const first = await sql`
    insert into platform.idempotency_key (actor, key, route, body_hash, status, body, at)
    values (${actor}, ${key}, ${route.name}, ${bodyHash}, 0, '', ${ctx.now}) on conflict do nothing`.execute(ctx.tx);
  if (first.numAffectedRows === 0n) {
    const { rows } = await sql<Stored & { route: string; body_hash: Buffer }>`
      select status, body, route, body_hash from platform.idempotency_key where actor = ${actor} and key = ${key}`.execute(
      ctx.tx,
    );
    const earlier = rows[0];
    if (!earlier || earlier.route !== route.name || !earlier.body_hash.equals(bodyHash))
      throw new Problem('conflict', 'platform.key-used-for-other', {
        en: 'This was already sent with other content.',
        es: 'Esto ya se envió con otro contenido.',
      });
    return earlier;
  }
  const free = () => sql`delete from platform.idempotency_key where actor = ${actor} and key = ${key}`.execute(ctx.tx);
  const stored = await run().catch(async (error: unknown) => {
    if (error instanceof Problem && error.keepsWork) await free();
    throw error;
  });
  if (!stored) {
    await free();
    return undefined;
  }
  await sql`
    update platform.idempotency_key set status = ${stored.status}, body = ${stored.body}
    where actor = ${actor} and key = ${key}`.execute(ctx.tx);
  return stored;
}

export const sendProblemHeaders = (reply: FastifyReply, problem: Problem): FastifyReply =>
  problem.retryAfterSeconds === undefined ? reply : reply.header('retry-after', String(problem.retryAfterSeconds));
