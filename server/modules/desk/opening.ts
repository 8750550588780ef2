import { randomUUIDv7 } from 'node:crypto';
import type { Ctx } from '../../platform/ctx.ts';
import { Problem } from '../../platform/problem.ts';
import { currentId, readPerson } from '../people/index.ts';
import { readFacility } from '../places/index.ts';
import { urgentWordsIn } from '../wording/index.ts';
import { readTeam, type Team, teamForReason } from '../workforce/index.ts';
import { announce, factRow, sawPeople } from './changes.ts';
import { followClocks } from './clock-history.ts';
import type { AnswerBy, Channel, OpenInput } from './contract.ts';
import { type ConversationRow, insertConversation, insertFact } from './conversation-store.ts';
import { deadlines } from './deadlines.ts';
import { conversationOpened } from './events.ts';
import { calendarOf } from './hours.ts';
import { keepMarks } from './marks.ts';
import { addNoteTo } from './notes.ts';
import { makeReference } from './reference.ts';
import { makeSearchable } from './searchable.ts';
import { targetFor } from './targets.ts';
import { tellOpened } from './timeline.ts';
import { offeredTo } from './urgent-offer.ts';

export interface NewConversation {
  readonly askerPersonId: string;
  /** Absent: it is about the asker. */
  readonly aboutPersonId?: string | undefined;
  readonly reason: string;
  readonly subject: string;
  /** What was asked, read for urgent words; the words themselves are for `messaging` (or a note) to keep. */
  readonly text: string;
  readonly channel: Channel;
  readonly answerBy: AnswerBy;
  /** The mailbox that wrote, where the answer goes there in full. */
  readonly answerAddress?: string | undefined;
  readonly facilityId?: string | undefined;
  /** Absent: the team that answers for the reason. */
  readonly teamId?: string | undefined;
}

/** What has not happened yet to any question. */
export const untouched = {
  ...{ split_from_id: null, merged_into_id: null, merged_at: null, merged_by: null, merged_with_id: null },
  ...{ owner_staff_id: null, claimed_at: null, claimed_by: null, given_back_at: null, given_back_by: null },
  ...{ waiting_since: null, waiting_by: null, resolved_at: null, resolved_by: null, reopened_at: null },
  ...{ reopened_by: null, answered_at: null, pauses: [], undelivered_at: null, response_kind: 'first' as const },
  ...{ waiting_until: null, look_again_at: null, promise_broken_at: null, urgent_for_staff_id: null },
  ...{ targets_changed_at: null, targets_changed_by: null, response_promised_at: null, resolution_promised_at: null },
} as const;

/** Writes down a question, finds its team, and starts its clocks; urgent words make it urgent at once. */
export async function openRow(ctx: Ctx, given: NewConversation): Promise<ConversationRow> {
  const team = await teamOf(ctx, given);
  const text = `${given.subject}\n\n${given.text}`;
  const words = urgentWordsIn(text);
  const about = given.aboutPersonId && given.aboutPersonId !== given.askerPersonId ? given.aboutPersonId : null;
  const id = randomUUIDv7();
  const facts = {
    ...untouched,
    ...{ id, thread_id: id, version: 1, subject: given.subject, reason: given.reason, channel: given.channel },
    ...{ answer_by: given.answerBy, answer_address: given.answerAddress ?? null },
    ...{ asker_person_id: given.askerPersonId, about_person_id: about },
    asker_current_id: await currentId(ctx, given.askerPersonId),
    about_current_id: about && (await currentId(ctx, about)),
    ...{ team_id: team.id, facility_id: team.facilityId ?? null },
    ...{ opened_at: ctx.now, opened_by: ctx.actor.kind === 'staff' ? ctx.actor.id : null },
    ...{ last_message_at: ctx.now, last_message_from: 'person' as const },
    ...{ urgent_words: words, urgent_at: words.length > 0 ? ctx.now : null },
    ...{ response_started_at: ctx.now, resolution_started_at: ctx.now },
    ...(await targetFor(ctx, { reason: given.reason, urgent: words.length > 0, teamId: team.id })),
  };
  const calendar = await calendarOf(ctx, team.id, ctx.now);
  const urgent_for_staff_id = await offeredTo(ctx, facts);
  const row = await insertWithReference(ctx, { ...facts, ...deadlines(facts, calendar), urgent_for_staff_id });
  await keepMarks(ctx, row.id, { text, urgentWords: words });
  await followClocks(ctx, undefined, row, calendar);
  await insertFact(ctx, factRow(ctx, row, { kind: 'opened', reason: await placeSaid(ctx, given, team) }, null));
  await makeSearchable(ctx, row.id, row.reference, given.subject, given.text);
  await tellOpened(ctx, row);
  sawPeople(ctx, row);
  await ctx.emit(conversationOpened, { conversationId: row.id });
  await announce(ctx, row);
  return row;
}

/** Which place it is about, where the name of the team does not tell it. */
async function placeSaid(ctx: Ctx, { facilityId }: NewConversation, team: Team): Promise<string | undefined> {
  if (facilityId === undefined || facilityId === team.facilityId) return undefined;
  return (await readFacility(ctx, facilityId).catch(() => undefined))?.name;
}

export async function insertWithReference(
  ctx: Ctx,
  facts: Omit<ConversationRow, 'reference'>,
): Promise<ConversationRow> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const row = { ...facts, reference: makeReference() };
    if (await insertConversation(ctx, row)) return row;
  }
  throw new Error('Twenty references in a row were taken: the space of references is nearly full.');
}

export async function teamOf(
  ctx: Ctx,
  given: Pick<NewConversation, 'reason' | 'teamId' | 'facilityId'>,
): Promise<Team> {
  if (given.teamId) return readTeam(ctx, given.teamId);
  const team = await teamForReason(ctx, { reason: given.reason, facilityId: given.facilityId });
  if (team) return team;
  throw new Problem('unavailable', 'desk.no-team', {
    en: 'Nobody is set up to answer this yet. Please telephone us.',
    es: 'Todavía no hay nadie asignado para responder. Llámenos por teléfono.',
  });
}

/** A question that came by telephone or at the counter; what was said is the staff member's account, so an internal note. */
export async function openOnBehalf(ctx: Ctx, given: OpenInput) {
  await readPerson(ctx, given.askerPersonId);
  if (given.aboutPersonId) await readPerson(ctx, given.aboutPersonId);
  const row = await openRow(ctx, { ...given, answerBy: 'portal' });
  await addNoteTo(ctx, row, given.text);
  return { id: row.id, reference: row.reference, version: row.version };
}
