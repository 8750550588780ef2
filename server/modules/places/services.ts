import { randomUUIDv7 } from 'node:crypto';
import type { z } from 'zod';
import { actorId } from '../../platform/access/actor.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { byName, readCursor, writeCursor } from '../../platform/cursor.ts';
import { onConstraint } from '../../platform/database/constraints.ts';
import { presentWindow, windowRow } from '../../platform/hours.ts';
import { notFound, Problem } from '../../platform/problem.ts';
import type {
  FoundService,
  NewService,
  Service,
  ServiceChange,
  Specialty,
  servicePage,
  Versioned,
  WeeklyWindow,
} from './contract.ts';
import { readFacility, windowsOverlap } from './facilities.ts';
import { mayBuild, onlyIf } from './policy.ts';
import * as store from './service-store.ts';
import { specialtySeeds } from './specialty-words.ts';
import { asChanged } from './versions.ts';

export const serviceTaken = () =>
  new Problem('conflict', 'places.service-name-taken', {
    en: 'There is already a service of this name here.',
    es: 'Aquí ya hay un servicio con este nombre.',
  });

const unknownSpecialty = () =>
  new Problem('invalid', 'places.unknown-specialty', {
    en: 'We do not know this specialty.',
    es: 'No conocemos esta especialidad.',
  });

const notOfThisFacility = () =>
  new Problem('invalid', 'places.not-of-this-facility', {
    en: 'That department or place belongs to another facility.',
    es: 'Ese departamento o lugar pertenece a otro centro.',
  });

export async function createService(ctx: Ctx, given: NewService): Promise<{ id: string }> {
  onlyIf(mayBuild(ctx.actor));
  await readFacility(ctx, given.facilityId);
  const id = randomUUIDv7();
  await refusing(
    store.insertService(ctx, {
      id,
      facility_id: given.facilityId,
      specialty_id: await specialtyId(ctx, given.specialty),
      department_id: given.departmentId ?? null,
      location_id: given.locationId ?? null,
      name_en: given.name.en,
      name_es: given.name.es,
      phone: given.phone ?? null,
      about_en: given.about?.en ?? '',
      about_es: given.about?.es ?? '',
    }),
  );
  if (given.words) await store.replaceServiceWords(ctx, id, given.words);
  if (given.hours) await replaceHours(ctx, id, given.hours);
  return { id };
}

const refusing = <T>(writing: Promise<T>): Promise<T> =>
  writing
    .catch(onConstraint('service_name_once', serviceTaken))
    .catch(onConstraint('service_department_of_same_facility', notOfThisFacility))
    .catch(onConstraint('service_location_of_same_facility', notOfThisFacility));

const replaceHours = (ctx: Ctx, serviceId: string, hours: readonly WeeklyWindow[]) =>
  store
    .replaceServiceWindows(ctx, serviceId, hours.map(windowRow))
    .catch(onConstraint('service_window_one_at_a_time', windowsOverlap));

/** Words and hours that are given stand in place of those before. */
export async function changeService(ctx: Ctx, serviceId: string, change: ServiceChange): Promise<Versioned> {
  onlyIf(mayBuild(ctx.actor));
  const { name, about, phone, departmentId, locationId, specialty } = change;
  const row = {
    ...(name && { name_en: name.en, name_es: name.es }),
    ...(about && { about_en: about.en, about_es: about.es }),
    ...(phone !== undefined && { phone }),
    ...(departmentId !== undefined && { department_id: departmentId }),
    ...(locationId !== undefined && { location_id: locationId }),
    ...(specialty !== undefined && { specialty_id: await specialtyId(ctx, specialty ?? undefined) }),
  };
  const now = await refusing(store.updateService(ctx, serviceId, row, change.version));
  const changed = asChanged(now, now !== undefined || (await store.selectService(ctx, serviceId)) !== undefined);
  if (change.words) await store.replaceServiceWords(ctx, serviceId, change.words);
  if (change.hours) await replaceHours(ctx, serviceId, change.hours);
  return changed;
}

async function specialtyId(ctx: Ctx, code: string | undefined): Promise<string | null> {
  if (code === undefined) return null;
  const found = (await store.selectSpecialties(ctx)).find((it) => it.code === code);
  if (!found) throw unknownSpecialty();
  return found.id;
}

export async function closeService(ctx: Ctx, serviceId: string): Promise<void> {
  onlyIf(mayBuild(ctx.actor));
  if (!(await store.markServiceClosed(ctx, serviceId, actorId(ctx.actor) ?? null))) throw notFound();
}

export async function readService(ctx: Ctx, serviceId: string): Promise<Service> {
  const row = await store.selectService(ctx, serviceId);
  if (!row) throw notFound();
  return present(row);
}

const pageSize = 100;

export async function listServices(
  ctx: Ctx,
  facilityId: string,
  cursor?: string,
): Promise<z.infer<typeof servicePage>> {
  const after = cursor === undefined ? undefined : readCursor(cursor, byName);
  const rows = await store.selectServices(ctx, facilityId, { after, limit: pageSize + 1 });
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined;
  return {
    services: rows.slice(0, pageSize).map(present),
    ...(last && { next: writeCursor(last.name_en, last.id) }),
  };
}

/** Services near to what someone typed in their own words, English or Spanish, best first; at most ten. */
export async function findServices(
  ctx: Ctx,
  asked: { words: string; language?: 'en' | 'es' | undefined },
): Promise<FoundService[]> {
  const rows = await store.searchServices(ctx, asked.words.slice(0, 200), 10);
  return rows.map((row) => ({
    id: row.id,
    facilityId: row.facility_id,
    name: asked.language === 'es' ? row.name_es : row.name_en,
    ...(row.specialty && { specialty: row.specialty }),
  }));
}

export async function listSpecialties(ctx: Ctx): Promise<Specialty[]> {
  return (await store.selectSpecialties(ctx)).map((row) => ({
    id: row.id,
    code: row.code,
    name: { en: row.name_en, es: row.name_es },
  }));
}

/** Brings the list of specialties and the words people use for them; running it again adds only what is missing. */
export async function seedSpecialties(ctx: Ctx): Promise<void> {
  onlyIf(mayBuild(ctx.actor));
  await store.insertSpecialties(
    ctx,
    specialtySeeds.map((it) => ({ ...it, id: randomUUIDv7() })),
  );
}

function present(row: store.ServiceRow): Service {
  return {
    id: row.id,
    version: row.version,
    facilityId: row.facility_id,
    words: { en: row.words_en, es: row.words_es },
    hours: row.windows.map(presentWindow),
    name: { en: row.name_en, es: row.name_es },
    about: { en: row.about_en, es: row.about_es },
    ...(row.department_id && { departmentId: row.department_id }),
    ...(row.location_id && { locationId: row.location_id }),
    ...(row.specialty && { specialty: row.specialty }),
    ...(row.phone && { phone: row.phone }),
  };
}
