import { open } from 'node:fs/promises';
import { system } from '../platform/access/actor.ts';
import type { Ctx } from '../platform/ctx.ts';
import { postgresCode } from '../platform/database/connect.ts';
import { Problem } from '../platform/problem.ts';
import { asSystem, type Workshop } from '../platform/work.ts';
import * as store from './import-store.ts';
import { type FoundFile, findFiles, hashOf } from './input-files.ts';
import { piecesOf, readTrouble } from './pieces.ts';
import { isBroken, type Refusal, readPiece, urlsIn, withReferences } from './resources.ts';
import type { Piece } from './splitter.ts';
import { writeBatch } from './write-batch.ts';
import { add, type Item } from './writing.ts';

export interface ImportOptions {
  /** A folder or a file. */
  readonly place: string;
  /** Whose ids these are: the same id of another source is another thing. */
  readonly sourceSystem: string;
  onProgress?(progress: Progress): void;
}

export interface Progress {
  readonly file: string;
  readonly bytes: number;
  readonly totalBytes: number;
  readonly resources: number;
}

export interface FileResult {
  readonly name: string;
  /** Where it went on, when it had been stopped before. */
  readonly resumedAt: number;
  readonly counts: store.Counts;
  readonly refusedCount: number;
  /** The first of them. */
  readonly refused: readonly Refusal[];
}

export interface ImportResult {
  readonly files: readonly FileResult[];
  readonly leftOut: readonly { readonly name: string; readonly why: string }[];
}

const actor = system('import');
const action = 'interop.import-fhir';
/** One transaction each: large enough to be fast, small enough that nobody waits for its locks. */
const mostItems = 400;
const mostPieces = 4000;
const refusalsShown = 50;

/** Imports FHIR R4. Stopped anywhere, the same call goes on where it stopped; run again, it changes nothing. */
export async function importFhir(shop: Workshop, options: ImportOptions): Promise<ImportResult> {
  const { files, ...found } = await findFiles(options.place);
  const leftOut = [...found.leftOut];
  const totalBytes = files.reduce((sum, file) => sum + file.size, 0);
  const source = { system: options.sourceSystem, timeZone: shop.house.hospital.timeZone };
  const begun: Begun[] = [];
  const seen = new Set<string>();
  let [bytesBefore, resources] = [0, 0];
  for (const file of files) {
    const one = await beginFile(shop, source, file);
    if (seen.has(one.id)) leftOut.push({ name: file.name, why: 'is the same, byte for byte, as one before it' });
    else {
      seen.add(one.id);
      begun.push(one);
      await readFile(shop, one, (position, more) => {
        resources += more;
        options.onProgress?.({ file: file.name, bytes: bytesBefore + position, totalBytes, resources });
      });
    }
    bytesBefore += file.size;
  }
  await settle(shop, begun);
  return { files: await Promise.all(begun.map((one) => resultOf(shop, one))), leftOut };
}

interface Begun {
  readonly id: string;
  readonly file: FoundFile;
  readonly source: { readonly system: string; readonly timeZone: string };
  readonly resumedAt: number;
  position: number;
  counts: store.Counts;
}

async function beginFile(shop: Workshop, source: Begun['source'], file: FoundFile): Promise<Begun> {
  const sha256 = await hashOf(file);
  const known = await asSystem(shop, actor, action, (ctx) =>
    store.beginFile(ctx, { sourceSystem: source.system, sha256, size: file.size, name: file.name }),
  );
  const position = known.position_bytes;
  return { id: known.id, file, source, resumedAt: position, position, counts: known.counts };
}

interface Batch {
  readonly items: Item[];
  readonly refused: Refusal[];
  readonly aliases: { fullUrl: string; sourceId: string }[];
  readonly others: Record<string, number>;
  pieces: number;
}

const emptyBatch = (): Batch => ({ items: [], refused: [], aliases: [], others: {}, pieces: 0 });

