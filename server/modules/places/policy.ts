import type { Actor } from '../../platform/access/actor.ts';
import { Problem } from '../../platform/problem.ts';
import type { CanDo } from './contract.ts';

/** Buildings, departments and services are set up by an administrator. */
export const mayBuild = (actor: Actor): boolean =>
  actor.kind === 'system' || (actor.kind === 'staff' && actor.roles.includes('administrator'));

/** A manager keeps the hours and closed days of the facilities they work at. */
export function canSetHours(actor: Actor, facilityId: string): boolean {
  if (mayBuild(actor)) return true;
  return actor.kind === 'staff' && actor.roles.includes('manager') && actor.facilityIds.includes(facilityId);
}

export function whatCanBeDone(actor: Actor, facilityId: string): CanDo[] {
  return [
    ...(mayBuild(actor) ? (['build'] as const) : []),
    ...(canSetHours(actor, facilityId) ? (['set-hours'] as const) : []),
  ];
}

export function onlyIf(allowed: boolean): void {
  if (allowed) return;
  throw new Problem('not-allowed', 'places.not-yours-to-change', {
    en: 'Only an administrator, or a manager of this facility, can change this.',
    es: 'Solo un administrador o un responsable de este centro puede cambiar esto.',
  });
}
