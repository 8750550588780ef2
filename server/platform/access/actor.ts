/** Who acts. The platform knows four kinds; what a role or a person may do is decided by the modules' policies. */
export type Actor = Anyone | Staff | Person | System;

export interface Anyone {
  readonly kind: 'anyone';
  /** A staff member in the middle of signing in: may do nothing but finish. */
  readonly halfway?: Halfway;
}

export interface Halfway {
  readonly accountId: string;
  readonly sessionId: string;
  /** `enrolment`: one of their roles demands a second factor and they have none yet. */
  readonly needs: 'second-factor' | 'enrolment';
}

/** A staff member who has finished signing in, second factor included. */
export interface Staff {
  readonly kind: 'staff';
  readonly id: string;
  readonly name: string;
  readonly sessionId: string;
  readonly roles: readonly string[];
  readonly teamIds: readonly string[];
  readonly facilityIds: readonly string[];
}

/** A patient, family member or carer, and the people they may act for today. */
export interface Person {
  readonly kind: 'person';
  readonly id: string;
  readonly name: string;
  readonly sessionId: string;
  readonly actsFor: readonly ActsFor[];
}

export interface ActsFor {
  readonly personId: string;
  readonly name: string;
  readonly scopes: readonly string[];
}

/** The software itself: reactions, deliveries, schedules, the command line. */
export interface System {
  readonly kind: 'system';
  readonly name: string;
}

export const anyone: Anyone = { kind: 'anyone' };
export const system = (name: string): System => ({ kind: 'system', name });

/** The id that goes into `…_by` columns; undefined for anyone. */
export function actorId(actor: Actor): string | undefined {
  return actor.kind === 'staff' || actor.kind === 'person' ? actor.id : undefined;
}
