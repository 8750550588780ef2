import type { Ctx } from '../../platform/ctx.ts';
import { displayName } from './display.ts';
import { listShort } from './person-store.ts';
import { maySee } from './policy.ts';

export interface NamedPerson {
  /** The record that is kept, where the one that was asked for has been merged into it. */
  readonly personId: string;
  readonly name: string;
  readonly verified: boolean;
}

/** Names for a list, by the ids asked for, in one query; what the actor may not see, or is not there, is left out. */
export async function readNames(ctx: Ctx, ids: readonly string[]): Promise<Map<string, NamedPerson>> {
  if (ids.length === 0) return new Map();
  const rows = await listShort(ctx, [...new Set(ids)]);
  const visible = rows.filter((row) => maySee(ctx.actor, row.id) || maySee(ctx.actor, row.asked));
  ctx.sees(...new Set(visible.map((row) => row.id)));
  return new Map(
    visible.map((row) => [row.asked, { personId: row.id, name: displayName(row), verified: row.verified }]),
  );
}
