import { sql } from 'kysely';
import { actorId } from '../../platform/access/actor.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { FactSource } from './contract.ts';
import { belongingTo } from './store.ts';

export type State = 'deceased' | 'bereaved' | 'restricted';

export interface StateFact {
  readonly state: State;
  readonly holds: boolean;
  readonly on_date: Temporal.PlainDate | null;
  readonly until_date: Temporal.PlainDate | null;
  readonly source: FactSource;
  readonly reason: string | null;
  readonly recorded_at: Temporal.Instant;
  readonly recorded_by_kind: string;
  readonly recorded_by: string | null;
}

export interface NewStateFact {
  readonly personId: string;
  readonly state: State;
  readonly holds: boolean;
  readonly onDate?: string | undefined;
  readonly untilDate?: string | undefined;
  readonly source: FactSource;
  readonly reason?: string | undefined;
}

export async function recordState(ctx: Ctx, fact: NewStateFact): Promise<void> {
  await sql`
    insert into people.state_fact (person_id, state, holds, on_date, until_date, source, reason, recorded_at,
      recorded_by_kind, recorded_by)
    values (${fact.personId}, ${fact.state}, ${fact.holds}, ${fact.onDate ?? null}, ${fact.untilDate ?? null},
      ${fact.source}, ${fact.reason ?? null}, ${ctx.now}, ${ctx.actor.kind}, ${actorId(ctx.actor) ?? null})`.execute(
    ctx.tx,
  );
}

/**
 * The latest fact of each state. A merged record's word counts until the kept one says something later:
 * of two records of one person, one saying "has died" is enough to hold a letter back.
 */
export async function latestStates(ctx: Pick<Ctx, 'tx'>, personId: string): Promise<StateFact[]> {
  const { rows } = await sql<StateFact>`
    select distinct on (state) state, holds, on_date, until_date, source, reason, recorded_at, recorded_by_kind, recorded_by
    from people.state_fact where person_id in ${belongingTo(personId)}
    order by state, position desc`.execute(ctx.tx);
  return rows;
}

export async function listStates(ctx: Pick<Ctx, 'tx'>, personId: string): Promise<StateFact[]> {
  const { rows } = await sql<StateFact>`
    select state, holds, on_date, until_date, source, reason, recorded_at, recorded_by_kind, recorded_by
    from people.state_fact where person_id in ${belongingTo(personId)} order by position desc limit 100`.execute(
    ctx.tx,
  );
  return rows;
}

export interface ConsentFact {
  readonly channel: string;
  readonly purpose: string;
  readonly given: boolean;
  readonly recorded_at: Temporal.Instant;
  readonly position: number;
}

export async function recordConsent(
  ctx: Ctx,
  fact: { personId: string; channel: string; purpose: string; given: boolean; source: FactSource },
): Promise<void> {
  await sql`
    insert into people.consent_fact (person_id, channel, purpose, given, source, recorded_at, recorded_by_kind, recorded_by)
    values (${fact.personId}, ${fact.channel}, ${fact.purpose}, ${fact.given}, ${fact.source}, ${ctx.now},
      ${ctx.actor.kind}, ${actorId(ctx.actor) ?? null})`.execute(ctx.tx);
}

export async function latestConsents(ctx: Pick<Ctx, 'tx'>, personId: string): Promise<ConsentFact[]> {
  const { rows } = await sql<ConsentFact>`
    select distinct on (channel, purpose) channel, purpose, given, recorded_at, position
    from people.consent_fact where person_id in ${belongingTo(personId)}
    order by channel, purpose, position desc`.execute(ctx.tx);
  return rows;
}

export interface SafeContactFact {
  readonly do_not_name_clinic: boolean;
  readonly no_voicemail: boolean;
  readonly only_from: Temporal.PlainTime | null;
  readonly only_until: Temporal.PlainTime | null;
  readonly only_channel: 'email' | 'phone' | 'sms' | 'portal' | 'post' | null;
  readonly code_word: string | null;
  readonly words: string | null;
}

type NewSafeContact = Omit<SafeContactFact, 'only_from' | 'only_until'> & {
  readonly only_from: string | null;
  readonly only_until: string | null;
};

export async function recordSafeContact(ctx: Ctx, personId: string, fact: NewSafeContact): Promise<void> {
  await sql`
    insert into people.safe_contact_fact (person_id, do_not_name_clinic, no_voicemail, only_from, only_until, only_channel,
      code_word, words, recorded_at, recorded_by_kind, recorded_by)
    values (${personId}, ${fact.do_not_name_clinic}, ${fact.no_voicemail}, ${fact.only_from}, ${fact.only_until},
      ${fact.only_channel}, ${fact.code_word}, ${fact.words}, ${ctx.now}, ${ctx.actor.kind},
      ${actorId(ctx.actor) ?? null})`.execute(ctx.tx);
}

/** The latest rules of the kept record, then of each merged one. */
export async function latestSafeContacts(ctx: Pick<Ctx, 'tx'>, personId: string): Promise<SafeContactFact[]> {
  const { rows } = await sql<SafeContactFact & { person_id: string }>`
    select * from (
      select distinct on (person_id) person_id, do_not_name_clinic, no_voicemail, only_from, only_until, only_channel,
        code_word, words
      from people.safe_contact_fact where person_id in ${belongingTo(personId)}
      order by person_id, position desc) latest
    order by person_id <> ${personId}, person_id`.execute(ctx.tx);
  return rows;
}

export interface NeedRow {
  readonly id: string;
  readonly kind:
    | 'interpreter'
    | 'large-print'
    | 'hearing'
    | 'quiet-room'
    | 'carer-present'
    | 'trauma-informed'
    | 'other';
  readonly words: string;
}

/** A need that is already recorded stays the one it is. */
export async function insertNeed(ctx: Ctx, personId: string, need: NeedRow): Promise<string> {
  await sql`
    insert into people.need (id, person_id, kind, words, added_at, added_by)
    values (${need.id}, ${personId}, ${need.kind}, ${need.words}, ${ctx.now}, ${actorId(ctx.actor) ?? null})
    on conflict (person_id, kind, words) where removed_at is null do nothing`.execute(ctx.tx);
  const { rows } = await sql<{ id: string }>`
    select id from people.need
    where person_id = ${personId} and kind = ${need.kind} and words = ${need.words} and removed_at is null`.execute(
    ctx.tx,
  );
  return rows[0]?.id ?? need.id;
}

export async function endNeed(ctx: Ctx, personId: string, needId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update people.need n set removed_at = ${ctx.now}, removed_by = ${actorId(ctx.actor) ?? null}
    from people.need chosen
    where chosen.id = ${needId} and chosen.person_id in ${belongingTo(personId)} and chosen.removed_at is null
      and n.person_id in ${belongingTo(personId)} and n.kind = chosen.kind and n.words = chosen.words
      and n.removed_at is null`.execute(ctx.tx);
  return (numAffectedRows ?? 0n) > 0n;
}

export async function listNeeds(ctx: Pick<Ctx, 'tx'>, personId: string): Promise<NeedRow[]> {
  const { rows } = await sql<NeedRow>`
    select distinct on (kind, words) id, kind, words from people.need
    where person_id in ${belongingTo(personId)} and removed_at is null
    order by kind, words, added_at, id`.execute(ctx.tx);
  return rows;
}
