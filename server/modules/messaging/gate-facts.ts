import type { Ctx } from '../../platform/ctx.ts';
import { type ContactState, contactState, findByAddress, readBanner } from '../people/index.ts';
import type { DispatchRow } from './dispatch-store.ts';
import type { GateFacts } from './gate.ts';
import { acceptsRecipient } from './mail-names.ts';
import { firstMailOfThread } from './mail-store.ts';

/** What is true of whom this goes to, read now; the language too, so that it is read once. */
export async function readFacts(
  ctx: Ctx,
  dispatch: Pick<DispatchRow, 'person_id' | 'purpose' | 'wants' | 'writer_address' | 'thread_id'>,
): Promise<{ facts: GateFacts; state: ContactState | undefined }> {
  const { purpose, wants } = dispatch;
  const asked = { channel: 'email', purpose };
  const state = dispatch.person_id ? await contactState(ctx, dispatch.person_id, asked) : undefined;
  const writer = await findWriter(ctx, dispatch, state);
  const common = {
    purpose,
    wants,
    mailLeaves: ctx.house.mailOut !== 'none',
    deceased: state?.deceased ?? false,
    restricted: state?.restricted ?? false,
    bereaved: state?.bereavedUntil !== undefined,
    onlyChannel: state?.safeContact.onlyChannel ?? null,
    doNotNameClinic: state?.safeContact.doNotNameClinic ?? false,
    consent: state?.consent ?? 'unknown',
  };
  if (writer)
    return {
      state,
      facts: {
        ...common,
        to: 'writer',
        address: writer,
        addressVerified: true,
        consentInFull: true,
        sharedWith: await countOtherVerified(ctx, writer, state?.verified ? state.personId : undefined),
        isOwnAddress: isOwnAddress(ctx, writer),
      },
    };
  const address = state?.address;
  return {
    state,
    facts: {
      ...common,
      to: 'person',
      address,
      addressVerified: state?.addressVerified ?? false,
      sharedWith: state?.sharedWith ?? 0,
      isOwnAddress: address !== undefined && isOwnAddress(ctx, address),
      consentInFull: wants === 'in-full' && state !== undefined && (await asksForWords(ctx, state.personId)),
    },
  };
}

/** Said of just this: a yes to e-mail for every purpose is none to the words themselves. */
export async function asksForWords(ctx: Ctx, personId: string): Promise<boolean> {
  const { consents } = await readBanner(ctx, personId);
  return consents.some((one) => one.channel === 'email' && one.purpose === 'answer-in-full' && one.given);
}

/**
 * The mailbox that began this thread by mail, while nothing contradicts that it is theirs: of somebody whom the house
 * knows for sure it must be one of their own addresses, or a stranger who wrote in their name would get their answers.
 */
async function findWriter(
  ctx: Ctx,
  { wants, writer_address, thread_id }: Pick<DispatchRow, 'wants' | 'writer_address' | 'thread_id'>,
  state: ContactState | undefined,
): Promise<string | undefined> {
  if (wants !== 'in-full' || !thread_id) return undefined;
  const address = writer_address ?? (await firstMailOfThread(ctx, thread_id))?.from_address ?? undefined;
  if (!address || !state?.verified) return address;
  const owners = await findByAddress(ctx, { system: 'email', value: address });
  return owners.includes(state.personId) ? address : undefined;
}

/**
 * Anybody can write under any name and becomes an unverified person by it; only the known count as sharing. Where the
 * writer is not known for sure, one known person of this mailbox is most likely the writer.
 */
async function countOtherVerified(ctx: Ctx, address: string, knownWriterId: string | undefined): Promise<number> {
  const owners = await findByAddress(ctx, { system: 'email', value: address });
  let known = 0;
  for (const id of owners.filter((owner) => owner !== knownWriterId))
    if ((await contactState(ctx, id, { channel: 'email', purpose: 'answer' })).verified) known += 1;
  return knownWriterId ? known : Math.max(0, known - 1);
}

const isOwnAddress = ({ house }: Ctx, address: string) => acceptsRecipient(house)(address);
