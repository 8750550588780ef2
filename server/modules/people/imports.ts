import { createHash, randomUUIDv7 } from 'node:crypto';
import type { z } from 'zod';
import type { Ctx } from '../../platform/ctx.ts';
import { findPlainAddress, findPlainIdentifier } from './addresses.ts';
import { importedPerson } from './contract.ts';
import { deceasedSet, deceasedUndone } from './events.ts';
import { latestStates, recordState } from './fact-store.ts';
import {
  claimLinks,
  findByIdentifiers,
  findLinks,
  type ImportRow,
  type LinkRow,
  writeImported,
} from './import-store.ts';
import { refreshSearchRows } from './person-store.ts';
import { findCurrentId } from './store.ts';
import { tellOf } from './timeline.ts';

export type ImportedPerson = z.infer<typeof importedPerson>;

export interface ImportedPeople {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Rows that could not be taken, by source id, with why; all others are in. */
  readonly refused: readonly { sourceId: string; why: string }[];
  /** What of a row could not be kept: a number somebody else has (perhaps they are one person), an unreadable address. */
  readonly warnings: readonly { sourceId: string; why: string }[];
  readonly personIds: ReadonlyMap<string, string>;
}

/** The same for one; throws nothing for a bad row, look into `refused`. */
export async function upsertPersonFromSource(ctx: Ctx, given: ImportedPerson): Promise<{ id: string | undefined }> {
  return { id: (await upsertPeopleFromSource(ctx, [given])).personIds.get(given.sourceId) };
}

/**
 * People of one source, told again as often as one likes: what has not changed is not written. One transaction per batch
 * (a few hundred); an import that was stopped is run again from the start. Imported people are verified: the source knows
 * them. They are no news, except that somebody who was known has died.
 */
export async function upsertPeopleFromSource(ctx: Ctx, given: readonly ImportedPerson[]): Promise<ImportedPeople> {
  const refused: { sourceId: string; why: string }[] = [];
  const warnings: { sourceId: string; why: string }[] = [];
  const rows = new Map<string, ImportRow>();
  for (const one of given) {
    const row = readImported(ctx, one, warnings);
    if (typeof row === 'string') refused.push({ sourceId: one.sourceId, why: row });
    else rows.set(keyOf(row), row);
  }
  const known = byKey(await findLinks(ctx, [...rows.values()]));
  const waiting = [...rows.values()].filter((row) => known.get(keyOf(row))?.content_hash !== row.content_hash);
  const links = byKey(await claimLinks(ctx, waiting));
  const personIds = new Map([...known.values()].map((link) => [link.source_id, link.person_id]));
  let created = 0;
  const writing: ImportRow[] = [];
  for (const row of waiting) {
    const link = links.get(keyOf(row));
    if (!link) continue;
    personIds.set(row.source_id, link.person_id);
    // Another importer may have written it while this one waited.
    if (link.content_hash === row.content_hash) continue;
    if (link.person_id === row.person_id) created += 1;
    writing.push({ ...row, person_id: link.person_id });
  }
  if (writing.length > 0) {
    const taken = await writeImported(ctx, writing);
    warnings.push(...taken.map((one) => ({ sourceId: one.source_id, why: `identifier-taken ${one.system}` })));
    await refreshSearchRows(
      ctx,
      writing.map((row) => row.person_id),
    );
    for (const row of writing) await hearOfDeath(ctx, row, links.get(keyOf(row)));
    ctx.sees(...writing.map((row) => row.person_id));
  }
  const changed = writing.length - created;
  return { created, changed, unchanged: rows.size - writing.length, refused, warnings, personIds };
}

/** The people behind ids of one source; ids that are not known are left out. */
export async function personIdsBySource(
  ctx: Pick<Ctx, 'tx'>,
  sourceSystem: string,
  sourceIds: readonly string[],
): Promise<Map<string, string>> {
  const keys = sourceIds.map((id) => ({ source_system: sourceSystem, source_id: id }));
  return new Map((await findLinks(ctx, keys)).map((link) => [link.source_id, link.person_id]));
}

