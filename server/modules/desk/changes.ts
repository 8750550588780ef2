import { randomUUIDv7 } from 'node:crypto';
import type { Actor } from '../../platform/access/actor.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { notFound, Problem } from '../../platform/problem.ts';
import { readPerson } from '../people/index.ts';
import { followClocks } from './clock-history.ts';
import type { CanDo, Changed, FactKind, Undoable } from './contract.ts';
import {
  type ConversationRow,
  type FactRow,
  insertFact,
  lockConversation,
  type RowChange,
  type State,
  selectLatestFact,
  updateConversation,
} from './conversation-store.ts';
import { deadlines } from './deadlines.ts';
import { calendarOf } from './hours.ts';
import { isDangerCorrectedSince } from './mark-store.ts';
import { nameOfStaff } from './people-beside.ts';
import { statusOf, whatCanBeDone } from './policy.ts';
import { movePromises } from './promise-following.ts';
import { tellChanged } from './timeline.ts';
import { offeredTo } from './urgent-offer.ts';

export const stale = () =>
  new Problem('stale', 'desk.changed-meanwhile', {
    en: 'Something happened in this conversation while you had it open. Look again, then go on.',
    es: 'Algo ha cambiado en esta conversación mientras la tenía abierta. Revísela y continúe.',
  });

/** The staff member who acts; nobody else works at the desk. */
export function staffActor(ctx: Ctx): Extract<Actor, { kind: 'staff' }> {
  if (ctx.actor.kind !== 'staff') throw notFound();
  return ctx.actor;
}

/** The conversation, held until this transaction ends, as the actor last saw it (`version`) or as it is now. */
export async function takeConversation(ctx: Ctx, id: string, version?: number): Promise<ConversationRow> {
  const row = await lockConversation(ctx, id);
  if (!row) throw notFound();
  sawPeople(ctx, row);
  if (version !== undefined && row.version !== version) throw stale();
  return row;
}

export function sawPeople(ctx: Ctx, row: ConversationRow): void {
  ctx.sees(row.asker_current_id, ...(row.about_current_id ? [row.about_current_id] : []));
}

export async function refuseUnless(ctx: Ctx, action: CanDo, row: ConversationRow): Promise<void> {
  const asker = action === 'link-person' ? await readPerson(ctx, row.asker_current_id) : undefined;
  if (whatCanBeDone(ctx.actor, row, asker?.verified ?? true).includes(action)) return;
  const isOthers = row.owner_staff_id !== null && !('id' in ctx.actor && row.owner_staff_id === ctx.actor.id);
  throw isOthers && !row.resolved_at ? await hasSomeoneElse(ctx, row.owner_staff_id ?? '') : notNow();
}

const notNow = () =>
  new Problem('conflict', 'desk.not-now', {
    en: 'This cannot be done with the conversation as it stands now.',
    es: 'Esto no se puede hacer con la conversación tal como está ahora.',
  });

/** Who has it is told, so that people talk to each other rather than try again. */
export async function hasSomeoneElse(ctx: Ctx, ownerId: string): Promise<Problem> {
  const name = await nameOfStaff(ctx, ownerId);
  const words = { en: `${name} has this conversation.`, es: `${name} tiene esta conversación.` };
  return new Problem('conflict', 'desk.already-claimed', words, { fields: [{ path: 'owner', message: name }] });
}

const kept = [
  ...([
    'team_id',
    'facility_id',
    'owner_staff_id',
    'claimed_by',
    'given_back_by',
    'waiting_by',
    'resolved_by',
  ] as const),
  ...(['reopened_by', 'response_minutes', 'resolution_minutes', 'pauses'] as const),
  ...(['reason', 'targets_changed_by', 'response_kind'] as const),
];
const keptMoments = [
  ...([
    'claimed_at',
    'given_back_at',
    'waiting_since',
    'resolved_at',
    'reopened_at',
    'urgent_at',
    'answered_at',
  ] as const),
  ...(['response_started_at', 'resolution_started_at', 'waiting_until', 'look_again_at'] as const),
  ...(['targets_changed_at', 'response_promised_at', 'resolution_promised_at'] as const),
];

const snapshot = (row: ConversationRow) =>
  Object.fromEntries([...kept, ...keptMoments].map((name) => [name, row[name]]));

