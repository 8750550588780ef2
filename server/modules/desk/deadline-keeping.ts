import type { Ctx } from '../../platform/ctx.ts';
import { listTeams } from '../workforce/index.ts';
import { announce } from './changes.ts';
import { followClocks } from './clock-history.ts';
import type { Calendar } from './clocks.ts';
import { lockAnyConversation, selectOpenIds, updateDeadlines } from './conversation-store.ts';
import { deadlines } from './deadlines.ts';
import { calendarOf } from './hours.ts';

/** Due times follow the hours of the team: asked for when those change, and once an hour for what changed unsaid. */
export async function recomputeDeadlines(
  ctx: Ctx,
  of: { teamIds: readonly string[] } | 'all',
): Promise<{ changed: number }> {
  const calendars = new Map<string, Calendar>();
  let changed = 0;
  for (const id of await selectOpenIds(ctx, of)) {
    const row = await lockAnyConversation(ctx, id);
    if (!row || row.resolved_at) continue;
    // One calendar a team; it reaches back far enough for what is answered within a year.
    const calendar =
      calendars.get(row.team_id) ?? (await calendarOf(ctx, row.team_id, ctx.now.subtract({ hours: 8_800 })));
    calendars.set(row.team_id, calendar);
    const due = deadlines(row, calendar);
    if (Object.entries(due).every(([name, at]) => String(at) === String(row[name as keyof typeof due]))) continue;
    await updateDeadlines(ctx, id, due);
    await followClocks(ctx, row, { ...row, ...due }, calendar);
    await announce(ctx, row);
    changed++;
  }
  return { changed };
}

/** Its own teams answer within its hours, and on its closed days those of the whole hospital may be closed too. */
export async function followFacilityHours(ctx: Ctx, facilityId: string): Promise<void> {
  const teams = await listTeams(ctx, { facilityId });
  await recomputeDeadlines(ctx, { teamIds: teams.map((team) => team.id) });
}

export const keepDeadlines = {
  name: 'desk.keep-deadlines',
  cron: '7 * * * *',
  run: async (ctx: Ctx) => void (await recomputeDeadlines(ctx, 'all')),
};
