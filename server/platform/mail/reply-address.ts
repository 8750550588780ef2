import { createHmac, timingSafeEqual } from 'node:crypto';

// An answer finds its conversation by this address and by nothing else: Message-IDs and subjects can be guessed or
// forwarded, and whoever could name a conversation could speak in it (CVE-2026-47123). It proves that somebody was
// written to by us, not who is writing now.

export interface ReplyAddressParts {
  /** What the address is for, such as `conversation`. Part of the signature: an address for one purpose is none for another. */
  purpose: string;
  /** Lower-case letters, digits and dashes, at most 36 characters: mail servers lower-case the local part. */
  id: string;
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
const idPattern = /^[a-z0-9-]{1,36}$/;
// 20 characters of base32 are 100 bits; with a UUID the local part has 63 of the 64 octets of RFC 5321 section 4.5.3.1.1.
const signatureLength = 20;
const leastSecretLength = 32;

/** `reply+<id>.<signature>@domain`. Throws when the id cannot be written as an address or the secret is too short. */
export function replyAddress(parts: ReplyAddressParts & { secret: string; domain: string }): string {
  if (!idPattern.test(parts.id)) throw new TypeError('a reply address needs an id of [a-z0-9-], at most 36 characters');
  return `reply+${parts.id}.${sign(parts, parts.secret, parts.domain)}@${parts.domain.toLowerCase()}`;
}

/**
 * The id of an address that one of the secrets signed for this purpose, or null. Several secrets let a new one take
 * over while addresses of the old one are still in people's mailboxes: put the newest first.
 */
export function readReplyAddress(wanted: {
  secrets: readonly string[];
  domain: string;
  purpose: string;
  address: string;
}): { id: string } | null {
  if (wanted.address.length > 320) return null;
  const address = wanted.address.trim().toLowerCase();
  const at = address.lastIndexOf('@');
  const match = /^reply\+([a-z0-9-]{1,36})\.([a-z2-7]{20})$/.exec(address.slice(0, at));
  const [, id, signature] = match ?? [];
  if (at < 0 || address.slice(at + 1) !== wanted.domain.toLowerCase() || !id || !signature) return null;
  let signed = false;
  // All of them, always: the time taken does not tell which secret was nearest.
  for (const secret of wanted.secrets) {
    const expected = sign({ purpose: wanted.purpose, id }, secret, wanted.domain);
    if (timingSafeEqual(Buffer.from(signature), Buffer.from(expected))) signed = true;
  }
  return signed ? { id } : null;
}

function sign({ purpose, id }: ReplyAddressParts, secret: string, domain: string): string {
  if (secret.length < leastSecretLength) throw new TypeError(`a secret needs at least ${leastSecretLength} characters`);
  const text = JSON.stringify(['reply-address/1', purpose, id, domain.toLowerCase()]);
  const mac = createHmac('sha256', secret).update(text).digest();
  // One base32 letter for each byte's low five bits: 20 bytes give 100 bits, and 256 is a multiple of 32, so none is favoured.
  return Array.from(mac.subarray(0, signatureLength), (byte) => alphabet.charAt(byte & 31)).join('');
}
