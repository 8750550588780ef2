import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import { belongingTo } from './store.ts';

export interface ContactRow {
  readonly id: string;
  readonly system: 'email' | 'phone';
  readonly value: string;
  readonly address: string;
  readonly use: 'home' | 'work' | 'mobile' | 'other' | null;
  readonly preferred_at: Temporal.Instant | null;
  readonly verified_at: Temporal.Instant | null;
  readonly shared_by: number;
}

/** Usable addresses, the better ones first: preferred, then verified, then the newest. One row per address. */
export async function listContacts(ctx: Pick<Ctx, 'tx'>, personId: string): Promise<ContactRow[]> {
  const { rows } = await sql<ContactRow>`
    select c.id, c.system, c.value, c.address, c.use, c.preferred_at, c.verified_at,
      (select count(distinct coalesce(o.merged_into, o.id)) from people.contact_point s
        join people.person o on o.id = s.person_id
        where s.system = c.system and s.address = c.address and s.ended_at is null) as shared_by
    from (
      select distinct on (system, address) * from people.contact_point
      where person_id in ${belongingTo(personId)} and ended_at is null
      order by system, address, preferred_at desc nulls last, verified_at desc nulls last, created_at desc, id) c
    order by c.preferred_at desc nulls last, c.verified_at desc nulls last, c.created_at desc, c.id`.execute(ctx.tx);
  return rows;
}

export interface NewContact {
  readonly id: string;
  readonly system: 'email' | 'phone';
  readonly value: string;
  readonly address: string;
  readonly use: string | null;
}

/** An address the person already has stays as it is. */
export async function insertContacts(ctx: Ctx, personId: string, rows: readonly NewContact[]): Promise<void> {
  for (const row of rows)
    await sql`
      insert into people.contact_point (id, person_id, system, value, address, use, created_at)
      values (${row.id}, ${personId}, ${row.system}, ${row.value}, ${row.address}, ${row.use}, ${ctx.now})
      on conflict (person_id, system, address) where ended_at is null do nothing`.execute(ctx.tx);
}

export async function endContactRow(ctx: Ctx, personId: string, contactId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update people.contact_point c set ended_at = ${ctx.now}
    from people.contact_point chosen
    where chosen.id = ${contactId} and chosen.person_id in ${belongingTo(personId)} and chosen.ended_at is null
      and c.person_id in ${belongingTo(personId)} and c.system = chosen.system and c.address = chosen.address
      and c.ended_at is null`.execute(ctx.tx);
  return (numAffectedRows ?? 0n) > 0n;
}

/** One preferred address per system: the newest choice wins, and the earlier ones are no longer marked. */
export async function preferContactRow(ctx: Ctx, personId: string, contactId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update people.contact_point set preferred_at = ${ctx.now}
    where id = ${contactId} and person_id in ${belongingTo(personId)} and ended_at is null`.execute(ctx.tx);
  return numAffectedRows === 1n;
}

export async function markAddressVerified(ctx: Ctx, personId: string, system: string, address: string): Promise<void> {
  await sql`
    update people.contact_point set verified_at = ${ctx.now}
    where person_id in ${belongingTo(personId)} and system = ${system} and address = ${address} and ended_at is null
      and verified_at is null`.execute(ctx.tx);
}

export async function findPeopleByAddress(ctx: Pick<Ctx, 'tx'>, system: string, address: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct coalesce(p.merged_into, p.id) as id from people.contact_point c
    join people.person p on p.id = c.person_id
    where c.system = ${system} and c.address = ${address} and c.ended_at is null
    order by 1 limit 100`.execute(ctx.tx);
  return rows.map((row) => row.id);
}

export interface IdentifierRow {
  readonly person_id: string;
  readonly system: string;
  readonly value: string;
  readonly kind: string | null;
}

export async function insertIdentifier(
  ctx: Ctx,
  row: IdentifierRow & { id: string; plain_value: string },
): Promise<void> {
  await sql`
    insert into people.identifier (id, person_id, system, value, plain_value, kind, created_at)
    values (${row.id}, ${row.person_id}, ${row.system}, ${row.value}, ${row.plain_value}, ${row.kind}, ${ctx.now})`.execute(
    ctx.tx,
  );
}

export async function listIdentifiers(ctx: Pick<Ctx, 'tx'>, personId: string): Promise<IdentifierRow[]> {
  const { rows } = await sql<IdentifierRow>`
    select person_id, system, value, kind from people.identifier
    where person_id in ${belongingTo(personId)} and ended_at is null
    order by person_id <> ${personId}, system, value`.execute(ctx.tx);
  return rows;
}
