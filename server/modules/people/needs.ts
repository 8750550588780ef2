import { randomUUIDv7 } from 'node:crypto';
import type { z } from 'zod';
import type { Ctx } from '../../platform/ctx.ts';
import { notFound } from '../../platform/problem.ts';
import type { consentInput, needInput, SafeContact } from './contract.ts';
import { endNeed, insertNeed, recordConsent, recordSafeContact } from './fact-store.ts';
import { openPerson } from './open-person.ts';
import { tellOf } from './timeline.ts';

/** Recorded once, honoured everywhere; saying it again changes nothing. */
export async function addNeed(
  ctx: Ctx,
  id: string,
  input: z.infer<typeof needInput>,
): Promise<{ personId: string; needId: string }> {
  const personId = await openPerson(ctx, id);
  const need = { id: randomUUIDv7(), kind: input.kind, words: input.words ?? '' };
  const needId = await insertNeed(ctx, personId, need);
  await tellOf(ctx, personId, 'people.need-added', needId);
  return { personId, needId };
}

export async function removeNeed(
  ctx: Ctx,
  { personId: id, needId }: { personId: string; needId: string },
): Promise<{ personId: string }> {
  const personId = await openPerson(ctx, id);
  if (!(await endNeed(ctx, personId, needId))) throw notFound();
  await tellOf(ctx, personId, 'people.need-removed', needId);
  return { personId };
}

/** Replaces all rules of this person from now on; what held before stays on record. */
export async function setSafeContact(ctx: Ctx, id: string, rules: SafeContact): Promise<{ personId: string }> {
  const personId = await openPerson(ctx, id);
  await recordSafeContact(ctx, personId, {
    do_not_name_clinic: rules.doNotNameClinic,
    no_voicemail: rules.noVoicemail,
    only_from: rules.onlyFrom,
    only_until: rules.onlyUntil,
    only_channel: rules.onlyChannel,
    code_word: rules.codeWord,
    words: rules.words,
  });
  await tellOf(ctx, personId, 'people.safe-contact-changed');
  return { personId };
}

/** One more fact about one channel and purpose; the latest counts. */
export async function setConsent(
  ctx: Ctx,
  id: string,
  input: z.infer<typeof consentInput>,
): Promise<{ personId: string }> {
  const personId = await openPerson(ctx, id);
  const source = input.source ?? (ctx.actor.kind === 'person' ? 'person' : 'staff');
  await recordConsent(ctx, { personId, channel: input.channel, purpose: input.purpose, given: input.given, source });
  await tellOf(ctx, personId, input.given ? 'people.consent-given' : 'people.consent-refused');
  return { personId };
}
