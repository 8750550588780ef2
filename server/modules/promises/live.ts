import type { Actor } from '../../platform/access/actor.ts';
import type { Ctx } from '../../platform/ctx.ts';

interface Owed {
  readonly subject_id?: string;
  readonly team_id: string;
  readonly owner_staff_id: string | null;
}

const subjectTopic = (subjectId: string) => `promises.subject ${subjectId}`;

export async function announce(ctx: Ctx, ...rows: readonly Owed[]): Promise<void> {
  const topics = rows.flatMap((row) => [
    `promises.team ${row.team_id}`,
    ...(row.owner_staff_id ? [`promises.staff ${row.owner_staff_id}`] : []),
    ...(row.subject_id ? [subjectTopic(row.subject_id)] : []),
  ]);
  for (const topic of new Set(topics)) await ctx.announce(topic);
}

/** What the screen of this actor may hear of promises: of teams and a subject that they may see, and their own. */
export function promiseTopics(
  actor: Actor,
  seen: { readonly teamIds: readonly string[]; readonly subjectId?: string | undefined },
): string[] {
  return [
    ...seen.teamIds.map((teamId) => `promises.team ${teamId}`),
    ...('id' in actor ? [`promises.staff ${actor.id}`] : []),
    ...(seen.subjectId ? [subjectTopic(seen.subjectId)] : []),
  ];
}
