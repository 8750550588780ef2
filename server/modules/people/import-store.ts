import { sql } from 'kysely';
import { actorId } from '../../platform/access/actor.ts';
import type { Ctx } from '../../platform/ctx.ts';

export interface LinkRow {
  readonly source_system: string;
  readonly source_id: string;
  readonly person_id: string;
  /** base64; null until the first import of this row is complete. */
  readonly content_hash: string | null;
  readonly said_deceased: boolean | null;
}

export interface SourceKey {
  readonly source_system: string;
  readonly source_id: string;
}

/** One imported person, ready to be written. */
export interface ImportRow extends SourceKey {
  readonly person_id: string;
  readonly content_hash: string;
  readonly birth_date: string | null;
  readonly gender: string | null;
  readonly language: string | null;
  readonly deceased: boolean | null;
  readonly died_on: string | null;
  readonly names: readonly {
    id: string;
    kind: string;
    prefix: string | null;
    given: string;
    family: string;
    suffix: string | null;
  }[];
  readonly identifiers: readonly {
    id: string;
    system: string;
    value: string;
    plain_value: string;
    kind: string | null;
  }[];
  readonly contacts: readonly { id: string; system: string; value: string; address: string; use: string | null }[];
}

const keysOf = (keys: readonly SourceKey[]) =>
  sql`jsonb_to_recordset(${JSON.stringify(keys.map(({ source_system, source_id }) => ({ source_system, source_id })))}::jsonb)
    as key(source_system text, source_id text)`;

export async function findLinks(ctx: Pick<Ctx, 'tx'>, keys: readonly SourceKey[]): Promise<LinkRow[]> {
  const { rows } = await sql<LinkRow>`
    select source_system, source_id, person_id, encode(content_hash, 'base64') as content_hash, said_deceased
    from people.source_link join ${keysOf(keys)} using (source_system, source_id)`.execute(ctx.tx);
  return rows;
}

export async function findByIdentifiers(
  ctx: Pick<Ctx, 'tx'>,
  keys: readonly { readonly system: string; readonly plain_value: string }[],
) {
  const { rows } = await sql<{ person_id: string; system: string; plain_value: string }>`
    select i.person_id, i.system, i.plain_value from people.identifier i
    join jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as key(system text, plain_value text)
      using (system, plain_value)
    where i.ended_at is null`.execute(ctx.tx);
  return rows;
}

/** Claims each key for the person it is proposed for, or for the one who has it, and holds them all, in key order. */
export async function claimLinks(ctx: Ctx, rows: readonly ImportRow[]): Promise<LinkRow[]> {
  const claims = rows.map(({ source_system, source_id, person_id }) => ({ source_system, source_id, person_id }));
  await sql`
    insert into people.source_link (source_system, source_id, person_id, imported_at)
    select source_system, source_id, person_id, ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(claims)}::jsonb) as it(source_system text, source_id text, person_id uuid)
    order by source_system collate "C", source_id collate "C"
    on conflict do nothing`.execute(ctx.tx);
  const { rows: links } = await sql<LinkRow>`
    select l.source_system, l.source_id, l.person_id, encode(l.content_hash, 'base64') as content_hash, l.said_deceased
    from people.source_link l join ${keysOf(rows)} using (source_system, source_id)
    order by l.source_system collate "C", l.source_id collate "C" for update of l`.execute(ctx.tx);
  return links;
}

export interface Taken {
  readonly source_id: string;
  readonly system: string;
}

/** Writes people of one source; returns the numbers that somebody else already has. */
export async function writeImported(ctx: Ctx, rows: readonly ImportRow[]): Promise<Taken[]> {
  const people = JSON.stringify(rows.map(({ names, identifiers, contacts, ...person }) => person));
  await writePeople(ctx, people);
  await writeNames(ctx, listOf(rows, 'names'));
  await writeContacts(ctx, people, listOf(rows, 'contacts'));
  const taken = await writeIdentifiers(ctx, people, listOf(rows, 'identifiers'));
  await sql`
    update people.source_link l set content_hash = decode(it.content_hash, 'base64'), imported_at = ${ctx.now},
      said_deceased = coalesce(it.deceased, l.said_deceased)
    from jsonb_to_recordset(${people}::jsonb) as it(source_system text, source_id text, content_hash text, deceased boolean)
    where l.source_system = it.source_system and l.source_id = it.source_id`.execute(ctx.tx);
  return taken;
}

