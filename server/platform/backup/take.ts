import pg from 'pg';
import { connectionOptions } from '../database/connect.ts';
import { schemaLock } from '../database/migrate.ts';
import { version } from '../version.ts';
import { contentHash, type End, type Head, markOf, type TableSum } from './contents.ts';
import { BackupError, writeBackupFile } from './file.ts';
import { frame, jsonFrame, kinds } from './frames.ts';
import { listTables, oneWayToWrite, quoted, readOut, readSequences, type Table, type Written } from './tables.ts';

export interface TakeOptions {
  /** As the owner: what is not the application's, such as the heads of the audit, must come along. */
  readonly url: string;
  readonly file: string;
  readonly password?: string | undefined;
  readonly secret?: Buffer | undefined;
  readonly withoutSecret?: boolean;
  readonly settings: Head['settings'];
  /** The moment whose content is taken, as a snapshot that others may import while the backup runs. */
  readonly onMoment?: (snapshot: string) => Promise<void>;
  readonly onProgress?: (progress: { table: string; done: number; of: number; bytes: number }) => void;
}

export interface Taken {
  readonly sizeBytes: number;
  readonly rows: number;
  readonly tables: number;
  readonly content: string;
}

/** Everything of one moment, while others go on writing; what they wrote later is not in it. */
export async function takeBackup(options: TakeOptions): Promise<Taken> {
  const client = new pg.Client(connectionOptions(options.url, { asOwner: true, statementTimeoutMs: 0 }));
  // A lost connection is told by the statement that was under way.
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(oneWayToWrite);
    const tables = await holdMoment(client);
    if (!tables.some(({ name }) => name === 'migration.applied'))
      throw new BackupError('There is nothing to back up: this database holds no Bedside.');
    await options.onMoment?.(await snapshotOf(client));
    const sums: TableSum[] = [];
    const sizeBytes = await writeBackupFile(options.file, options.password, partsOf(client, tables, options, sums));
    return {
      ...{ sizeBytes, tables: sums.length, content: contentHash(sums) },
      rows: sums.reduce((all, { rows }) => all + rows, 0),
    };
  } finally {
    await client.end();
  }
}

/** No migration may come between the moment and the locks: a table that is written anew would look empty. */
async function holdMoment(client: pg.Client): Promise<Table[]> {
  await client.query('select pg_advisory_lock_shared($1)', [schemaLock]);
  await client.query('begin transaction isolation level repeatable read read only');
  const tables = await listTables(client);
  if (tables.length > 0)
    await client.query(`lock table ${tables.map(({ name }) => quoted(name)).join(', ')} in access share mode`);
  await client.query('select pg_advisory_unlock_shared($1)', [schemaLock]);
  return tables;
}

async function snapshotOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ it: string }>('select pg_export_snapshot() as it');
  return rows[0]?.it ?? '';
}

async function* partsOf(
  client: pg.Client,
  tables: readonly Table[],
  options: TakeOptions,
  sums: TableSum[],
): AsyncGenerator<Buffer, void> {
  yield* jsonFrame(kinds.head, await headOf(client, options));
  let bytes = 0;
  for (const [done, table] of tables.entries()) {
    const { name, columns } = table;
    yield* jsonFrame(kinds.table, { name, columns });
    const written = yield* inFrames(readOut(client, table), (more) => {
      bytes += more;
      options.onProgress?.({ table: name, done, of: tables.length, bytes });
    });
    yield* jsonFrame(kinds.tableEnd, written);
    sums.push({ name, ...written });
  }
  // Last, for they are of no moment: read later they are further on, and give no number twice.
  const end: End = { tables: sums, sequences: await readSequences(client) };
  yield* jsonFrame(kinds.end, end);
}

async function* inFrames(
  rows: AsyncGenerator<Buffer, Written>,
  count: (bytes: number) => void,
): AsyncGenerator<Buffer, Written> {
  for (;;) {
    const next = await rows.next();
    if (next.done) return next.value;
    count(next.value.length);
    yield* frame(kinds.rows, next.value);
  }
}

async function headOf(client: pg.Client, { secret, withoutSecret, settings }: TakeOptions): Promise<Head> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from migration.applied order by name collate "C"',
  );
  const { rows: moments } = await client.query<{ at: Temporal.Instant }>('select now() as at');
  return {
    bedside: version,
    takenAt: moments[0]?.at.toString() ?? '',
    migrations: rows,
    secret: withoutSecret || !secret ? null : secret.toString('base64'),
    secretMark: secret ? markOf(secret) : null,
    settings,
  };
}
