import { createHash } from 'node:crypto';
import pg from 'pg';

/** A hash of every row of every table of these schemas: equal before and after means that nothing was written. */
export async function hashTables(databaseUrl: string, schemas: readonly string[]): Promise<Map<string, string>> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = any($1) order by 1`,
      [schemas],
    );
    const hashes = new Map<string, string>();
    for (const { name } of tables) {
      // xmin names the transaction that wrote a row: written again with the same content it is another one.
      const { rows } = await client.query<{ row: string }>(
        `select it.xmin::text || ' ' || to_jsonb(it)::text as row from ${name} it order by 1`,
      );
      const hash = createHash('sha256');
      for (const { row } of rows) hash.update(row);
      hashes.set(name, `${rows.length} ${hash.digest('hex').slice(0, 16)}`);
    }
    return hashes;
  } finally {
    await client.end();
  }
}
