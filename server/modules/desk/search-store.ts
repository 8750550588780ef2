import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import { visible } from './conversation-store.ts';
import { scopeOf } from './policy.ts';
import type { SearchInput } from './search-shapes.ts';

type Moment = Temporal.Instant | null;

export interface FoundRow {
  readonly id: string;
  readonly reference: string;
  readonly subject: string;
  readonly reason: string;
  readonly asker_current_id: string;
  readonly about_current_id: string | null;
  readonly team_id: string;
  readonly owner_staff_id: string | null;
  readonly waiting_since: Moment;
  readonly resolved_at: Moment;
  readonly merged_into_id: string | null;
  readonly opened_at: Temporal.Instant;
}

export interface Key {
  readonly openedAt: Temporal.Instant;
  readonly id: string;
}

export interface Wanted extends Pick<SearchInput, 'personId' | 'teamId' | 'reason' | 'status'> {
  /** As a tsquery; absent: whatever the words. */
  readonly words: string | undefined;
  /** What was shown before, as a tsquery. */
  readonly without: string | undefined;
  readonly from: Temporal.Instant | undefined;
  readonly before: Temporal.Instant | undefined;
  readonly after: Key | undefined;
  readonly limit: number;
}

/** From here on it is quicker to go through conversations, the newest first, than to fetch all that have the words. */
const few = 3000;
/** How many are gone through in one answer; and at the first glance, which tells how frequent the words are. */
const goneThrough = 10_000;
const glanced = 500;

const statusIs = (status: SearchInput['status']) =>
  status === undefined
    ? sql`true`
    : {
        merged: sql`c.merged_into_id is not null`,
        resolved: sql`c.resolved_at is not null and c.merged_into_id is null`,
        waiting: sql`c.resolved_at is null and c.waiting_since is not null`,
        claimed: sql`c.resolved_at is null and c.waiting_since is null and c.owner_staff_id is not null`,
        unclaimed: sql`c.resolved_at is null and c.waiting_since is null and c.owner_staff_id is null`,
      }[status];

const asked = ({ personId, teamId, reason, status }: Wanted) => sql<boolean>`${statusIs(status)}
  ${reason ? sql`and c.reason = ${reason}` : sql``} ${teamId ? sql`and c.team_id = ${teamId}` : sql``}
  ${personId ? sql`and (c.asker_current_id = ${personId} or c.about_current_id = ${personId})` : sql``}`;

const inTime = ({ from, before, after }: Wanted) => sql<boolean>`true
  ${from ? sql`and c.opened_at >= ${from}` : sql``} ${before ? sql`and c.opened_at < ${before}` : sql``}
  ${after ? sql`and (c.opened_at, c.id) < (${after.openedAt}::timestamptz, ${after.id}::uuid)` : sql``}`;

const columns = sql`c.id, c.reference, c.subject, c.reason, c.asker_current_id, c.about_current_id, c.team_id,
  c.owner_staff_id, c.waiting_since, c.resolved_at, c.merged_into_id, c.opened_at`;

/** Those of the rare words, newest first; undefined when the words are not rare. */
export async function findRare(ctx: Ctx, wanted: Wanted): Promise<FoundRow[] | undefined> {
  const { rows } = await sql<(FoundRow & { many: boolean }) | { id: null; many: boolean }>`
    with few as materialized (select s.conversation_id from desk.searchable s
      where s.words @@ ${wanted.words}::tsquery limit ${few + 1})
    select counted.many, it.* from (select count(*) > ${few} as many from few) counted
    left join lateral (select ${columns} from few join desk.conversation c on c.id = few.conversation_id
      where not counted.many and ${visible(ctx)} and ${asked(wanted)} and ${inTime(wanted)} and ${isNew(wanted)}
      order by c.opened_at desc, c.id desc limit ${wanted.limit}) it on true
    order by it.opened_at desc, it.id desc`.execute(ctx.tx);
  if (rows[0]?.many) return undefined;
  return rows.filter((row): row is FoundRow & { many: boolean } => row.id !== null);
}

