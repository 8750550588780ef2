import type { Actor } from '../../platform/access/actor.ts';
import type { CanDo, Status, Turn } from './contract.ts';

/** They see every conversation of their facilities; one without a facility works for the whole hospital. */
const leadingRoles: readonly string[] = ['manager', 'patient-relations', 'administrator'];

export type Scope =
  | { readonly everything: true }
  | {
      readonly everything: false;
      readonly staffId: string;
      readonly teamIds: readonly string[];
      /** Facilities of which every conversation may be seen, beside those of teams for the whole hospital. */
      readonly leads: 'nowhere' | 'everywhere' | readonly string[];
    };

/** Which conversations the desk shows to whom; undefined: none. People see theirs through the portal, not here. */
export function scopeOf(actor: Actor): Scope | undefined {
  if (actor.kind === 'system') return { everything: true };
  if (actor.kind !== 'staff') return undefined;
  return { everything: false, staffId: actor.id, teamIds: actor.teamIds, leads: leadsWhere(actor) };
}

function leadsWhere(actor: Extract<Actor, { kind: 'staff' }>): 'nowhere' | 'everywhere' | readonly string[] {
  if (!actor.roles.some((role) => leadingRoles.includes(role))) return 'nowhere';
  return actor.facilityIds.length === 0 ? 'everywhere' : actor.facilityIds;
}

/** The same scope as words of a person's timeline: the team, who has it, and who leads where it lies. */
export function timelineViewers(row: {
  readonly team_id: string;
  readonly owner_staff_id: string | null;
  readonly facility_id: string | null;
}): string[] {
  const leading = leadingRoles.flatMap((role) =>
    row.facility_id === null ? [`role:${role}`] : [`role:${role}@everywhere`, `role:${role}@${row.facility_id}`],
  );
  return [`team:${row.team_id}`, ...(row.owner_staff_id ? [`staff:${row.owner_staff_id}`] : []), ...leading];
}

/** Whether the queue of a team may be seen. */
export function maySeeTeam(
  actor: Actor,
  team: { readonly id: string; readonly facilityId?: string | undefined },
): boolean {
  const scope = scopeOf(actor);
  if (!scope) return false;
  if (scope.everything || scope.teamIds.includes(team.id) || scope.leads === 'everywhere') return true;
  return scope.leads !== 'nowhere' && (team.facilityId === undefined || scope.leads.includes(team.facilityId));
}

export const maySetTargets = (actor: Actor): boolean =>
  actor.kind === 'system' ||
  (actor.kind === 'staff' && (actor.roles.includes('manager') || actor.roles.includes('administrator')));

/** Who leads a team or a house sees how well the software hears there. */
export const maySeeMarkCounts = (actor: Actor): boolean =>
  actor.kind === 'system' || (actor.kind === 'staff' && leadsWhere(actor) !== 'nowhere');

/** Who may record an absence or end a membership is told what it does to open work; oneself always. */
export function mayForeseeWorkOf(
  actor: Actor,
  staff: { readonly id: string; readonly teamIds: readonly string[] },
): boolean {
  if (actor.kind !== 'staff') return false;
  if (actor.id === staff.id || actor.roles.includes('administrator')) return true;
  return actor.roles.includes('manager') && staff.teamIds.some((teamId) => actor.teamIds.includes(teamId));
}

export const mayForeseeWorkOfTeam = (actor: Actor): boolean =>
  actor.kind === 'staff' && actor.roles.includes('administrator');

interface Standing {
  readonly owner_staff_id: string | null;
  readonly waiting_since: unknown;
  readonly resolved_at: unknown;
  readonly merged_into_id: unknown;
}

/** A status is never kept: it follows from what happened. */
export function statusOf(row: Standing): Status {
  if (row.merged_into_id) return 'merged';
  if (row.resolved_at) return 'resolved';
  if (row.waiting_since) return 'waiting';
  return row.owner_staff_id ? 'claimed' : 'unclaimed';
}

/** A mail that came back, or a promise that was broken, leaves the person waiting for us as if they had asked again. */
export const turnOf = (row: {
  last_message_from: 'person' | 'staff';
  undelivered_at: unknown;
  look_again_at: unknown;
  promise_broken_at: unknown;
}): Turn =>
  row.last_message_from === 'person' || row.undelivered_at || row.look_again_at || row.promise_broken_at
    ? 'ours'
    : 'theirs';

/** What this actor may do with a conversation that they may see. */
export function whatCanBeDone(actor: Actor, row: Standing, askerVerified: boolean): CanDo[] {
  if (actor.kind !== 'staff') return [];
  if (row.merged_into_id) return ['unmerge'];
  const link: CanDo[] = askerVerified ? [] : ['link-person'];
  if (row.resolved_at) return ['note', 'reopen', ...link];
  const isMine = row.owner_staff_id === actor.id;
  const nobodys = row.owner_staff_id === null;
  const answers = isMine || leadsWhere(actor) !== 'nowhere';
  return [
    ...(nobodys ? (['claim'] as const) : []),
    ...(nobodys || isMine ? [] : (['take-over'] as const)),
    ...(nobodys || answers ? (['hand-over'] as const) : []),
    ...(!nobodys && answers ? (['give-back'] as const) : []),
    ...(nobodys || isMine ? (['answer'] as const) : []),
    'note',
    ...(!row.waiting_since && !nobodys && answers ? (['wait'] as const) : []),
    ...(row.waiting_since && (nobodys || answers) ? (['end-waiting'] as const) : []),
    ...(answers ? (['resolve'] as const) : []),
    ...(nobodys || answers ? (['change-reason', 'split', 'merge'] as const) : []),
    ...link,
  ];
}

/** Through the portal: the asker, and who may exchange messages for them today. */
export function mayWriteFor(actor: Actor, askerPersonId: string): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind !== 'person') return false;
  if (actor.id === askerPersonId) return true;
  return actor.actsFor.some((one) => one.personId === askerPersonId && one.scopes.includes('messages'));
}

export const actsFor = (actor: Actor, personId: string): boolean =>
  actor.kind === 'person' && actor.actsFor.some((one) => one.personId === personId);
