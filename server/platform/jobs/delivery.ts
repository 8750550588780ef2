import type { Ctx } from '../ctx.ts';
import type { DeliveryKind } from './kind.ts';

/**
 * A call outside, in three steps so that no transaction is open while the network is waited for:
 * `claim` reads what to do (undefined: nothing any more), `call` goes out, `record` writes what came of it.
 * A crash between `call` and `record` repeats `call`: it must carry an id by which the other side can tell.
 */
export interface Delivery<Work = unknown, Outcome = unknown> extends DeliveryKind {
  claim(ctx: Ctx, id: string): Promise<Work | undefined>;
  call(work: Work): Promise<Outcome>;
  /** Gives a later moment at which to try again, if there should be one. */
  record(ctx: Ctx, work: Work, outcome: Outcome): Promise<Temporal.Instant | undefined>;
}

export function delivery<Work, Outcome>(it: Delivery<Work, Outcome>): Delivery {
  return it as Delivery;
}

/** Work that the clock starts: `cron` in UTC, five fields; runs in one transaction as the system. */
export interface Schedule {
  readonly name: string;
  readonly cron: string;
  run(ctx: Ctx): Promise<void>;
}
