import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readdir, stat } from 'node:fs/promises';
import path from 'node:path';

export interface FoundFile {
  readonly path: string;
  /** Below the folder that was named. */
  readonly name: string;
  readonly size: number;
  readonly oneALine: boolean;
}

export interface FoundFiles {
  readonly files: readonly FoundFile[];
  readonly leftOut: readonly { readonly name: string; readonly why: string }[];
}

const oneALine = /\.(ndjson|jsonl)$/i;
const json = /\.json$/i;

/** The files of a folder and the folders in it, or the one file. @throws Error in a sentence when there is nothing there. */
export async function findFiles(place: string): Promise<FoundFiles> {
  const there = await stat(place).catch((error: NodeJS.ErrnoException) => {
    throw new Error(error.code === 'ENOENT' ? `There is no ${place}.` : `${place} cannot be read (${error.code}).`);
  });
  if (!there.isDirectory()) {
    if (!there.isFile()) throw new Error(`${place} is neither a file nor a folder.`);
    const file = { path: place, name: path.basename(place), size: there.size, oneALine: oneALine.test(place) };
    return { files: [file], leftOut: [] };
  }
  const files: FoundFile[] = [];
  const leftOut: { name: string; why: string }[] = [];
  for (const name of (await readdir(place, { recursive: true })).sort()) {
    const whole = path.join(place, name);
    const entry = await lstat(whole);
    if (entry.isDirectory()) continue;
    // A link may lead out of the folder, or round in a circle.
    if (entry.isSymbolicLink()) leftOut.push({ name, why: 'is a link; name the file itself to import it' });
    else if (!entry.isFile()) leftOut.push({ name, why: 'is not a plain file' });
    else if (json.test(name) || oneALine.test(name))
      files.push({ path: whole, name, size: entry.size, oneALine: oneALine.test(name) });
    else leftOut.push({ name, why: 'is neither .json nor .ndjson' });
  }
  return { files: files.toSorted((a, b) => rank(a) - rank(b)), leftOut };
}

/** Synthea writes those whom all bundles name into files of their own; read first, nobody has to wait for them. */
function rank({ name }: FoundFile): number {
  const of = ['organization', 'location', 'hospitalinformation', 'practitionerrole', 'practitioner', 'patient'];
  const at = of.findIndex((start) => path.basename(name).toLowerCase().startsWith(start));
  return at < 0 ? of.length : at === 3 ? 4 : at === 4 ? 3 : at;
}

export async function hashOf(file: FoundFile): Promise<Buffer> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file.path, { highWaterMark: 1024 * 1024 })) hash.update(chunk as Buffer);
  return hash.digest();
}