/** Whom each of these numbers belongs to, in the order given; a number is only known together with its system. */
export async function personIdsByIdentifier(
  ctx: Pick<Ctx, 'tx'>,
  identifiers: readonly { readonly system?: string | undefined; readonly value: string }[],
): Promise<(string | undefined)[]> {
  const keys = identifiers.map(({ system, value }) => ({
    system: system ?? '',
    plain_value: findPlainIdentifier(value) ?? '',
  }));
  const found = keys.length > 0 ? await findByIdentifiers(ctx, keys) : [];
  const ids = new Map(found.map((row) => [`${row.system}\n${row.plain_value}`, row.person_id]));
  return keys.map((key) => ids.get(`${key.system}\n${key.plain_value}`));
}

/**
 * A source's word about a death is news only when it differs from what it said before, so that a later import neither
 * brings back what staff have undone nor undoes what it merely no longer mentions. Its explicit "is alive" takes back
 * only what an import had said, never the word of a person.
 */
async function hearOfDeath(ctx: Ctx, row: ImportRow, before: LinkRow | undefined): Promise<void> {
  if (row.deceased === null || row.deceased === (before?.said_deceased ?? false)) return;
  const { person_id: personId } = row;
  const currentId = (await findCurrentId(ctx, personId)) ?? personId;
  const standing = (await latestStates(ctx, currentId)).find((fact) => fact.state === 'deceased');
  if (row.deceased === (standing?.holds ?? false)) return;
  if (!row.deceased && standing?.source !== 'import') return;
  const onDate = row.died_on ?? undefined;
  const holds = row.deceased;
  await recordState(ctx, { personId, state: 'deceased', holds, onDate, source: 'import' });
  if (before?.content_hash == null) return;
  await tellOf(ctx, personId, holds ? 'people.death-recorded' : 'people.death-taken-back');
  await ctx.emit(holds ? deceasedSet : deceasedUndone, { personId: currentId });
}

const keyOf = (row: { source_system: string; source_id: string }) => `${row.source_system}\n${row.source_id}`;
const byKey = (links: readonly LinkRow[]) => new Map(links.map((link) => [keyOf(link), link]));

/** A row as it will be written, or why not. */
function readImported(
  ctx: Ctx,
  given: ImportedPerson,
  warnings: { sourceId: string; why: string }[],
): ImportRow | string {
  const read = importedPerson.safeParse(given);
  if (!read.success) return read.error.issues[0]?.path.join('.') || 'invalid';
  const person = read.data;
  const content = JSON.stringify(person);
  if (content.includes('\\u0000') || !content.isWellFormed() || /\\ud[89a-f]/i.test(content)) return 'unreadable-text';
  const warn = (why: string) => {
    warnings.push({ sourceId: person.sourceId, why });
    return [];
  };
  const born = person.birthDate === undefined ? undefined : Temporal.PlainDate.from(person.birthDate);
  const likely = born && born.year >= 1850 && Temporal.PlainDate.compare(born, today(ctx)) <= 0;
  if (born && !likely) warn('unlikely-birth-date');
  return {
    source_system: person.sourceSystem,
    source_id: person.sourceId,
    person_id: randomUUIDv7(),
    content_hash: createHash('sha256').update(content).digest('base64'),
    birth_date: likely ? born.toString() : null,
    gender: person.gender ?? null,
    language: person.language ?? null,
    deceased: person.deceased?.is ?? null,
    died_on: person.deceased?.on ?? null,
    names: [
      { kind: 'current' as const, ...person.name },
      ...(person.otherNames ?? []).filter((name) => name.given + name.family !== ''),
    ].map((name) => ({
      id: randomUUIDv7(),
      kind: name.kind,
      prefix: name.prefix ?? null,
      given: name.given,
      family: name.family,
      suffix: name.suffix ?? null,
    })),
    identifiers: (person.identifiers ?? []).flatMap((one) => {
      const plain = findPlainIdentifier(one.value);
      if (plain === undefined) return warn('unusable-identifier');
      return [{ id: randomUUIDv7(), system: one.system, value: one.value, plain_value: plain, kind: one.kind ?? null }];
    }),
    contacts: person.contacts.flatMap((one) => {
      const address = findPlainAddress(one.system, one.value);
      if (address === undefined) return warn(`unusable-${one.system}`);
      return [{ id: randomUUIDv7(), system: one.system, value: one.value, address, use: one.use ?? null }];
    }),
  };
}

/** One day of grace: somewhere it is tomorrow already. */
const today = (ctx: Ctx) => ctx.now.toZonedDateTimeISO(ctx.house.hospital.timeZone).toPlainDate().add({ days: 1 });
