import { z } from 'zod';
import type { Ctx } from '../../platform/ctx.ts';
import { readCursor, writeCursor } from '../../platform/cursor.ts';
import { notFound } from '../../platform/problem.ts';
import { currentId, lostProxies } from '../people/index.ts';
import { selectCasesOfThreads } from './case-store.ts';
import { sawPeople } from './changes.ts';
import type { PersonConversation } from './contract.ts';
import type { ConversationRow } from './conversation-store.ts';
import { readBeside } from './people-beside.ts';
import * as store from './person-list-store.ts';
import { presentForPerson } from './person-side.ts';
import { actsFor, mayWriteFor } from './policy.ts';

const shelfSize = 20;
/** Nobody counts further than that. */
const mostUnread = 200;
/** A person's own questions, for what names them by id; older ones are told of without their reference. */
const mostNamed = 2_000;

const place = z
  .tuple([z.iso.datetime({ offset: true }), z.uuid()])
  .transform(([at, id]): store.Place => ({ at: Temporal.Instant.from(at), id }));

export interface ShelfPage {
  readonly conversations: readonly PersonConversation[];
  /** Where the pages beside this one begin; absent: there is none. */
  readonly newer?: string;
  readonly older?: string;
}

interface Asked {
  readonly of: string;
  /** Whoever else has a shelf here. */
  readonly beside?: readonly string[];
  readonly newer?: string | undefined;
  readonly older?: string | undefined;
}

/** What a person asked, and what others with a shelf here asked about them, the latest first. */
export async function listConversationsOf(ctx: Ctx, asked: Asked): Promise<ShelfPage> {
  const of = await currentId(ctx, asked.of);
  // Who acts for somebody in other matters only has none of their messages to see.
  if (!mayWriteFor(ctx.actor, of)) {
    if (actsFor(ctx.actor, of)) return { conversations: [] };
    throw notFound();
  }
  const shelved = await whoOf(ctx, [of, ...(asked.beside ?? [])]);
  const query = { of, shelved, lost: await lostOf(ctx, shelved), limit: shelfSize + 1 };
  if (asked.newer !== undefined) {
    const from = { place: readCursor(asked.newer, place), towards: 'newer' as const };
    const rows = await store.selectShelf(ctx, { ...query, from });
    // Fewer than a page are left above: the first page is whole and has them.
    if (rows.length <= shelfSize) return page(ctx, await store.selectShelf(ctx, query), false);
    return { ...(await page(ctx, rows.slice(0, shelfSize).toReversed(), true)), older: cursorOf(rows[0]) };
  }
  if (asked.older === undefined) return page(ctx, await store.selectShelf(ctx, query), false);
  const from = { place: readCursor(asked.older, place), towards: 'older' as const };
  return page(ctx, await store.selectShelf(ctx, { ...query, from }), true);
}

const cursorOf = (row: ConversationRow | undefined): string =>
  row ? writeCursor(row.last_message_at.toString(), row.id) : '';

async function page(ctx: Ctx, rows: readonly ConversationRow[], hasNewer: boolean): Promise<ShelfPage> {
  const shown = rows.slice(0, shelfSize);
  return {
    conversations: await present(ctx, shown),
    ...(hasNewer && shown.length > 0 && { newer: cursorOf(shown[0]) }),
    ...(rows.length > shelfSize && { older: cursorOf(shown.at(-1)) }),
  };
}

async function present(ctx: Ctx, rows: readonly ConversationRow[]): Promise<PersonConversation[]> {
  const beside = await readBeside(ctx, rows);
  const ids = rows.map((row) => row.id);
  const cases = Map.groupBy(await selectCasesOfThreads(ctx, ids), (one) => one.in_thread);
  for (const row of rows) sawPeople(ctx, row);
  return Promise.all(rows.map((row) => presentForPerson(ctx, row, cases.get(row.id) ?? [row], beside)));
}

/** As they are known today, and only for whom the actor may exchange messages. */
async function whoOf(ctx: Ctx, personIds: readonly string[]): Promise<string[]> {
  const current = new Set<string>();
  for (const id of personIds) current.add(await currentId(ctx, id));
  return [...current].filter((id) => mayWriteFor(ctx.actor, id));
}

/** What these people asked about somebody for whom they may no longer act. */
async function lostOf(ctx: Ctx, askerIds: readonly string[]): Promise<store.Lost> {
  const pairs = await store.selectAskedAbout(ctx, askerIds);
  const lost: { asker_id: string; about_id: string }[] = [];
  for (const [askerId, abouts] of Map.groupBy(pairs, (pair) => pair.asker_id)) {
    const gone = await lostProxies(
      ctx,
      askerId,
      abouts.map((pair) => pair.about_id),
    );
    lost.push(...abouts.filter((pair) => gone.has(pair.about_id)));
  }
  return { askers: lost.map((pair) => pair.asker_id), abouts: lost.map((pair) => pair.about_id) };
}

/** Of all that these people asked: where staff wrote last and when, the latest first. Names nobody. */
export async function listAnsweredFor(ctx: Ctx, personIds: readonly string[]) {
  const askers = await whoOf(ctx, personIds);
  const rows = await store.selectAnswered(ctx, askers, await lostOf(ctx, askers), mostUnread);
  return rows.map((row) => ({ id: row.id, answeredAt: row.last_message_at }));
}

/** Ids of what this person asked, as far as the actor may read it. */
export async function listAskedIds(ctx: Ctx, personId: string): Promise<string[]> {
  const [asker] = await whoOf(ctx, [personId]);
  return asker ? store.selectAskedIds(ctx, asker, await lostOf(ctx, [asker]), mostNamed) : [];
}

/** Of these conversations those that this person asked and the actor may read, by id. */
export async function readAskedAmong(
  ctx: Ctx,
  personId: string,
  ids: readonly string[],
): Promise<Map<string, PersonConversation>> {
  const askers = await whoOf(ctx, [personId]);
  const rows = await store.selectAskedAmong(ctx, ids, askers, await lostOf(ctx, askers));
  return new Map((await present(ctx, rows)).map((one) => [one.id, one]));
}
