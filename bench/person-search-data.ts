import type pg from 'pg';

/**
 * Invented people, set-based and the same for every run of one PostgreSQL version: names by rank as in real registers (the
 * commonest family name about 1 in 90, a long tail), accents, double names, families who share a telephone.
 */
export async function makePeople(client: pg.Client, count: number): Promise<void> {
  await client.query('select setseed(0.4217)');
  await client.query(`
    create temp table surname as select row_number() over () - 1 as rank, word from (
      select word from unnest(string_to_array('${commonFamilies}', ' ')) with ordinality it(word, at)
      union all (${syllables(Math.min(60_000, Math.max(3000, count / 15)), 3)})) it;
    create temp table forename as select row_number() over () - 1 as rank, word from (
      select word from unnest(string_to_array('${commonGivens}', ' ')) with ordinality it(word, at)
      union all (${syllables(Math.min(6000, Math.max(600, count / 150)), 2)})) it;
    create index on surname (rank); create index on forename (rank);
    analyze surname; analyze forename;`);
  const pick = (table: string, spread: number) =>
    `floor(${spread} * (power((select count(*) from ${table}) / ${spread}.0 + 1, random()) - 1))::int`;
  await client.query(`
    create temp table draw as select n, gen_random_uuid() as id, ${pick('surname', 10)} as f1, ${pick('surname', 10)} as f2,
      ${pick('forename', 8)} as g1, ${pick('forename', 8)} as g2, random() as r1, random() as r2, random() as r3,
      date '2026-06-01' - (power(random(), 0.8) * 34000)::int as born
    from generate_series(1, ${count}) n;
    analyze draw;
    create temp table made as select n, id, born, r3,
      case when r1 < 0.12 then f1.word || ' ' || f2.word when r1 < 0.16 then f1.word || '-' || f2.word else f1.word end as family,
      case when r2 < 0.10 then g1.word || ' ' || g2.word else g1.word end as given
    from draw join surname f1 on f1.rank = draw.f1 join surname f2 on f2.rank = draw.f2
      join forename g1 on g1.rank = draw.g1 join forename g2 on g2.rank = draw.g2;
    analyze made;`);
  await client.query(`
    insert into people.person (id, birth_date, gender, language, verified_at, created_at)
      select id, born, case when r3 < 0.5 then 'female' else 'male' end, 'en', '2026-01-01', '2026-01-01' from made;
    insert into people.name (id, person_id, kind, given, family, created_at)
      select gen_random_uuid(), id, 'current', given, family, '2026-01-01' from made;
    insert into people.identifier (id, person_id, system, value, plain_value, kind, created_at)
      select gen_random_uuid(), id, 'urn:hospital:mrn', 'MR-' || lpad(n::text, 8, '0'), 'MR' || lpad(n::text, 8, '0'), 'MR',
        '2026-01-01' from made;
    insert into people.contact_point (id, person_id, system, value, address, use, created_at)
      select gen_random_uuid(), id, 'phone', phone, '+1' || phone, 'home', '2026-01-01' from (
        select id, '617' || lpad(((n / 2)::bigint * 7919 % 10000000)::text, 7, '0') as phone from made where r3 < 0.9) it;`);
}

/** Words that look like names, each once, in a fixed order. */
function syllables(count: number, parts: number): string {
  const list = (words: string) => `(array['${words.split(' ').join("','")}'])`;
  const starts = list(
    'ba be bo bra ca ce cha da de di du el fa fe ga go gra ha he ho ja jo ka ke ko la le lo ma me mi mo na ne no pa pe po ra re ri ro sa sche se so sta ta te to tra va ve vi wa we wo ya za zo',
  );
  const middles = list(
    'la lan ler li lin lo man mar mo na ne nel ni no pe ra ré ri rin ro ru sa sel sí ta te ten ti to va ve vi zé',
  );
  const ends = list(
    'ck d der do ez feld ger hart hoff in ino is ko l les ler ley lund man mann n nen ni ño r ra rd res rs s sen ski son sson st t ta th ton tti vá vic wicz witz x y z án ão è ón ów ü',
  );
  const at = (name: string, seed: number) =>
    `${name}[1 + abs(hashint8extended(n, ${seed})) % array_length(${name}, 1)]`;
  return `select initcap(word) from (
    select distinct on (word) word, n from (
      select n, ${at(starts, 11)} || ${parts > 2 ? `${at(middles, 13)} ||` : ''}
        case when n % 3 = 0 then ${at(middles, 17)} else '' end || ${at(ends, 19)} as word
      from generate_series(1, ${Math.round(count * 3)}) n) it order by word, n) it order by n limit ${Math.round(count)}`;
}

const commonFamilies =
  'Smith Johnson Williams Brown Jones García Miller Davis Rodríguez Martínez Hernández López González Wilson Anderson Thomas Taylor Moore Jackson Martin Lee Pérez Thompson White Harris Sánchez Clark Ramírez Lewis Robinson Walker Young Allen King Wright Scott Torres Nguyen Hill Flores Green Adams Nelson Baker Hall Rivera Campbell Mitchell Carter Roberts Gómez Phillips Evans Turner Díaz Parker Cruz Edwards Collins Reyes Stewart Morris Morales Murphy Cook Rogers Gutiérrez Ortiz Morgan Cooper Peterson Bailey Reed Kelly Howard Ramos Kim Cox Ward Richardson Watson Brooks Chávez Wood James Bennett Gray Mendoza Ruiz Hughes Price Álvarez Castillo Sanders Patel Myers Long Ross Foster Jiménez Müller Schröder Weiß Øberg Núñez Ibáñez Kowalski Nowak Dvořák Petrović Yılmaz Çelik Ferreira Gonçalves Muñoz Peña Lefèvre Beaumont Lindström Åkesson Björk';
const commonGivens =
  'James Mary Michael Patricia Robert Jennifer John Linda David Elizabeth William Barbara Richard Susan Joseph Jessica Thomas Karen Christopher Sarah Charles Lisa Daniel Nancy Matthew Sandra Anthony Betty Mark Ashley Donald Emily Steven Kimberly Andrew Margaret Paul Donna Joshua Michelle Kenneth Carol Kevin Amanda Brian Melissa Timothy Deborah Ronald Stephanie George Rebecca Jason Sharon Edward Laura Jeffrey Cynthia Ryan Dorothy Jacob Amy Nicholas Kathleen Gary Angela Eric Shirley Jonathan Emma Stephen Brenda Larry Pamela Justin Nicole Scott Anna Brandon Samantha María José Luis Juan Carlos Ana Sofía Lucía Jesús Ángel Zoë Chloé André Renée François Łucja Jürgen Søren Óscar Inés Raúl Noé Xiomara';
