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
  const key = house.keys.derive(purpose, 32);
  const cipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 });
  cipher.setAAD(Buffer.from(bound)).setAuthTag(sealed.subarray(-16));
  return Buffer.concat([cipher.update(sealed.subarray(12, -16)), cipher.final()]);
}
