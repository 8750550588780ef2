import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { type FileHandle, link, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';
import { type Frame, NotOurs, readFrames } from './frames.ts';
import { CannotOpen, keyOf, seal, unseal } from './sealing.ts';

/** One sentence for the person at the terminal: why this file cannot be written or taken. */
export class BackupError extends Error {}

const firstLine = 'bedside backup\n';
const format = 1;
const hashBytes = 32;
const headShape = z.object({ format: z.int(), salt: z.base64().nullable() });
const longestHead = 512;

/**
 * Written beside under another name, flushed to the disk and only then given its own, so that what has the name is whole.
 * Never over a file that is there. Gives its size.
 */
export async function writeBackupFile(
  file: string,
  password: string | undefined,
  contents: AsyncIterable<Buffer>,
): Promise<number> {
  await refuseExisting(file);
  const unfinished = unfinishedName(file);
  const salt = password === undefined ? undefined : randomBytes(16);
  const key = password !== undefined && salt ? await keyOf(password, salt) : undefined;
  let size = 0;
  const wrap = async function* (packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void> {
    const hash = createHash('sha256');
    const head = { format, salt: salt?.toString('base64') ?? null };
    yield* counted(hash, Buffer.from(`${firstLine}${JSON.stringify(head)}\n`));
    for await (const bytes of key ? seal(packed, key) : packed) yield* counted(hash, bytes);
    yield hash.digest();
    size += hashBytes;
  };
  function* counted(hash: ReturnType<typeof createHash>, bytes: Buffer) {
    hash.update(bytes);
    size += bytes.length;
    yield bytes;
  }
  try {
    const sink = createWriteStream(unfinished, { flags: 'wx', mode: 0o600, flush: true });
    await pipeline(Readable.from(contents), createGzip(), wrap, sink);
    await giveName(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
  return size;
}

export const unfinishedName = (file: string): string => `${file}.unfinished-${process.pid}`;

async function refuseExisting(file: string): Promise<void> {
  if (existsSync(file)) throw new BackupError(`${file} is already there; a backup is never written over another file.`);
  if (!existsSync(path.dirname(file))) throw new BackupError(`There is no folder ${path.dirname(file)}.`);
}

async function giveName(unfinished: string, file: string): Promise<void> {
  try {
    await link(unfinished, file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') await refuseExisting(file);
    // A disk that knows no links (FAT, some shares).
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error;
    await refuseExisting(file);
    await rename(unfinished, file);
  }
  // The name, too, must outlive a power cut; Windows opens no folders.
  if (process.platform === 'win32') return;
  const folder = await open(path.dirname(file), 'r');
  await folder.sync().finally(() => folder.close());
}

export interface OpenBackup {
  readonly sizeBytes: number;
  /** Its parts, once. Stops reading when the generator is returned. */
  readonly frames: AsyncGenerator<Frame, void>;
  /** How much of the file was read. */
  bytesRead(): number;
}

/** Reads all of it and compares its hash before it gives anything out. @throws BackupError */
export async function openBackupFile(file: string, password: string | undefined): Promise<OpenBackup> {
  const handle = await open(file, 'r').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new BackupError(`There is no ${file}.`) : error;
  });
  try {
    const { size } = await handle.stat();
    const { salt, start } = await readHead(handle, file);
    if (!(await isWhole(file, handle, size)))
      throw new BackupError(`${file} is damaged or incomplete: it is not as it was written. Take another backup.`);
    if (salt && password === undefined)
      throw new BackupError(`${file} is sealed with a password: set BEDSIDE_BACKUP_PASSWORD.`);
    const key = salt && password !== undefined ? await keyOf(password, salt) : undefined;
    const source = createReadStream(file, { start, end: size - hashBytes - 1 });
    const unpack = createGunzip();
    // What goes wrong on the way is thrown where the parts are read.
    pipeline(source, (bytes: AsyncIterable<Buffer>) => (key ? unseal(bytes, key) : bytes), unpack).catch(() => {});
    return { sizeBytes: size, frames: inWords(file, readFrames(unpack)), bytesRead: () => start + source.bytesRead };
  } finally {
    await handle.close();
  }
}

async function readHead(handle: FileHandle, file: string): Promise<{ salt: Buffer | undefined; start: number }> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(longestHead), 0, longestHead, 0);
  const text = buffer.toString('latin1', 0, bytesRead);
  const end = text.indexOf('\n', firstLine.length);
  const notOurs = new BackupError(`${file} is no backup of Bedside.`);
  if (!text.startsWith(firstLine) || end < 0) throw notOurs;
  const head = headShape.safeParse(parsed(text.slice(firstLine.length, end)));
  if (!head.success) throw notOurs;
  if (head.data.format > format)
    throw new BackupError(`${file} was written by a newer version of Bedside, in a form that this one does not know.`);
  return { salt: head.data.salt === null ? undefined : Buffer.from(head.data.salt, 'base64'), start: end + 1 };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function isWhole(file: string, handle: FileHandle, size: number): Promise<boolean> {
  if (size <= hashBytes + firstLine.length) return false;
  const hash = createHash('sha256');
  await pipeline(createReadStream(file, { end: size - hashBytes - 1 }), hash);
  const { buffer } = await handle.read(Buffer.alloc(hashBytes), 0, hashBytes, size - hashBytes);
  return timingSafeEqual(buffer, hash.digest());
}

async function* inWords(file: string, frames: AsyncGenerator<Frame, void>): AsyncGenerator<Frame, void> {
  try {
    yield* frames;
  } catch (error) {
    if (error instanceof CannotOpen)
      throw new BackupError(`BEDSIDE_BACKUP_PASSWORD does not open ${file}, or somebody changed it.`);
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof NotOurs || code?.startsWith('Z_') || code === 'ERR_STREAM_PREMATURE_CLOSE')
      throw new BackupError(`${file} is no whole backup of Bedside.`);
    throw error;
  }
}
