import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';

type Reading = Pick<Ctx, 'tx'>;

/** The first string that does not begin with this one, in byte order. */
const after = (start: string) => `${start}\u{10ffff}`;

export async function plainWords(ctx: Reading, text: string): Promise<string[]> {
  const { rows } = await sql<{ plain: string }>`select people.plain(${text}) as plain`.execute(ctx.tx);
  return (rows[0]?.plain ?? '').split(' ').filter((word) => word !== '');
}

export async function findByIdentifiers(ctx: Reading, plain: readonly string[], most: number): Promise<string[]> {
  const { rows } = await sql<{ person_id: string }>`
    select person_id from people.identifier where plain_value = any (${plain}::text[]) and ended_at is null
    limit ${most}`.execute(ctx.tx);
  return rows.map((row) => row.person_id);
}

export async function findByIdentifierStart(ctx: Reading, start: string, most: number): Promise<string[]> {
  const { rows } = await sql<{ person_id: string }>`
    select person_id from people.identifier
    where plain_value >= ${start} and plain_value < ${after(start)} and ended_at is null
    order by plain_value limit ${most}`.execute(ctx.tx);
  return rows.map((row) => row.person_id);
}

export async function findByAddresses(ctx: Reading, addresses: readonly string[], most: number): Promise<string[]> {
  const { rows } = await sql<{ person_id: string }>`
    select person_id from people.contact_point
    where system in ('email', 'phone') and address = any (${addresses}::text[]) and ended_at is null limit ${most}`.execute(
    ctx.tx,
  );
  return rows.map((row) => row.person_id);
}

export async function findByEmailStart(ctx: Reading, start: string, most: number): Promise<string[]> {
  const { rows } = await sql<{ person_id: string }>`
    select person_id from people.contact_point
    where system = 'email' and address >= ${start} and address < ${after(start)} and ended_at is null
    order by system, address limit ${most}`.execute(ctx.tx);
  return rows.map((row) => row.person_id);
}

export async function findByLastDigits(ctx: Reading, backwards: string, most: number): Promise<string[]> {
  const { rows } = await sql<{ person_id: string }>`
    select person_id from people.contact_point
    where system = 'phone' and backwards >= ${backwards} and backwards < ${after(backwards)} and ended_at is null
    limit ${most}`.execute(ctx.tx);
  return rows.map((row) => row.person_id);
}

export interface Candidate {
  readonly person_id: string;
  readonly family: string;
  readonly given: string;
}

export async function findByBirthDates(ctx: Reading, dates: readonly string[], most: number): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select p.id as person_id, pair.family, pair.given
    from (select id from people.person where birth_date = any (${dates}::date[]) limit ${most}) p
    join people.name_pair pair on pair.person_id = p.id`.execute(ctx.tx);
  return rows;
}

/** People of whom one word of the family name or of the given name begins so, in the order of the alphabet. */
export async function findByStart(ctx: Reading, start: string, most: number): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    (select person_id, family, given from people.name_pair
      where family >= ${start} and family < ${after(start)} order by family, given limit ${most})
    union all
    (select person_id, family, given from people.name_pair
      where given >= ${start} and given < ${after(start)} order by given, family limit ${most})`.execute(ctx.tx);
  return rows;
}

/** The same for two words, in either order. The longer word leads: it leaves fewer to look at. */
export async function findByTwoStarts(ctx: Reading, one: string, other: string, most: number): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    (select person_id, family, given from people.name_pair
      where family >= ${one} and family < ${after(one)} and given >= ${other} and given < ${after(other)}
      order by family, given limit ${most})
    union all
    (select person_id, family, given from people.name_pair
      where family >= ${other} and family < ${after(other)} and given >= ${one} and given < ${after(one)}
      order by family, given limit ${most})`.execute(ctx.tx);
  return rows;
}

/** People who have all of these words in their name, three or more, whole: a row for each pair of words they were met by. */
export async function findByAllWords(ctx: Reading, words: readonly string[], most: number): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select person_id, unnest(families) as family, unnest(givens) as given from (
      select person_id, array_agg(family) as families, array_agg(given) as givens
      from people.name_pair where family = any (${words}::text[]) and given = any (${words}::text[])
      group by person_id having count(distinct family) + count(distinct given) >= ${words.length}
      limit ${most}) met`.execute(ctx.tx);
  return rows;
}

