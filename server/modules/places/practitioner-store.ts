import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';

export interface PractitionerRow {
  id: string;
  prefix: string | null;
  given: string;
  family: string;
  npi: string | null;
  active: boolean;
  roles: { id: string; facility_id: string; title: string; specialty: string | null; active: boolean }[];
}

const practitioners = sql`
  select practitioner.id, prefix, given, family, npi, active,
    (select coalesce(json_agg(json_build_object('id', held.id, 'facility_id', held.facility_id, 'title', held.title,
      'specialty', specialty.code, 'active', held.active) order by held.id), '[]')
      from places.practitioner_role held left join places.specialty on specialty.id = held.specialty_id
      where held.practitioner_id = practitioner.id) as roles
  from places.practitioner`;

export async function selectPractitioner(ctx: Ctx, practitionerId: string): Promise<PractitionerRow | undefined> {
  const { rows } = await sql<PractitionerRow>`
    ${practitioners} where practitioner.id = ${practitionerId}`.execute(ctx.tx);
  return rows[0];
}

export interface PractitionerQuery {
  readonly facilityId: string | undefined;
  readonly words: readonly string[];
  readonly after: { readonly family: string; readonly given: string; readonly id: string } | undefined;
  readonly limit: number;
}

const asPattern = (word: string) => `%${word.replace(/[\\%_]/g, '\\$&')}%`;

/** Who practises now, by name; every word is somewhere in it, whatever the accents. */
export async function selectPractitioners(ctx: Ctx, asked: PractitionerQuery): Promise<PractitionerRow[]> {
  const { facilityId, words, after, limit } = asked;
  const wanted = words.map(
    (word) =>
      sql`and places.plain(practitioner.given || ' ' || practitioner.family) like places.plain(${asPattern(word)})`,
  );
  const { rows } = await sql<PractitionerRow>`
    ${practitioners} where practitioner.active
      ${
        facilityId
          ? sql`and exists (select from places.practitioner_role held where held.practitioner_id = practitioner.id
              and held.facility_id = ${facilityId} and held.active)`
          : sql``
      }
      ${sql.join(wanted, sql` `)}
      ${
        after
          ? sql`and (lower(family), lower(given), practitioner.id)
              > (lower(${after.family}), lower(${after.given}), ${after.id}::uuid)`
          : sql``
      }
    order by lower(family), lower(given), practitioner.id limit ${limit}`.execute(ctx.tx);
  return rows;
}
