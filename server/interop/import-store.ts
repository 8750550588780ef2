import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import type { Ctx } from '../platform/ctx.ts';
import type { Refusal, Resource } from './resources.ts';

export type Counts = Readonly<Record<string, number>>;

export interface KnownFile {
  readonly id: string;
  readonly position_bytes: number;
  readonly counts: Counts;
  readonly refused_count: number;
  readonly finished_at: Temporal.Instant | null;
}

/** A file that was read to its end is begun anew; one that was not goes on. */
export async function beginFile(
  ctx: Ctx,
  file: { sourceSystem: string; sha256: Buffer; size: number; name: string },
): Promise<KnownFile> {
  const { rows } = await sql<KnownFile>`
    insert into interop.file as f (id, source_system, sha256, size_bytes, name, started_at)
    values (${randomUUIDv7()}, ${file.sourceSystem}, ${file.sha256}, ${file.size}, ${file.name}, ${ctx.now})
    on conflict on constraint file_once do update set name = excluded.name, finished_at = null,
      started_at = case when f.finished_at is null then f.started_at else excluded.started_at end,
      position_bytes = case when f.finished_at is null then f.position_bytes else 0 end,
      counts = case when f.finished_at is null then f.counts else '{}' end,
      refused_count = case when f.finished_at is null then f.refused_count else 0 end
    returning id, position_bytes, counts, refused_count, finished_at`.execute(ctx.tx);
  const file_ = rows[0] as KnownFile;
  if (file_.position_bytes === 0) {
    await sql`delete from interop.refused where file_id = ${file_.id}`.execute(ctx.tx);
    await sql`delete from interop.waiting where file_id = ${file_.id}`.execute(ctx.tx);
  }
  return file_;
}

/** False: somebody else has moved it meanwhile, so another import of this file is running. */
export async function moveOn(
  ctx: Ctx,
  fileId: string,
  step: { from: number; to: number; counts: Counts; refused: number },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update interop.file set position_bytes = ${step.to}, counts = ${JSON.stringify(step.counts)}::jsonb,
      refused_count = refused_count + ${step.refused}
    where id = ${fileId} and position_bytes = ${step.from} and finished_at is null`.execute(ctx.tx);
  return numAffectedRows === 1n;
}

export async function endFile(ctx: Ctx, fileId: string): Promise<void> {
  await sql`update interop.file set finished_at = ${ctx.now} where id = ${fileId}`.execute(ctx.tx);
  await sql`delete from interop.alias where file_id = ${fileId}`.execute(ctx.tx);
}

/** As many are kept of one file as anybody reads; the others are counted. */
const mostRefusalsKept = 1000;

export async function keepRefusals(ctx: Ctx, fileId: string, refused: readonly Refusal[]): Promise<void> {
  if (refused.length === 0) return;
  await sql`
    insert into interop.refused (file_id, position_bytes, resource_type, source_id, reason)
    select ${fileId}, position, type, source_id, reason
    from jsonb_to_recordset(${JSON.stringify(refused.slice(0, mostRefusalsKept).map(rowOf))}::jsonb)
      as it(position bigint, type text, source_id text, reason text)
    where (select count(*) from interop.refused where file_id = ${fileId}) < ${mostRefusalsKept}`.execute(ctx.tx);
}

const rowOf = ({ position, resourceType, sourceId, reason }: Refusal) => ({
  position,
  type: resourceType,
  source_id: sourceId?.slice(0, 200),
  reason: reason.slice(0, 500),
});

export async function listRefusals(ctx: Pick<Ctx, 'tx'>, fileId: string, limit: number): Promise<Refusal[]> {
  const { rows } = await sql<Refusal>`
    select position_bytes as position, resource_type as "resourceType", source_id as "sourceId", reason
    from interop.refused where file_id = ${fileId} order by position_bytes, id limit ${limit}`.execute(ctx.tx);
  return rows;
}

export async function keepAliases(
  ctx: Ctx,
  fileId: string,
  aliases: readonly { fullUrl: string; sourceId: string }[],
): Promise<void> {
  if (aliases.length === 0) return;
  await sql`
    insert into interop.alias (file_id, full_url, source_id)
    select distinct on ("fullUrl") ${fileId}::uuid, "fullUrl", "sourceId"
    from jsonb_to_recordset(${JSON.stringify(aliases)}::jsonb) as it("fullUrl" text, "sourceId" text)
    on conflict (file_id, full_url) do update set source_id = excluded.source_id`.execute(ctx.tx);
}

export async function findAliases(
  ctx: Pick<Ctx, 'tx'>,
  fileId: string,
  fullUrls: readonly string[],
): Promise<Map<string, string>> {
  if (fullUrls.length === 0) return new Map();
  const { rows } = await sql<{ full_url: string; source_id: string }>`
    select full_url, source_id from interop.alias where file_id = ${fileId} and full_url = any(${fullUrls})`.execute(
    ctx.tx,
  );
  return new Map(rows.map((row) => [row.full_url, row.source_id]));
}

export interface Waiting {
  readonly id: number;
  readonly position: number;
  readonly resource: Resource;
}

export async function keepWaiting(
  ctx: Ctx,
  fileId: string,
  waiting: readonly { position: number; resource: Resource }[],
): Promise<void> {
  if (waiting.length === 0) return;
  await sql`
    insert into interop.waiting (file_id, position_bytes, resource_type, resource)
    select ${fileId}, position, resource->>'resourceType', resource
    from jsonb_to_recordset(${JSON.stringify(waiting)}::jsonb) as it(position bigint, resource jsonb)`.execute(ctx.tx);
}

export async function listWaiting(
  ctx: Pick<Ctx, 'tx'>,
  fileId: string,
  after: number,
  limit: number,
): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select id, position_bytes as position, resource from interop.waiting
    where file_id = ${fileId} and id > ${after} order by id limit ${limit}`.execute(ctx.tx);
  return rows;
}

export async function endWaiting(ctx: Ctx, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await sql`delete from interop.waiting where id = any(${ids})`.execute(ctx.tx);
}

export async function countRefused(ctx: Pick<Ctx, 'tx'>, fileId: string): Promise<number> {
  const { rows } = await sql<{ refused_count: number }>`
    select refused_count from interop.file where id = ${fileId}`.execute(ctx.tx);
  return rows[0]?.refused_count ?? 0;
}
