import type { Actor } from '../../platform/access/actor.ts';
import { Problem } from '../../platform/problem.ts';

const isAdministrator = (actor: Actor): boolean =>
  actor.kind === 'system' || (actor.kind === 'staff' && actor.roles.includes('administrator'));

/** Hiring, roles, dismissal, and which teams there are: an administrator's, since roles decide who sees what. */
export const mayAdminister = isAdministrator;

/** A manager leads the teams they belong to. */
export function canLeadTeam(actor: Actor, teamId: string): boolean {
  if (isAdministrator(actor)) return true;
  return actor.kind === 'staff' && actor.roles.includes('manager') && actor.teamIds.includes(teamId);
}

/** Whether the actor leads some team that this staff member belongs to. */
export function canLead(actor: Actor, staff: { readonly teamIds: readonly string[] }): boolean {
  return isAdministrator(actor) || staff.teamIds.some((teamId) => canLeadTeam(actor, teamId));
}

/** Own hours are given by whoever leads; an absence anyone may record for themselves. */
export function canRecordAbsence(
  actor: Actor,
  staff: { readonly id: string; readonly teamIds: readonly string[] },
): boolean {
  return (actor.kind === 'staff' && actor.id === staff.id) || canLead(actor, staff);
}

export function onlyIf(allowed: boolean): void {
  if (allowed) return;
  throw new Problem('not-allowed', 'workforce.not-yours-to-change', {
    en: 'Only an administrator, or the manager of the team, can change this.',
    es: 'Solo un administrador o el responsable del equipo puede cambiar esto.',
  });
}
