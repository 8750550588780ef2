import { z } from 'zod';
import type { Ctx } from '../../platform/ctx.ts';
import { readCursor, writeCursor } from '../../platform/cursor.ts';
import { Problem } from '../../platform/problem.ts';
import { readNames } from '../people/index.ts';
import { presentFound } from './search-finds.ts';
import { addSlips, type Question, readQuestion } from './search-question.ts';
import type { SearchInput, SearchPage } from './search-shapes.ts';
import {
  type FoundRow,
  findFrequent,
  findLastGoneThrough,
  findRare,
  findStanding,
  glance,
  goByIndices,
  type Key,
  type Wanted,
} from './search-store.ts';
import { isAnyDue } from './searchable-store.ts';

/** First what has the words themselves, then what has words that may have been meant. */
type Phase = 'exact' | 'near';

interface Step {
  readonly rows: readonly FoundRow[];
  /** From here the next page of the same phase goes on; absent: that was all. */
  readonly next?: Key | undefined;
  readonly lookedBackTo?: Temporal.Instant;
}

/**
 * Conversations that the actor may see, by words, person, reason, team, state and the days on which they were asked,
 * newest first. What others may see alone leaves no trace: neither in rows, nor in how far was looked, nor in which words
 * were taken for slips.
 */
export async function searchConversations(ctx: Ctx, input: SearchInput): Promise<SearchPage> {
  const wanted = await readWanted(ctx, input);
  const { phase, after } = input.cursor === undefined ? { phase: 'exact' as const } : readPlace(input.cursor);
  await goByIndices(ctx);
  const question = await readQuestion(ctx, input.words);
  const exact: Step = phase === 'exact' ? await lookFor({ ...wanted, words: question.exact, after }) : { rows: [] };
  const rest = input.limit - exact.rows.length;
  const slips = exact.next || question.words.length === 0 ? undefined : await addSlips(ctx, question);
  const near: Step = slips
    ? await lookFor({
        ...wanted,
        ...{ words: slips.near, without: question.exact, limit: rest, after: phase === 'near' ? after : undefined },
      })
    : { rows: [] };
  return {
    conversations: await presentFound(ctx, { exact: exact.rows, near: near.rows }, slips ?? question),
    next: exact.next ? placeOf('exact', exact.next) : near.next ? placeOf('near', near.next) : null,
    lookedBackTo: (exact.lookedBackTo ?? near.lookedBackTo)?.toString() ?? null,
    alsoSearched: slips ? await tellMeant(ctx, near.rows, slips) : [],
    stillReading: await isAnyDue(ctx),
  };

  /** One row more than is shown tells whether there are more. */
  async function lookFor(asked: Wanted): Promise<Step> {
    const more = { ...asked, limit: asked.limit + 1 };
    const { rows, all } = await lookThrough(ctx, more);
    const shown = rows.slice(0, asked.limit);
    if (rows.length > asked.limit) return { rows: shown, next: keyOf(shown.at(-1)) ?? asked.after };
    const last = all ? undefined : await findLastGoneThrough(ctx, more);
    return last ? { rows: shown, next: last, lookedBackTo: last.openedAt } : { rows: shown };
  }
}

/** A frequent word has its page among the newest; only one that has not is looked up in the index of words. */
async function lookThrough(ctx: Ctx, wanted: Wanted): Promise<{ rows: readonly FoundRow[]; all: boolean }> {
  const { words, personId, limit } = wanted;
  if (words && !personId) {
    const newest = await glance(ctx, { ...wanted, words });
    if (newest.all || newest.rows.length >= limit) return newest;
    const rare = newest.frequent ? undefined : await findRare(ctx, wanted);
    if (rare) return { rows: rare, all: true };
  }
  return { rows: await findFrequent(ctx, wanted), all: false };
}

const keyOf = (row: FoundRow | undefined): Key | undefined => row && { openedAt: row.opened_at, id: row.id };

async function readWanted(ctx: Ctx, input: SearchInput): Promise<Wanted> {
  const { personId, teamId, reason, status, limit } = input;
  const { timeZone } = ctx.house.hospital;
  const beginOf = (day: string, plus = 0) =>
    Temporal.PlainDate.from(day).add({ days: plus }).toZonedDateTime(timeZone).toInstant();
  if (input.from && input.until && input.from > input.until) throw upsideDown();
  return {
    ...{ teamId, reason, status, limit, words: undefined, without: undefined, after: undefined },
    // Somebody whom nobody knows asked nothing.
    personId: personId && ((await readNames(ctx, [personId])).get(personId)?.personId ?? personId),
    from: input.from ? beginOf(input.from) : undefined,
    before: input.until ? beginOf(input.until, 1) : undefined,
  };
}

const upsideDown = () =>
  new Problem('invalid', 'desk.days-upside-down', {
    en: 'The first day is after the last. Change one of them.',
    es: 'El primer día es posterior al último. Cambie uno de los dos.',
  });

/** Only what stands in a row that is shown is said: a word of others' conversations alone is nobody's suggestion. */
async function tellMeant(ctx: Ctx, rows: readonly FoundRow[], { slips }: Question) {
  const standing = await findStanding(
    ctx,
    rows.map((row) => row.id),
    [...slips.values()].flat(),
  );
  return [...slips].flatMap(([typed, near]) => {
    const meant = near.filter((word) => standing.has(word)).slice(0, 3);
    return meant.length > 0 ? [{ typed, meant }] : [];
  });
}

const placeOf = (phase: Phase, { openedAt, id }: Key): string => writeCursor(phase, openedAt.toString(), id);

const place = z.tuple([z.enum(['exact', 'near']), z.iso.datetime(), z.uuid()]);

function readPlace(cursor: string): { phase: Phase; after: Key } {
  const [phase, openedAt, id] = readCursor(cursor, place);
  return { phase, after: { openedAt: Temporal.Instant.from(openedAt), id } };
}
