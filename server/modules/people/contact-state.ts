import type { Ctx } from '../../platform/ctx.ts';
import { listContacts } from './contact-store.ts';
import { everyPurpose, type SafeContact } from './contract.ts';
import { type ConsentFact, latestConsents, latestSafeContacts, latestStates } from './fact-store.ts';
import { currentId } from './open-person.ts';
import { findPerson } from './person-store.ts';
import { safeContactOf, statesOf } from './state-rules.ts';

/** The facts of one person that whoever sends asks before every message. */
export interface ContactState {
  /** The record that is kept, whatever id was asked for. */
  readonly personId: string;
  readonly deceased: boolean;
  /** The last day of it; undefined when nobody close has died, or it is over. */
  readonly bereavedUntil: string | undefined;
  readonly restricted: boolean;
  readonly safeContact: SafeContact;
  readonly consent: 'given' | 'refused' | 'unknown';
  /** The best address for this channel, as it was written; undefined when there is none. */
  readonly address: string | undefined;
  readonly addressVerified: boolean;
  /** How many other people have this address too. */
  readonly sharedWith: number;
  readonly verified: boolean;
  readonly language: string | undefined;
  readonly timeZone: string | undefined;
}

const noRules: SafeContact = {
  doNotNameClinic: false,
  noVoicemail: false,
  onlyFrom: null,
  onlyUntil: null,
  onlyChannel: null,
  codeWord: null,
  words: null,
};

const systemOf: Readonly<Record<string, 'email' | 'phone'>> = {
  email: 'email',
  phone: 'phone',
  voice: 'phone',
  sms: 'phone',
};

/** Facts for the gate; it decides. Asked by the software, so it asks nobody's permission and shows nobody anything. */
export async function contactState(
  ctx: Ctx,
  id: string,
  { channel, purpose }: { channel: string; purpose: string },
): Promise<ContactState> {
  const personId = await currentId(ctx, id);
  const person = await findPerson(ctx, personId);
  const states = statesOf(ctx, await latestStates(ctx, personId));
  const system = systemOf[channel];
  const contact = system && (await listContacts(ctx, personId)).find((one) => one.system === system);
  return {
    personId,
    deceased: states.deceased !== undefined,
    bereavedUntil: states.bereavedUntil?.toString(),
    restricted: states.restricted,
    safeContact: safeContactOf(await latestSafeContacts(ctx, personId)) ?? noRules,
    consent: consentOf(await latestConsents(ctx, personId), channel, purpose),
    address: contact?.value,
    addressVerified: contact?.verified_at != null,
    sharedWith: contact ? contact.shared_by - 1 : 0,
    verified: person?.verified_at != null,
    language: person?.language ?? undefined,
    timeZone: person?.time_zone ?? undefined,
  };
}

/** What was said last counts, about this purpose or about all of them. */
function consentOf(facts: readonly ConsentFact[], channel: string, purpose: string): ContactState['consent'] {
  const last = facts
    .filter((fact) => fact.channel === channel && (fact.purpose === purpose || fact.purpose === everyPurpose))
    .reduce<ConsentFact | undefined>((late, fact) => (late && late.position > fact.position ? late : fact), undefined);
  if (!last) return 'unknown';
  return last.given ? 'given' : 'refused';
}
