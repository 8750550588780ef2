import type { Ctx } from '../../platform/ctx.ts';
import { threadTopic } from '../messaging/index.ts';
import { promiseTopics } from '../promises/index.ts';
import { listTeams } from '../workforce/index.ts';
import { staffActor } from './changes.ts';
import { selectConversation } from './conversation-store.ts';
import { maySeeTeam } from './policy.ts';
import { threadsOf } from './threads.ts';

/** What this actor's screen may hear: their teams, themselves, and the one conversation that is open in it. */
export async function liveTopics(ctx: Ctx, conversationId: string | undefined): Promise<string[]> {
  const { id: staffId } = staffActor(ctx);
  const teams = (await listTeams(ctx)).filter((team) => maySeeTeam(ctx.actor, team));
  const open = conversationId ? await selectConversation(ctx, conversationId) : undefined;
  return [
    ...teams.map((team) => `desk.team ${team.id}`),
    `desk.staff ${staffId}`,
    ...promiseTopics(ctx.actor, { teamIds: teams.map((team) => team.id), subjectId: open?.id }),
    ...(open
      ? [`desk.conversation ${open.id}`, ...(await threadsOf(ctx, open)).map((it) => threadTopic(it.thread_id))]
      : []),
  ];
}
