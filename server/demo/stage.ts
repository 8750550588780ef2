import { randomUUIDv7 } from 'node:crypto';
import { findActing } from '../modules/people/index.ts';
import { findActiveStaff } from '../modules/workforce/index.ts';
import { type Actor, system } from '../platform/access/actor.ts';
import { type AuditEntry, writeEntries } from '../platform/audit/entry.ts';
import type { Ctx } from '../platform/ctx.ts';
import { inTransaction } from '../platform/database/connect.ts';
import { auditEntry, makeCtx, type Workshop } from '../platform/work.ts';
import type { CastId } from './cast.ts';

export type Instant = Temporal.Instant;

/** One transaction in which many act, each at their own moment: all of the stories are told, or none. */
export interface Stage {
  readonly now: Instant;
  /** Who is who, by their id in the bundle. */
  readonly people: Readonly<Record<CastId, string>>;
  asSystem<T>(at: Instant, act: (ctx: Ctx) => Promise<T>): Promise<T>;
  asPerson<T>(id: CastId, at: Instant, act: (ctx: Ctx) => Promise<T>): Promise<T>;
  asStaff<T>(staffId: string, at: Instant, act: (ctx: Ctx) => Promise<T>): Promise<T>;
}

export const demoActor = system('demo');

export async function onStage<T>(
  shop: Workshop,
  now: Instant,
  castOf: (ctx: Ctx) => Promise<Readonly<Record<CastId, string>>>,
  play: (stage: Stage) => Promise<T>,
): Promise<T> {
  return inTransaction(shop.db, 'read write', async (tx) => {
    const entries: AuditEntry[] = [];
    const actAt = async <R>(actor: Actor, at: Instant, act: (ctx: Ctx) => Promise<R>): Promise<R> => {
      const work = { actor, now: at, requestId: randomUUIDv7() };
      const { ctx, seen } = makeCtx(shop, tx, work);
      const result = await act(ctx);
      if (seen.size > 0) entries.push(auditEntry(work, 'demo.story', 'done', seen));
      return result;
    };
    const people = await actAt(demoActor, now, castOf);
    const played = await play({
      now,
      people,
      asSystem: (at, act) => actAt(demoActor, at, act),
      asPerson: async (id, at, act) => actAt(await personActor(tx, people[id], at), at, act),
      asStaff: async (staffId, at, act) => actAt(await staffActor(tx, staffId, at), at, act),
    });
    await writeEntries(tx, entries);
    return played;
  });
}

async function personActor(tx: Ctx['tx'], id: string, now: Instant): Promise<Actor> {
  const person = await findActing({ tx, now }, id);
  if (!person) throw new Error('A person of the demonstration is not there.');
  return { ...person, kind: 'person', id, sessionId: randomUUIDv7() };
}

async function staffActor(tx: Ctx['tx'], id: string, now: Instant): Promise<Actor> {
  const staff = await findActiveStaff({ tx, now }, id);
  if (!staff) throw new Error('A colleague of the demonstration is not there.');
  return { ...staff, kind: 'staff', id, sessionId: randomUUIDv7() };
}