/** The state that a fact found; the other way round than `snapshot`. */
export function stateBefore(before: Record<string, unknown>): State {
  const moments = keptMoments.map((name) => {
    const value = before[name];
    return [name, typeof value === 'string' ? Temporal.Instant.from(value) : null];
  });
  const rest = kept.map((name) => [name, before[name]]);
  return { ...Object.fromEntries(rest), ...Object.fromEntries(moments) } as unknown as State;
}

export interface NewFact {
  readonly kind: FactKind;
  readonly reason?: string | undefined;
  readonly toName?: string;
  readonly toStaffId?: string;
  readonly dueAt?: Temporal.Instant | null;
  readonly undoes?: string;
}

/** The one way in which a conversation changes: with its fact, its clocks, its lines on the timelines, and the news to open screens. */
export async function record(
  ctx: Ctx,
  before: ConversationRow,
  change: RowChange,
  fact: NewFact,
): Promise<ConversationRow> {
  const after = { ...before, ...change };
  const calendar = await calendarOf(ctx, after.team_id, after.resolution_started_at);
  const urgent_for_staff_id = await offeredTo(ctx, after);
  const all = { ...change, ...deadlines(after, calendar), urgent_for_staff_id };
  const row = await updateConversation(ctx, before, all);
  if (!row) throw stale();
  await followClocks(ctx, before, row, calendar);
  await insertFact(ctx, factRow(ctx, row, fact, keepsBefore.includes(fact.kind) ? snapshot(before) : null));
  await tellChanged(ctx, before, row, fact.kind === 'answered');
  await movePromises(ctx, before, row);
  await announce(ctx, before, row);
  return row;
}

export function factRow(
  ctx: Ctx,
  row: { id: string; version: number },
  fact: NewFact,
  before: Record<string, unknown> | null,
): FactRow {
  const { actor } = ctx;
  return {
    ...{ id: randomUUIDv7(), conversation_id: row.id, version: row.version, kind: fact.kind, at: ctx.now },
    ...{ by_kind: actor.kind, by_id: 'id' in actor ? actor.id : null },
    ...{ by_name: actor.kind === 'staff' ? actor.name : null, to_name: fact.toName ?? null },
    to_staff_id: fact.toStaffId ?? null,
    ...{ reason: fact.reason ?? null, due_at: fact.dueAt ?? null, before, undoes: fact.undoes ?? null },
  };
}

export async function announce(ctx: Ctx, ...rows: readonly ConversationRow[]): Promise<void> {
  const topics = rows.flatMap((row) => [
    `desk.conversation ${row.id}`,
    `desk.team ${row.team_id}`,
    ...[row.owner_staff_id, row.urgent_for_staff_id].flatMap((staffId) => (staffId ? `desk.staff ${staffId}` : [])),
  ]);
  for (const topic of new Set(topics)) await ctx.announce(topic);
}

const undoableKinds: readonly FactKind[] = [
  'claimed',
  'handed-over',
  'given-back',
  'waiting',
  'resolved',
  'reason-changed',
];
/** A case that was gathered can stand by itself again at any time. */
const keepsBefore: readonly FactKind[] = [...undoableKinds, 'merged'];
const undoableFor = { minutes: 10 };

/** What the actor could take back now: their own latest step, if nothing has happened since. */
export async function findUndoable(ctx: Ctx, row: ConversationRow): Promise<(Undoable & { of: FactRow }) | undefined> {
  const latest = await selectLatestFact(ctx, row.id);
  if (!latest?.before || !undoableKinds.includes(latest.kind)) return undefined;
  if (!('id' in ctx.actor) || latest.by_id !== ctx.actor.id) return undefined;
  if (await isDangerCorrectedSince(ctx, row.id, latest.at)) return undefined;
  const until = latest.at.add(undoableFor);
  return Temporal.Instant.compare(ctx.now, until) > 0
    ? undefined
    : { fact: latest.kind, until: until.toString(), of: latest };
}

export async function presentChanged(ctx: Ctx, row: ConversationRow): Promise<Changed> {
  const undo = await findUndoable(ctx, row);
  return {
    ...{ id: row.id, version: row.version, status: statusOf(row) },
    undo: undo ? { fact: undo.fact, until: undo.until } : null,
  };
}
