import type { Ctx } from '../../platform/ctx.ts';
import { teamForReason } from '../workforce/index.ts';
import { dueAt } from './clocks.ts';
import type { TargetExample } from './contract.ts';
import { calendarOf } from './hours.ts';
import { textOf } from './present.ts';
import { seeTeam } from './rule-of-team.ts';

const friday = 5;

/**
 * A question on a Friday at four, when hours of a desk matter most: the coming one, on the wall clock of the team that
 * would answer it. Counted as the real clocks count, closed days included.
 */
export async function exampleOf(
  ctx: Ctx,
  asked: {
    teamId?: string | undefined;
    reason?: string | undefined;
    responseMinutes: number;
    resolutionMinutes: number;
  },
): Promise<TargetExample> {
  const team = asked.teamId
    ? await seeTeam(ctx, asked.teamId)
    : await teamForReason(ctx, { reason: asked.reason ?? 'other' });
  const calendar = team && (await calendarOf(ctx, team.id, ctx.now));
  const timeZone = calendar?.timeZone ?? ctx.house.hospital.timeZone;
  const start = comingFriday(ctx.now.toZonedDateTimeISO(timeZone)).toInstant();
  const due = (minutes: number) => (calendar && dueAt({ start, minutes, calendar })) ?? null;
  return {
    team: team ? { teamId: team.id, name: team.name } : null,
    ...{ timeZone, askedAt: start.toString() },
    responseDueAt: textOf(due(asked.responseMinutes)),
    resolutionDueAt: textOf(due(asked.resolutionMinutes)),
  };
}

function comingFriday(today: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  const days = (friday - today.dayOfWeek + 7) % 7;
  const four = today.add({ days }).withPlainTime('16:00');
  return Temporal.ZonedDateTime.compare(four, today) < 0 ? four.add({ days: 7 }) : four;
}
