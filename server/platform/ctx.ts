import type { Transaction } from 'kysely';
import type { Actor } from './access/actor.ts';
import type { EventKind } from './events/kind.ts';
import type { House } from './house.ts';
import type { Language } from './i18n/messages.ts';
import type { DeliveryKind } from './jobs/kind.ts';

/**
 * What an action needs, handed to it: one transaction, who acts, and the moment.
 * There is no other way to the database, so half a transaction cannot happen.
 */
export interface Ctx {
  /** The one transaction of this request, reaction or job. Stores narrow it with `withTables`. */
  readonly tx: Transaction<unknown>;
  readonly actor: Actor;
  /** The moment of this action; the same for everything in it. */
  readonly now: Temporal.Instant;
  readonly requestId: string;
  /** What whoever acts reads; English where nobody waits for the answer. */
  readonly language: Language;
  readonly house: House;
  /** Writes the event and one job per reaction in this transaction. */
  emit<P extends object>(event: EventKind<P>, payload: P): Promise<void>;
  /** Asks for a delivery (a call outside) after this transaction commits. `onceKey` replaces a waiting one of the same key. */
  deliver(delivery: DeliveryKind, id: string, options?: { at?: Temporal.Instant; onceKey?: string }): Promise<void>;
  /** Says that this action read or changed data of these people; the audit keeps it. */
  sees(...personIds: readonly string[]): void;
  /** Tells open screens that something under this topic changed; sent when the transaction commits. */
  announce(topic: string): Promise<void>;
}
