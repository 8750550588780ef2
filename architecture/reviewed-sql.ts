import type { Reviewed } from './put-together.ts';

const imported = 'server/modules/places/import-store.ts';
const embedded = 'server/platform/database/embedded.ts';
const migrating = 'server/platform/database/migrate.ts';
const shortReads = 'server/platform/database/short-reads.ts';
const ourNames = 'the names are constants of our own; a statement that makes a role or database takes no values';

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
  { file: migrating, text: 'client.query(migration.sql)', why: 'the migration files themselves, with checksums' },
  { file: 'server/platform/http/live.ts', text: 'fresh.query(`listen ', why: ourNames },
  { file: shortReads, text: 'taken.query(text, [...values])', why: 'what Kysely made, with its values beside it' },
  { file: shortReads, text: 'client.query(text, [...values])', why: 'the same' },
  { file: shortReads, text: 'client.query(begin)', why: 'a constant of this file' },
  { file: shortReads, text: 'client.query(text)', why: 'commit or rollback, as the caller has looked' },
];
