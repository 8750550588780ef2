import { createHash } from 'node:crypto';
import pg from 'pg';

const ours = `nspname not in ('information_schema', 'public') and nspname not like 'pg\\_%'`;

async function look<T>(databaseUrl: string, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    await client.query('begin transaction isolation level repeatable read read only');
    return await run(client);
  } finally {
    await client.end();
  }
}

/** Every table with its number of rows and a hash of them, in whatever order they lie; at the moment of a snapshot, or now. */
export function contentsAt(databaseUrl: string, snapshot?: string): Promise<Map<string, string>> {
  return look(databaseUrl, async (client) => {
    if (snapshot) await client.query(`set transaction snapshot '${snapshot}'`);
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', nspname, relname) as name from pg_class c join pg_namespace n on n.oid = relnamespace
       where relkind = 'r' and relpersistence = 'p' and ${ours} and nspname <> 'graphile_worker' order by 1`,
    );
    const contents = new Map<string, string>();
    for (const name of [...tables.map((table) => table.name), 'graphile_worker._private_jobs']) {
      const { rows } = await client.query<{ row: string }>(`select to_jsonb(it)::text as row from ${name} it`);
      const hash = createHash('sha256');
      for (const row of rows.map((one) => one.row).sort()) hash.update(row);
      contents.set(name, `${rows.length} ${hash.digest('hex').slice(0, 16)}`);
    }
    return contents;
  });
}

/** All that is not rows: columns, constraints, indexes, triggers, functions, rights, policies. */
export function schemaOf(databaseUrl: string): Promise<Record<string, unknown[]>> {
  return look(databaseUrl, async (client) => {
    const all: Record<string, unknown[]> = {};
    for (const [what, statement] of Object.entries(catalogs)) all[what] = (await client.query(statement)).rows;
    return all;
  });
}

const catalogs: Readonly<Record<string, string>> = {
  relations: `select nspname, relname, relkind, relpersistence, relowner::regrole::text as owner, relacl::text, relrowsecurity
    from pg_class c join pg_namespace n on n.oid = relnamespace where ${ours} order by 1, 2`,
  columns: `select attrelid::regclass::text as on, attname, atttypid::regtype::text as type, attnotnull, attidentity, attgenerated,
      pg_get_expr(adbin, adrelid) as default
    from pg_attribute a join pg_class c on c.oid = attrelid join pg_namespace n on n.oid = relnamespace
    left join pg_attrdef d on d.adrelid = attrelid and d.adnum = attnum
    where ${ours} and relkind = 'r' and attnum > 0 and not attisdropped order by 1, 2`,
  constraints: `select conrelid::regclass::text as on, conname, pg_get_constraintdef(k.oid) as is, convalidated
    from pg_constraint k join pg_namespace n on n.oid = connamespace where ${ours} order by 1, 2`,
  indexes: `select schemaname, indexdef from pg_indexes i join pg_namespace n on nspname = schemaname where ${ours} order by 2`,
  triggers: `select tgrelid::regclass::text as on, tgname, tgenabled, pg_get_triggerdef(t.oid) as is
    from pg_trigger t join pg_class c on c.oid = tgrelid join pg_namespace n on n.oid = relnamespace
    where ${ours} and not tgisinternal order by 1, 2`,
  functions: `select nspname, proname, prosecdef, proacl::text, pg_get_functiondef(p.oid) as is
    from pg_proc p join pg_namespace n on n.oid = pronamespace where ${ours} and prokind = 'f' order by 1, 2, 5`,
  schemas: `select nspname, nspacl::text from pg_namespace where ${ours} order by 1`,
  policies: `select tablename, policyname, roles::text, qual, with_check from pg_policies order by 1, 2`,
};
