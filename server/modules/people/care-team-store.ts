import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { CareTeam } from './care-team-shapes.ts';
import { belongingTo } from './store.ts';

export interface CareTeamRow {
  readonly id: string;
  readonly person_id: string;
  readonly name: string;
  readonly status: CareTeam['status'];
  readonly starts_on: Temporal.PlainDate | null;
  readonly ends_on: Temporal.PlainDate | null;
  readonly members: CareTeam['members'];
}

export type NewCareTeam = Omit<CareTeamRow, 'starts_on' | 'ends_on'> & {
  readonly starts_on: string | null;
  readonly ends_on: string | null;
  readonly source_system: string;
  readonly source_id: string;
  /** base64 */
  readonly content_hash: string;
};

/** Writes what is new or has changed, in the order of its source ids so that two importers never wait in a circle. */
export async function upsertCareTeamRows(ctx: Ctx, teams: readonly NewCareTeam[]) {
  const { rows } = await sql<{ person_id: string; created: boolean }>`
    insert into people.care_team (id, person_id, name, status, starts_on, ends_on, members, source_system, source_id,
      content_hash, recorded_at)
    select id, person_id, name, status, starts_on, ends_on, members, source_system, source_id,
      decode(content_hash, 'base64'), ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(teams)}::jsonb) as given(id uuid, person_id uuid, name text, status text,
      starts_on date, ends_on date, members jsonb, source_system text, source_id text, content_hash text)
    where not exists (select from people.care_team known where known.source_system = given.source_system
      and known.source_id = given.source_id and known.content_hash = decode(given.content_hash, 'base64'))
    order by source_system collate "C", source_id collate "C"
    on conflict on constraint care_team_by_source do update set person_id = excluded.person_id, name = excluded.name,
      status = excluded.status, starts_on = excluded.starts_on, ends_on = excluded.ends_on, members = excluded.members,
      content_hash = excluded.content_hash, recorded_at = excluded.recorded_at
      where care_team.content_hash <> excluded.content_hash
    returning person_id, (xmax = 0) as created`.execute(ctx.tx);
  return rows;
}

/** Those that go on first, then the newest. */
export async function listCareTeamRows(ctx: Pick<Ctx, 'tx'>, personId: string): Promise<CareTeamRow[]> {
  const { rows } = await sql<CareTeamRow>`
    select id, person_id, name, status, starts_on, ends_on, members from people.care_team
    where person_id in ${belongingTo(personId)}
    order by status <> 'active', starts_on desc nulls last, id limit 100`.execute(ctx.tx);
  return rows;
}
