import { randomUUIDv7 } from 'node:crypto';
import type { Ctx } from '../../platform/ctx.ts';
import { onConstraint } from '../../platform/database/constraints.ts';
import { notFound, Problem } from '../../platform/problem.ts';
import { listThread } from '../messaging/index.ts';
import { readPerson } from '../people/index.ts';
import type { SplitInput } from './case-shapes.ts';
import { bringBackGathered, lockTogether, moveGathered } from './case-store.ts';
import {
  announce,
  factRow,
  presentChanged,
  record,
  refuseUnless,
  sawPeople,
  staffActor,
  stale,
  stateBefore,
  takeConversation,
} from './changes.ts';
import { followClocks } from './clock-history.ts';
import type { Changed } from './contract.ts';
import {
  type ConversationRow,
  insertFact,
  type RowChange,
  selectConversation,
  selectLatestFact,
} from './conversation-store.ts';
import { deadlines } from './deadlines.ts';
import { calendarOf } from './hours.ts';
import { addNoteTo } from './notes.ts';
import { insertWithReference, teamOf, untouched } from './opening.ts';
import { goingOn } from './progress.ts';
import { readForSearch } from './searchable.ts';
import { targetFor } from './targets.ts';
import { withoutAway } from './undo.ts';

/**
 * Somebody asked for two things in one breath: the second becomes a case of its own, with its reason, team and clocks,
 * about the same messages. Its clocks count from the message that asked for it, which has waited since.
 */
export async function splitOff(ctx: Ctx, id: string, input: SplitInput) {
  const row = await takeConversation(ctx, id, input.version);
  await refuseUnless(ctx, 'split', row);
  if (input.aboutPersonId) await readPerson(ctx, input.aboutPersonId);
  const split = await openSplit(ctx, row, input);
  if (input.note) await addNoteTo(ctx, split, input.note);
  const rest = await record(ctx, row, {}, { kind: 'split-off', toName: split.reference, reason: split.reason });
  return {
    ...(await presentChanged(ctx, rest)),
    split: { id: split.id, reference: split.reference, version: split.version },
  };
}

async function openSplit(ctx: Ctx, row: ConversationRow, input: SplitInput): Promise<ConversationRow> {
  const facilityId = row.facility_id ?? undefined;
  const team = await teamOf(ctx, { reason: input.reason, teamId: input.teamId, facilityId });
  const askedAt = await whenAsked(ctx, row, input.sinceMessageId);
  const about = input.aboutPersonId && input.aboutPersonId !== row.asker_current_id ? input.aboutPersonId : null;
  const mine = staffActor(ctx).id;
  const facts = {
    ...untouched,
    ...{ id: randomUUIDv7(), thread_id: row.thread_id, split_from_id: row.id, version: 1 },
    ...{ subject: input.subject, reason: input.reason, channel: row.channel },
    ...{ answer_by: row.answer_by, answer_address: row.answer_address },
    ...{ asker_person_id: row.asker_person_id, asker_current_id: row.asker_current_id },
    ...(input.aboutPersonId === undefined
      ? { about_person_id: row.about_person_id, about_current_id: row.about_current_id }
      : { about_person_id: about, about_current_id: about }),
    ...{ team_id: team.id, facility_id: team.facilityId ?? null },
    ...(input.keep && { owner_staff_id: mine, claimed_at: ctx.now, claimed_by: mine }),
    ...{
      opened_at: ctx.now,
      opened_by: mine,
      last_message_at: row.last_message_at,
      last_message_from: 'person' as const,
    },
    ...{ urgent_words: [], urgent_at: null, response_started_at: askedAt, resolution_started_at: askedAt },
    ...(await targetFor(ctx, { reason: input.reason, urgent: false, teamId: team.id })),
  };
  const calendar = await calendarOf(ctx, team.id, askedAt);
  const split = await insertWithReference(ctx, { ...facts, ...deadlines(facts, calendar) });
  await followClocks(ctx, undefined, split, calendar);
  await insertFact(ctx, factRow(ctx, split, { kind: 'split', toName: row.reference }, null));
  await readForSearch(ctx, [split]);
  sawPeople(ctx, split);
  await announce(ctx, split);
  return split;
}

/** The message that asks for it, or the last that the person wrote. */
async function whenAsked(ctx: Ctx, row: ConversationRow, messageId: string | undefined): Promise<Temporal.Instant> {
  const theirs = (await listThread(ctx, row.thread_id)).filter((message) => message.from === 'person');
  const asking = messageId === undefined ? theirs.at(-1) : theirs.find((message) => message.id === messageId);
  if (messageId !== undefined && !asking) throw notFound();
  return asking ? Temporal.Instant.from(asking.at) : row.opened_at;
}

/**
 * Two questions are one matter: the other case answers for both from now on, no later than either was due. Nothing is
 * thrown together for the people: each conversation stays with who wrote it, and each is answered by itself.
 */
