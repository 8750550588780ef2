import type { Ctx } from '../ctx.ts';
import type { House } from '../house.ts';
import type { Identify } from '../http/answer.ts';
import { cookieName } from '../http/same-origin.ts';
import { type Actor, type ActsFor, anyone } from './actor.ts';
import { findOpenSession, type OpenSession } from './session-store.ts';
import { earliestAlive, sessionCookie } from './sessions.ts';
import { hashToken } from './tokens.ts';

type Reading = Pick<Ctx, 'tx' | 'now'>;

export interface Describing {
  readonly house: House;
  /** Undefined: does not work here (any more). */
  describeStaff(reading: Reading, staffId: string): Promise<StaffFacts | undefined>;
  /** Undefined: there is no such person. `id` is the record that is kept, after a merge. */
  describePerson(reading: Reading, personId: string): Promise<PersonFacts | undefined>;
}

export interface StaffFacts {
  readonly name: string;
  readonly roles: readonly string[];
  readonly teamIds: readonly string[];
  readonly facilityIds: readonly string[];
}

export interface PersonFacts {
  readonly id: string;
  readonly name: string;
  readonly actsFor: readonly ActsFor[];
}

/** Who acts, from the session's cookie: two queries, so that what is taken away is gone with the next request. */
export function makeIdentify(describing: Describing): Identify {
  const cookie = cookieName(describing.house, sessionCookie);
  return async (tx, request, now) => {
    const tokenHash = hashToken(request.cookies[cookie]);
    const session = tokenHash && (await findOpenSession({ tx }, tokenHash));
    if (!session || !isAlive(session, now)) return anyone;
    return session.kind === 'staff'
      ? describeStaff(describing, session, { tx, now })
      : describePerson(describing, session, { tx, now });
  };
}

function isAlive(session: OpenSession, now: Temporal.Instant): boolean {
  const earliest = earliestAlive(session.kind, now);
  return (
    Temporal.Instant.compare(session.created_at, earliest.created) > 0 &&
    Temporal.Instant.compare(session.last_seen_at, earliest.seen) > 0
  );
}

async function describeStaff(describing: Describing, session: OpenSession, reading: Reading): Promise<Actor> {
  const facts = await describing.describeStaff(reading, session.subject_id);
  if (!facts) return anyone;
  const needs = missing(session, facts.roles);
  if (needs) return { kind: 'anyone', halfway: { accountId: session.account_id, sessionId: session.id, needs } };
  const { name, roles, teamIds, facilityIds } = facts;
  return { kind: 'staff', id: session.subject_id, sessionId: session.id, name, roles, teamIds, facilityIds };
}

function missing(session: OpenSession, roles: readonly string[]): 'second-factor' | 'enrolment' | undefined {
  if (session.second_factor_at) return undefined;
  if (session.has_second_factor) return 'second-factor';
  return session.demanding_roles.some((role) => roles.includes(role)) ? 'enrolment' : undefined;
}

async function describePerson(describing: Describing, session: OpenSession, reading: Reading): Promise<Actor> {
  const facts = await describing.describePerson(reading, session.subject_id);
  if (!facts) return anyone;
  return { kind: 'person', id: facts.id, sessionId: session.id, name: facts.name, actsFor: facts.actsFor };
}