function listOf<K extends 'names' | 'identifiers' | 'contacts'>(rows: readonly ImportRow[], key: K): string {
  return JSON.stringify(
    rows.flatMap((row) =>
      row[key].map((one) => ({
        ...one,
        person_id: row.person_id,
        source_system: row.source_system,
        source_id: row.source_id,
      })),
    ),
  );
}

/** A source that no longer says something does not take it back. */
async function writePeople(ctx: Ctx, people: string): Promise<void> {
  await sql`
    insert into people.person (id, birth_date, gender, language, verified_at, verified_by, created_at)
    select person_id, birth_date, gender, language, ${ctx.now}, ${actorId(ctx.actor) ?? null}, ${ctx.now}
    from jsonb_to_recordset(${people}::jsonb) as it(person_id uuid, birth_date date, gender text, language text)
    order by person_id
    on conflict (id) do update set birth_date = coalesce(excluded.birth_date, person.birth_date),
      gender = coalesce(excluded.gender, person.gender), language = coalesce(excluded.language, person.language)`.execute(
    ctx.tx,
  );
}

/** The source's name is the current one unless staff have written another: then it stands beside it. */
async function writeNames(ctx: Ctx, names: string): Promise<void> {
  const given = sql`jsonb_to_recordset(${names}::jsonb) as it(id uuid, person_id uuid, source_system text, kind text,
    prefix text, given text, family text, suffix text)`;
  await sql`
    update people.name n set kind = 'former', ended_at = ${ctx.now} from ${given}
    where n.person_id = it.person_id and it.kind = 'current' and n.kind = 'current' and n.source_system = it.source_system
      and (n.prefix, n.given, n.family, n.suffix) is distinct from (it.prefix, it.given, it.family, it.suffix)`.execute(
    ctx.tx,
  );
  await sql`
    insert into people.name (id, person_id, kind, prefix, given, family, suffix, source_system, created_at)
    select it.id, it.person_id,
      case when it.kind = 'current' and exists (select from people.name c where c.person_id = it.person_id and c.kind = 'current')
        then 'alias' else it.kind end,
      it.prefix, it.given, it.family, it.suffix, it.source_system, ${ctx.now}
    from ${given}
    where not exists (select from people.name n where n.person_id = it.person_id
        and (n.given, n.family) = (it.given, it.family) and (it.kind <> 'current' or n.kind <> 'former'))
    order by it.person_id, it.id`.execute(ctx.tx);
}

async function writeIdentifiers(ctx: Ctx, people: string, identifiers: string): Promise<Taken[]> {
  const given = sql`jsonb_to_recordset(${identifiers}::jsonb) as it(id uuid, person_id uuid, source_system text,
    source_id text, system text, value text, plain_value text, kind text)`;
  await sql`
    update people.identifier i set ended_at = ${ctx.now}
    from jsonb_to_recordset(${people}::jsonb) as p(person_id uuid, source_system text)
    where i.person_id = p.person_id and i.source_system = p.source_system and i.ended_at is null
      and not exists (select from ${given}
        where it.person_id = i.person_id and it.system = i.system and it.plain_value = i.plain_value)`.execute(ctx.tx);
  await sql`
    insert into people.identifier (id, person_id, system, value, plain_value, kind, source_system, created_at)
    select id, person_id, system, value, plain_value, kind, source_system, ${ctx.now} from ${given}
    order by system collate "C", plain_value collate "C"
    on conflict (system, plain_value) where ended_at is null do nothing`.execute(ctx.tx);
  const { rows } = await sql<Taken>`
    select it.source_id, it.system from ${given}
    join people.identifier i on i.system = it.system and i.plain_value = it.plain_value and i.ended_at is null
    where i.person_id <> it.person_id`.execute(ctx.tx);
  return rows;
}

async function writeContacts(ctx: Ctx, people: string, contacts: string): Promise<void> {
  const given = sql`jsonb_to_recordset(${contacts}::jsonb) as it(id uuid, person_id uuid, source_system text,
    system text, value text, address text, use text)`;
  await sql`
    update people.contact_point c set ended_at = ${ctx.now}
    from jsonb_to_recordset(${people}::jsonb) as p(person_id uuid, source_system text)
    where c.person_id = p.person_id and c.source_system = p.source_system and c.ended_at is null
      and not exists (select from ${given}
        where it.person_id = c.person_id and it.system = c.system and it.address = c.address)`.execute(ctx.tx);
  await sql`
    insert into people.contact_point (id, person_id, system, value, address, use, source_system, created_at)
    select id, person_id, system, value, address, use, source_system, ${ctx.now} from ${given}
    order by person_id, system, address collate "C"
    on conflict (person_id, system, address) where ended_at is null do nothing`.execute(ctx.tx);
}