export async function merge(ctx: Ctx, id: string, input: { version: number; intoId: string }): Promise<Changed> {
  if (id === input.intoId) throw intoItself();
  const { row, other: into } = await takeBoth(ctx, id, input.intoId);
  if (row.version !== input.version) throw stale();
  await refuseUnless(ctx, 'merge', row);
  if (into.resolved_at) throw intoDone(into);
  await refuseUnless(ctx, 'merge', into);
  const by = staffActor(ctx).id;
  await moveGathered(ctx, row.id, into.id);
  const gone = {
    ...{ ...goingOn(ctx, row), resolved_at: ctx.now, resolved_by: by },
    ...{ merged_into_id: into.id, merged_at: ctx.now, merged_by: by },
  };
  await record(ctx, row, gone, { kind: 'merged', toName: into.reference }).catch(
    onConstraint('conversation_merged_into_open', () => intoDone(into)),
  );
  const both = { ...carried(ctx, into, row), targets_changed_at: ctx.now, targets_changed_by: by };
  return presentChanged(ctx, await record(ctx, into, both, { kind: 'gathered', toName: row.reference }));
}

/** What one case owes beside what the other does: the earlier of both, whoever it was promised to. */
function carried(ctx: Ctx, into: ConversationRow, row: ConversationRow): RowChange {
  const isOurs = (one: ConversationRow) => !one.waiting_since && one.last_message_from === 'person';
  const response_promised_at = earliest(into.answered_at ? null : into.response_due_at, row.response_due_at);
  return {
    ...(into.waiting_since && isOurs(row) && goingOn(ctx, into)),
    ...(row.answered_at === null && {
      ...{ response_promised_at, answered_at: null },
      ...(into.answered_at && {
        ...{ response_started_at: row.response_started_at, response_minutes: row.response_minutes },
        response_kind: row.response_kind,
      }),
    }),
    resolution_promised_at: earliest(into.resolution_due_at, row.resolution_due_at),
    ...{ urgent_at: earliest(into.urgent_at, row.urgent_at) },
    urgent_words: [...new Set([...into.urgent_words, ...row.urgent_words])].slice(0, 12),
    ...(isOurs(row) && { last_message_from: 'person' as const }),
    ...(isLater(row.last_message_at, into.last_message_at) && { last_message_at: row.last_message_at }),
  };
}

/** They were two matters after all: what was gathered is as it stood, with what has been said in it since. */
export async function unmerge(ctx: Ctx, id: string, version: number): Promise<Changed> {
  const seen = await selectConversation(ctx, id);
  if (!seen?.merged_into_id) throw seen ? notMerged() : notFound();
  const { row, other: into } = await takeBoth(ctx, id, seen.merged_into_id);
  if (row.version !== version) throw stale();
  await refuseUnless(ctx, 'unmerge', row);
  const fact = await selectLatestFact(ctx, row.id);
  if (!fact?.before) throw new Error('A case that was gathered keeps how it stood before.');
  const before = await withoutAway(ctx, stateBefore(fact.before));
  const apart = { merged_into_id: null, merged_at: null, merged_by: null, merged_with_id: null };
  const done = await record(
    ctx,
    row,
    { ...before, ...(await answeredSince(ctx, row, before)), ...apart },
    { kind: 'unmerged', toName: into.reference },
  );
  await bringBackGathered(ctx, row.id);
  await record(ctx, into, {}, { kind: 'let-go', toName: row.reference });
  return presentChanged(ctx, done);
}

/** Where its own people were answered while it was gathered, they have their answer. */
async function answeredSince(ctx: Ctx, row: ConversationRow, before: { answered_at: unknown }): Promise<RowChange> {
  const since = row.merged_at;
  const answer = (await listThread(ctx, row.thread_id)).find(
    (message) => message.from === 'staff' && since && !isLater(since, Temporal.Instant.from(message.at)),
  );
  if (!answer) return {};
  return { urgent_at: null, ...(before.answered_at ? {} : { answered_at: Temporal.Instant.from(answer.at) }) };
}

/** Both as the actor may see them, held in an order in which two who do so cannot wait for each other. */
async function takeBoth(ctx: Ctx, id: string, otherId: string) {
  const held = await lockTogether(ctx, [id, otherId]);
  const of = async (one: string) => {
    const found = (await selectConversation(ctx, one)) && held.find((row) => row.id === one);
    if (!found) throw notFound();
    sawPeople(ctx, found);
    return found;
  };
  return { row: await of(id), other: await of(otherId) };
}

const isLater = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) > 0;

const earliest = (...moments: readonly (Temporal.Instant | null)[]): Temporal.Instant | null =>
  moments.filter((one) => one !== null).toSorted(Temporal.Instant.compare)[0] ?? null;

const intoItself = () =>
  new Problem('conflict', 'desk.merge-into-itself', {
    en: 'A case cannot be merged into itself. Choose another one.',
    es: 'Un caso no se puede unir consigo mismo. Elija otro.',
  });
const intoDone = ({ reference }: ConversationRow) =>
  new Problem('conflict', 'desk.merge-into-done', {
    en: `${reference} is done or was merged into another case. Reopen it first, or choose another one.`,
    es: `${reference} está resuelto o se ha unido a otro caso. Reábralo primero o elija otro.`,
  });
const notMerged = () =>
  new Problem('conflict', 'desk.not-merged', {
    en: 'This case stands by itself already.',
    es: 'Este caso ya está separado.',
  });
