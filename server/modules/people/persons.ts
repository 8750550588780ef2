import { randomUUIDv7 } from 'node:crypto';
import { actorId } from '../../platform/access/actor.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { onConstraint } from '../../platform/database/constraints.ts';
import { notFound, Problem } from '../../platform/problem.ts';
import { findPlainAddress, plainAddress, plainIdentifier } from './addresses.ts';
import { findPeopleByAddress, insertContacts, insertIdentifier } from './contact-store.ts';
import type { IdentifierInput, Name, PersonView, Registration } from './contract.ts';
import { age, displayName } from './display.ts';
import { personRegistered, personVerified } from './events.ts';
import { latestStates } from './fact-store.ts';
import { openPerson } from './open-person.ts';
import {
  endCurrentName,
  findActingRow,
  findPerson,
  insertName,
  insertPerson,
  listNames,
  refreshSearchRows,
  setVerified,
} from './person-store.ts';
import { whatCanBeDone } from './policy.ts';
import { statesOf } from './state-rules.ts';
import type { Reading } from './store.ts';
import { tellOf } from './timeline.ts';

/**
 * Writes down a person nobody knew yet. One who asked through the portal or by mail is not verified: what they say
 * about themselves is shown as their word until a staff member has looked.
 */
export async function registerPerson(ctx: Ctx, input: Registration): Promise<{ id: string }> {
  if (input.verified && ctx.actor.kind !== 'staff' && ctx.actor.kind !== 'system')
    throw new Problem('not-allowed', 'people.only-staff-verify', {
      en: 'Only staff can say that a person is who they say they are.',
      es: 'Solo el personal puede confirmar la identidad de una persona.',
    });
  const contacts = input.contacts.map((contact) => ({
    id: randomUUIDv7(),
    system: contact.system,
    value: contact.value,
    address: plainAddress(contact.system, contact.value),
    use: contact.use ?? null,
  }));
  const id = randomUUIDv7();
  await insertPerson(ctx, {
    id,
    birth_date: input.birthDate === undefined ? null : checkedBirthDate(ctx, input.birthDate),
    gender: input.gender ?? null,
    pronouns: input.pronouns ?? null,
    language: input.language ?? null,
    time_zone: input.timeZone === undefined ? null : checkedTimeZone(input.timeZone),
    verified_at: input.verified ? ctx.now : null,
  });
  await insertName(ctx, randomUUIDv7(), nameRow(id, input.name));
  await insertContacts(ctx, id, contacts);
  for (const identifier of input.identifiers ?? []) await addIdentifier(ctx, id, identifier);
  await refreshSearchRows(ctx, [id]);
  ctx.sees(id);
  await ctx.emit(personRegistered, { personId: id });
  return { id };
}

async function addIdentifier(ctx: Ctx, personId: string, input: IdentifierInput): Promise<void> {
  await insertIdentifier(ctx, {
    id: randomUUIDv7(),
    person_id: personId,
    system: input.system,
    value: input.value,
    plain_value: plainIdentifier(input.value),
    kind: input.kind ?? null,
  }).catch(onConstraint('identifier_one_person', identifierTaken));
}

const identifierTaken = () =>
  new Problem('conflict', 'people.identifier-taken', {
    en: 'Somebody else already has this number. Perhaps the two are one person.',
    es: 'Otra persona ya tiene este número. Quizá sean la misma persona.',
  });

function checkedBirthDate(ctx: Ctx, date: string): string {
  const today = ctx.now.toZonedDateTimeISO(ctx.house.hospital.timeZone).toPlainDate();
  const born = Temporal.PlainDate.from(date);
  if (Temporal.PlainDate.compare(born, today.add({ days: 1 })) <= 0 && born.year >= 1850) return date;
  throw new Problem('invalid', 'people.unlikely-birth-date', {
    en: 'This date of birth cannot be right.',
    es: 'Esta fecha de nacimiento no puede ser correcta.',
  });
}

