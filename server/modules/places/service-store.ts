import { type Generated, sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { WindowRow } from '../../platform/hours.ts';
import type { PageQuery } from './facility-store.ts';

interface ServiceColumns {
  id: string;
  facility_id: string;
  department_id: string | null;
  location_id: string | null;
  name_en: string;
  name_es: string;
  about_en: string;
  about_es: string;
  phone: string | null;
}

export interface ServiceRow extends ServiceColumns {
  version: number;
  specialty: string | null;
  words_en: string[];
  words_es: string[];
  windows: WindowRow[];
}

type Tables = {
  'places.service': ServiceColumns & {
    version: Generated<number>;
    specialty_id: string | null;
    created_at: Temporal.Instant;
    closed_at: Temporal.Instant | null;
    closed_by: string | null;
  };
};

export interface Words {
  readonly en: readonly string[];
  readonly es: readonly string[];
}

const asRows = (words: Words) =>
  JSON.stringify([
    ...words.en.map((word) => ({ language: 'en', word })),
    ...words.es.map((word) => ({ language: 'es', word })),
  ]);

export const insertService = (ctx: Ctx, row: ServiceColumns & { specialty_id: string | null }) =>
  ctx.tx
    .withTables<Tables>()
    .insertInto('places.service')
    .values({ ...row, created_at: ctx.now, closed_at: null, closed_by: null })
    .execute();

/** The version it has then; undefined when it is closed, or no longer as it was seen. */
export async function updateService(
  ctx: Ctx,
  serviceId: string,
  row: Partial<ServiceColumns & { specialty_id: string | null }>,
  seen: number | undefined,
): Promise<number | undefined> {
  const changed = await ctx.tx
    .withTables<Tables>()
    .updateTable('places.service')
    .set((it) => ({ ...row, version: it.ref('version') }))
    .where('id', '=', serviceId)
    .where('closed_at', 'is', null)
    .$if(seen !== undefined, (it) => it.where('version', '=', seen ?? 0))
    .returning('version')
    .executeTakeFirst();
  return changed?.version;
}

/** Whoever calls has written the service's row before, and by that holds it; hours likewise. */
export async function replaceServiceWords(ctx: Ctx, serviceId: string, words: Words) {
  await sql`delete from places.service_word where service_id = ${serviceId}`.execute(ctx.tx);
  await sql`
    insert into places.service_word (service_id, language, word)
    select ${serviceId}, language, word from jsonb_to_recordset(${asRows(words)}::jsonb) as given (language text, word text)
    on conflict do nothing`.execute(ctx.tx);
}

export async function replaceServiceWindows(ctx: Ctx, serviceId: string, windows: readonly WindowRow[]) {
  await sql`delete from places.service_window where service_id = ${serviceId}`.execute(ctx.tx);
  await sql`
    insert into places.service_window (service_id, weekday, opens_minute, closes_minute)
    select ${serviceId}, weekday, opens_minute, closes_minute from jsonb_to_recordset(${JSON.stringify(windows)}::jsonb)
      as given (weekday smallint, opens_minute integer, closes_minute integer)`.execute(ctx.tx);
}

export async function markServiceClosed(ctx: Ctx, serviceId: string, by: string | null): Promise<boolean> {
  const done = await sql`
    update places.service set closed_at = ${ctx.now}, closed_by = ${by}
    where id = ${serviceId} and closed_at is null`.execute(ctx.tx);
  return done.numAffectedRows === 1n;
}

const services = sql`
  select service.id, service.facility_id, service.department_id, service.location_id, service.name_en, service.name_es,
    service.about_en, service.about_es, service.phone, service.version, specialty.code as specialty,
    array(select word from places.service_word where service_id = service.id and language = 'en' order by word) as words_en,
    array(select word from places.service_word where service_id = service.id and language = 'es' order by word) as words_es,
    (select coalesce(json_agg(json_build_object('weekday', weekday, 'opens_minute', opens_minute, 'closes_minute',
      closes_minute) order by weekday, opens_minute), '[]') from places.service_window
      where service_id = service.id) as windows
  from places.service left join places.specialty on specialty.id = service.specialty_id`;

export async function selectService(ctx: Ctx, serviceId: string): Promise<ServiceRow | undefined> {
  const { rows } = await sql<ServiceRow>`
    ${services} where service.id = ${serviceId} and service.closed_at is null`.execute(ctx.tx);
  return rows[0];
}

export async function selectServices(ctx: Ctx, facilityId: string, { after, limit }: PageQuery): Promise<ServiceRow[]> {
  const { rows } = await sql<ServiceRow>`
    ${services} where service.facility_id = ${facilityId} and service.closed_at is null
      ${after ? sql`and (lower(service.name_en), service.id) > (lower(${after.name}), ${after.id}::uuid)` : sql``}
    order by lower(service.name_en), service.id limit ${limit}`.execute(ctx.tx);
  return rows;
}

/**
 * Services whose name, words, or specialty's names and words are near to what was typed, best first.
 * Both languages are looked through whatever is spoken: people mix them. A whole phrase within what was typed
 * ("I need a heart doctor") counts as near, so word_similarity is asked both ways.
 */
export async function searchServices(ctx: Ctx, typed: string, limit: number) {
  const { rows } = await sql<{
    id: string;
    facility_id: string;
    name_en: string;
    name_es: string;
    specialty: string | null;
  }>`
    with said as (
      select id as service_id, name_en as word, 1.0 as weight from places.service where closed_at is null
      union all select id, name_es, 1.0 from places.service where closed_at is null
      union all select service_id, word, 1.0 from places.service_word
      union all select service.id, specialty_word.word, 0.9
        from places.service join places.specialty_word using (specialty_id) where service.closed_at is null
      union all select service.id, name.word, 0.9
        from places.service join places.specialty on specialty.id = service.specialty_id,
          unnest(array[specialty.name_en, specialty.name_es]) as name (word)
        where service.closed_at is null),
    near as (
      select service_id, max(weight * greatest(
        word_similarity(places.plain(word), places.plain(${typed})),
        word_similarity(places.plain(${typed}), places.plain(word)))) as nearness
      from said group by service_id)
    select service.id, service.facility_id, service.name_en, service.name_es, specialty.code as specialty
    from near join places.service on service.id = near.service_id and service.closed_at is null
      left join places.specialty on specialty.id = service.specialty_id
    where near.nearness >= 0.55
    order by near.nearness desc, lower(service.name_en), service.id limit ${limit}`.execute(ctx.tx);
  return rows;
}

export interface SpecialtyRow {
  id: string;
  code: string;
  name_en: string;
  name_es: string;
}

export async function selectSpecialties(ctx: Ctx): Promise<SpecialtyRow[]> {
  const { rows } = await sql<SpecialtyRow>`
    select id, code, name_en, name_es from places.specialty order by name_en, id limit 500`.execute(ctx.tx);
  return rows;
}

export interface SpecialtySeed {
  readonly code: string;
  readonly name: { readonly en: string; readonly es: string };
  readonly words: Words;
  readonly taxonomy: readonly string[];
}

/** Adds specialties and words that are missing; what the house changed or added stays. */
export async function insertSpecialties(ctx: Ctx, seeds: readonly (SpecialtySeed & { readonly id: string })[]) {
  const rows = seeds.map((it) => ({
    id: it.id,
    code: it.code,
    name_en: it.name.en,
    name_es: it.name.es,
    taxonomy_codes: it.taxonomy,
  }));
  const words = seeds.flatMap((it) => [
    ...it.words.en.map((word) => ({ code: it.code, language: 'en', word })),
    ...it.words.es.map((word) => ({ code: it.code, language: 'es', word })),
  ]);
  await sql`
    insert into places.specialty (id, code, name_en, name_es, taxonomy_codes)
    select id, code, name_en, name_es, taxonomy_codes from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as given (id uuid, code text, name_en text, name_es text, taxonomy_codes text[])
    order by code on conflict (code) do nothing`.execute(ctx.tx);
  await sql`
    insert into places.specialty_word (specialty_id, language, word)
    select specialty.id, given.language, given.word from jsonb_to_recordset(${JSON.stringify(words)}::jsonb)
      as given (code text, language text, word text) join places.specialty using (code)
    order by 1, 2, 3 on conflict do nothing`.execute(ctx.tx);
}
