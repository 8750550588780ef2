import type { Ctx } from '../../platform/ctx.ts';
import { Problem } from '../../platform/problem.ts';
import { assignThread, type ReceivedMessage, readReceived } from '../messaging/index.ts';
import { readNames, registerPerson } from '../people/index.ts';
import { selectAny } from './conversation-store.ts';
import { openRow } from './opening.ts';
import { beginningOf } from './person-side.ts';
import { personWroteIn } from './progress.ts';

/**
 * A mail came in. Where it is proven to which conversation it belongs it goes there; else it opens a new one under an
 * unverified person, whoever it says has written: an address proves nobody.
 */
export async function takeMail(ctx: Ctx, messageId: string, threadId: string | undefined): Promise<void> {
  const message = await readReceived(ctx, messageId);
  const known = threadId && (await selectAny(ctx, threadId));
  if (known) await personWroteIn(ctx, known.thread_id, `${message.subject}\n\n${message.text}`);
  else await openFromMail(ctx, message);
}

async function openFromMail(ctx: Ctx, message: ReceivedMessage): Promise<void> {
  const { sender } = message;
  const askerPersonId = sender
    ? ((await unverifiedWriter(ctx, message)) ?? (await registerWriter(ctx, sender)))
    : await registerUnknown(ctx);
  const row = await openRow(ctx, {
    askerPersonId,
    reason: 'other',
    text: message.text,
    channel: 'email',
    ...(sender ? { answerBy: 'email-in-full', answerAddress: sender.address } : { answerBy: 'portal' }),
    subject: message.subject.trim().slice(0, 200) || beginningOf(message.text),
  });
  await assignThread(ctx, { messageId: message.id, threadId: row.id, personId: askerPersonId });
}

/** Somebody unverified who wrote from this address before: the same stranger, as far as anyone can tell. */
async function unverifiedWriter(ctx: Ctx, message: ReceivedMessage): Promise<string | undefined> {
  const people = await readNames(ctx, message.possiblePersonIds);
  return message.possiblePersonIds.map((id) => people.get(id)).find((person) => person?.verified === false)?.personId;
}

/** A mail that does not say who wrote it cannot be answered, but somebody reads it: its text may tell whom to call. */
async function registerUnknown(ctx: Ctx): Promise<string> {
  const name = { given: 'Unknown sender', family: '' };
  return (await registerPerson(ctx, { name, contacts: [], verified: false })).id;
}

async function registerWriter(ctx: Ctx, sender: { address: string; name: string }): Promise<string> {
  const parts = sender.name.trim().slice(0, 200).split(/\s+/).filter(Boolean);
  const family = parts.length > 1 ? (parts.pop() ?? '') : '';
  const name = { given: parts.join(' ') || sender.address.slice(0, 200), family };
  const person = { name, contacts: [{ system: 'email' as const, value: sender.address }], verified: false };
  // An address that mail can have and our records cannot is kept with the conversation alone.
  const registered = await registerPerson(ctx, person).catch((error: unknown) => {
    if (error instanceof Problem && error.kind === 'invalid') return registerPerson(ctx, { ...person, contacts: [] });
    throw error;
  });
  return registered.id;
}
