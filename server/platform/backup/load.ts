import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { contentHash, type End, endShape, read, type TableSum, tableEndShape, tableShape } from './contents.ts';
import { BackupError } from './file.ts';
import { type Frame, kinds } from './frames.ts';
import { copyIn, quoted, readOut, readSequences, type Table } from './tables.ts';

type Frames = AsyncGenerator<Frame, void>;

const notAsWritten = () => new BackupError('A part of the backup is not as Bedside writes it.');

interface Loaded {
  readonly end: End;
  /** With the columns that the backup brought: the job library may have more by now. */
  readonly tables: readonly Table[];
}

/** Writes the rows of every table as they come. Names are those of this database; a file can bring none of its own. */
export async function loadTables(
  client: pg.Client,
  tables: readonly Table[],
  frames: Frames,
  onProgress: (table: string) => void,
): Promise<Loaded> {
  const known = new Map(tables.map((table) => [table.name, table]));
  const loaded: TableSum[] = [];
  const brought: Table[] = [];
  for (;;) {
    const part = await nextFrame(frames);
    if (part.kind === kinds.end) return { end: endOf(read(endShape, part.bytes), loaded), tables: brought };
    if (part.kind !== kinds.table) throw notAsWritten();
    const { name, columns } = read(tableShape, part.bytes);
    const table = known.get(name);
    const stranger = columns.find((column) => !table?.columns.includes(column));
    if (!table || stranger !== undefined)
      throw new BackupError(`This version of Bedside has no place for ${name}${table ? `, ${stranger}` : ''}.`);
    known.delete(name);
    brought.push({ ...table, columns });
    loaded.push({ name, ...(await loadTable(client, { name, columns }, frames, onProgress)) });
  }
}

async function loadTable(
  client: pg.Client,
  table: Pick<Table, 'name' | 'columns'>,
  frames: Frames,
  onProgress: (table: string) => void,
): Promise<Omit<TableSum, 'name'>> {
  let last: Frame | undefined;
  async function* rows(): AsyncGenerator<Buffer, void> {
    for (;;) {
      last = await nextFrame(frames);
      if (last.kind !== kinds.rows) return;
      onProgress(table.name);
      yield last.bytes;
    }
  }
  const stream = client.query(copyFrom(copyIn(table)));
  await pipeline(Readable.from(rows()), stream);
  if (last?.kind !== kinds.tableEnd) throw notAsWritten();
  const told = read(tableEndShape, last.bytes);
  if (told.rows !== stream.rowCount) throw notAsWritten();
  return told;
}

async function nextFrame(frames: Frames): Promise<Frame> {
  const next = await frames.next();
  if (next.done) throw notAsWritten();
  return next.value;
}

function endOf(end: End, loaded: readonly TableSum[]): End {
  if (contentHash(end.tables) !== contentHash(loaded)) throw notAsWritten();
  return end;
}

export async function setSequences(client: pg.Client, sequences: End['sequences']): Promise<void> {
  const known = new Set((await readSequences(client)).map(({ name }) => name));
  for (const { name, lastValue, isCalled } of sequences) {
    if (!known.has(name)) throw new BackupError(`This version of Bedside has no place for ${name}.`);
    await client.query('select setval($1::regclass, $2::bigint, $3)', [quoted(name), lastValue, isCalled]);
  }
}

/** Reads everything once more out of the database, and compares it with what the backup says was there. */
export async function compareContent(
  client: pg.Client,
  tables: readonly Table[],
  end: End,
  onProgress: (share: number, table: string) => void,
): Promise<void> {
  for (const [done, sum] of end.tables.entries()) {
    const table = tables.find(({ name }) => name === sum.name);
    if (!table) throw notAsWritten();
    const reading = readOut(client, table);
    let next = await reading.next();
    while (!next.done) {
      onProgress(done / end.tables.length, table.name);
      next = await reading.next();
    }
    const { rows, sha256 } = next.value;
    if (rows !== sum.rows || sha256 !== sum.sha256)
      throw new BackupError(`${sum.name} did not come back as it was (${rows} of ${sum.rows} rows): nothing was kept.`);
  }
}
