import type { House } from '../../platform/house.ts';
import { readReplyAddress, replyAddress } from '../../platform/mail/reply-address.ts';
import { plainMailbox } from './mailbox.ts';

type Names = Pick<House, 'keys' | 'mailDomain'>;

/** The domain under which only this program gives out Message-IDs: a colleague's mail program may use the house's own. */
export const loopDomain = ({ mailDomain }: Pick<House, 'mailDomain'>) => `bedside.${mailDomain.toLowerCase()}`;

/** The same for every sending of one try, so that a second one is recognised as the same mail. */
export const mailIdOf = (house: Names, name: string): string => `<${name}@${loopDomain(house)}>`;

const secretsOf = (house: Names) => house.keys.derivedByAny('reply-address', 32).map((key) => key.toString('hex'));

const newestOf = (house: Names) => house.keys.derive('reply-address', 32).toString('hex');

/** `reply`: what comes here belongs to the thread of this dispatch. `bounce`: it tells that this dispatch came back. */
export type AddressPurpose = 'reply' | 'bounce';

export const signedAddress = (house: Names, purpose: AddressPurpose, dispatchId: string): string =>
  replyAddress({ purpose, id: dispatchId, secret: newestOf(house), domain: house.mailDomain });

/** The dispatch that this address was made for; undefined when it was not made by us for this purpose. */
export function readSignedAddress(house: Names, purpose: AddressPurpose, address: string): string | undefined {
  const read = readReplyAddress({ secrets: secretsOf(house), domain: house.mailDomain, purpose, address });
  return read && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(read.id) ? read.id : undefined;
}

/** `Name <address>` in its parts. */
export function houseMailbox({ mailFrom }: Pick<House, 'mailFrom'>): { address: string; name: string } {
  const [, name = '', address = mailFrom] = /^\s*(.*?)\s*<([^<>]+)>\s*$/.exec(mailFrom) ?? [];
  return { address: address.trim(), name: name.replace(/^"|"$/g, '') };
}

/** Whether the SMTP listener takes a mail for this address: the house's own, and every address that it signed. */
export function acceptsRecipient(house: House): (address: string) => boolean {
  const own = plainMailbox(houseMailbox(house).address);
  return (address) =>
    plainMailbox(address) === own ||
    readSignedAddress(house, 'reply', address) !== undefined ||
    readSignedAddress(house, 'bounce', address) !== undefined;
}
