import { actorId } from '../../platform/access/actor.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { onConstraint } from '../../platform/database/constraints.ts';
import { notFound } from '../../platform/problem.ts';
import * as store from './closing-store.ts';
import type { ClosedPart } from './contract.ts';
import { departmentTaken } from './departments.ts';
import { mayBuild, onlyIf } from './policy.ts';
import { serviceTaken } from './services.ts';

const by = (ctx: Ctx) => actorId(ctx.actor) ?? null;

function sure(done: boolean): void {
  if (!done) throw notFound();
}

/** Its services stay, in no department then. */
export async function closeDepartment(ctx: Ctx, departmentId: string): Promise<void> {
  onlyIf(mayBuild(ctx.actor));
  sure(await store.closeDepartmentRow(ctx, departmentId, by(ctx)));
}

/** A name that was given to another meanwhile is refused; services likewise. */
export async function reopenDepartment(ctx: Ctx, departmentId: string): Promise<void> {
  onlyIf(mayBuild(ctx.actor));
  sure(await store.reopenDepartmentRow(ctx, departmentId).catch(onConstraint('department_name_once', departmentTaken)));
}

/** Closes a location with all that lies in it. */
export async function closeLocation(ctx: Ctx, locationId: string): Promise<void> {
  onlyIf(mayBuild(ctx.actor));
  sure(await store.closeLocationRows(ctx, locationId, by(ctx)));
}

/** Opens it again with all that was closed together with it. */
export async function reopenLocation(ctx: Ctx, locationId: string): Promise<void> {
  onlyIf(mayBuild(ctx.actor));
  sure(await store.reopenLocationRows(ctx, locationId));
}

export async function reopenService(ctx: Ctx, serviceId: string): Promise<void> {
  onlyIf(mayBuild(ctx.actor));
  sure(await store.reopenServiceRow(ctx, serviceId).catch(onConstraint('service_name_once', serviceTaken)));
}

/** What was closed in a facility, or the facilities that were, the latest first; at most two hundred. */
export async function listClosed(ctx: Ctx, facilityId: string | undefined): Promise<ClosedPart[]> {
  const rows = facilityId ? await store.selectClosedParts(ctx, facilityId) : await store.selectClosedFacilities(ctx);
  return rows.map(({ closed_at, ...row }) => ({ ...row, closedAt: closed_at.toString() }));
}
