import type { Ctx } from '../../platform/ctx.ts';
import type { IncomingMail } from '../../platform/mail/incoming.ts';
import { contactState, currentId, readBanner } from '../people/index.ts';
import { type DispatchRow, findDispatch, findDispatchByMailId, selectAddressesWrittenTo } from './dispatch-store.ts';
import { type AddressPurpose, readSignedAddress } from './mail-names.ts';
import { plainMailbox } from './mailbox.ts';

export interface Proven {
  readonly threadId: string;
  readonly personId: string | null;
  /** Others read and write from this mailbox too: it proves the thread, and not which of them wrote. */
  readonly mailboxIsShared: boolean;
}

export interface Suggested {
  readonly threadId: string;
  readonly because: 'headers' | 'other-sender' | 'address-expired' | 'sender-not-proven';
}

export type Place = { readonly proven: Proven } | { readonly proven: null; readonly suggested: Suggested | null };

/** Answers come months later, but an address in an old mailbox is not a key for ever. */
const replyAddressDays = 400;

/**
 * Where a mail belongs. It takes both: an address that only we could have signed, and a sender to whom we gave it (a
 * thread number that can be guessed, CVE-2026-47123; a reply address passed on, GHSA-j49f-9g94-3wh4). Everything else
 * suggests a place to staff and opens none.
 */
export async function findPlace(ctx: Ctx, mail: IncomingMail): Promise<Place> {
  let suggested: Suggested | null = null;
  for (const dispatch of await signedFor(ctx, mail, 'reply')) {
    if (!dispatch.thread_id || !dispatch.sent_to || dispatch.sent_form === 'bare-notice') continue;
    const threadId = dispatch.thread_id;
    if (Temporal.Instant.compare(dispatch.queued_at, ctx.now.subtract({ hours: 24 * replyAddressDays })) < 0) {
      suggested ??= { threadId, because: 'address-expired' };
      continue;
    }
    const proven = await provenBySender(ctx, mail, dispatch, threadId);
    if (proven && isVouchedFor(ctx, mail)) return { proven };
    suggested ??= { threadId, because: proven ? 'sender-not-proven' : 'other-sender' };
  }
  return { proven: null, suggested: suggested ?? (await suggestedByHeaders(ctx, mail)) };
}

/** Anybody can write a From line: where a border server checks it, its silence is no consent. */
const isVouchedFor = ({ house }: Ctx, mail: IncomingMail): boolean =>
  house.mailBorder === undefined || mail.authentication?.fromIsProven === true;

/** The dispatches whose signed addresses this mail was sent to. */
export async function signedFor(ctx: Ctx, mail: IncomingMail, purpose: AddressPurpose): Promise<DispatchRow[]> {
  const addresses = [...mail.deliveredTo, ...[...mail.to, ...mail.cc].map(({ address }) => address)];
  const ids = new Set(addresses.flatMap((address) => readSignedAddress(ctx.house, purpose, address) ?? []));
  const found: DispatchRow[] = [];
  for (const id of [...ids].slice(0, 5)) {
    const dispatch = await findDispatch(ctx, id);
    if (dispatch) found.push(dispatch);
  }
  return found;
}

async function provenBySender(
  ctx: Ctx,
  mail: IncomingMail,
  dispatch: DispatchRow,
  threadId: string,
): Promise<Proven | undefined> {
  // Several senders are none.
  if (!mail.from || mail.problems.includes('several-from')) return undefined;
  const sender = plainMailbox(mail.from.address);
  const writtenTo = await selectAddressesWrittenTo(ctx, threadId, dispatch.person_id);
  const known = [dispatch.sent_to ?? '', ...writtenTo].map(plainMailbox);
  if (!dispatch.person_id)
    return known.includes(sender) ? { threadId, personId: null, mailboxIsShared: false } : undefined;
  const personId = await currentId(ctx, dispatch.person_id);
  const { contacts } = await readBanner(ctx, personId);
  const own = contacts.filter((contact) => contact.system === 'email');
  const verified = own.filter((contact) => contact.verified).map((contact) => plainMailbox(contact.value));
  if (![...known, ...verified].includes(sender)) return undefined;
  const ofSender = own.find((contact) => plainMailbox(contact.value) === sender);
  const { sharedWith } = await contactState(ctx, personId, { channel: 'email', purpose: 'answer' });
  return { threadId, personId, mailboxIsShared: ofSender ? ofSender.sharedBy > 1 : sharedWith > 0 };
}

async function suggestedByHeaders(ctx: Ctx, mail: IncomingMail): Promise<Suggested | null> {
  const ids = [...new Set([...(mail.inReplyTo ? [mail.inReplyTo] : []), ...mail.references])];
  const dispatch = await findDispatchByMailId(ctx, ids);
  return dispatch?.thread_id ? { threadId: dispatch.thread_id, because: 'headers' } : null;
}
