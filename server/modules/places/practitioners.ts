import { z } from 'zod';
import type { Ctx } from '../../platform/ctx.ts';
import { readCursor, writeCursor } from '../../platform/cursor.ts';
import { notFound } from '../../platform/problem.ts';
import type { Practitioner, practitionerPage, practitionerSearch } from './contract.ts';
import * as store from './practitioner-store.ts';

const pageSize = 50;
const byFullName = z
  .tuple([z.string(), z.string(), z.uuid()])
  .transform(([family, given, id]) => ({ family, given, id }));

/** Who practises, in a facility or anywhere; both parts of a name in any order, without accents, or the beginnings of them. */
export async function listPractitioners(
  ctx: Ctx,
  { facilityId, words, cursor }: z.infer<typeof practitionerSearch>,
): Promise<z.infer<typeof practitionerPage>> {
  const rows = await store.selectPractitioners(ctx, {
    facilityId,
    words: (words ?? '').split(/\s+/).filter(Boolean).slice(0, 6),
    after: cursor === undefined ? undefined : readCursor(cursor, byFullName),
    limit: pageSize + 1,
  });
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined;
  return {
    practitioners: rows.slice(0, pageSize).map(present),
    ...(last && { next: writeCursor(last.family, last.given, last.id) }),
  };
}

export async function readPractitioner(ctx: Ctx, practitionerId: string): Promise<Practitioner> {
  const row = await store.selectPractitioner(ctx, practitionerId);
  if (!row) throw notFound();
  return present(row);
}

function present({ id, given, family, prefix, npi, active, roles }: store.PractitionerRow): Practitioner {
  return {
    id,
    active,
    name: { given, family, ...(prefix && { prefix }) },
    ...(npi && { npi }),
    roles: roles.map((role) => ({
      id: role.id,
      facilityId: role.facility_id,
      title: role.title,
      active: role.active,
      ...(role.specialty && { specialty: role.specialty }),
    })),
  };
}
