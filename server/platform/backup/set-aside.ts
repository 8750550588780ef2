import type pg from 'pg';
import { quoted, type Table } from './tables.ts';

/**
 * Makes room for rows that are already right: empties every table and takes away, until the returned function puts it
 * back, what would judge or change each row as it comes (foreign keys, triggers) or slow it down (indexes of no
 * constraint). All of it is open to the owner of the tables, who need not be a superuser, and all of it undone with the
 * transaction. Foreign keys look at every row when they are put back.
 */
export async function setAside(client: pg.Client, tables: readonly Table[]): Promise<() => Promise<void>> {
  const names = tables.map(({ name }) => quoted(name));
  const keys = await ask<{ on: string; name: string; definition: string }>(
    client,
    `select conrelid::regclass::text as on, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and (conrelid = any ($1::text[]::regclass[]) or confrelid = any ($1::text[]::regclass[]))
     order by conrelid, conname`,
    names,
  );
  const indexes = await ask<{ name: string; definition: string }>(
    client,
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
     where indrelid = any ($1::text[]::regclass[]) and not exists (select from pg_constraint where conindid = indexrelid
       and contype in ('p', 'u', 'x')) order by indexrelid`,
    names,
  );
  const guarded = await ask<{ on: string }>(
    client,
    `select distinct tgrelid::regclass::text as on from pg_trigger
     where not tgisinternal and tgenabled = 'O' and tgrelid = any ($1::text[]::regclass[])`,
    names,
  );
  for (const { on } of guarded) await client.query(`alter table ${on} disable trigger user`);
  for (const { on, name } of keys) await client.query(`alter table ${on} drop constraint ${name}`);
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  const filled: string[] = [];
  for (const name of names) if ((await client.query(`select from ${name} limit 1`)).rowCount !== 0) filled.push(name);
  if (filled.length > 0) await client.query(`truncate ${filled.join(', ')}`);
  return async () => {
    await client.query(`set local maintenance_work_mem = '128MB'`);
    for (const { definition } of indexes) await client.query(definition);
    for (const { on, name, definition } of keys)
      await client.query(`alter table ${on} add constraint ${name} ${definition}`);
    for (const { on } of guarded) await client.query(`alter table ${on} enable trigger user`);
  };
}

async function ask<Row extends pg.QueryResultRow>(
  client: pg.Client,
  statement: string,
  names: string[],
): Promise<Row[]> {
  return (await client.query<Row>(statement, [names])).rows;
}
