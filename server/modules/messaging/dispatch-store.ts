import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { GateReason, MailForm } from './contract.ts';

interface DispatchTable {
  id: string;
  kind: 'message' | 'sign-in' | 'staff-invitation' | 'staff-reset' | 'credentials-changed' | 'new-browser';
  channel: 'email';
  purpose: string;
  message_id: string | null;
  thread_id: string | null;
  person_id: string | null;
  subject_id: string | null;
  detail: string | null;
  wants: 'notice' | 'in-full' | 'account';
  writer_address: string | null;
  queued_at: Temporal.Instant;
  tries: number;
  next_try_at: Temporal.Instant | null;
  held_at: Temporal.Instant | null;
  held_reason: GateReason | null;
  lapsed_at: Temporal.Instant | null;
  mail_id: string | null;
  sent_to: string | null;
  sent_form: MailForm | null;
  handed_over_at: Temporal.Instant | null;
  bounced_at: Temporal.Instant | null;
  bounce_reason: string | null;
  failed_at: Temporal.Instant | null;
  failure: string | null;
  failure_detail: string | null;
  settled_at: Temporal.Instant | null;
  settled_by: string | null;
}
interface DecisionTable {
  id: string;
  at: Temporal.Instant;
  dispatch_id: string;
  thread_id: string | null;
  person_id: string | null;
  channel: string;
  purpose: string;
  decision: 'let-through' | 'lowered' | 'held';
  form: MailForm | null;
  reason: GateReason | null;
}
type Tables = {
  'messaging.dispatch': DispatchTable;
  'messaging.gate_decision': DecisionTable;
};

type Reading = Pick<Ctx, 'tx'>;
const db = (ctx: Reading) => ctx.tx.withTables<Tables>();

export type DispatchRow = DispatchTable;
export type DecisionRow = DecisionTable;
export type NewDispatch = Pick<DispatchTable, 'id' | 'kind' | 'purpose' | 'wants' | 'queued_at'> &
  Partial<Pick<DispatchTable, 'message_id' | 'thread_id' | 'person_id' | 'subject_id' | 'detail' | 'writer_address'>>;

const nothingYet = {
  message_id: null,
  thread_id: null,
  person_id: null,
  subject_id: null,
  detail: null,
  writer_address: null,
  tries: 0,
  next_try_at: null,
  held_at: null,
  held_reason: null,
  lapsed_at: null,
  mail_id: null,
  sent_to: null,
  sent_form: null,
  handed_over_at: null,
  bounced_at: null,
  bounce_reason: null,
  failed_at: null,
  failure: null,
  failure_detail: null,
  settled_at: null,
  settled_by: null,
} as const;

export async function insertDispatch(ctx: Reading, row: NewDispatch): Promise<DispatchRow> {
  const whole: DispatchRow = { ...nothingYet, channel: 'email', ...row };
  await db(ctx).insertInto('messaging.dispatch').values(whole).execute();
  return whole;
}

export async function updateDispatch(ctx: Reading, id: string, change: Partial<DispatchTable>): Promise<void> {
  await db(ctx).updateTable('messaging.dispatch').set(change).where('id', '=', id).execute();
}

export const findDispatch = (ctx: Reading, id: string): Promise<DispatchRow | undefined> =>
  db(ctx).selectFrom('messaging.dispatch').selectAll().where('id', '=', id).executeTakeFirst();

/** Held until the transaction ends, so that a death that is recorded meanwhile and a claim do not pass each other by. */
export const lockDispatch = (ctx: Reading, id: string): Promise<DispatchRow | undefined> =>
  db(ctx).selectFrom('messaging.dispatch').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export const findDispatchByMailId = (ctx: Reading, mailIds: readonly string[]): Promise<DispatchRow | undefined> =>
  mailIds.length === 0
    ? Promise.resolve(undefined)
    : db(ctx)
        .selectFrom('messaging.dispatch')
        .selectAll()
        .where('mail_id', 'in', [...mailIds])
        .orderBy('queued_at', 'desc')
        .limit(1)
        .executeTakeFirst();

/** The way out of each message; a message has at most one that counts, the newest. */
export async function selectDispatches(ctx: Reading, messageIds: readonly string[]): Promise<DispatchRow[]> {
  if (messageIds.length === 0) return [];
  return db(ctx)
    .selectFrom('messaging.dispatch')
    .selectAll()
    .where('message_id', 'in', [...messageIds])
    .orderBy('queued_at')
    .orderBy('id')
    .execute();
}

/** Mailboxes that were written to in this thread as this person's; null: as of somebody nobody knows. */
export async function selectAddressesWrittenTo(ctx: Reading, threadId: string, personId: string | null) {
  let query = db(ctx)
    .selectFrom('messaging.dispatch')
    .select('sent_to')
    .distinct()
    .where('thread_id', '=', threadId)
    .where('sent_to', 'is not', null)
    .where('handed_over_at', 'is not', null)
    // Somebody who learns only that there is an answer is not yet somebody who may speak in it.
    .where('sent_form', 'in', ['notice', 'in-full']);
  query = personId ? query.where('person_id', '=', personId) : query.where('person_id', 'is', null);
  return (await query.limit(200).execute()).flatMap((row) => row.sent_to ?? []);
}

/** Message-IDs that went out in this thread, oldest first. */
export async function selectSentMailIds(ctx: Reading, threadId: string) {
  const rows = await db(ctx)
    .selectFrom('messaging.dispatch')
    .select(['mail_id', 'handed_over_at'])
    .where('thread_id', '=', threadId)
    .where('handed_over_at', 'is not', null)
    .where('mail_id', 'is not', null)
    .orderBy('handed_over_at', 'desc')
    .limit(20)
    .execute();
  return rows.toReversed();
}

export async function insertDecision(ctx: Reading, row: DecisionTable): Promise<void> {
  await db(ctx).insertInto('messaging.gate_decision').values(row).execute();
}

export function selectDecisions(
  ctx: Reading,
  of: { readonly personIds: readonly string[] } | { readonly threadId: string },
): Promise<DecisionRow[]> {
  let query = db(ctx).selectFrom('messaging.gate_decision').selectAll().where('decision', '<>', 'let-through');
  query =
    'threadId' in of ? query.where('thread_id', '=', of.threadId) : query.where('person_id', 'in', [...of.personIds]);
  return query.orderBy('at', 'desc').orderBy('id', 'desc').limit(100).execute();
}

/** Whatever did not arrive and nobody has settled, newest first. */
export function selectUndelivered(ctx: Reading, before: string | undefined, most: number): Promise<DispatchRow[]> {
  let query = db(ctx)
    .selectFrom('messaging.dispatch')
    .selectAll()
    .where('settled_at', 'is', null)
    .where((it) =>
      it.or([
        it.and([it('held_at', 'is not', null), it('kind', '=', 'message')]),
        it('failed_at', 'is not', null),
        it('bounced_at', 'is not', null),
      ]),
    );
  // Ids rise with time.
  if (before) query = query.where('id', '<', before);
  return query.orderBy('id', 'desc').limit(most).execute();
}

/** Still to go, and no job has done anything about it for long: the process that had it is gone. */
export async function selectForgotten(ctx: Reading, before: Temporal.Instant): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from messaging.dispatch
    where handed_over_at is null and held_at is null and lapsed_at is null and failed_at is null
      and queued_at < ${before} and (next_try_at is null or next_try_at < ${before})
    order by queued_at limit 500`.execute(ctx.tx);
  return rows.map((row) => row.id);
}
