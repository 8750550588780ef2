import type { z } from 'zod';
import type { Ctx } from '../ctx.ts';
import type { EventKind } from './kind.ts';

export type { EventKind } from './kind.ts';

export function event<P extends object>(name: `${string}.${string}`, payload: z.ZodType<P>): EventKind<P> {
  return { name, payload };
}

/**
 * What a module does when another has news. `(event, reaction)` is unique in the database, so its effects happen once
 * however often the job runs; the name must therefore never change.
 */
export interface Reaction {
  readonly name: string;
  readonly on: string;
  run(ctx: Ctx, payload: object): Promise<void>;
}

export function reaction<P extends object>(
  name: `${string}.${string}`,
  on: EventKind<P>,
  run: (ctx: Ctx, payload: P) => Promise<void>,
): Reaction {
  return { name, on: on.name, run: (ctx, payload) => run(ctx, on.payload.parse(payload)) };
}
