import { createTeam, findActiveStaff, hireStaff, type NewStaff, type NewTeam } from '../modules/workforce/index.ts';
import { type Actor, anyone } from '../platform/access/actor.ts';
import type { Ctx } from '../platform/ctx.ts';
import { asTest } from './app.ts';

/** Whatever runs a verb as someone: a test app, or a test server wrapped. */
export interface Acting {
  act<T>(actor: Actor, run: (ctx: Ctx) => Promise<T>): Promise<T>;
}

let made = 0;

/** A staff member nobody else is; `front-desk` unless said. */
export function makeStaff(app: Acting, given: Partial<NewStaff> = {}): Promise<{ id: string }> {
  made++;
  return app.act(asTest, (ctx) =>
    hireStaff(ctx, {
      name: `Robin Example ${made}`,
      email: `robin.${made}@hospital.test`,
      roles: ['front-desk'],
      teamIds: [],
      facilityIds: [],
      ...given,
    }),
  );
}

export function makeTeam(app: Acting, given: Partial<NewTeam> = {}): Promise<{ id: string }> {
  made++;
  return app.act(asTest, (ctx) => createTeam(ctx, { name: `Team ${made}`, ...given }));
}

async function findStaffActor(ctx: Pick<Ctx, 'tx' | 'now'>, staffId: string): Promise<Actor> {
  const staff = await findActiveStaff(ctx, staffId);
  return staff ? { kind: 'staff', id: staffId, sessionId: staffId, ...staff } : anyone;
}

/** A staff member as the actor they are once signed in, for `app.act`; anyone, when they do not work here. */
export const staffActor = (app: Acting, staffId: string): Promise<Actor> =>
  app.act(asTest, (ctx) => findStaffActor(ctx, staffId));
