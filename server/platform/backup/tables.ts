import { createHash } from 'node:crypto';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';

export interface Table {
  /** `schema.table` */
  readonly name: string;
  readonly columns: readonly string[];
  /** By what its rows are put into one order, so that equal content is equal bytes. */
  readonly order: string;
}

export interface Sequence {
  readonly name: string;
  /** As text: a sequence counts further than a number holds. */
  readonly lastValue: string;
  readonly isCalled: boolean;
}

/** The library makes its schema itself, and writes down there how far it is. */
const left = ['graphile_worker.migrations'];

/**
 * Every table that Bedside keeps, with the columns that are written (the others are computed from them). Unlogged tables
 * stay behind: they are counters and presence, and may be lost in any crash.
 */
export async function listTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select format('%s.%s', nspname, relname) as name,
       (select array_agg(attname::text order by attnum) from pg_attribute
         where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns,
       coalesce((select string_agg(format(case when attcollation = 0 then 'it.%I' else 'it.%I::text collate "C"' end, attname),
           ', ' order by place)
         from pg_constraint k, unnest(k.conkey) with ordinality as key (attnum, place), pg_attribute a
         where k.conrelid = c.oid and k.contype = 'p' and a.attrelid = c.oid and a.attnum = key.attnum),
         'it::text collate "C"') as order
     from pg_class c join pg_namespace n on n.oid = relnamespace
     where relkind = 'r' and relpersistence = 'p' and ${isOurs} and format('%s.%s', nspname, relname) <> all ($1)
     order by format('%s.%s', nspname, relname) collate "C"`,
    [left],
  );
  return rows;
}

const isOurs = `nspname <> 'information_schema' and nspname not like 'pg\\_%' and nspname <> 'public'`;

export async function readSequences(client: pg.Client): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%s.%s', nspname, relname) as name from pg_class c join pg_namespace n on n.oid = relnamespace
     where relkind = 'S' and ${isOurs} order by format('%s.%s', nspname, relname) collate "C"`,
  );
  const states: Sequence[] = [];
  for (const { name } of rows) {
    const state = await client.query<Omit<Sequence, 'name'>>(
      `select last_value::text as "lastValue", is_called as "isCalled" from ${quoted(name)}`,
    );
    for (const row of state.rows) states.push({ name, ...row });
  }
  return states;
}

/**
 * Where somebody works on a job at this moment, nobody will after a restore: it is written as not yet begun, or it
 * would wait four hours for its worker, and one that was at its last try for ever.
 */
const asFree: Readonly<Record<string, string>> = {
  locked_at: 'null',
  locked_by: 'null',
  attempts: 'attempts - (locked_at is not null)::int',
};

export function copyOut(table: Table): string {
  const isQueue = table.name.startsWith('graphile_worker.');
  const columns = table.columns.map((name) => (isQueue && asFree[name]) || pg.escapeIdentifier(name));
  return `copy (select ${columns.join(', ')} from ${quoted(table.name)} it order by ${table.order}) to stdout`;
}

export const copyIn = (table: Pick<Table, 'name' | 'columns'>): string =>
  `copy ${quoted(table.name)} (${table.columns.map((name) => pg.escapeIdentifier(name)).join(', ')}) from stdin`;

export function quoted(name: string): string {
  return name.split('.').map(pg.escapeIdentifier).join('.');
}

export interface Written {
  readonly rows: number;
  readonly sha256: string;
}

/** The bytes of a table in its order, and at the end how many rows they were and their hash. */
export async function* readOut(client: pg.Client, table: Table): AsyncGenerator<Buffer, Written> {
  const hash = createHash('sha256');
  const stream = client.query(copyTo(copyOut(table)));
  for await (const bytes of stream as AsyncIterable<Buffer>) {
    hash.update(bytes);
    yield bytes;
  }
  return { rows: stream.rowCount, sha256: hash.digest('hex') };
}

/** Whatever a server's or an account's own settings are, values are written in one way. */
export const oneWayToWrite = `
  set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set bytea_output = 'hex'; set extra_float_digits = 1;
  set lock_timeout = 0; set idle_in_transaction_session_timeout = 0`;
