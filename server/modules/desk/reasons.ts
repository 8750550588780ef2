import type { Ctx } from '../../platform/ctx.ts';
import { Problem } from '../../platform/problem.ts';
import { type Team, teamForReason } from '../workforce/index.ts';
import { presentChanged, record, refuseUnless, takeConversation } from './changes.ts';
import type { ReasonChanged, ReasonInput } from './contract.ts';
import type { ConversationRow, RowChange } from './conversation-store.ts';
import { deadlines } from './deadlines.ts';
import { calendarOf } from './hours.ts';
import { isInTeam, readBeside } from './people-beside.ts';
import { presentRow } from './present.ts';
import { levelsFor } from './targets.ts';

/**
 * It turns out to be about something else. It moves to the team that answers for that at its facility, unless who has it
 * keeps it; who has it and is in that team too goes on with it. Asked for the reason it has already, nothing happens.
 *
 * The clocks: from the opening the target of the new reason counts, in the hours of the team that has it now, but what
 * was promised already is kept. So each clock that still runs is due at the earlier of the two, never later than
 * before; one that had ended keeps its target.
 */
export async function changeReason(ctx: Ctx, id: string, input: ReasonInput): Promise<ReasonChanged> {
  const row = await takeConversation(ctx, id, input.version);
  await refuseUnless(ctx, 'change-reason', row);
  if (input.keep) refuseUnlessOwner(ctx, row);
  if (input.reason === row.reason) return present(ctx, row, 'stayed');
  const asked = { reason: input.reason, facilityId: row.facility_id ?? undefined };
  const team = await teamForReason(ctx, asked);
  const became = !team || team.id === row.team_id ? 'stayed' : input.keep ? 'kept' : 'moved';
  const change = {
    ...{
      reason: input.reason,
      targets_changed_at: ctx.now,
      targets_changed_by: 'id' in ctx.actor ? ctx.actor.id : null,
    },
    ...(team && became === 'moved' && (await movedTo(ctx, row, team))),
    ...(await promised(ctx, row, input.reason, team && became === 'moved' ? team.id : row.team_id)),
  };
  const moved = team && became === 'moved' ? { toName: team.name } : {};
  return present(
    ctx,
    await record(ctx, row, change, { kind: 'reason-changed', reason: input.reason, ...moved }),
    became,
  );
}

async function present(ctx: Ctx, row: ConversationRow, became: ReasonChanged['became']): Promise<ReasonChanged> {
  const { team } = presentRow(ctx, row, await readBeside(ctx, [row]));
  return { ...(await presentChanged(ctx, row)), became, team };
}

function refuseUnlessOwner(ctx: Ctx, row: ConversationRow): void {
  if ('id' in ctx.actor && row.owner_staff_id === ctx.actor.id) return;
  throw new Problem('conflict', 'desk.not-yours-to-keep', {
    en: 'Only who has the conversation can keep it. Take it first.',
    es: 'Solo quien tiene la conversación puede quedársela. Tómela primero.',
  });
}

async function movedTo(ctx: Ctx, row: ConversationRow, team: Team): Promise<RowChange> {
  const goesOn = row.owner_staff_id !== null && (await isInTeam(ctx, row.owner_staff_id, team.id));
  return {
    ...{ team_id: team.id, facility_id: team.facilityId ?? null },
    ...(goesOn ? {} : { owner_staff_id: null }),
  };
}

/** The new targets beside the due times that the old ones gave; while the person is waited for, as if that ended now. */
async function promised(ctx: Ctx, row: ConversationRow, reason: string, teamId: string): Promise<RowChange> {
  const waiting = row.waiting_since ? [{ from: row.waiting_since.toString(), until: ctx.now.toString() }] : [];
  const facts = { ...row, waiting_since: null, pauses: [...row.pauses, ...waiting] };
  const due = deadlines(facts, await calendarOf(ctx, row.team_id, row.resolution_started_at));
  const target = await levelsFor(ctx, { reason, urgent: row.urgent_at !== null, teamId });
  return {
    ...{ resolution_minutes: target.resolution_minutes, resolution_promised_at: due.resolution_due_at },
    ...(row.answered_at === null && {
      ...{
        response_minutes: row.response_kind === 'first' ? target.response_minutes : target.next_response_minutes,
      },
      ...{ response_promised_at: due.response_due_at },
    }),
  };
}