async function readFile(shop: Workshop, begun: Begun, onStep: (position: number, resources: number) => void) {
  const handle = await open(begun.file.path);
  try {
    const input = { handle, size: begun.file.size, oneALine: begun.file.oneALine };
    const trouble = await readTrouble(input);
    if (trouble) return await writeStep(shop, begun, refusing(trouble), begun.file.size);
    let batch = emptyBatch();
    let found = 0;
    const flush = async (position: number) => {
      await writeStep(shop, begun, batch, position);
      onStep(position, batch.pieces);
      batch = emptyBatch();
    };
    for await (const pieces of piecesOf(input, isBroken)) {
      for (const piece of pieces) {
        found++;
        if (piece.end <= begun.position) continue;
        collect(batch, piece);
        if (batch.items.length >= mostItems || batch.pieces >= mostPieces) await flush(piece.end);
      }
    }
    if (found === 0) batch.refused.push({ position: 0, reason: 'holds no FHIR resource' });
    if (begun.position < begun.file.size || batch.pieces > 0) await flush(begun.file.size);
  } finally {
    await handle.close();
  }
}

const refusing = (why: string): Batch => ({ ...emptyBatch(), refused: [{ position: 0, reason: why }] });

function collect(batch: Batch, piece: Piece): void {
  const content = readPiece(piece);
  batch.pieces++;
  for (const resource of content.resources) batch.items.push({ position: piece.position, resource });
  for (const type of content.others) add(batch.others, `other.${type}`, 1);
  batch.refused.push(...content.refused);
  batch.aliases.push(...content.aliases);
}

/** Everything up to `position`, and that it is done, in one transaction. */
async function writeStep(shop: Workshop, begun: Begun, batch: Batch, position: number): Promise<void> {
  try {
    await writeOnce(shop, begun, batch, position);
  } catch (error) {
    if (!isOfTheData(error) || batch.items.length === 0) throw error;
    const [only] = batch.items;
    if (batch.items.length === 1 && only) {
      const { resourceType, id: sourceId } = only.resource;
      const refusal = { position: only.position, resourceType, sourceId, reason: reasonOf(error) };
      return writeStep(shop, begun, { ...batch, items: [], refused: [...batch.refused, refusal] }, position);
    }
    // One of them stops the others: in halves, until it is alone.
    const middle = Math.ceil(batch.items.length / 2);
    const upTo = Math.max(begun.position, batch.items[middle]?.position ?? 0);
    await writeStep(shop, begun, { ...batch, items: batch.items.slice(0, middle) }, upTo);
    await writeStep(shop, begun, { ...emptyBatch(), items: batch.items.slice(middle) }, position);
  }
}

async function writeOnce(shop: Workshop, begun: Begun, batch: Batch, position: number): Promise<void> {
  begun.counts = await asSystem(shop, actor, action, async (ctx) => {
    await store.keepAliases(ctx, begun.id, batch.aliases);
    const items = await withOwnNames(ctx, begun.id, batch.items);
    const outcome = await writeBatch(ctx, begun.source, items, false);
    await store.keepWaiting(ctx, begun.id, outcome.waiting);
    const refused = [...batch.refused, ...outcome.refused];
    await store.keepRefusals(ctx, begun.id, refused);
    const counts = sumOf(begun.counts, batch.others, outcome.counts);
    const step = { from: begun.position, to: position, counts, refused: refused.length };
    if (!(await store.moveOn(ctx, begun.id, step)))
      throw new Error(`${begun.file.name} is being imported by somebody else at this moment.`);
    return counts;
  });
  begun.position = position;
}

/** References by a name that only the bundle knows become references by id. */
async function withOwnNames(ctx: Ctx, fileId: string, items: readonly Item[]): Promise<Item[]> {
  const named = new Map(items.map((item) => [item, urlsIn(item.resource)]));
  const aliases = await store.findAliases(ctx, fileId, [...new Set([...named.values()].flat())]);
  if (aliases.size === 0) return [...items];
  const replace = (reference: string) => {
    const id = aliases.get(reference);
    return id === undefined ? reference : `urn:uuid:${id}`;
  };
  return items.map((item) => ({ ...item, resource: withReferences(item.resource, replace) }));
}

