import type { Ctx } from '../../platform/ctx.ts';
import { latestStatesOf, selectCareful } from './alert-store.ts';
import { maySee } from './policy.ts';
import { statesOf } from './state-rules.ts';

/** What must be known before anybody rings or writes; how to reach somebody with care stands in their record. */
export interface ContactAlerts {
  readonly deceased: boolean;
  readonly bereavedUntil: string | null;
  readonly restricted: boolean;
  readonly safeContact: boolean;
}

/** For a list, by the ids asked for; of whom the actor may not see nothing is told. */
export async function readContactAlerts(ctx: Ctx, ids: readonly string[]): Promise<Map<string, ContactAlerts>> {
  const seen = [...new Set(ids)].filter((id) => maySee(ctx.actor, id));
  if (seen.length === 0) return new Map();
  const [states, careful] = [await latestStatesOf(ctx, seen), await selectCareful(ctx, seen)];
  ctx.sees(...seen);
  return new Map(
    seen.map((id) => {
      const { deceased, bereavedUntil, restricted } = statesOf(ctx, states.get(id) ?? []);
      const alerts = { deceased: deceased !== undefined, bereavedUntil: bereavedUntil?.toString() ?? null, restricted };
      return [id, { ...alerts, safeContact: careful.has(id) }];
    }),
  );
}
