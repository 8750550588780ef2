import type { z } from 'zod';
import type { Ctx } from '../../platform/ctx.ts';
import type { FoundPerson, searchInput } from './contract.ts';
import { age, displayName } from './display.ts';
import { refreshSearchRows } from './person-store.ts';
import { maySee } from './policy.ts';
import {
  type Candidate,
  findByAddresses,
  findByAllWords,
  findByBirthDates,
  findByEmailStart,
  findByIdentifierStart,
  findByIdentifiers,
  findByLastDigits,
  findByStart,
  findByTwoStarts,
  findByWord,
  findByWordsOf,
  findLookalikes,
  findNearWords,
  plainWords,
  setSimilarity,
  showFound,
} from './search-store.ts';
import { nearness, readSearchText, type SearchText } from './search-text.ts';

/** Under which a search stands in the audit. */
export const searchAction = 'people.search';

type Match = FoundPerson['match'];
/** Whom the text met and how, the best first. */
export type Hits = Map<string, Match>;

/** Rows looked at per step: more than a page shows, so that a person with several words is not the whole page. */
const looked = 80;
/** Candidates for one misspelt word. */
const similarWords = 14;
/** Below this a word is not taken for a misspelling of the other. */
const nearEnough = 0.42;
/** From here on we do not look further: one slip in a word of five letters. */
const likelyMeant = 0.6;

/**
 * People by name, date of birth, patient number, telephone or e-mail, together or alone, in any order; small slips,
 * accents and spellings that sound alike are forgiven. Most certain first.
 */
export async function findPeople(ctx: Ctx, input: z.infer<typeof searchInput>): Promise<FoundPerson[]> {
  return showHits(ctx, await meetPeople(ctx, input.text), input.limit ?? 20);
}

/** Whom a text means; nobody is shown by it. */
export async function meetPeople(ctx: Ctx, typed: string): Promise<Hits> {
  const today = ctx.now.toZonedDateTimeISO(ctx.house.hospital.timeZone).toPlainDate();
  const text = readSearchText(typed, today);
  const hits: Hits = new Map();
  await meetNumbers(ctx, text, hits);
  if (hits.size === 0) await meetNames(ctx, text, hits);
  return hits;
}

const add = (hits: Hits, ids: Iterable<string>, match: Match) => {
  for (const id of ids) if (!hits.has(id)) hits.set(id, match);
};

/** Numbers and addresses are looked up whole first; only when nobody has them, by their beginning or end. */
async function meetNumbers(ctx: Ctx, text: SearchText, hits: Hits): Promise<void> {
  if (text.identifiers.length > 0) add(hits, await findByIdentifiers(ctx, text.identifiers, looked), 'identifier');
  if (text.addresses.length > 0) add(hits, await findByAddresses(ctx, text.addresses, looked), 'contact');
  if (hits.size > 0) return;
  if (text.emailStart) add(hits, await findByEmailStart(ctx, text.emailStart, looked), 'contact');
  if (text.lastDigits) add(hits, await findByLastDigits(ctx, text.lastDigits, looked), 'contact');
  const [start] = text.identifiers;
  if (hits.size === 0 && text.dates.length === 0 && start && start.length >= 4 && /\d/.test(start))
    add(hits, await findByIdentifierStart(ctx, start, looked), 'identifier');
}

async function meetNames(ctx: Ctx, text: SearchText, hits: Hits): Promise<void> {
  const words = text.names === '' ? [] : (await plainWords(ctx, text.names)).slice(0, 6);
  if (text.dates.length > 0) {
    const born = await findByBirthDates(ctx, text.dates, 400);
    for (const [id, near] of ranked(words, born, nearEnough))
      add(hits, [id], words.length > 0 ? matchOf(near) : 'birth-date');
    if (hits.size > 0) return;
  }
  if (words.length === 0) return;
  for (const [id, near] of ranked(words, await findWhole(ctx, words), 0.9)) add(hits, [id], matchOf(near));
  if (hits.size > 0) return;
  for (const [id, near] of ranked(words, await findMisspelt(ctx, words), nearEnough)) add(hits, [id], matchOf(near));
}

