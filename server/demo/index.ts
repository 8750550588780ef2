import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { importFhir } from '../interop/index.ts';
import { receiveMail } from '../modules/messaging/index.ts';
import { personIdsBySource } from '../modules/people/index.ts';
import { findReferred, seedSpecialties } from '../modules/places/index.ts';
import { listColleagues } from '../modules/workforce/index.ts';
import { listDemoAccounts, makeDemoAccount } from '../platform/access/index.ts';
import type { Ctx } from '../platform/ctx.ts';
import { asSystem, type Workshop } from '../platform/work.ts';
import { type CastId, cast } from './cast.ts';
import { demoHospital, demoSource } from './hospital.ts';
import { facilityIds } from './places.ts';
import { demoBundle } from './population.ts';
import { openServices } from './services.ts';
import { demoStaff, type Facilities, openTheHouse } from './staff.ts';
import { demoActor, onStage } from './stage.ts';
import { tellStories } from './stories.ts';
import { strangersMail } from './texts.ts';

export { demoHospital } from './hospital.ts';

const seed = 20_261_124;

/**
 * Fills an empty database with the demonstration; does nothing where it is already. Stopped halfway, the next start goes
 * on: the import knows how far it came, all stories are one transaction, and the accounts, which come last, say that it is done.
 */
export async function fillDemo(shop: Workshop, now: Temporal.Instant): Promise<void> {
  const once = <T>(act: (ctx: Ctx) => Promise<T>) =>
    asSystem({ ...shop, clock: () => now }, demoActor, 'demo.fill', act);
  if ((await once(listDemoAccounts)).length > 0) return;
  if (!(await once(storiesAreTold))) {
    await once(seedSpecialties);
    await importPopulation(shop, now);
    await onStage(shop, now, castIds, async (stage) => {
      const facilities = await stage.asSystem(now, facilitiesOf);
      const { staff } = await openTheHouse(stage, facilities);
      await openServices(stage, facilities);
      await tellStories(stage, { facilities, staff, timeZone: demoHospital.timeZone });
    });
  }
  await receiveMail(shop, Buffer.from(strangersMail(`front.desk@${shop.house.mailDomain}`)));
  await once(makeAccounts);
}

/** Whom a visitor can be, for the terminal. */
export async function listDemoPeople(shop: Workshop): Promise<{ name: string; role: string; how: string }[]> {
  const accounts = await asSystem(shop, demoActor, 'demo.list', listDemoAccounts);
  return accounts.map(({ name, role, kind }) => ({
    name,
    role,
    how: `${shop.house.origin}${kind === 'staff' ? '/staff' : '/sign-in'}`,
  }));
}

async function storiesAreTold(ctx: Ctx): Promise<boolean> {
  const emails = new Set((await listColleagues(ctx)).map((one) => one.email));
  return demoStaff.every((one) => emails.has(one.email));
}

async function importPopulation(shop: Workshop, now: Temporal.Instant): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'bedside-demo-'));
  try {
    const file = path.join(folder, 'willow-bay.json');
    await writeFile(file, demoBundle(seed, now.toZonedDateTimeISO(demoHospital.timeZone).toPlainDate()));
    const result = await importFhir(shop, { place: file, sourceSystem: demoSource });
    const refused = result.files.flatMap((one) => one.refused)[0];
    if (refused) throw new Error(`The demonstration's own bundle was refused: ${refused.sourceId} ${refused.reason}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function castIds(ctx: Ctx): Promise<Record<CastId, string>> {
  const found = await personIdsBySource(
    ctx,
    demoSource,
    cast.map((one) => one.id),
  );
  return Object.fromEntries(found) as Record<CastId, string>;
}

async function facilitiesOf(ctx: Ctx): Promise<Facilities> {
  const refs = Object.values(facilityIds).map((sourceId) => ({ sourceId }));
  const found = await findReferred(ctx, 'facility', demoSource, refs);
  return { hospital: found.get(facilityIds.hospital) ?? '', west: found.get(facilityIds.west) ?? '' };
}

/** Patients and family whom a visitor can be, and what shows with them. */
const demoPersons: readonly { readonly id: CastId; readonly role: string }[] = [
  { id: 'maya', role: 'Mother, writes for her daughter Zuri' },
  { id: 'rosa', role: 'Patient, writes in Spanish' },
  { id: 'claire', role: 'Her mother has died' },
  { id: 'helen', role: 'Cares for her father-in-law' },
  { id: 'priya', role: 'Patient, half of her question is answered' },
];

async function makeAccounts(ctx: Ctx): Promise<void> {
  let made = 0;
  // Accounts are listed by when they were made: a millisecond apart, in the order of this file.
  const make = (given: Parameters<typeof makeDemoAccount>[1]) =>
    makeDemoAccount({ ...ctx, now: ctx.now.add({ milliseconds: made++ }) }, given);
  const colleagues = new Map((await listColleagues(ctx)).map((one) => [one.email, one.id]));
  for (const { name, role, email } of demoStaff) {
    const subjectId = colleagues.get(email);
    if (subjectId) await make({ kind: 'staff', subjectId, name, role, email });
  }
  const ids = await castIds(ctx);
  for (const { id, role } of demoPersons) {
    const one = cast.find((member) => member.id === id);
    if (!one || !('email' in one)) continue;
    const name = `${one.given} ${one.family}`;
    await make({ kind: 'person', subjectId: ids[id], name, role, email: one.email });
  }
}