/** What named something that had not come yet, now that all has come. */
async function settle(shop: Workshop, begun: readonly Begun[]): Promise<void> {
  const pass = async (settling: boolean) => {
    let settled = 0;
    for (const one of begun) settled += await settleFile(shop, one, settling);
    return settled;
  };
  while ((await pass(false)) > 0);
  await pass(true);
  for (const one of begun) await asSystem(shop, actor, action, (ctx) => store.endFile(ctx, one.id));
}

/** How many need not wait any longer. */
async function settleFile(shop: Workshop, begun: Begun, settling: boolean): Promise<number> {
  let settled = 0;
  for (let after = 0; ; ) {
    const page = await asSystem(shop, actor, action, (ctx) => store.listWaiting(ctx, begun.id, after, mostItems));
    const last = page.at(-1);
    if (!last) return settled;
    after = last.id;
    settled += await settlePage(shop, begun, page, settling);
  }
}

async function settlePage(
  shop: Workshop,
  begun: Begun,
  page: readonly store.Waiting[],
  settling: boolean,
): Promise<number> {
  try {
    const { counts, settled } = await asSystem(shop, actor, action, (ctx) => settleOnce(ctx, begun, page, settling));
    begun.counts = counts;
    return settled;
  } catch (error) {
    const [only] = page;
    if (!isOfTheData(error) || !only) throw error;
    if (page.length === 1) {
      const { resourceType, id: sourceId } = only.resource;
      const refusal = { position: only.position, resourceType, sourceId, reason: reasonOf(error) };
      await asSystem(shop, actor, action, (ctx) => endWaiting(ctx, begun, [only.id], [refusal], begun.counts));
      return 1;
    }
    const middle = Math.ceil(page.length / 2);
    const first: number = await settlePage(shop, begun, page.slice(0, middle), settling);
    return first + (await settlePage(shop, begun, page.slice(middle), settling));
  }
}

async function settleOnce(ctx: Ctx, begun: Begun, page: readonly store.Waiting[], settling: boolean) {
  const named = await withOwnNames(ctx, begun.id, page);
  const outcome = await writeBatch(ctx, begun.source, named, settling);
  const waits = new Set(outcome.waiting);
  const done = page.filter((_, index) => !waits.has(named[index] as Item)).map((one) => one.id);
  const counts = sumOf(begun.counts, outcome.counts);
  await endWaiting(ctx, begun, done, outcome.refused, counts);
  return { counts, settled: done.length };
}

async function endWaiting(ctx: Ctx, begun: Begun, ids: number[], refused: readonly Refusal[], counts: store.Counts) {
  await store.endWaiting(ctx, ids);
  await store.keepRefusals(ctx, begun.id, refused);
  const step = { from: begun.position, to: begun.position, counts, refused: refused.length };
  await store.moveOn(ctx, begun.id, step);
}

/** A value the database does not take (class 22), a constraint (23), or a rule of a module. */
function isOfTheData(error: unknown): boolean {
  return error instanceof Problem || /^2[23]/.test(postgresCode(error) ?? '');
}

/** Of the database only the code: its words quote the row. */
function reasonOf(error: unknown): string {
  return error instanceof Problem
    ? `cannot be taken: ${error.message}`
    : `cannot be kept: the database refuses a value (${postgresCode(error)})`;
}

function sumOf(...all: readonly store.Counts[]): store.Counts {
  const sum: Record<string, number> = {};
  for (const counts of all) for (const [key, more] of Object.entries(counts)) add(sum, key, more);
  return sum;
}

async function resultOf(shop: Workshop, begun: Begun): Promise<FileResult> {
  return asSystem(shop, actor, action, async (ctx) => ({
    name: begun.file.name,
    resumedAt: begun.resumedAt,
    counts: begun.counts,
    refusedCount: await store.countRefused(ctx, begun.id),
    refused: await store.listRefusals(ctx, begun.id, refusalsShown),
  }));
}
