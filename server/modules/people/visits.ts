import { createHash, randomUUIDv7 } from 'node:crypto';
import type { Ctx } from '../../platform/ctx.ts';
import { notFound } from '../../platform/problem.ts';
import { type VisitInput, type VisitView, visitInput } from './contract.ts';
import { visitRecorded } from './events.ts';
import { openPerson } from './open-person.ts';
import { makeCursor, readCursor } from './timeline.ts';
import {
  knownPersonIds,
  listVisitRows,
  type NewVisit,
  selectFacilitiesSince,
  selectVisitRows,
  upsertVisitRows,
  type VisitRow,
  visitIdsBySource,
} from './visit-store.ts';

type Moment = string | Temporal.Instant;
export type NewVisitInput = Omit<VisitInput, 'startsAt' | 'endsAt'> & { startsAt: Moment; endsAt?: Moment | undefined };

export interface Upserted {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Rows that could not be taken, by their source id, with why; the others are in. */
  readonly refused: readonly { sourceId: string; why: string }[];
}

/** News to others is only what is about now: a history of visits that is read in starts nothing. */
const newsFor = { hours: 24 * 30 };

/** One visit that is known by its source's id: told again, the last word counts. */
export async function recordVisit(ctx: Ctx, visit: NewVisitInput): Promise<{ id: string }> {
  const { refused } = await upsertVisitsFromSource(ctx, [visit]);
  if (refused[0]) throw notFound();
  const [row] = await visitIdsBySource(ctx, visit.sourceSystem, [visit.sourceId]);
  if (!row) throw notFound();
  return { id: row.id };
}

export const upsertVisitFromSource = recordVisit;

/** Many at once; give each batch a transaction of its own, and an import that was stopped is simply run again. */
export async function upsertVisitsFromSource(ctx: Ctx, visits: readonly NewVisitInput[]): Promise<Upserted> {
  const refused: { sourceId: string; why: string }[] = [];
  const rows = new Map<string, NewVisit>();
  const known = await knownPersonIds(ctx, [...new Set(visits.map((visit) => visit.personId))].filter(isUuid));
  for (const visit of visits) {
    const why = known.has(visit.personId) ? undefined : 'unknown-person';
    const row = why ?? readVisit(visit);
    if (typeof row === 'string') refused.push({ sourceId: visit.sourceId, why: row });
    else rows.set(`${row.source_system} ${row.source_id}`, row);
  }
  const written = await upsertVisitRows(ctx, [...rows.values()]);
  const created = written.filter((row) => row.created).length;
  for (const { id, source_system, source_id } of written) {
    const visit = rows.get(`${source_system} ${source_id}`);
    if (!visit) continue;
    ctx.sees(visit.person_id);
    if (isNews(ctx, visit)) await ctx.emit(visitRecorded, { visitId: id, personId: visit.person_id });
  }
  return { created, changed: written.length - created, unchanged: rows.size - written.length, refused };
}

const isUuid = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);

function readVisit(given: NewVisitInput): NewVisit | string {
  const read = visitInput.safeParse({
    ...given,
    startsAt: given.startsAt.toString(),
    ...(given.endsAt !== undefined && { endsAt: given.endsAt.toString() }),
  });
  if (!read.success) return read.error.issues[0]?.path.join('.') || 'invalid';
  const visit = read.data;
  const startsAt = Temporal.Instant.from(visit.startsAt);
  const endsAt = visit.endsAt === undefined ? undefined : Temporal.Instant.from(visit.endsAt);
  if (endsAt && Temporal.Instant.compare(endsAt, startsAt) < 0) return 'ends-before-start';
  const content = {
    person_id: visit.personId,
    facility_id: visit.facilityId ?? null,
    location_id: visit.locationId ?? null,
    practitioner_ids: visit.practitionerIds,
    kind: visit.kind,
    status: visit.status,
    starts_at: startsAt.toString(),
    ends_at: endsAt?.toString() ?? null,
  };
  return {
    id: randomUUIDv7(),
    ...content,
    source_system: visit.sourceSystem,
    source_id: visit.sourceId,
    content_hash: createHash('sha256').update(JSON.stringify(content)).digest('base64'),
  };
}

function isNews(ctx: Ctx, visit: NewVisit): boolean {
  const over = Temporal.Instant.from(visit.ends_at ?? visit.starts_at);
  return Temporal.Instant.compare(over, ctx.now.subtract(newsFor)) >= 0;
}

/** Places where somebody was this long ago still say where they go. */
const recently = { hours: 24 * 365 };

/** Where this person was within a year, or is expected: facilities by id, each once. */
export async function listRecentFacilities(ctx: Ctx, id: string): Promise<string[]> {
  return selectFacilitiesSince(ctx, await openPerson(ctx, id), ctx.now.subtract(recently));
}

const visitPageSize = 50;

/** Newest first. */
export async function listVisits(
  ctx: Ctx,
  id: string,
  cursor?: string,
): Promise<{ visits: VisitView[]; next: string | null }> {
  const personId = await openPerson(ctx, id);
  const rows = await listVisitRows(ctx, personId, readCursor(cursor), visitPageSize + 1);
  const page = rows.slice(0, visitPageSize);
  const last = page.at(-1);
  return {
    visits: page.map((row) => presentVisit(row, personId)),
    next: rows.length > page.length && last ? makeCursor(last.starts_at, last.id) : null,
  };
}

/** Of these visits those that are the person's, by id; who may know of them at all is for the caller to have made sure. */
export async function readVisits(ctx: Ctx, id: string, visitIds: readonly string[]): Promise<Map<string, VisitView>> {
  const personId = await openPerson(ctx, id);
  const rows = await selectVisitRows(ctx, personId, visitIds);
  return new Map(rows.map((row) => [row.id, presentVisit(row, personId)]));
}

const presentVisit = (row: VisitRow, personId: string): VisitView => ({
  id: row.id,
  personId,
  facilityId: row.facility_id,
  locationId: row.location_id,
  practitionerIds: row.practitioner_ids,
  kind: row.kind,
  status: row.status,
  startsAt: row.starts_at.toString(),
  endsAt: row.ends_at?.toString() ?? null,
  sourceSystem: row.source_system,
  sourceId: row.source_id,
});