function checkedTimeZone(name: string): string {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return name;
  } catch {
    throw new Problem('invalid', 'people.unknown-time-zone', {
      en: 'We do not know this time zone.',
      es: 'No conocemos esta zona horaria.',
    });
  }
}

const nameRow = (personId: string, name: Name) => ({
  person_id: personId,
  kind: 'current' as const,
  prefix: name.prefix ?? null,
  given: name.given,
  family: name.family,
  suffix: name.suffix ?? null,
  preferred: name.preferred ?? null,
});

/** The new name counts from now on; the old one is kept, and still finds the person. */
export async function changeName(ctx: Ctx, id: string, name: Name): Promise<PersonView> {
  const personId = await openPerson(ctx, id);
  await endCurrentName(ctx, personId);
  await insertName(ctx, randomUUIDv7(), nameRow(personId, name)).catch(
    onConstraint(
      'name_one_current',
      () =>
        new Problem('stale', 'people.name-changed-meanwhile', {
          en: 'Somebody else has just changed this name.',
          es: 'Otra persona acaba de cambiar este nombre.',
        }),
    ),
  );
  await refreshSearchRows(ctx, [personId]);
  await tellOf(ctx, personId, 'people.name-changed');
  return readPerson(ctx, personId);
}

/** A staff member has made sure that this person is who they say they are. Saying it twice changes nothing. */
export async function verifyPerson(ctx: Ctx, id: string): Promise<PersonView> {
  const personId = await openPerson(ctx, id);
  if (await setVerified(ctx, personId, actorId(ctx.actor) ?? null)) {
    await tellOf(ctx, personId, 'people.identity-verified');
    await ctx.emit(personVerified, { personId });
  }
  return readPerson(ctx, personId);
}

export async function readPerson(ctx: Ctx, id: string): Promise<PersonView> {
  const personId = await openPerson(ctx, id);
  const facts = await personFacts(ctx, personId);
  const states = statesOf(ctx, await latestStates(ctx, personId));
  return {
    ...facts,
    can: whatCanBeDone(ctx.actor, {
      verified: facts.verified,
      deceased: states.deceased !== undefined,
      bereaved: states.bereavedUntil !== undefined,
      restricted: states.restricted,
    }),
  };
}

/** What is told of a person wherever they are shown; `personId` is one that is kept. */
export async function personFacts(ctx: Ctx, personId: string): Promise<Omit<PersonView, 'can'>> {
  const row = await findPerson(ctx, personId);
  const name = (await listNames(ctx, personId))[0];
  if (!row || !name) throw notFound();
  return {
    id: row.id,
    displayName: displayName(name),
    name: {
      given: name.given,
      family: name.family,
      prefix: name.prefix,
      suffix: name.suffix,
      preferred: name.preferred,
    },
    birthDate: row.birth_date?.toString() ?? null,
    age: age(ctx, row.birth_date),
    gender: row.gender,
    pronouns: row.pronouns,
    language: row.language,
    timeZone: row.time_zone,
    verified: row.verified_at !== null,
  };
}

/**
 * Everyone who has this address. For working out who may have written; it shows nobody anything, and whoever shows
 * what was found reads the person first.
 */
export async function findByAddress(
  ctx: Pick<Ctx, 'tx'>,
  { system, value }: { system: 'email' | 'phone'; value: string },
): Promise<string[]> {
  const address = findPlainAddress(system, value);
  return address === undefined ? [] : findPeopleByAddress(ctx, system, address);
}

/** Who stands behind a signed-in session; `id` is the record that is kept. One query, for it runs with every request. */
export async function findActing(reading: Reading, personId: string) {
  const row = await findActingRow(reading, personId);
  if (!row) return undefined;
  // Two records of the other person, since joined, may each have been granted something.
  const others = new Map<string, { personId: string; name: string; scopes: string[] }>();
  for (const one of row.acts_for) {
    const scopes = [...(others.get(one.personId)?.scopes ?? []), ...one.scopes];
    others.set(one.personId, { personId: one.personId, name: displayName(one), scopes: [...new Set(scopes)] });
  }
  return { id: row.id, name: displayName(row), actsFor: [...others.values()] };
}
