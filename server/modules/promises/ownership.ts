import type { Ctx } from '../../platform/ctx.ts';
import { Problem } from '../../platform/problem.ts';
import { readStaff, readTeam } from '../workforce/index.ts';
import { presentChanged, record, staffActor, takePromise } from './changes.ts';
import type { HandOverInput, PromiseChanged } from './contract.ts';
import { announce } from './live.ts';
import { lockAnyPromise, type PromiseRow, type Subjects, selectAbout, selectOpenIds, updateTeamOf } from './store.ts';

/** To a colleague, to oneself, or back to the team, where it stands as nobody's until somebody takes it. */
export async function handOver(ctx: Ctx, id: string, { version, to }: HandOverInput): Promise<PromiseChanged> {
  if (!('staffId' in to)) {
    const row = await takePromise(ctx, id, version, 'hand-over');
    const { name } = await readTeam(ctx, row.team_id);
    return presentChanged(ctx, await giveBack(ctx, row, undefined, name));
  }
  const toSelf = to.staffId === staffActor(ctx).id;
  const row = await takePromise(ctx, id, version, toSelf ? 'take' : 'hand-over');
  const colleague = await readStaff(ctx, to.staffId);
  if (colleague.absent)
    throw new Problem('conflict', 'promises.colleague-away', {
      en: `${colleague.name} is away now. Choose somebody else or the team.`,
      es: `${colleague.name} no está ahora. Elija a otra persona o al equipo.`,
    });
  const fact = { kind: 'handed-over' as const, toName: colleague.name };
  return presentChanged(ctx, await record(ctx, row, { owner_staff_id: to.staffId }, fact));
}

const giveBack = (ctx: Ctx, row: PromiseRow, reason?: string, toName?: string) =>
  record(ctx, row, { owner_staff_id: null }, { kind: 'given-back', reason, ...(toName && { toName }) });

/** Everything that somebody owes, when they cannot keep it: the team sees it as nobody's. */
export async function giveBackAllOf(ctx: Ctx, staffId: string, reason: string, teamId?: string): Promise<void> {
  for (const id of await selectOpenIds(ctx, { ownerId: staffId, teamId })) {
    const row = await lockAnyPromise(ctx, id);
    const isTheirs = row?.owner_staff_id === staffId && !row.kept_at && !row.released_at;
    if (row && isTheirs && (!teamId || row.team_id === teamId)) await giveBack(ctx, row, reason);
  }
}

/** What it was promised about has gone to another team: who sees that sees what was promised. Its owner still owes it. */
export async function moveWithSubject(
  ctx: Ctx,
  subjects: Subjects,
  team: { teamId: string; facilityId: string | null },
): Promise<void> {
  const before = await selectAbout(ctx, subjects);
  if (before.length === 0) return;
  await updateTeamOf(ctx, subjects, team);
  await announce(ctx, ...before, ...before.map((row) => ({ ...row, team_id: team.teamId })));
}
