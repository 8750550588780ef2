import type { Ctx } from '../../platform/ctx.ts';
import { Problem } from '../../platform/problem.ts';
import { readStaff, readTeam, teamForReason } from '../workforce/index.ts';
import { hasSomeoneElse, presentChanged, record, refuseUnless, staffActor, takeConversation } from './changes.ts';
import type { Changed, HandOverInput } from './contract.ts';
import { type ConversationRow, selectOpenIds } from './conversation-store.ts';
import { noteHeavy } from './heavy.ts';
import { addNoteTo } from './notes.ts';

/** Takes it from the pool: of many who try, one has it, and the others are told who. Twice by the same changes nothing. */
export async function claim(ctx: Ctx, id: string): Promise<Changed> {
  const row = await takeConversation(ctx, id);
  if (row.owner_staff_id === staffActor(ctx).id) return presentChanged(ctx, row);
  return presentChanged(ctx, await claimRow(ctx, row));
}

export async function claimRow(ctx: Ctx, row: ConversationRow): Promise<ConversationRow> {
  const { id } = staffActor(ctx);
  if (row.owner_staff_id && row.owner_staff_id !== id && !row.resolved_at)
    throw await hasSomeoneElse(ctx, row.owner_staff_id);
  await refuseUnless(ctx, 'claim', row);
  await noteHeavy(ctx, row, id);
  return record(ctx, row, { owner_staff_id: id, claimed_at: ctx.now, claimed_by: id }, { kind: 'claimed' });
}

/** To a colleague, a team, or oneself (taking over). The note goes to whoever takes it, never to the person. */
export async function handOver(ctx: Ctx, id: string, input: HandOverInput): Promise<Changed> {
  const row = await takeConversation(ctx, id, input.version);
  const toSelf = 'staffId' in input.to && input.to.staffId === staffActor(ctx).id;
  await refuseUnless(ctx, toSelf && row.owner_staff_id !== null ? 'take-over' : 'hand-over', row);
  if (input.note) await addNoteTo(ctx, row, input.note);
  const handed = 'staffId' in input.to ? toColleague(ctx, row, input.to.staffId) : toTeam(ctx, row, input.to.teamId);
  return presentChanged(ctx, await handed);
}

async function toColleague(ctx: Ctx, row: ConversationRow, staffId: string): Promise<ConversationRow> {
  const colleague = await readStaff(ctx, staffId);
  if (colleague.absent)
    throw new Problem('conflict', 'desk.colleague-away', {
      en: `${colleague.name} is away now. Choose somebody else or the team.`,
      es: `${colleague.name} no está ahora. Elija a otra persona o al equipo.`,
    });
  const change = { owner_staff_id: staffId, claimed_at: ctx.now, claimed_by: staffId };
  await noteHeavy(ctx, row, staffId);
  return record(ctx, row, change, { kind: 'handed-over', toName: colleague.name, toStaffId: staffId });
}

async function toTeam(ctx: Ctx, row: ConversationRow, teamId: string, reason?: string): Promise<ConversationRow> {
  const team = await readTeam(ctx, teamId);
  const change = { team_id: team.id, facility_id: team.facilityId ?? null, owner_staff_id: null };
  return record(ctx, row, change, { kind: 'handed-over', toName: team.name, reason });
}

/** Back to the pool of its team. */
export async function giveBack(ctx: Ctx, id: string, input: { version: number; reason?: string | undefined }) {
  const row = await takeConversation(ctx, id, input.version);
  await refuseUnless(ctx, 'give-back', row);
  return presentChanged(ctx, await giveBackRow(ctx, row, input.reason));
}

function giveBackRow(ctx: Ctx, row: ConversationRow, reason: string | undefined): Promise<ConversationRow> {
  const by = 'id' in ctx.actor ? ctx.actor.id : null;
  const change = { owner_staff_id: null, given_back_at: ctx.now, given_back_by: by };
  return record(ctx, row, change, { kind: 'given-back', reason });
}

/** Everything open that somebody has, when they cannot go on with it. */
export async function giveBackAllOf(ctx: Ctx, staffId: string, reason: string, teamId?: string): Promise<void> {
  for (const id of await selectOpenIds(ctx, { ownerId: staffId })) {
    const row = await takeConversation(ctx, id);
    if (row.owner_staff_id !== staffId || (teamId && row.team_id !== teamId)) continue;
    await giveBackRow(ctx, row, reason);
  }
}

/** A team that is closed leaves its open work to whoever answers for the reason now. */
export async function moveAllOf(ctx: Ctx, teamId: string): Promise<void> {
  for (const id of await selectOpenIds(ctx, { teamIds: [teamId] })) {
    const row = await takeConversation(ctx, id);
    const next = await teamForReason(ctx, { reason: row.reason, facilityId: row.facility_id ?? undefined });
    if (next) await toTeam(ctx, row, next.id, 'team-closed');
  }
}
