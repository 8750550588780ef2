import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { SourceRef } from './source.ts';

/** A row that came from a source, written or left alone. */
export interface Written {
  readonly id: string;
  readonly source_id: string;
  /** undefined: it was there, and nothing about it was new. */
  readonly added: boolean | undefined;
}

interface Target {
  readonly table: RawBuilder<unknown>;
  /** Column and type of everything the source decides; the rest of a row is the house's own. */
  readonly columns: Readonly<Record<string, string>>;
}

const address = {
  address_lines: 'text[]',
  city: 'text',
  region: 'text',
  postal_code: 'text',
  country: 'text',
};

export const targets = {
  facility: {
    table: sql`places.facility`,
    columns: { name: 'text', phone: 'text', ...address, identifiers: 'jsonb' },
  },
  location: {
    table: sql`places.location`,
    columns: {
      facility_id: 'uuid',
      name: 'text',
      kind: 'text',
      phone: 'text',
      ...address,
      latitude: 'double precision',
      longitude: 'double precision',
      identifiers: 'jsonb',
    },
  },
  practitioner: {
    table: sql`places.practitioner`,
    columns: {
      prefix: 'text',
      given: 'text',
      family: 'text',
      gender: 'text',
      npi: 'text',
      email: 'text',
      identifiers: 'jsonb',
      active: 'boolean',
    },
  },
  role: {
    table: sql`places.practitioner_role`,
    columns: {
      practitioner_id: 'uuid',
      facility_id: 'uuid',
      location_ids: 'uuid[]',
      specialty_id: 'uuid',
      title: 'text',
      codes: 'jsonb',
      phone: 'text',
      active: 'boolean',
    },
  },
} satisfies Record<string, Target>;

export interface SourceRow {
  readonly id: string;
  readonly source_id: string;
  readonly [column: string]: unknown;
}

/**
 * Writes rows of a source in one statement, in the order of their ids so that two imports do not wait for each other in
 * a circle. A row of which nothing is new is not written again. `once` are columns set only when the row is new.
 */
export async function upsertRows(
  ctx: Ctx,
  kind: keyof typeof targets,
  sourceSystem: string,
  rows: readonly SourceRow[],
  once: Readonly<Record<string, string>> = {},
): Promise<Written[]> {
  const { table, columns } = targets[kind];
  const names = Object.keys(columns).map((name) => sql.ref(name));
  const onceNames = Object.keys(once).map((name) => sql.ref(name));
  const typed = Object.entries({ ...columns, ...once }).map(([name, type]) => sql`${sql.ref(name)} ${sql.raw(type)}`);
  // Where it hung belongs to the facility it leaves.
  const also =
    kind === 'location' ? [sql`parent_id = case when it.facility_id = excluded.facility_id then it.parent_id end`] : [];
  const [all, comma] = [[...names, ...onceNames], sql`, `];
  const written = await sql<{ id: string; source_id: string; added: boolean }>`
    insert into ${table} as it (id, source_system, source_id, created_at, ${sql.join(all, comma)})
    select id, ${sourceSystem}, source_id, ${ctx.now}, ${sql.join(all, comma)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id uuid, source_id text, ${sql.join(typed, comma)})
    order by source_id
    on conflict (source_system, source_id) do update
      set ${sql.join([...names.map((name) => sql`${name} = excluded.${name}`), ...also], comma)}
      where (${sql.join(
        names.map((name) => sql`it.${name}`),
        comma,
      )})
        is distinct from (${sql.join(
          names.map((name) => sql`excluded.${name}`),
          comma,
        )})
    returning id, source_id, xmax = 0 as added`.execute(ctx.tx);
  const known = new Map(written.rows.map((row) => [row.source_id, row]));
  const missing = rows.map((row) => row.source_id).filter((sourceId) => !known.has(sourceId));
  if (missing.length === 0) return written.rows;
  const there = await sql<{ id: string; source_id: string }>`
    select id, source_id from ${table} where source_system = ${sourceSystem} and source_id = any(${missing})`.execute(
    ctx.tx,
  );
  return [...written.rows, ...there.rows.map((row) => ({ ...row, added: undefined }))];
}

/** Closes what the source calls inactive and opens it again; what the house itself closed stays closed. */
export async function markOpenOrClosed(
  ctx: Ctx,
  kind: 'facility' | 'location',
  active: readonly { id: string; active: boolean }[],
) {
  await sql`
    update ${targets[kind].table} as it set closed_at = case when given.active then null else ${ctx.now}::timestamptz end
    from jsonb_to_recordset(${JSON.stringify(active)}::jsonb) as given (id uuid, active boolean)
    where it.id = given.id and it.closed_by is null and (it.closed_at is null) <> given.active`.execute(ctx.tx);
}

/** Hangs parts into their wholes; those that hang there already, or would leave their facility, are left alone. */
export async function hangLocations(ctx: Ctx, parts: readonly { id: string; parent_id: string | null }[]) {
  const done = await sql<{ id: string }>`
    update places.location as it set parent_id = given.parent_id
    from jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) as given (id uuid, parent_id uuid)
      left join places.location whole on whole.id = given.parent_id
    where it.id = given.id and it.parent_id is distinct from given.parent_id
      and (given.parent_id is null or whole.facility_id = it.facility_id)
    returning it.id`.execute(ctx.tx);
  return done.rows.map((row) => row.id);
}

/** The rows that references mean, by the key of {@link refKey}; what is not there has no entry. */
export async function findReferred(
  ctx: Ctx,
  kind: 'facility' | 'location' | 'practitioner',
  sourceSystem: string,
  refs: readonly SourceRef[],
): Promise<Map<string, string>> {
  const sourceIds = refs.flatMap((ref) => ('sourceId' in ref ? [ref.sourceId] : []));
  const { table } = targets[kind];
  const identifiers = new Map(refs.flatMap((ref) => ('identifier' in ref ? [[refKey(ref), ref.identifier]] : [])));
  const keys = [...identifiers].map(([key, it]) => ({ key, contained: [{ system: it.system, value: it.value }] }));
  const own = await sql<{ key: string; id: string }>`
    select source_id as key, id from ${table}
    where source_system = ${sourceSystem} and source_id = any(${sourceIds})`.execute(ctx.tx);
  // The same identifier may come from two sources: this source's own row goes first, so it is put in last.
  const named = await sql<{ key: string; id: string }>`
    select given.key, it.id from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as given (key text, contained jsonb)
      join ${table} it on it.identifiers @> given.contained
    order by it.source_system is not distinct from ${sourceSystem}, it.id desc`.execute(ctx.tx);
  return new Map([...named.rows, ...own.rows].map((row) => [row.key, row.id]));
}

export const refKey = (ref: SourceRef): string =>
  'sourceId' in ref ? ref.sourceId : `${ref.identifier.system}|${ref.identifier.value}`;

/** Which specialty a taxonomy code means. */
export async function selectTaxonomy(ctx: Ctx): Promise<Map<string, string>> {
  const { rows } = await sql<{ code: string; id: string }>`
    select taxonomy.code, specialty.id from places.specialty, unnest(taxonomy_codes) as taxonomy (code)`.execute(
    ctx.tx,
  );
  return new Map(rows.map((row) => [row.code, row.id]));
}