export interface SimilarWord {
  readonly word: string;
  readonly sounds_alike: boolean;
}

/** Words of real names that are one slip away (some two), or sound the same, the nearest first. */
export async function findNearWords(ctx: Reading, word: string, most: number): Promise<SimilarWord[]> {
  const { rows } = await sql<SimilarWord>`
    select word, bool_or(sounds_alike) as sounds_alike from (
      (select word, false as sounds_alike from people.name_word where near && people.near(${word})
        order by public.levenshtein(word, ${word}), word limit ${most})
      union all
      (select word, true from people.name_word where sounds && array_remove(people.sounds(${word}), '')
        order by public.levenshtein(word, ${word}), word limit ${most})
    ) alike
    group by word`.execute(ctx.tx);
  return rows;
}

/**
 * Words that have many letters in common with this one, for when none is near. A database whose character types are those
 * of C makes trigrams of Latin letters only: words of other scripts are compared with those that begin as they do.
 */
export async function findLookalikes(ctx: Reading, word: string, most: number): Promise<SimilarWord[]> {
  const start = /[^a-z0-9]/.test(word) ? [...word].slice(0, 2).join('') : undefined;
  const { rows } = await sql<SimilarWord>`
    (select word, false as sounds_alike from people.name_word
      where word operator(public.%) ${word} order by public.similarity(word, ${word}) desc, word limit ${most})
    union
    (select word, false from people.name_word
      where ${start ?? null}::text is not null and word >= ${start ?? ''} and word < ${after(start ?? '')}
      order by public.levenshtein(word, ${word}), word limit ${most})`.execute(ctx.tx);
  return rows;
}

/** What counts as looking alike, for the rest of this transaction. */
export async function setSimilarity(ctx: Reading, least: number): Promise<void> {
  await sql`select set_config('pg_trgm.similarity_threshold', ${String(least)}, true)`.execute(ctx.tx);
}

export async function findByWordsOf(
  ctx: Reading,
  families: readonly string[],
  givens: readonly string[],
  each: number,
): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select it.person_id, it.family, it.given
    from unnest(${families}::text[]) f, unnest(${givens}::text[]) g,
      lateral (select person_id, family, given from people.name_pair
        where family = f collate "C" and given = g collate "C" limit ${each}) it`.execute(ctx.tx);
  return rows;
}

export async function findByWord(ctx: Reading, words: readonly string[], each: number): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select it.person_id, it.family, it.given from unnest(${words}::text[]) w,
      lateral (
        (select person_id, family, given from people.name_pair where family = w collate "C" limit ${each})
        union all
        (select person_id, family, given from people.name_pair where given = w collate "C" limit ${each})) it`.execute(
    ctx.tx,
  );
  return rows;
}

export interface FoundRow {
  readonly asked_id: string;
  readonly id: string;
  readonly given: string;
  readonly family: string;
  readonly preferred: string | null;
  readonly birth_date: Temporal.PlainDate | null;
  readonly gender: 'female' | 'male' | 'other' | 'unknown' | null;
  readonly verified: boolean;
  readonly deceased: boolean;
  readonly identifiers: readonly { system: string; value: string; kind: string | null }[];
}

/** What a list of found people shows, by the kept record of each. */
export async function showFound(ctx: Reading, ids: readonly string[]): Promise<FoundRow[]> {
  const { rows } = await sql<FoundRow>`
    select asked.id as asked_id, p.id, n.given, n.family, n.preferred, p.birth_date, p.gender,
      p.verified_at is not null as verified, coalesce(d.holds, false) as deceased, coalesce(i.list, '[]'::jsonb) as identifiers
    from people.person asked
    join people.person p on p.id = coalesce(asked.merged_into, asked.id)
    join people.name n on n.person_id = p.id and n.kind = 'current'
    left join lateral (select holds from people.state_fact where state = 'deceased' and person_id in (
        select b.id from people.person b where b.id = p.id or b.merged_into = p.id)
      order by position desc limit 1) d on true
    left join lateral (select jsonb_agg(jsonb_build_object('system', system, 'value', value, 'kind', kind) order by system) as list
      from people.identifier where person_id = p.id and ended_at is null) i on true
    where asked.id = any (${ids}::uuid[])`.execute(ctx.tx);
  return rows;
}
