import type { Ctx } from '../../platform/ctx.ts';
import { notFound, Problem } from '../../platform/problem.ts';
import { currentId, readPerson } from '../people/index.ts';
import { listTeams } from '../workforce/index.ts';
import { sawPeople, staffActor } from './changes.ts';
import type { QueuePage, QueueSearch, Queues } from './contract.ts';
import { selectByReference, selectOfPerson } from './conversation-store.ts';
import { selectDrafted } from './draft-store.ts';
import { marksOf } from './marks.ts';
import { readBeside } from './people-beside.ts';
import { maySeeTeam } from './policy.ts';
import { whoIsHere } from './presence.ts';
import { presentRow, textOf } from './present.ts';
import { type Counts, type QueueKey, selectCounts, selectQueue } from './queue-store.ts';
import { readReference } from './reference.ts';
import { selectUrgentFor } from './urgent-offer-store.ts';

const none: Counts = { open: 0, ours: 0, theirs: 0, unclaimed: 0, urgent: 0, breached: 0, near: 0, waiting: 0 };

const sum = (parts: readonly Counts[]): Counts =>
  parts.reduce(
    (all, one) => ({
      ...{ open: all.open + one.open, ours: all.ours + one.ours, theirs: all.theirs + one.theirs },
      ...{ unclaimed: all.unclaimed + one.unclaimed, urgent: all.urgent + one.urgent },
      ...{ breached: all.breached + one.breached, near: all.near + one.near, waiting: all.waiting + one.waiting },
    }),
    none,
  );

/** The lists of the desk with how much is in each, for this actor. */
export async function readQueues(ctx: Ctx): Promise<Queues> {
  const counts = await selectCounts(ctx);
  const teams = (await listTeams(ctx)).filter((team) => maySeeTeam(ctx.actor, team));
  const ownTeams = ctx.actor.kind === 'staff' ? ctx.actor.teamIds : [];
  return {
    all: sum(counts),
    mine: sum(counts.filter((one) => one.is_mine)),
    urgentForYou: await selectUrgentFor(ctx, staffActor(ctx).id),
    teams: teams.map(({ id, name }) => ({
      ...{ teamId: id, name, mine: ownTeams.includes(id) },
      ...sum(counts.filter((one) => one.team_id === id)),
    })),
  };
}

/** One list, most pressing first. */
export async function listQueue(ctx: Ctx, asked: QueueSearch): Promise<QueuePage> {
  const after = asked.cursor === undefined ? undefined : readCursor(asked.cursor);
  const asOf = after?.asOf ?? ctx.now;
  const { list, teamId, turn, limit } = asked;
  const rows = await selectQueue(ctx, { list, teamId, turn, asOf, after, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const beside = await readBeside(ctx, page);
  const ids = page.map((row) => row.id);
  const here = await whoIsHere(ctx, ids);
  const drafted = await selectDrafted(ctx, ids, staffActor(ctx).id);
  const marks = await marksOf(ctx, ids);
  for (const row of page) sawPeople(ctx, row);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    conversations: page.map((row) => ({
      ...presentRow(ctx, row, beside),
      ...{ here: here.get(row.id) ?? [], hasDraft: drafted.has(row.id) },
      marks: (marks.get(row.id) ?? []).map((one) => one.mark),
    })),
    next: last ? writeCursor({ asOf, rank: last.rank, key: last.key, id: last.id }) : null,
  };
}

const writeCursor = ({ asOf, rank, key, id }: QueueKey) =>
  Buffer.from(JSON.stringify([asOf.toString(), rank, key, id])).toString('base64url');

function readCursor(cursor: string): QueueKey {
  try {
    const [asOf, rank, key, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (Number.isInteger(rank) && Number.isFinite(key) && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id))
      return { asOf: Temporal.Instant.from(String(asOf)), rank: rank as number, key: key as number, id };
  } catch {}
  throw new Problem('invalid', 'desk.unreadable-cursor', {
    en: 'This page of the list is no longer there. Start from the first page.',
    es: 'Esta página de la lista ya no existe. Empiece por la primera.',
  });
}

/** By the reference that somebody reads out over the telephone. */
export async function findByReference(ctx: Ctx, typed: string) {
  const reference = readReference(typed);
  const row = reference && (await selectByReference(ctx, reference));
  if (!row) throw notFound();
  sawPeople(ctx, row);
  return { id: row.id, reference: row.reference, version: row.version };
}

/** What a person asked, or was asked about them, as far as the actor may see it. */
export async function listOfPerson(ctx: Ctx, personId: string) {
  await readPerson(ctx, personId);
  const rows = await selectOfPerson(ctx, await currentId(ctx, personId));
  const beside = await readBeside(ctx, rows);
  return {
    conversations: rows.map((row) => ({ ...presentRow(ctx, row, beside), resolvedAt: textOf(row.resolved_at) })),
  };
}
