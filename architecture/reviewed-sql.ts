import type { Reviewed } from './put-together.ts';

const imported = 'server/modules/places/import-store.ts';
const embedded = 'server/platform/database/embedded.ts';
const migrating = 'server/platform/database/migrate.ts';
const shortReads = 'server/platform/database/short-reads.ts';
const tables = 'server/platform/backup/tables.ts';
const aside = 'server/platform/backup/set-aside.ts';
const ourNames = 'the names are constants of our own; a statement that makes a role or database takes no values';
const catalog = 'names and definitions as the catalog of this database quotes them; none comes from a backup';

/** Every text that becomes SQL without being bound. Who adds a line has read where the text comes from. */
export const reviewedSql: readonly Reviewed[] = [
  { file: imported, text: 'sql.ref(name)', why: 'columns of a table written down above it' },
  { file: imported, text: 'sql.raw(type)', why: 'types of the same columns' },
  {
    file: embedded,
    text: 'client.query(`CREATE ROLE ',
    why: `${ourNames}; the password goes through escapeLiteral`,
  },
  { file: embedded, text: 'client.query(`CREATE EXTENSION ', why: ourNames },
  { file: embedded, text: 'client.query(`CREATE DATABASE ', why: ourNames },
  { file: migrating, text: 'client.query(`create role ', why: ourNames },
  { file: migrating, text: 'client.query(` do $$ begin if not pg_has_role', why: ourNames },
  { file: migrating, text: 'client.query(` grant usage on schema graphile_worker', why: ourNames },
  { file: migrating, text: 'client.query(sql)', why: 'the migration files themselves, with checksums' },
  { file: 'server/platform/http/live.ts', text: 'fresh.query(`listen ', why: ourNames },
  { file: shortReads, text: 'taken.query(text, [...values])', why: 'what Kysely made, with its values beside it' },
  { file: shortReads, text: 'client.query(text, [...values])', why: 'the same' },
  { file: shortReads, text: 'client.query(begin)', why: 'a constant of this file' },
  { file: shortReads, text: 'client.query(text)', why: 'commit or rollback, as the caller has looked' },
  { file: embedded, text: 'client.query(`GRANT ', why: ourNames },
  { file: embedded, text: 'client.query(`ALTER ROLE ', why: `${ourNames}; the password goes through escapeLiteral` },
  {
    file: tables,
    text: "client.query<Table>( `select format('%s.%s'",
    why: 'a condition written down in the same file',
  },
  { file: tables, text: "client.query<{ name: string }>( `select format('%s.%s'", why: 'the same' },
  { file: tables, text: 'client.query<Omit<Sequence', why: catalog },
  { file: tables, text: 'client.query(copyTo(copyOut(table)))', why: catalog },
  {
    file: 'server/platform/backup/load.ts',
    text: 'client.query(copyFrom(copyIn(table)))',
    why: 'table and columns were found among those of this database first, and are escaped',
  },
  { file: 'server/platform/backup/restore.ts', text: 'client.query(oneWayToWrite)', why: 'a constant' },
  { file: 'server/platform/backup/take.ts', text: 'client.query(oneWayToWrite)', why: 'a constant' },
  { file: 'server/platform/backup/take.ts', text: 'client.query(`lock table ', why: catalog },
  { file: aside, text: 'client.query(`alter table ', why: catalog },
  { file: aside, text: 'client.query(`drop index ', why: catalog },
  { file: aside, text: 'client.query(`select from ', why: catalog },
  { file: aside, text: 'client.query(`truncate ', why: catalog },
  { file: aside, text: 'client.query(definition)', why: catalog },
  {
    file: aside,
    text: 'client.query<Row>(statement, [names])',
    why: 'three constants of this file, with their values',
  },
];
