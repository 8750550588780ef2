import type { Person } from '../../platform/access/actor.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { notFound } from '../../platform/problem.ts';

/** The person behind a page that only a person may open; the route has made sure of it. */
export function signedInPerson(ctx: Ctx): Person {
  if (ctx.actor.kind !== 'person') throw notFound();
  return ctx.actor;
}
