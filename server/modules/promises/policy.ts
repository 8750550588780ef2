import type { Actor } from '../../platform/access/actor.ts';
import type { PromiseCanDo, PromiseState } from './contract.ts';

/** They see every promise of their facilities; one without a facility works for the whole hospital. */
const leadingRoles: readonly string[] = ['manager', 'patient-relations', 'administrator'];

export type Scope =
  | { readonly everything: true }
  | {
      readonly everything: false;
      readonly staffId: string;
      readonly teamIds: readonly string[];
      readonly leads: 'nowhere' | 'everywhere' | readonly string[];
    };

/**
 * Which promises are shown to whom; undefined: none. The same rule as for the conversations they are about, which the
 * desk keeps: a test compares the two.
 */
export function scopeOf(actor: Actor): Scope | undefined {
  if (actor.kind === 'system') return { everything: true };
  if (actor.kind !== 'staff') return undefined;
  return { everything: false, staffId: actor.id, teamIds: actor.teamIds, leads: leadsWhere(actor) };
}

function leadsWhere(actor: Extract<Actor, { kind: 'staff' }>): 'nowhere' | 'everywhere' | readonly string[] {
  if (!actor.roles.some((role) => leadingRoles.includes(role))) return 'nowhere';
  return actor.facilityIds.length === 0 ? 'everywhere' : actor.facilityIds;
}

interface Standing {
  readonly due_at: Temporal.Instant;
  readonly near_at: Temporal.Instant;
  readonly kept_at: Temporal.Instant | null;
  readonly released_at: Temporal.Instant | null;
  readonly held_at: Temporal.Instant | null;
  readonly broken_at: Temporal.Instant | null;
}

const isReached = (at: Temporal.Instant, now: Temporal.Instant) => Temporal.Instant.compare(at, now) <= 0;

/** A state is never kept: it follows from what happened and from the clock. */
export function stateOf(row: Standing, now: Temporal.Instant): PromiseState {
  if (row.released_at) return 'released';
  if (row.kept_at) return Temporal.Instant.compare(row.kept_at, row.due_at) <= 0 ? 'kept' : 'kept-late';
  if (row.broken_at) return 'broken';
  if (row.held_at) return 'held';
  if (isReached(row.due_at, now)) return 'broken';
  return isReached(row.near_at, now) ? 'near' : 'open';
}

const nearWithin = { minutes: 30 };

/** From when it is near: a fifth of its time is left, or half an hour, whichever is more. */
export function nearFrom(madeAt: Temporal.Instant, dueAt: Temporal.Instant): Temporal.Instant {
  const fifth = dueAt.subtract({ milliseconds: Math.round(madeAt.until(dueAt).total('millisecond') / 5) });
  const halfHour = dueAt.subtract(nearWithin);
  const near = Temporal.Instant.compare(fifth, halfHour) < 0 ? fifth : halfHour;
  return Temporal.Instant.compare(near, madeAt) < 0 ? madeAt : near;
}

interface Owned extends Standing {
  readonly team_id: string;
  readonly owner_staff_id: string | null;
  readonly facility_id: string | null;
}

/** What this actor may do with a promise that they see: also what somebody sees only with its subject. */
export function whatCanBeDone(actor: Actor, row: Owned): PromiseCanDo[] {
  if (actor.kind !== 'staff' || row.kept_at || row.released_at) return [];
  const isMine = row.owner_staff_id === actor.id;
  const leads = leadsWhere(actor);
  const isLed =
    leads === 'everywhere' || (leads !== 'nowhere' && (!row.facility_id || leads.includes(row.facility_id)));
  const isTeams = actor.teamIds.includes(row.team_id);
  if (!isMine && !isLed && !isTeams) return [];
  const decides = isMine || isLed || row.owner_staff_id === null;
  return [...(decides ? (['keep', 'release', 'hand-over'] as const) : []), ...(isMine ? [] : (['take'] as const))];
}
