import type { FileHandle } from 'node:fs/promises';
import { makeLineSplitter, makeSplitter, type Piece, type Splitter } from './splitter.ts';

const chunkBytes = 256 * 1024;
/** So often, and so many times its length, a file that is broken is read again from the next entry on. */
const mostRestarts = 1000;

export interface InputFile {
  readonly handle: FileHandle;
  readonly size: number;
  readonly oneALine: boolean;
}

/** Why a file cannot be read at all; undefined: it can. */
export async function readTrouble(file: InputFile): Promise<string | undefined> {
  if (file.size === 0) return 'it is empty';
  const start = await readAt(file, 0, 4);
  const looksWide = (start[0] === 0xfe && start[1] === 0xff) || (start[0] === 0xff && start[1] === 0xfe);
  if (looksWide || (start.length > 1 && (start[0] === 0 || start[1] === 0)))
    return 'it is UTF-16 or UTF-32; FHIR is UTF-8: save it again as UTF-8';
  return undefined;
}

/**
 * All pieces of a file in order, some at a time. `broken` is asked of every piece; where it says so, reading goes on at
 * the next thing that looks like an entry, even inside what the broken one seemed to hold.
 */
export async function* piecesOf(file: InputFile, broken: (piece: Piece) => boolean): AsyncGenerator<Piece[]> {
  let position = await afterByteOrderMark(file);
  let splitter: Splitter | undefined = file.oneALine
    ? makeLineSplitter({ at: position })
    : makeSplitter({ at: position });
  let restarts = 0;
  let mayReadAgain = 4 * file.size + 1024 * chunkBytes;
  while (splitter) {
    const chunk = await readAt(file, position, chunkBytes);
    const pieces = chunk.length > 0 ? splitter.push(chunk) : splitter.end();
    position += chunk.length;
    if (chunk.length === 0) splitter = undefined;
    const bad = file.oneALine ? -1 : pieces.findIndex((piece) => piece.kind === 'entry' && broken(piece));
    const worst = pieces[bad];
    const next = worst && restarts < mostRestarts && mayReadAgain > 0 ? await findEntryIn(file, worst) : undefined;
    if (!worst || next === undefined) {
      yield pieces;
      continue;
    }
    yield [...pieces.slice(0, bad), { ...worst, end: next }];
    restarts++;
    mayReadAgain -= position - next;
    position = next;
    splitter = makeSplitter({ at: next, inEntries: true });
  }
}

/** Where after its beginning the next entry seems to begin; every entry of a stored bundle begins with its fullUrl. */
async function findEntryIn(file: InputFile, piece: Piece): Promise<number | undefined> {
  const overlap = 256;
  for (let at = piece.position + 1; at < piece.end; at += chunkBytes - overlap) {
    const chunk = await readAt(file, at, Math.min(chunkBytes, piece.end - at));
    const found = chunk.toString('latin1').search(/\{\s{0,200}"fullUrl"\s*:/);
    if (found >= 0) return at + found;
  }
  return undefined;
}

async function afterByteOrderMark(file: InputFile): Promise<number> {
  const start = await readAt(file, 0, 3);
  return start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf ? 3 : 0;
}

async function readAt({ handle, size }: InputFile, position: number, most: number): Promise<Buffer> {
  const length = Math.min(most, size - position);
  if (length <= 0) return Buffer.alloc(0);
  const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
