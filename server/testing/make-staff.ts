import { createTeam, findActiveStaff, hireStaff, type NewStaff, type NewTeam } from '../modules/workforce/index.ts';
import type { Actor, Staff } from '../platform/access/actor.ts';
import { asTest, type TestApp } from './app.ts';

let made = 0;

/** A staff member nobody else is; `front-desk` unless said. */
export function makeStaff(app: TestApp, given: Partial<NewStaff> = {}): Promise<{ id: string }> {
  made++;
  return app.act(asTest, (ctx) =>
    hireStaff(ctx, {
      ...{ name: `Robin Example ${made}`, email: `robin.${made}@hospital.test`, roles: ['front-desk'] },
      ...{ teamIds: [], facilityIds: [] },
      ...given,
    }),
  );
}

export function makeTeam(app: TestApp, given: Partial<NewTeam> = {}): Promise<{ id: string }> {
  made++;
  return app.act(asTest, (ctx) => createTeam(ctx, { name: `Team ${made}`, ...given }));
}

/** A staff member as the actor they are once signed in, for `app.act`. */
export async function staffActor(app: TestApp, staffId: string): Promise<Actor> {
  const staff = await app.act(asTest, (ctx) => findActiveStaff(ctx, staffId));
  if (!staff) throw new Error('Nobody of this id works here.');
  return { kind: 'staff', id: staffId, sessionId: staffId, ...staff } satisfies Staff;
}
