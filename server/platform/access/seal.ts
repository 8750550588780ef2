import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { House } from '../house.ts';

/** AES-256-GCM; `bound` (the account's id) is part of it, so that a sealed text moved to another row does not open. */
export function seal(house: House, purpose: string, bound: string, bytes: Uint8Array): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', house.keys.derive(purpose, 32), nonce).setAAD(Buffer.from(bound));
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** @throws when it was changed, moved, or sealed by another installation */
export function unseal(house: House, purpose: string, bound: string, sealed: Buffer): Buffer {
  const keys = house.keys.derivedByAny(purpose, 32);
  for (const key of keys.slice(0, -1)) {
    const bytes = tryKey(key, bound, sealed);
    if (bytes) return bytes;
  }
  return open(keys.at(-1) ?? house.keys.derive(purpose, 32), bound, sealed);
}

/** Whether the newest secret opens it, so that nothing need be sealed anew. */
export const isSealedByNewest = (house: House, purpose: string, bound: string, sealed: Buffer): boolean =>
  tryKey(house.keys.derive(purpose, 32), bound, sealed) !== undefined;

function tryKey(key: Buffer, bound: string, sealed: Buffer): Buffer | undefined {
  try {
    return open(key, bound, sealed);
  } catch {
    return undefined;
  }
}

function open(key: Buffer, bound: string, sealed: Buffer): Buffer {
  const cipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 });
  cipher.setAAD(Buffer.from(bound)).setAuthTag(sealed.subarray(-16));
  return Buffer.concat([cipher.update(sealed.subarray(12, -16)), cipher.final()]);
}
