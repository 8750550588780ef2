import { createHash, randomUUIDv7 } from 'node:crypto';
import type { Ctx } from '../../platform/ctx.ts';
import { type CareTeam, type CareTeamInput, careTeamInput } from './care-team-shapes.ts';
import { listCareTeamRows, type NewCareTeam, upsertCareTeamRows } from './care-team-store.ts';
import { openPerson } from './open-person.ts';
import { knownPersonIds } from './visit-store.ts';
import type { Upserted } from './visits.ts';

/** Care teams of one source, told again as often as one likes: the last word of each counts. */
export async function upsertCareTeamsFromSource(ctx: Ctx, teams: readonly CareTeamInput[]): Promise<Upserted> {
  const refused: { sourceId: string; why: string }[] = [];
  const rows = new Map<string, NewCareTeam>();
  const read = teams.map((team) => ({ team, row: readTeam(team) }));
  const ids = read.flatMap(({ row }) => (typeof row === 'string' ? [] : row.person_id));
  const known = await knownPersonIds(ctx, [...new Set(ids)]);
  for (const { team, row } of read) {
    const why = typeof row === 'string' ? row : known.has(row.person_id) ? undefined : 'unknown-person';
    if (why !== undefined) refused.push({ sourceId: team.sourceId, why });
    else if (typeof row !== 'string') rows.set(`${row.source_system}\n${row.source_id}`, row);
  }
  const written = await upsertCareTeamRows(ctx, [...rows.values()]);
  ctx.sees(...new Set(written.map((row) => row.person_id)));
  const created = written.filter((row) => row.created).length;
  return { created, changed: written.length - created, unchanged: rows.size - written.length, refused };
}

function readTeam(given: CareTeamInput): NewCareTeam | string {
  const read = careTeamInput.safeParse(given);
  if (!read.success) return read.error.issues[0]?.path.join('.') || 'invalid';
  const team = read.data;
  const content = {
    person_id: team.personId,
    name: team.name,
    status: team.status,
    starts_on: team.startsOn ?? null,
    ends_on: team.endsOn ?? null,
    members: team.members,
  };
  if (content.starts_on && content.ends_on && content.ends_on < content.starts_on) return 'ends-before-start';
  return {
    id: randomUUIDv7(),
    ...content,
    source_system: team.sourceSystem,
    source_id: team.sourceId,
    content_hash: createHash('sha256').update(JSON.stringify(content)).digest('base64'),
  };
}

/** Who looks after this person together: those that go on first. */
export async function listCareTeams(ctx: Ctx, id: string): Promise<{ careTeams: CareTeam[] }> {
  const personId = await openPerson(ctx, id);
  const rows = await listCareTeamRows(ctx, personId);
  return {
    careTeams: rows.map((row) => ({
      id: row.id,
      personId,
      name: row.name,
      status: row.status,
      startsOn: row.starts_on?.toString() ?? null,
      endsOn: row.ends_on?.toString() ?? null,
      members: row.members,
    })),
  };
}
