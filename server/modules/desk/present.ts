import type { Ctx } from '../../platform/ctx.ts';
import type { Words } from '../../platform/problem.ts';
import type { Clocks, ClockView, QueueRow } from './contract.ts';
import type { ConversationRow } from './conversation-store.ts';
import type { Beside } from './people-beside.ts';
import { statusOf, turnOf } from './policy.ts';

export const closedTeam: Words = { en: 'A closed team', es: 'Un equipo cerrado' };

type Moment = Temporal.Instant | null;

export const textOf = (moment: Moment): string | null => moment?.toString() ?? null;

/** A row as the desk shows it, with the names that stand beside it. */
export function presentRow(
  ctx: Ctx,
  row: ConversationRow,
  beside: Beside,
): Omit<QueueRow, 'here' | 'hasDraft' | 'marks'> {
  const person = (id: string) => beside.people.get(id) ?? { personId: id, name: '–', verified: false };
  const { owner_staff_id: owner, about_current_id: about, team_id: teamId, urgent_for_staff_id: offered } = row;
  return {
    ...{ id: row.id, reference: row.reference, version: row.version, status: statusOf(row), subject: row.subject },
    ...{ reason: row.reason, channel: row.channel, answerBy: row.answer_by },
    asker: person(row.asker_current_id),
    about: about && about !== row.asker_current_id ? person(about) : null,
    team: { teamId, name: beside.teams.get(teamId) ?? closedTeam[ctx.language] },
    owner: owner ? { staffId: owner, name: beside.staff.get(owner) ?? '–' } : null,
    ...{ urgentWords: [...row.urgent_words], urgent: row.urgent_at !== null },
    urgentFor: offered ? { staffId: offered, name: beside.staff.get(offered) ?? '–' } : null,
    ...{ openedAt: row.opened_at.toString(), lastMessageAt: row.last_message_at.toString() },
    ...{ lastMessageFrom: row.last_message_from, turn: turnOf(row) },
    clocks: presentClocks(ctx.now, row),
  };
}

export function presentClocks(now: Temporal.Instant, row: ConversationRow): Clocks {
  const { waiting_since: waiting, resolved_at: resolved } = row;
  const view = (targetMinutes: number, due: Moment, near: Moment, met: Moment): ClockView => ({
    ...{ state: stateOf(now, due, near, met, waiting !== null), targetMinutes },
    ...{ dueAt: textOf(due), metAt: textOf(met) },
  });
  const { response_minutes, response_due_at, response_near_at, answered_at } = row;
  const answer = view(response_minutes, response_due_at, response_near_at, answered_at ?? resolved);
  const resolution = view(row.resolution_minutes, row.resolution_due_at, row.resolution_near_at, resolved);
  const response = { ...answer, kind: row.response_kind };
  const isBroken = row.promise_broken_at !== null && !resolved && !waiting;
  const states = [response.state, resolution.state, ...(isBroken ? (['breached'] as const) : [])];
  const worst = (['breached', 'near', 'paused', 'running'] as const).find((state) => states.includes(state));
  return { response, resolution, worst: worst ?? 'stopped', nextDueAt: textOf(row.next_due_at) };
}

function stateOf(now: Temporal.Instant, due: Moment, near: Moment, met: Moment, waiting: boolean): ClockView['state'] {
  const isReached = (moment: Moment, by: Temporal.Instant) =>
    moment !== null && Temporal.Instant.compare(moment, by) <= 0;
  if (met) return due && Temporal.Instant.compare(due, met) < 0 ? 'met-late' : 'met';
  if (isReached(due, now)) return 'breached';
  if (waiting) return 'paused';
  return isReached(near, now) ? 'near' : 'running';
}