const matchOf = (near: number): Match => (near >= 1 ? 'exact' : near >= 0.95 ? 'prefix' : 'similar');

function findWhole(ctx: Ctx, words: readonly string[]): Promise<Candidate[]> {
  const [first = '', second] = words;
  if (second === undefined) return findByStart(ctx, first, looked);
  if (words.length === 2) return findByTwoStarts(ctx, first, second, looked);
  return findByAllWords(ctx, words, looked);
}

/** Each word is replaced by the words of real names that it may have been meant to be. */
async function findMisspelt(ctx: Ctx, words: readonly string[]): Promise<Candidate[]> {
  await setSimilarity(ctx, 0.25);
  // Of many words the two longest say most; the others still count in the order.
  const telling = words.length <= 2 ? words : words.toSorted((a, b) => b.length - a.length).slice(0, 2);
  const meant: string[][] = [];
  for (const word of telling) meant.push(await wordsMeantBy(ctx, word));
  const [one = [], other] = meant;
  if (other === undefined) return findByWord(ctx, one, looked / 4);
  return [...(await findByWordsOf(ctx, one, other, 12)), ...(await findByWordsOf(ctx, other, one, 12))];
}

/** One slip is by far the commonest; only a word that is near to none is compared by its letters with all. */
async function wordsMeantBy(ctx: Ctx, typed: string): Promise<string[]> {
  const word = typed.slice(0, 60);
  const near = await findNearWords(ctx, word, similarWords);
  const likely = near.some((one) => one.word !== word && nearness(word, one.word) >= likelyMeant);
  const similar = likely ? near : [...near, ...(await findLookalikes(ctx, word, similarWords))];
  return [...new Map(similar.map((one) => [one.word, nearness(word, one.word) + (one.sounds_alike ? 0.1 : 0)]))]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, similarWords)
    .map(([meant]) => meant);
}

/** People by how near their words come to what was typed: the mean over the typed words, each beside its best. */
function ranked(words: readonly string[], candidates: readonly Candidate[], least: number): [string, number][] {
  const wordsOf = new Map<string, Set<string>>();
  for (const { person_id, family, given } of candidates) {
    const own = wordsOf.get(person_id) ?? new Set();
    wordsOf.set(person_id, own.add(family).add(given));
  }
  return [...wordsOf]
    .map(([id, own]): [string, number] => [id, meanNearness(words, own)])
    .filter(([, near]) => near >= least)
    .toSorted((a, b) => b[1] - a[1]);
}

function meanNearness(words: readonly string[], own: ReadonlySet<string>): number {
  if (words.length === 0) return 1;
  const best = words.map((word) => Math.max(...[...own].map((one) => nearness(word, one))));
  return best.reduce((sum, near) => sum + near, 0) / words.length;
}

/** One row per person who is kept, and only those whom the actor may see. */
export async function showHits(ctx: Ctx, hits: Hits, limit: number): Promise<FoundPerson[]> {
  const wanted = [...hits.keys()].slice(0, limit * 2);
  const rows = new Map((await showFound(ctx, wanted)).map((row) => [row.asked_id, row]));
  const found = new Map<string, FoundPerson>();
  for (const id of wanted) {
    const row = rows.get(id);
    if (!row || found.has(row.id) || found.size >= limit || !maySee(ctx.actor, row.id)) continue;
    found.set(row.id, {
      id: row.id,
      displayName: displayName(row),
      birthDate: row.birth_date?.toString() ?? null,
      age: row.deceased ? null : age(ctx, row.birth_date),
      gender: row.gender,
      identifiers: row.identifiers.map((one) => ({ system: one.system, value: one.value, kind: one.kind })),
      verified: row.verified,
      deceased: row.deceased,
      match: hits.get(id) ?? 'similar',
    });
  }
  ctx.sees(...found.keys());
  return [...found.values()];
}

/** Makes the search rows of these people anew, from the names they have; for those who write names without the verbs. */
export const refreshSearch = (ctx: Ctx, personIds: readonly string[]) => refreshSearchRows(ctx, personIds);
