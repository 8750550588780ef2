import { sql, type Transaction } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../database/connect.ts';

/** One line of the record: who did what, to whose data, when, and whether it was done or refused. */
export interface AuditEntry {
  readonly at: Temporal.Instant;
  readonly actor: Actor;
  /** The route's, reaction's or command's name. */
  readonly action: string;
  readonly outcome: 'done' | 'refused';
  readonly personIds: readonly string[];
  /** Ids and codes only; never a name, a text or a value. */
  readonly details: Readonly<Record<string, string | number | boolean>>;
  readonly requestId: string;
}

/** Appends in this transaction; the database numbers and chains each entry (see `platform.audit_link`). */
export async function writeEntries(tx: Transaction<unknown> | Database, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map((entry) => ({
    at: entry.at.toString(),
    actor_kind: entry.actor.kind,
    actor_id: 'id' in entry.actor ? entry.actor.id : null,
    actor_name: entry.actor.kind === 'system' ? entry.actor.name : null,
    session_id: 'sessionId' in entry.actor ? entry.actor.sessionId : null,
    action: entry.action,
    outcome: entry.outcome,
    person_ids: entry.personIds,
    details: entry.details,
    request_id: entry.requestId,
  }));
  await sql`
    insert into platform.audit_entry (chain, position, hash, at, actor_kind, actor_id, actor_name, session_id, action, outcome,
      person_ids, details, request_id)
    select 0, 0, '', at, actor_kind, actor_id, actor_name, session_id, action, outcome, person_ids, details, request_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as it(at timestamptz, actor_kind text, actor_id uuid,
      actor_name text, session_id uuid, action text, outcome text, person_ids uuid[], details jsonb, request_id uuid)`.execute(
    tx,
  );
}

/**
 * Writes entries of reads, which have no transaction of their own to write in. Requests that finish at the same time
 * share one transaction; each waits until its entry is durable before it answers.
 */
export function makeReadRecorder(db: Database) {
  let waiting: { entry: AuditEntry; done: () => void; failed: (error: unknown) => void }[] = [];
  let running: Promise<void> | undefined;

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        await writeEntries(
          db,
          batch.map((one) => one.entry),
        );
        for (const one of batch) one.done();
      } catch (error) {
        for (const one of batch) one.failed(error);
      }
    }
    running = undefined;
  }

  return {
    record(entry: AuditEntry): Promise<void> {
      return new Promise((done, failed) => {
        waiting.push({ entry, done, failed });
        running ??= Promise.resolve().then(drain);
      });
    },
    settled: () => running ?? Promise.resolve(),
  };
}
export type ReadRecorder = ReturnType<typeof makeReadRecorder>;
