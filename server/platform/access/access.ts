import type { Actor } from './actor.ts';

/** Who may use a route: data, so that the table of all routes can be printed, tested and published. */
export type Access =
  | { readonly who: 'anyone' }
  | { readonly who: 'person' }
  | { readonly who: 'staff'; readonly roles: readonly string[] | 'any' }
  | { readonly who: 'person-or-staff' }
  | { readonly who: 'staff-signing-in' };

export const byAnyone: Access = { who: 'anyone' };
export const byPerson: Access = { who: 'person' };
export const byPersonOrStaff: Access = { who: 'person-or-staff' };
/** Staff, also before their second factor: only for what finishes signing in. */
export const byStaffSigningIn: Access = { who: 'staff-signing-in' };
export const byAnyStaff: Access = { who: 'staff', roles: 'any' };
export const byStaff = (...roles: readonly [string, ...string[]]): Access => ({ who: 'staff', roles });

export type Verdict = 'yes' | 'sign-in' | 'no';

/** Whether this actor may use a route: `sign-in` when nobody is signed in or the wrong kind of account is. */
export function mayUse(access: Access, actor: Actor): Verdict {
  if (access.who === 'anyone') return 'yes';
  if (access.who === 'staff-signing-in')
    return actor.kind === 'staff' || (actor.kind === 'anyone' && actor.halfway) ? 'yes' : 'sign-in';
  if (actor.kind === 'anyone' || actor.kind === 'system') return 'sign-in';
  if (access.who === 'person-or-staff') return 'yes';
  if (access.who !== actor.kind) return 'sign-in';
  if (access.who === 'person' || actor.kind !== 'staff') return 'yes';
  return access.roles === 'any' || access.roles.some((role) => actor.roles.includes(role)) ? 'yes' : 'no';
}
