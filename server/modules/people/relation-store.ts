import { sql } from 'kysely';
import { actorId } from '../../platform/access/actor.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { belongingTo } from './store.ts';

export interface RelationRow {
  readonly id: string;
  readonly related_id: string;
  readonly kind: string;
  readonly emergency_contact: boolean;
}

export async function insertRelation(
  ctx: Ctx,
  row: RelationRow & { person_id: string; source_system: string | null; source_id: string | null },
): Promise<string> {
  await sql`
    insert into people.relation (id, person_id, related_id, kind, emergency_contact, source_system, source_id, added_at, added_by)
    values (${row.id}, ${row.person_id}, ${row.related_id}, ${row.kind}, ${row.emergency_contact}, ${row.source_system},
      ${row.source_id}, ${ctx.now}, ${actorId(ctx.actor) ?? null})
    on conflict (person_id, related_id, kind) where ended_at is null
      do update set emergency_contact = excluded.emergency_contact`.execute(ctx.tx);
  const { rows } = await sql<{ id: string }>`
    select id from people.relation
    where person_id = ${row.person_id} and related_id = ${row.related_id} and kind = ${row.kind} and ended_at is null`.execute(
    ctx.tx,
  );
  return rows[0]?.id ?? row.id;
}

export async function endRelationRow(ctx: Ctx, personId: string, relationId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update people.relation set ended_at = ${ctx.now}, ended_by = ${actorId(ctx.actor) ?? null}
    where id = ${relationId} and person_id in ${belongingTo(personId)} and ended_at is null`.execute(ctx.tx);
  return numAffectedRows === 1n;
}

/** Family and friends, by the record that is kept of each; one who is also merged in is not their own relative. */
export async function listRelations(ctx: Pick<Ctx, 'tx'>, personId: string): Promise<RelationRow[]> {
  const { rows } = await sql<RelationRow>`
    select distinct on (coalesce(o.merged_into, o.id), r.kind) r.id, coalesce(o.merged_into, o.id) as related_id, r.kind,
      r.emergency_contact
    from people.relation r join people.person o on o.id = r.related_id
    where r.person_id in ${belongingTo(personId)} and r.ended_at is null and coalesce(o.merged_into, o.id) <> ${personId}
    order by coalesce(o.merged_into, o.id), r.kind, r.emergency_contact desc, r.id`.execute(ctx.tx);
  return rows;
}

export interface ProxyRow {
  readonly id: string;
  readonly proxy_person_id: string;
  readonly for_person_id: string;
  readonly scopes: string[];
  readonly starts_at: Temporal.Instant;
  readonly until: Temporal.Instant;
}

export async function insertProxy(
  ctx: Ctx,
  row: { id: string; proxyPersonId: string; forPersonId: string; scopes: readonly string[]; until: string },
): Promise<void> {
  await sql`
    insert into people.proxy (id, proxy_person_id, for_person_id, scopes, period, granted_at, granted_by)
    values (${row.id}, ${row.proxyPersonId}, ${row.forPersonId}, ${row.scopes}::text[],
      tstzrange(${ctx.now}::timestamptz, ${row.until}::timestamptz), ${ctx.now}, ${actorId(ctx.actor) ?? null})`.execute(
    ctx.tx,
  );
}

/** Ends a grant that holds now; one that began this very moment never held. False when it was over. */
export async function endProxyRow(ctx: Ctx, proxyId: string, reason: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update people.proxy set ended_at = ${ctx.now}, ended_by = ${actorId(ctx.actor) ?? null}, ended_reason = ${reason},
      period = tstzrange(lower(period), greatest(${ctx.now}::timestamptz, lower(period)))
    where id = ${proxyId} and ended_at is null and upper(period) > ${ctx.now}`.execute(ctx.tx);
  return numAffectedRows === 1n;
}

export async function findProxy(ctx: Pick<Ctx, 'tx'>, proxyId: string): Promise<ProxyRow | undefined> {
  const { rows } = await sql<ProxyRow>`
    select id, proxy_person_id, for_person_id, scopes, lower(period) as starts_at, upper(period) as until
    from people.proxy where id = ${proxyId}`.execute(ctx.tx);
  return rows[0];
}

/** Grants that hold now, both ways round, with the kept record of each side. */
export async function listProxies(ctx: Pick<Ctx, 'tx' | 'now'>, personId: string): Promise<ProxyRow[]> {
  const { rows } = await sql<ProxyRow>`
    select x.id, coalesce(a.merged_into, a.id) as proxy_person_id, coalesce(f.merged_into, f.id) as for_person_id, x.scopes,
      lower(x.period) as starts_at, upper(x.period) as until
    from people.proxy x
    join people.person a on a.id = x.proxy_person_id
    join people.person f on f.id = x.for_person_id
    where (x.proxy_person_id in ${belongingTo(personId)} or x.for_person_id in ${belongingTo(personId)})
      and x.period @> ${ctx.now}::timestamptz
    order by x.granted_at, x.id`.execute(ctx.tx);
  return rows;
}

/**
 * Of these people those who are known for sure and for whom this one could once exchange messages and may no longer.
 *
 */
export async function selectLostProxies(
  ctx: Pick<Ctx, 'tx' | 'now'>,
  proxyPersonId: string,
  forPersonIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (forPersonIds.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select p.id
    from people.proxy x
    join people.person f on f.id = x.for_person_id
    join people.person p on p.id = coalesce(f.merged_into, f.id)
    join people.person a on a.id = x.proxy_person_id
    where p.id = any (${[...new Set(forPersonIds)]}::uuid[]) and p.verified_at is not null
      and a.id in ${belongingTo(proxyPersonId)}
    group by p.id
    having bool_or(upper(x.period) <= ${ctx.now}::timestamptz)
      and not bool_or(x.period @> ${ctx.now}::timestamptz and 'messages' = any (x.scopes))
      -- Who may act in other matters only, now as ever, had no messages to lose.
      and (bool_or(upper(x.period) <= ${ctx.now}::timestamptz and 'messages' = any (x.scopes))
        or not bool_or(x.period @> ${ctx.now}::timestamptz))`.execute(ctx.tx);
  return new Set(rows.map((row) => row.id));
}

export interface Shown {
  readonly id: string;
  readonly given: string;
  readonly family: string;
  readonly preferred: string | null;
  readonly deceased: boolean;
}

/** Names of other people that stand on somebody's page. */
export async function showPeople(ctx: Pick<Ctx, 'tx'>, ids: readonly string[]): Promise<Map<string, Shown>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Shown>`
    select n.person_id as id, n.given, n.family, n.preferred, coalesce(d.holds, false) as deceased
    from people.name n
    left join lateral (
      select holds from people.state_fact
      where person_id in (select b.id from people.person b where b.id = n.person_id or b.merged_into = n.person_id)
        and state = 'deceased'
      order by position desc limit 1) d on true
    where n.person_id = any (${ids}::uuid[]) and n.kind = 'current'`.execute(ctx.tx);
  return new Map(rows.map((row) => [row.id, row]));
}
