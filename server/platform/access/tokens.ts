import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import type { House } from '../house.ts';

/** 256 random bits; whoever has it is let in, so it goes out once and only its hash is kept. */
export const makeToken = (): string => randomBytes(32).toString('base64url');

/** A hash without salt is enough for what cannot be guessed; anything that is no token at all is undefined. */
export function hashToken(token: unknown): Buffer | undefined {
  if (typeof token !== 'string' || !/^[\w-]{43}$/.test(token)) return undefined;
  return createHash('sha256').update(token).digest();
}

export const makeCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');

/** Six digits can be tried out in a moment by whoever reads the table: hashed with a key that is not in it. */
export const hashCode = (house: House, requestId: string, code: string): Buffer =>
  house.keys.sign('sign-in-code', `${requestId} ${code}`);

/** Whether the code was hashed so by any secret that still counts. */
export const isCode = (house: House, requestId: string, code: string, hash: Buffer): boolean =>
  house.keys.signedByAny('sign-in-code', `${requestId} ${code}`).some((expected) => timingSafeEqual(expected, hash));

/** One spelling of an address, for looking it up; mail always goes to the address as it is kept. */
export const mailboxOf = (house: House, email: string): Buffer =>
  house.keys.sign('mailbox', email.normalize('NFKC').trim().toLowerCase());

/** A new token and the hash under which it is kept. */
export function makeHashedToken(): { token: string; hash: Buffer } {
  const token = makeToken();
  return { token, hash: createHash('sha256').update(token).digest() };
}
