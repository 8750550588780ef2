import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import { belongingTo } from './store.ts';
import type { Place } from './timeline-store.ts';

export interface VisitRow {
  readonly id: string;
  readonly person_id: string;
  readonly facility_id: string | null;
  readonly location_id: string | null;
  readonly practitioner_ids: string[];
  readonly kind: 'outpatient' | 'inpatient' | 'emergency' | 'virtual' | 'home' | 'other';
  readonly status: 'planned' | 'arrived' | 'in-progress' | 'finished' | 'cancelled' | 'unknown';
  readonly starts_at: Temporal.Instant;
  readonly ends_at: Temporal.Instant | null;
  readonly source_system: string;
  readonly source_id: string;
}

export type NewVisit = Omit<VisitRow, 'starts_at' | 'ends_at'> & {
  readonly starts_at: string;
  readonly ends_at: string | null;
  /** base64 */
  readonly content_hash: string;
};

/** Writes what is new or has changed, in the order of its source ids so that two importers never wait in a circle. */
export async function upsertVisitRows(ctx: Ctx, visits: readonly NewVisit[]) {
  const { rows } = await sql<{ id: string; source_system: string; source_id: string; created: boolean }>`
    insert into people.visit (id, person_id, facility_id, location_id, practitioner_ids, kind, status, starts_at, ends_at,
      source_system, source_id, content_hash, recorded_at)
    select id, person_id, facility_id, location_id, practitioner_ids, kind, status, starts_at, ends_at, source_system,
      source_id, decode(content_hash, 'base64'), ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(visits)}::jsonb) as given(id uuid, person_id uuid, facility_id uuid,
      location_id uuid, practitioner_ids uuid[], kind text, status text, starts_at timestamptz, ends_at timestamptz,
      source_system text, source_id text, content_hash text)
    where not exists (select from people.visit known where known.source_system = given.source_system
      and known.source_id = given.source_id and known.content_hash = decode(given.content_hash, 'base64'))
    order by source_system collate "C", source_id collate "C"
    on conflict on constraint visit_by_source do update set person_id = excluded.person_id,
      facility_id = excluded.facility_id, location_id = excluded.location_id, practitioner_ids = excluded.practitioner_ids,
      kind = excluded.kind, status = excluded.status, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
      content_hash = excluded.content_hash, recorded_at = excluded.recorded_at
      where visit.content_hash <> excluded.content_hash
    returning id, source_system, source_id, (xmax = 0) as created`.execute(ctx.tx);
  return rows;
}

export async function visitIdsBySource(ctx: Pick<Ctx, 'tx'>, sourceSystem: string, sourceIds: readonly string[]) {
  const { rows } = await sql<{ id: string; source_id: string }>`
    select id, source_id from people.visit
    where source_system = ${sourceSystem} and source_id = any (${sourceIds}::text[])`.execute(ctx.tx);
  return rows;
}

const columns = sql`id, person_id, facility_id, location_id, practitioner_ids, kind, status, starts_at, ends_at,
  source_system, source_id`;

export async function selectVisitRows(
  ctx: Pick<Ctx, 'tx'>,
  personId: string,
  ids: readonly string[],
): Promise<VisitRow[]> {
  const { rows } = await sql<VisitRow>`
    select ${columns} from people.visit
    where person_id in ${belongingTo(personId)} and id = any (${ids}::uuid[])`.execute(ctx.tx);
  return rows;
}

export async function listVisitRows(
  ctx: Pick<Ctx, 'tx'>,
  personId: string,
  after: Place | undefined,
  limit: number,
): Promise<VisitRow[]> {
  const { rows } = await sql<VisitRow>`
    select ${columns} from people.visit
    where person_id in ${belongingTo(personId)}
      and (${after?.at ?? null}::timestamptz is null or (starts_at, id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    order by starts_at desc, id desc limit ${limit}`.execute(ctx.tx);
  return rows;
}

export async function selectFacilitiesSince(
  ctx: Pick<Ctx, 'tx'>,
  personId: string,
  since: Temporal.Instant,
): Promise<string[]> {
  const { rows } = await sql<{ facility_id: string }>`
    select distinct facility_id from people.visit
    where person_id in ${belongingTo(personId)} and starts_at >= ${since} and status <> 'cancelled'
      and facility_id is not null`.execute(ctx.tx);
  return rows.map((row) => row.facility_id);
}

/** People who exist, of those named. */
export async function knownPersonIds(ctx: Pick<Ctx, 'tx'>, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select id from people.person where id = any (${ids}::uuid[])`.execute(
    ctx.tx,
  );
  return new Set(rows.map((row) => row.id));
}
