import { randomUUIDv7 } from 'node:crypto';
import type { z } from 'zod';
import type { Ctx } from '../../platform/ctx.ts';
import { onConstraint } from '../../platform/database/constraints.ts';
import { notFound, Problem } from '../../platform/problem.ts';
import type { proxyInput, relationInput } from './contract.ts';
import { proxyEnded, proxyGranted } from './events.ts';
import { currentId, openPerson } from './open-person.ts';
import { findActing } from './persons.ts';
import {
  endProxyRow,
  endRelationRow,
  findProxy,
  insertProxy,
  insertRelation,
  selectLostProxies,
} from './relation-store.ts';
import { tellOf } from './timeline.ts';

const themselves = () =>
  new Problem('invalid', 'people.same-person', {
    en: 'These two are one person.',
    es: 'Las dos son la misma persona.',
  });

/** `kind` says what the related one is to the person: `mother` is the person's mother. */
export async function addRelation(
  ctx: Ctx,
  id: string,
  input: z.infer<typeof relationInput>,
  source?: { system: string; id: string },
): Promise<{ personId: string; relationId: string }> {
  const personId = await openPerson(ctx, id);
  const relatedId = await openPerson(ctx, input.relatedId);
  if (personId === relatedId) throw themselves();
  const relationId = await insertRelation(ctx, {
    id: randomUUIDv7(),
    person_id: personId,
    related_id: relatedId,
    kind: input.kind,
    emergency_contact: input.emergencyContact ?? false,
    source_system: source?.system ?? null,
    source_id: source?.id ?? null,
  });
  return { personId, relationId };
}

export async function endRelation(
  ctx: Ctx,
  { personId: id, relationId }: { personId: string; relationId: string },
): Promise<{ personId: string }> {
  const personId = await openPerson(ctx, id);
  if (!(await endRelationRow(ctx, personId, relationId))) throw notFound();
  return { personId };
}

/** Lets one person act for another until a moment that is always named. One grant at a time between the same two. */
export async function grantProxy(ctx: Ctx, input: z.infer<typeof proxyInput>): Promise<{ proxyId: string }> {
  const proxyPersonId = await openPerson(ctx, input.proxyPersonId);
  const forPersonId = await openPerson(ctx, input.forPersonId);
  if (proxyPersonId === forPersonId) throw themselves();
  if (Temporal.Instant.compare(Temporal.Instant.from(input.until), ctx.now) <= 0)
    throw new Problem('invalid', 'people.proxy-already-over', {
      en: 'This would end before it begins.',
      es: 'Esto terminaría antes de empezar.',
    });
  const proxyId = randomUUIDv7();
  const scopes = [...new Set(input.scopes)];
  await insertProxy(ctx, { id: proxyId, proxyPersonId, forPersonId, scopes, until: input.until }).catch(
    onConstraint(
      'proxy_one_at_a_time',
      () =>
        new Problem('conflict', 'people.proxy-already-granted', {
          en: 'This person may already act for the other. End that first.',
          es: 'Esta persona ya puede actuar en nombre de la otra. Termine primero ese permiso.',
        }),
    ),
  );
  for (const personId of [forPersonId, proxyPersonId]) await tellOf(ctx, personId, 'people.proxy-granted', proxyId);
  await ctx.emit(proxyGranted, { proxyId, proxyPersonId, forPersonId });
  return { proxyId };
}

/** Effective at once: the next request of the proxy no longer sees the other person. */
export async function endProxy(
  ctx: Ctx,
  { proxyId, reason }: { proxyId: string; reason: string },
): Promise<{ proxyId: string }> {
  const proxy = await findProxy(ctx, proxyId);
  if (!proxy) throw notFound();
  const forPersonId = await openPerson(ctx, proxy.for_person_id);
  const ended = await endProxyRow(ctx, proxyId, reason);
  if (!ended)
    throw new Problem('conflict', 'people.proxy-already-over', {
      en: 'This has already ended.',
      es: 'Esto ya ha terminado.',
    });
  for (const personId of [forPersonId, proxy.proxy_person_id])
    await tellOf(ctx, personId, 'people.proxy-ended', proxyId);
  await ctx.emit(proxyEnded, { proxyId, proxyPersonId: proxy.proxy_person_id, forPersonId });
  return { proxyId };
}

/** Whom this person may act for at this moment. */
export async function actsFor(ctx: Ctx, id: string) {
  return (await findActing(ctx, await currentId(ctx, id)))?.actsFor ?? [];
}

/** Asked by the software to hide something; it shows nobody anything. */
export async function lostProxies(ctx: Ctx, id: string, forPersonIds: readonly string[]): Promise<ReadonlySet<string>> {
  return selectLostProxies(ctx, await currentId(ctx, id), forPersonIds);
}
