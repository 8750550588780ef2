import pg from 'pg';
import { type AuditVerdict, verifyAuditWithin } from '../audit/verify.ts';
import { connectionOptions, connectOver, postgresCode } from '../database/connect.ts';
import {
  type Migration,
  migrate,
  prepare,
  prepareJobs,
  readMigrations,
  runMigration,
  schemaLock,
} from '../database/migrate.ts';
import { contentHash, type Head, headShape, read, type TableSum } from './contents.ts';
import { BackupError, type OpenBackup } from './file.ts';
import { kinds } from './frames.ts';
import { compareContent, loadTables, setSequences } from './load.ts';
import { setAside } from './set-aside.ts';
import { listTables, oneWayToWrite } from './tables.ts';

export interface Restored {
  readonly tables: readonly TableSum[];
  readonly content: string;
  /** Faults in it were there when the backup was taken; they are told, and keep nobody from their data. */
  readonly audit: AuditVerdict;
  /** Jobs that had been promised and not done; they run at the next start. */
  readonly undoneJobs: number;
  /** Migrations that this version has and the backup had not. */
  readonly laterMigrations: readonly string[];
}

/** Of this step, from 0 to 1. */
type OnProgress = (step: 'writing' | 'checking', share: number, table: string) => void;

/** What the backup says of itself, or why this version cannot take it. @throws BackupError before anything is written */
export async function readBackupHead({ frames }: OpenBackup): Promise<Head> {
  const first = await frames.next();
  if (first.done || first.value.kind !== kinds.head) throw new BackupError('The backup does not say what it is.');
  const head = read(headShape, first.value.bytes);
  await migrationsOf(head);
  return head;
}

async function migrationsOf(head: Head): Promise<Migration[]> {
  const known = await readMigrations();
  return head.migrations.map(({ name, checksum }) => {
    const migration = known.find((one) => one.name === name);
    if (!migration)
      throw new BackupError(
        `The backup was taken from Bedside ${head.bedside} with "${name}", which this version does not know: restore it with that version or a newer one.`,
      );
    if (migration.checksum !== checksum)
      throw new BackupError(`"${name}" is not the same here as where the backup was taken, Bedside ${head.bedside}.`);
    return migration;
  });
}

/**
 * Into an empty database and in one transaction: whatever fails, nothing is kept. It is compared with the backup before
 * it counts. `url` is the owner's.
 */
export async function restoreBackup(
  url: string,
  backup: OpenBackup,
  head: Head,
  onProgress: OnProgress = () => {},
): Promise<Restored> {
  const client = new pg.Client(connectionOptions(url, { asOwner: true, statementTimeoutMs: 0 }));
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(oneWayToWrite);
    await client.query('select pg_advisory_lock($1)', [schemaLock]);
    await refuseOccupied(client);
    await prepare(client);
    await prepareJobs(url, client);
    await client.query('begin');
    const restored = await restoreWithin(client, backup, head, onProgress).catch(inWords);
    await client.query('commit');
    // Without it the first questions of the morning would be planned as if all were empty.
    await client.query('analyze');
    await client.query('select pg_advisory_unlock($1)', [schemaLock]);
    return { ...restored, laterMigrations: await migrate(url) };
  } finally {
    await client.end();
  }
}

/** Rows that no Bedside can have written together: a foreign key without its row, a value out of its bounds. */
function inWords(error: unknown): never {
  const code = postgresCode(error) ?? '';
  if (!/^2[23]/.test(code)) throw error;
  throw new BackupError(`What is in the backup does not fit together (PostgreSQL ${code}): nothing was kept.`);
}

async function restoreWithin(
  client: pg.Client,
  backup: OpenBackup,
  head: Head,
  onProgress: OnProgress,
): Promise<Omit<Restored, 'laterMigrations'>> {
  for (const migration of await migrationsOf(head)) await runMigration(client, migration);
  const tables = await listTables(client);
  const putBack = await setAside(client, tables);
  const { end, tables: brought } = await loadTables(client, tables, backup.frames, (table) =>
    onProgress('writing', backup.bytesRead() / backup.sizeBytes, table),
  );
  await putBack();
  await setSequences(client, end.sequences);
  await compareContent(client, brought, end, (share, table) => onProgress('checking', share, table));
  const audit = await verifyAuditWithin(connectOver(client), () => onProgress('checking', 1, 'the audit'));
  const { rows } = await client.query<{ count: number }>('select count(*)::int from graphile_worker._private_jobs');
  return {
    tables: end.tables,
    content: contentHash(end.tables),
    audit,
    undoneJobs: rows[0]?.count ?? 0,
  };
}

/** Empty is also what a restore leaves that did not come to its end: the library's schema, and a list of no migrations. */
async function refuseOccupied(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = relnamespace
     where relkind in ('r', 'p', 'v', 'm', 'f') and nspname not in ('information_schema', 'migration', 'graphile_worker')
       and nspname not like 'pg\\_%'
       and not exists (select from pg_depend where classid = 'pg_class'::regclass and objid = c.oid and deptype = 'e')
     limit 1`,
  );
  if (rows[0])
    throw new BackupError(
      'There is something in this database already, and a restore never writes over anything: use an empty database, or another BEDSIDE_DATA.',
    );
}
