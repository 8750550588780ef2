import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { ConversationRow } from './conversation-store.ts';

/** Who asked about whom and may no longer; the pairs stand beside each other in two lists. */
export interface Lost {
  readonly askers: readonly string[];
  readonly abouts: readonly string[];
}

/** What was split off a conversation is part of it, not one more of its asker. */
const isTheirs = ({ askers, abouts }: Lost) => sql<boolean>`
  c.thread_id = c.id and (c.about_current_id is null or (c.asker_current_id, c.about_current_id) not in
    (select asker, about from unnest(${askers}::uuid[], ${abouts}::uuid[]) as lost(asker, about)))`;

/** Of all that these people asked: about whom else, each pair once. */
export async function selectAskedAbout(ctx: Ctx, askerIds: readonly string[]) {
  const { rows } = await sql<{ asker_id: string; about_id: string }>`
    select distinct asker_current_id as asker_id, about_current_id as about_id from desk.conversation
    where asker_current_id = any(${askerIds}::uuid[]) and about_current_id <> asker_current_id`.execute(ctx.tx);
  return rows;
}

export interface Place {
  readonly at: Temporal.Instant;
  readonly id: string;
}

export interface ShelfQuery {
  /** Everyone who has a shelf here: what one of them asked about another stands with the other. */
  readonly shelved: readonly string[];
  readonly of: string;
  readonly lost: Lost;
  readonly from?: { readonly place: Place; readonly towards: 'older' | 'newer' } | undefined;
  readonly limit: number;
}

/** From the place on in its direction, or the newest; the nearest first. */
export async function selectShelf(ctx: Ctx, query: ShelfQuery): Promise<ConversationRow[]> {
  const { shelved, of, lost, from, limit } = query;
  const order = from?.towards === 'newer' ? sql`asc` : sql`desc`;
  const beyond = from?.towards === 'newer' ? sql`>` : sql`<`;
  const { rows } = await sql<ConversationRow>`
    select c.* from desk.conversation c
    where c.asker_current_id = any(${shelved}::uuid[]) and ${isTheirs(lost)}
      and case when c.about_current_id = any(${shelved}::uuid[]) then c.about_current_id else c.asker_current_id end = ${of}
      ${from ? sql`and (c.last_message_at, c.id) ${beyond} (${from.place.at}::timestamptz, ${from.place.id}::uuid)` : sql``}
    order by c.last_message_at ${order}, c.id ${order} limit ${limit}`.execute(ctx.tx);
  return rows;
}

/** Where staff, for any of its cases, said something last, the latest first: it may be unread. */
export async function selectAnswered(ctx: Ctx, askerIds: readonly string[], lost: Lost, limit: number) {
  const { rows } = await sql<{ id: string; last_message_at: Temporal.Instant }>`
    select c.id, c.last_message_at from desk.conversation c
    where c.asker_current_id = any(${askerIds}::uuid[]) and ${isTheirs(lost)} and exists (
      select from desk.conversation it where it.thread_id = c.id and it.last_message_from = 'staff')
    order by c.last_message_at desc limit ${limit}`.execute(ctx.tx);
  return rows;
}

/** Of these conversations those which one of these people asked. */
export async function selectAskedAmong(ctx: Ctx, ids: readonly string[], askerIds: readonly string[], lost: Lost) {
  const { rows } = await sql<ConversationRow>`
    select c.* from desk.conversation c
    where c.id = any(${ids}::uuid[]) and c.asker_current_id = any(${askerIds}::uuid[]) and ${isTheirs(lost)}`.execute(
    ctx.tx,
  );
  return rows;
}

/** Everything that one person asked, by its id. */
export async function selectAskedIds(ctx: Ctx, askerId: string, lost: Lost, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select c.id from desk.conversation c where c.asker_current_id = ${askerId} and ${isTheirs(lost)}
    order by c.opened_at desc limit ${limit}`.execute(ctx.tx);
  return rows.map((row) => row.id);
}
