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
  for await (const entry of entriesBelow(place)) {
    const { name } = entry;
    // A link may lead out of the folder, or round in a circle.
    if (entry.kind === 'link') leftOut.push({ name, why: 'is a link; name the file itself to import it' });
    else if (entry.kind === 'other') leftOut.push({ name, why: 'is not a plain file' });
    else if (json.test(name) || oneALine.test(name)) {
      const whole = path.join(place, name);
      files.push({ path: whole, name, size: (await lstat(whole)).size, oneALine: oneALine.test(name) });
    } else leftOut.push({ name, why: 'is neither .json nor .ndjson' });
  }
  return { files: files.toSorted((a, b) => rank(a) - rank(b)), leftOut };
}

interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'link' | 'other';
}

/** By name. Node's own recursive reading follows links. */
async function* entriesBelow(root: string, folder = ''): AsyncGenerator<Entry> {
  const entries = await readdir(path.join(root, folder), { withFileTypes: true });
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const name = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* entriesBelow(root, name);
    else yield { name, kind: entry.isSymbolicLink() ? 'link' : entry.isFile() ? 'file' : 'other' };
  }
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
