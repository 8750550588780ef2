import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { distinctWords } from '../server/modules/desk/index.ts';

const step = 2000;
const columnOf = (value: string) => value.replaceAll('\\', '\\\\').replaceAll('\t', ' ').replaceAll('\n', ' ');
const quoted = (word: string) => `'${word}'`;
const arrayOf = (words: readonly string[]) => `{${words.map((word) => `"${word}"`).join(',')}}`;

interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * The rows that reading every conversation would leave, at the speed of a bulk load: stems are asked for once a word, and
 * the indices made at the end. All but the oldest `left`, which the bench has read by the verb itself.
 */
export async function fillSearchable(client: pg.Client, left: number): Promise<{ words: number }> {
  await client.query('drop index desk.searchable_by_word, desk.search_word_by_near');
  const lexemes = new Map<string, readonly string[]>();
  const due = (await oldestFirst(client)).slice(left);
  for (let at = 0; at < due.length; at += step) {
    const some = due.slice(at, at + step);
    const rows = await wordsLoaded(client, some, lexemes);
    await copy(
      client,
      'desk.searchable (conversation_id, words)',
      [...rows].map(([id, words]) => `${id}\t${columnOf(words)}\n`),
    );
    await client.query('delete from desk.search_due where conversation_id = any($1::uuid[])', [
      some.map(({ id }) => id),
    ]);
  }
  const known = [...lexemes.keys()].filter((word) => word.length >= 4 && word.length <= 30 && !/[0-9]/.test(word));
  await copy(
    client,
    'desk.search_word (word, near)',
    known.map((word) => `${word}\t${columnOf(arrayOf(nearOf(word)))}\n`),
  );
  await client.query(`set maintenance_work_mem = '512MB'`);
  await client.query('create index searchable_by_word on desk.searchable using gin (words)');
  await client.query('create index search_word_by_near on desk.search_word using gin (near)');
  return { words: known.length };
}

/** How many of the oldest conversations have other words than the bulk load would have given them. */
export async function countUnlike(client: pg.Client, most: number): Promise<number> {
  const loaded = await wordsLoaded(client, (await oldestFirst(client)).slice(0, most), new Map());
  const { rows } = await client.query<{ unlike: number }>(
    `select count(*)::int as unlike from unnest($1::uuid[], $2::text[]) loaded(id, words)
     left join desk.searchable s on s.conversation_id = loaded.id where s.words is distinct from loaded.words::tsvector`,
    [[...loaded.keys()], [...loaded.values()]],
  );
  return rows[0]?.unlike ?? most;
}

const oldestFirst = async (client: pg.Client) =>
  (
    await client.query<Named>(
      `select id, subject || ' ' || reference as name from desk.conversation order by opened_at, id`,
    )
  ).rows;

/** By conversation its words as a tsvector; `lexemes` is what is known of words so far, and gets what is new. */
async function wordsLoaded(
  client: pg.Client,
  some: readonly Named[],
  lexemes: Map<string, readonly string[]>,
): Promise<Map<string, string>> {
  const words = await wordsOf(client, some);
  const unknown = [...new Set([...words.values()].flat())].filter((word) => !lexemes.has(word));
  const { rows } = await client.query<{ word: string; lexemes: string[] }>(
    `select word, array(select word union select unnest(ts_lexize('english_stem', word))
       union select unnest(ts_lexize('spanish_stem', word))) as lexemes from unnest($1::text[]) word`,
    [unknown],
  );
  for (const row of rows) lexemes.set(row.word, row.lexemes);
  return new Map(
    [...words].map(([id, of]) => {
      const all = new Set(of.flatMap((word) => lexemes.get(word) ?? []));
      return [id, [...all].map(quoted).join(' ')];
    }),
  );
}

const copy = (client: pg.Client, into: string, lines: Iterable<string>) =>
  pipeline(Readable.from(lines), client.query(copyFrom(`copy ${into} from stdin`)));

function nearOf(word: string): string[] {
  const letters = [...word];
  return [...new Set([word, ...letters.map((_, at) => letters.toSpliced(at, 1).join(''))])];
}

async function wordsOf(
  client: pg.Client,
  some: readonly { id: string; name: string }[],
): Promise<Map<string, string[]>> {
  const { rows } = await client.query<{ id: string; text: string }>(
    `select thread_id as id, text from messaging.message where thread_id = any($1::uuid[])
     union all select conversation_id, text from desk.note where conversation_id = any($1::uuid[])`,
    [some.map((one) => one.id)],
  );
  const texts = Map.groupBy(rows, (row) => row.id);
  return new Map(
    some.map(({ id, name }) => [id, distinctWords(name, ...(texts.get(id) ?? []).map((row) => row.text))]),
  );
}
