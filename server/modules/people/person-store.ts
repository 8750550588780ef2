import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import { belongingTo, type Reading } from './store.ts';

export interface PersonRow {
  readonly id: string;
  readonly birth_date: Temporal.PlainDate | null;
  readonly gender: 'female' | 'male' | 'other' | 'unknown' | null;
  readonly pronouns: string | null;
  readonly language: string | null;
  readonly time_zone: string | null;
  readonly verified_at: Temporal.Instant | null;
}

export interface NameRow {
  readonly person_id: string;
  readonly kind: 'current' | 'former' | 'alias';
  readonly prefix: string | null;
  readonly given: string;
  readonly family: string;
  readonly suffix: string | null;
  readonly preferred: string | null;
}

/** The kept record; what it does not say is taken from those merged into it. */
export async function findPerson(ctx: Pick<Ctx, 'tx'>, id: string): Promise<PersonRow | undefined> {
  const { rows } = await sql<PersonRow>`
    select p.id, coalesce(p.birth_date, m.birth_date) as birth_date, coalesce(p.gender, m.gender) as gender,
      coalesce(p.pronouns, m.pronouns) as pronouns, coalesce(p.language, m.language) as language,
      coalesce(p.time_zone, m.time_zone) as time_zone, coalesce(p.verified_at, m.verified_at) as verified_at
    from people.person p
    left join lateral (
      select (array_agg(birth_date) filter (where birth_date is not null))[1] as birth_date,
        (array_agg(gender) filter (where gender is not null))[1] as gender,
        (array_agg(pronouns) filter (where pronouns is not null))[1] as pronouns,
        (array_agg(language) filter (where language is not null))[1] as language,
        (array_agg(time_zone) filter (where time_zone is not null))[1] as time_zone,
        min(verified_at) as verified_at
      from (select * from people.person where merged_into = p.id order by id) one) m on true
    where p.id = (select coalesce(merged_into, id) from people.person where id = ${id})`.execute(ctx.tx);
  return rows[0];
}

export async function insertPerson(ctx: Ctx, row: Omit<PersonRow, 'birth_date'> & { birth_date: string | null }) {
  await sql`
    insert into people.person (id, birth_date, gender, pronouns, language, time_zone, verified_at, verified_by, created_at)
    values (${row.id}, ${row.birth_date}, ${row.gender}, ${row.pronouns}, ${row.language}, ${row.time_zone},
      ${row.verified_at}, ${row.verified_at && 'id' in ctx.actor ? ctx.actor.id : null}, ${ctx.now})`.execute(ctx.tx);
}

export async function insertName(ctx: Ctx, id: string, row: NameRow): Promise<void> {
  await sql`
    insert into people.name (id, person_id, kind, prefix, given, family, suffix, preferred, created_at)
    values (${id}, ${row.person_id}, ${row.kind}, ${row.prefix}, ${row.given}, ${row.family}, ${row.suffix},
      ${row.preferred}, ${ctx.now})`.execute(ctx.tx);
}

export async function endCurrentName(ctx: Ctx, personId: string): Promise<void> {
  await sql`update people.name set kind = 'former', ended_at = ${ctx.now} where person_id = ${personId} and kind = 'current'`.execute(
    ctx.tx,
  );
}

/** Names of a person, the one in use first, then those of merged records. */
export async function listNames(ctx: Pick<Ctx, 'tx'>, id: string): Promise<NameRow[]> {
  const { rows } = await sql<NameRow>`
    select person_id, kind, prefix, given, family, suffix, preferred from people.name
    where person_id in ${belongingTo(id)}
    order by person_id <> ${id}, kind <> 'current', created_at desc, id`.execute(ctx.tx);
  return rows;
}

export interface ShortRow {
  readonly asked: string;
  readonly id: string;
  readonly given: string;
  readonly family: string;
  readonly preferred: string | null;
  readonly verified: boolean;
}

/** The kept record behind each of these ids with its name; of a merged person every record's word counts. */
export async function listShort(ctx: Pick<Ctx, 'tx'>, ids: readonly string[]): Promise<ShortRow[]> {
  const { rows } = await sql<ShortRow>`
    select a.id as asked, p.id, n.given, n.family, n.preferred, p.verified_at is not null
        or exists (select from people.person m where m.merged_into = p.id and m.verified_at is not null) as verified
    from people.person a
    join people.person p on p.id = coalesce(a.merged_into, a.id)
    join people.name n on n.person_id = p.id and n.kind = 'current'
    where a.id = any (${ids}::uuid[])`.execute(ctx.tx);
  return rows;
}

export async function setVerified(ctx: Ctx, personId: string, by: string | null): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update people.person set verified_at = ${ctx.now}, verified_by = ${by} where id = ${personId} and verified_at is null`.execute(
    ctx.tx,
  );
  return numAffectedRows === 1n;
}

export async function refreshSearchRows(ctx: Pick<Ctx, 'tx'>, ids: readonly string[]): Promise<void> {
  await sql`select people.refresh_search(${ids}::uuid[])`.execute(ctx.tx);
}

export interface ActingRow {
  readonly id: string;
  readonly given: string;
  readonly family: string;
  readonly preferred: string | null;
  readonly acts_for: readonly {
    personId: string;
    given: string;
    family: string;
    preferred: string | null;
    scopes: string[];
  }[];
}

/** Who is asking, and whom they may act for at this moment: one query, for it runs with every request. */
export async function findActingRow(reading: Reading, personId: string): Promise<ActingRow | undefined> {
  const { rows } = await sql<ActingRow>`
    select p.id, n.given, n.family, n.preferred, coalesce(acts.list, '[]'::jsonb) as acts_for
    from people.person asked
    join people.person p on p.id = coalesce(asked.merged_into, asked.id)
    join people.name n on n.person_id = p.id and n.kind = 'current'
    left join lateral (
      select jsonb_agg(jsonb_build_object('personId', f.id, 'given', fn.given, 'family', fn.family, 'preferred',
        fn.preferred, 'scopes', x.scopes) order by x.granted_at, x.id) as list
      from people.proxy x
      join people.person f0 on f0.id = x.for_person_id
      join people.person f on f.id = coalesce(f0.merged_into, f0.id)
      join people.name fn on fn.person_id = f.id and fn.kind = 'current'
      where x.proxy_person_id in (select b.id from people.person b where b.id = p.id or b.merged_into = p.id)
        and x.period @> ${reading.now}::timestamptz) acts on true
    where asked.id = ${personId}`.execute(reading.tx);
  return rows[0];
}