/**
 * What the actor may see, newest first, merged from as many indices as give it without a row that they may not see:
 * so how far one search goes through says nothing of others' conversations.
 */
function inOrder(ctx: Ctx, wanted: Wanted, most: number) {
  const arms = armsOf(ctx, wanted).map(
    (arm) => sql`(select c.opened_at, c.id from desk.conversation c where ${arm} and ${inTime(wanted)}
      order by c.opened_at desc, c.id desc limit ${most})`,
  );
  return sql`select distinct on (k.opened_at, k.id) k.opened_at, k.id from (${sql.join(arms, sql` union all `)}) k
    order by k.opened_at desc, k.id desc limit ${most}`;
}

function armsOf(ctx: Ctx, { personId, teamId }: Wanted) {
  if (personId)
    return [
      sql`c.asker_current_id = ${personId} and ${visible(ctx)}`,
      sql`c.about_current_id = ${personId} and ${visible(ctx)}`,
    ];
  if (teamId) return [sql`c.team_id = ${teamId} and ${visible(ctx)}`];
  const scope = scopeOf(ctx.actor);
  if (!scope || scope.everything || scope.leads === 'everywhere') return [sql`true`];
  const leads = scope.leads === 'nowhere' ? undefined : scope.leads;
  return [
    sql`c.owner_staff_id = ${scope.staffId}`,
    ...scope.teamIds.map((id) => sql`c.team_id = ${id}`),
    ...(leads ? [sql`c.facility_id is null`, ...leads.map((id) => sql`c.facility_id = ${id}`)] : []),
  ];
}

const has = (words: string, id: 'c' | 'k') => sql<boolean>`(select s.words @@ ${words}::tsquery
  from desk.searchable s where s.conversation_id = ${id === 'c' ? sql`c.id` : sql`k.id`})`;
const isNew = ({ without }: Wanted) => (without ? sql`not ${has(without, 'c')}` : sql`true`);

export interface Glance {
  readonly rows: readonly FoundRow[];
  /** Nothing lies behind what was glanced at. */
  readonly all: boolean;
  /** Of all conversations so many have the words that it is quicker to go through them than to fetch those. */
  readonly frequent: boolean;
}

/** The newest of all. */
export async function glance(ctx: Ctx, wanted: Wanted & { readonly words: string }): Promise<Glance> {
  const { rows } = await sql<{ seen: number; met: number } & (FoundRow | { id: null })>`
    with newest as materialized (select k.opened_at, k.id, ${has(wanted.words, 'k')} as met
      from (${inOrder(ctx, wanted, glanced)}) k)
    select counted.*, it.* from (select count(*)::int as seen, (count(*) filter (where met))::int as met from newest) counted
    left join lateral (select ${columns} from newest k join desk.conversation c on c.id = k.id
      where k.met and ${asked(wanted)} and ${visible(ctx)} and ${isNew(wanted)}
      order by k.opened_at desc, k.id desc limit ${wanted.limit}) it on true
    order by it.opened_at desc, it.id desc`.execute(ctx.tx);
  const { seen = 0, met = 0 } = rows[0] ?? {};
  return { rows: rows.filter((row) => row.id !== null), all: seen < glanced, frequent: met * 50 > seen };
}

/** Those of frequent words among the newest that are gone through. */
export async function findFrequent(ctx: Ctx, wanted: Wanted): Promise<FoundRow[]> {
  const { rows } = await sql<FoundRow>`
    select ${columns} from (${inOrder(ctx, wanted, goneThrough)}) k join desk.conversation c on c.id = k.id
    where ${asked(wanted)} and ${visible(ctx)} ${wanted.words ? sql`and ${has(wanted.words, 'c')}` : sql``}
      and ${isNew(wanted)}
    order by k.opened_at desc, k.id desc limit ${wanted.limit}`.execute(ctx.tx);
  return rows;
}

