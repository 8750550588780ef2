import type { Actor } from '../../platform/access/actor.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { readShown } from '../workforce/index.ts';
import type { PromiseState, ToldPromise } from './contract.ts';
import { stateOf } from './policy.ts';
import { type Subjects, selectAbout } from './store.ts';

/** A promise that stands still because somebody has died is nothing to remind anybody of. */
const toldAs: Readonly<Record<PromiseState, ToldPromise['state'] | undefined>> = {
  ...{ open: 'promised', near: 'promised', broken: 'late', kept: 'kept', 'kept-late': 'kept-late' },
  ...{ released: 'released', held: undefined },
};

/** In the middle of a sentence: "Maria, billing" is Maria. */
const nameIn = (shownAs: string | undefined): string | null => shownAs?.split(',')[0]?.trim() || null;

const isForReader = (actor: Actor, personId: string): boolean =>
  actor.kind === 'person' &&
  (actor.id === personId || actor.actsFor.some((one) => one.personId === personId && one.scopes.includes('messages')));

/** What was promised to the reader, or to whom they write for, about one thing that they may see. */
export async function listPromisesTold(ctx: Ctx, subjects: Subjects): Promise<ToldPromise[]> {
  const rows = (await selectAbout(ctx, subjects)).filter((row) => isForReader(ctx.actor, row.person_current_id));
  const shown = await readShown(
    ctx,
    rows.flatMap((row) => row.owner_staff_id ?? []),
  );
  ctx.sees(...rows.map((row) => row.person_current_id));
  return rows.flatMap((row): ToldPromise[] => {
    const state = toldAs[stateOf(row, ctx.now)];
    if (!state) return [];
    return [
      {
        ...{ id: row.id, state, kind: row.kind, words: row.words, dueAt: row.due_at.toString() },
        ...{ timeZone: row.time_zone, keptAt: row.kept_at?.toString() ?? null },
        staffName: nameIn(row.owner_staff_id ? shown.get(row.owner_staff_id)?.name : undefined),
      },
    ];
  });
}
