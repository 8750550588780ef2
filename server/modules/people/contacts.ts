import { randomUUIDv7 } from 'node:crypto';
import type { Ctx } from '../../platform/ctx.ts';
import { notFound } from '../../platform/problem.ts';
import { plainAddress } from './addresses.ts';
import { endContactRow, insertContacts, markAddressVerified, preferContactRow } from './contact-store.ts';
import type { ContactInput } from './contract.ts';
import { openPerson } from './open-person.ts';
import { tellOf } from './timeline.ts';

/** An address the person already has is not written twice. */
export async function addContact(ctx: Ctx, id: string, input: ContactInput): Promise<{ personId: string }> {
  const personId = await openPerson(ctx, id);
  const address = plainAddress(input.system, input.value);
  const { system, value, use } = input;
  await insertContacts(ctx, personId, [{ id: randomUUIDv7(), system, value, address, use: use ?? null }]);
  await tellOf(ctx, personId, 'people.contact-added');
  return { personId };
}

/** Not used any more: wrong, given up, or no longer theirs. It stays on record. */
export async function endContact(
  ctx: Ctx,
  { personId: id, contactId }: { personId: string; contactId: string },
): Promise<{ personId: string }> {
  const personId = await openPerson(ctx, id);
  if (!(await endContactRow(ctx, personId, contactId))) throw notFound();
  await tellOf(ctx, personId, 'people.contact-ended');
  return { personId };
}

export async function preferContact(
  ctx: Ctx,
  { personId: id, contactId }: { personId: string; contactId: string },
): Promise<{ personId: string }> {
  const personId = await openPerson(ctx, id);
  if (!(await preferContactRow(ctx, personId, contactId))) throw notFound();
  return { personId };
}

/** The person has shown that they read what arrives at this address (a sign-in link, a code). */
export async function confirmAddress(
  ctx: Ctx,
  input: { personId: string; system: 'email' | 'phone'; value: string },
): Promise<void> {
  const personId = await openPerson(ctx, input.personId);
  await markAddressVerified(ctx, personId, input.system, plainAddress(input.system, input.value));
}