/** The last that `findFrequent` can have gone through; undefined when there was no more to go through. */
export async function findLastGoneThrough(ctx: Ctx, wanted: Wanted): Promise<Key | undefined> {
  const { rows } = await sql<Key>`
    select k.opened_at as "openedAt", k.id from (${inOrder(ctx, wanted, goneThrough)}) k
    order by k.opened_at desc, k.id desc offset ${goneThrough - 1} limit 1`.execute(ctx.tx);
  return rows[0];
}

export interface Stems {
  readonly word: string;
  /** The word and its stems. */
  readonly lexemes: readonly string[];
  /** Stands in nearly every text of the house's languages: `the`, `de`. */
  readonly common: boolean;
}

export async function readStems(ctx: Ctx, words: readonly string[]): Promise<Stems[]> {
  if (words.length === 0) return [];
  const { rows } = await sql<Stems>`
    select word, array(select word union
        select stem from desk.search_stemmer it, unnest(ts_lexize(it.dictionary::regdictionary, word)) stem
        where stem <> '') as lexemes,
      coalesce(ts_lexize('english_stem', word) = '{}' or ts_lexize('spanish_stem', word) = '{}', false) as common
    from unnest(${words}::text[]) word`.execute(ctx.tx);
  return rows;
}

/**
 * For the rest of this transaction: by the indices, row by row, in one process. The planner knows how often each word
 * stands, but not that two never stand together, and then goes through everything while somebody waits.
 */
export async function goByIndices(ctx: Ctx): Promise<void> {
  await sql`select set_config(name, value, true) from (values ('enable_seqscan', 'off'), ('random_page_cost', '1.1'),
    ('max_parallel_workers_per_gather', '0'), ('jit', 'off')) it(name, value)`.execute(ctx.tx);
}

/** By each of these words, words of any conversation that are about one slip away, the nearest first. */
export async function findNearWords(
  ctx: Ctx,
  words: readonly string[],
  most: number,
): Promise<Map<string, readonly string[]>> {
  const { rows } = await sql<{ typed: string; near: string[] }>`
    select typed, array(select word from desk.search_word where near && desk.near(typed) and word <> typed
      order by public.levenshtein(word, typed), word limit ${most}) as near from unnest(${words}::text[]) typed`.execute(
    ctx.tx,
  );
  return new Map(rows.map((row) => [row.typed, row.near]));
}

/** Which of these words stand, as they are, in one of these conversations. */
export async function findStanding(ctx: Ctx, ids: readonly string[], words: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0 || words.length === 0) return new Set();
  const { rows } = await sql<{ word: string }>`
    select word from unnest(${words}::text[]) word where exists (select from desk.searchable s
      where s.conversation_id = any(${ids}::uuid[]) and s.words @@ quote_literal(word)::tsquery)`.execute(ctx.tx);
  return new Set(rows.map((row) => row.word));
}

export interface TextRow {
  readonly conversation_id: string;
  readonly kind: 'message' | 'note';
  readonly at: Temporal.Instant;
  readonly subject: string;
  readonly text: string;
}

/** The newest texts of conversations, and of each its beginning. */
export async function selectTexts(
  ctx: Ctx,
  ids: readonly string[],
  { most, length }: { most: number; length: number },
): Promise<TextRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<TextRow>`
    select asked.id as conversation_id, it.kind, it.at, it.subject, it.text from desk.conversation asked,
      lateral (
        (select 'message' as kind, m.at, m.subject, left(m.text, ${length}) as text
          from messaging.published_message m where m.thread_id = asked.thread_id order by m.at desc, m.id desc limit ${most})
        union all
        (select 'note', n.at, '', left(n.text, ${length}) from desk.note n where n.conversation_id = asked.id
          order by n.at desc limit ${most})) it
    where asked.id = any(${ids}::uuid[])`.execute(ctx.tx);
  return rows;
}
