import { createHash, randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { actorId } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import { notFound, Problem } from '../problem.ts';
import { kindOf, safeFileName } from './kinds.ts';

/** Bytes of one file. */
export const largestFile = 10 * 1024 * 1024;
const chunkBytes = 256 * 1024;

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
}

/**
 * Keeps a file in the database, in the caller's transaction: with its message or not at all, and in every backup.
 * Refuses what is too large, empty, or of a kind that is not on the list.
 */
export async function storeFile(ctx: Ctx, given: { name: string; bytes: Buffer }): Promise<StoredFile> {
  const { bytes } = given;
  if (bytes.length === 0)
    throw new Problem('invalid', 'platform.file-empty', { en: 'The file is empty.', es: 'El archivo está vacío.' });
  if (bytes.length > largestFile)
    throw new Problem('too-large', 'platform.file-too-large', {
      en: 'The file is larger than 10 MB.',
      es: 'El archivo ocupa más de 10 MB.',
    });
  const kind = await kindOf(bytes);
  if (!kind)
    throw new Problem('unsupported', 'platform.file-kind', {
      en: 'We can take pictures, PDF, Word, Excel and plain text files. This file is something else.',
      es: 'Aceptamos imágenes, PDF, Word, Excel y texto sin formato. Este archivo es otra cosa.',
    });
  const file = {
    id: randomUUIDv7(),
    name: safeFileName(given.name, kind),
    mediaType: kind.mediaType,
    sizeBytes: bytes.length,
  };
  await sql`
    insert into platform.file (id, name, media_type, size_bytes, sha256, created_at, created_by_kind, created_by)
    values (${file.id}, ${file.name}, ${file.mediaType}, ${file.sizeBytes}, ${createHash('sha256').update(bytes).digest()},
      ${ctx.now}, ${ctx.actor.kind}, ${actorId(ctx.actor) ?? null})`.execute(ctx.tx);
  for (let position = 0; position * chunkBytes < bytes.length; position++) {
    const chunk = bytes.subarray(position * chunkBytes, (position + 1) * chunkBytes);
    await sql`insert into platform.file_chunk (file_id, position, bytes) values (${file.id}, ${position}, ${chunk})`.execute(
      ctx.tx,
    );
  }
  return file;
}

/** The bytes of a file; whether this actor may have them is for the module to decide that the file belongs to. */
export async function readFile(ctx: Ctx, id: string): Promise<StoredFile & { bytes: Buffer }> {
  const [file] = await listFiles(ctx, [id]);
  if (!file) throw notFound();
  const chunks = await sql<{ bytes: Buffer }>`
    select bytes from platform.file_chunk where file_id = ${id} order by position`.execute(ctx.tx);
  return { ...file, bytes: Buffer.concat(chunks.rows.map((row) => row.bytes)) };
}

export async function listFiles(ctx: Ctx, ids: readonly string[]): Promise<StoredFile[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<StoredFile>`
    select id, name, media_type as "mediaType", size_bytes as "sizeBytes" from platform.file
    where id = any(${ids}::uuid[]) order by created_at, id`.execute(ctx.tx);
  return rows;
}

/** Files that this actor uploaded before and now attaches; someone else's are not found. Nobody sweeps them meanwhile. */
export async function takeOwnFiles(ctx: Ctx, ids: readonly string[]): Promise<StoredFile[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<StoredFile>`
    select id, name, media_type as "mediaType", size_bytes as "sizeBytes" from platform.file
    where id = any(${ids}::uuid[]) and created_by = ${actorId(ctx.actor) ?? null} for key share`.execute(ctx.tx);
  if (rows.length !== new Set(ids).size) throw notFound();
  return rows;
}

/** For what was never sent: whoever calls it has made sure that nothing else holds these files. */
export async function removeFiles(ctx: Pick<Ctx, 'tx'>, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await sql`delete from platform.file where id = any(${ids}::uuid[])`.execute(ctx.tx);
}

/** Older than a moment, in the order of their ids, a page at a time. */
export async function listIdsBefore(
  ctx: Pick<Ctx, 'tx'>,
  moment: Temporal.Instant,
  after: string | undefined,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from platform.file where created_at < ${moment} and (${after ?? null}::uuid is null or id > ${after ?? null}::uuid)
    order by id limit ${limit}`.execute(ctx.tx);
  return rows.map((row) => row.id);
}

/** Those of them that nobody else is at; until the end of the transaction nobody can be. */
export async function lockFiles(ctx: Pick<Ctx, 'tx'>, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select id from platform.file where id = any(${ids}::uuid[]) order by id for update skip locked`.execute(ctx.tx);
  return rows.map((row) => row.id);
}
