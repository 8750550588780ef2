import type { Actor } from '../../platform/access/actor.ts';

/** Everyone who works here may see every person for now; a person sees themselves and whom they act for today. */
export function maySee(actor: Actor, personId: string): boolean {
  if (actor.kind === 'staff' || actor.kind === 'system') return true;
  if (actor.kind === 'anyone') return false;
  return actor.id === personId || actor.actsFor.some((one) => one.personId === personId);
}

/** Those who answer people all day; a wrong merge shows one patient's record to another. */
export const mergingRoles = ['front-desk', 'contact-centre', 'patient-relations', 'manager', 'administrator'] as const;

export const mayMerge = (actor: Actor): boolean =>
  actor.kind === 'system' ||
  (actor.kind === 'staff' && mergingRoles.some((role) => (actor.roles as readonly string[]).includes(role)));

export interface PersonState {
  readonly verified: boolean;
  readonly deceased: boolean;
  readonly bereaved: boolean;
  readonly restricted: boolean;
}

/** What this actor may do with this person now; screens show exactly this. */
export function whatCanBeDone(actor: Actor, state: PersonState): string[] {
  if (actor.kind !== 'staff' && actor.kind !== 'system') return [];
  return [
    'change-name',
    'change-needs',
    'change-contacts',
    'set-safe-contact',
    'set-consent',
    'add-relation',
    'grant-proxy',
    state.deceased ? 'undo-deceased' : 'set-deceased',
    state.bereaved ? 'undo-bereaved' : 'set-bereaved',
    state.restricted ? 'undo-restricted' : 'set-restricted',
    ...(state.verified ? [] : ['verify']),
    ...(mayMerge(actor) ? ['merge'] : []),
  ];
}

/** The words by which a timeline entry is shown to this viewer or hidden from them. */
export function viewerTokens(actor: Actor, personId: string): string[] | 'all' {
  if (actor.kind === 'system') return 'all';
  if (actor.kind === 'anyone') return [];
  if (actor.kind === 'person') {
    if (actor.id === personId) return ['person'];
    const grant = actor.actsFor.find((one) => one.personId === personId);
    return grant ? grant.scopes.map((scope) => `proxy:${scope}`) : [];
  }
  const places = actor.facilityIds.length === 0 ? ['everywhere'] : actor.facilityIds;
  return [
    'staff',
    `staff:${actor.id}`,
    ...actor.roles.flatMap((role) => [`role:${role}`, ...places.map((place) => `role:${role}@${place}`)]),
    ...actor.teamIds.map((id) => `team:${id}`),
  ];
}
