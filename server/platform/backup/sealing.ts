import { createCipheriv, createDecipheriv, scrypt } from 'node:crypto';
import { promisify } from 'node:util';

const pieceBytes = 64 * 1024;
const tagBytes = 16;
const algorithm = 'aes-256-gcm';

/** The password does not open this file, or the file was changed by somebody who does not have it. */
export class CannotOpen extends Error {}

/** 128 MB of memory and a third of a second for each guess (RFC 7914). */
export const keyOf = (password: string, salt: Buffer): Promise<Buffer> =>
  promisify<string, Buffer, number, object, Buffer>(scrypt)(password, salt, 32, { N: 2 ** 17, maxmem: 2 ** 28 });

/**
 * Sealed piece by piece (STREAM; Hoang, Reyhanitabar, Rogaway, Vizár 2015): the number of the piece and whether it is the
 * last are in its nonce, so pieces cannot be swapped, left out or cut off, and nothing is given out before it was checked.
 * A key seals one file only, because its salt does.
 */
export async function* seal(source: AsyncIterable<Buffer>, key: Buffer): AsyncGenerator<Buffer, void> {
  for await (const { bytes, nonce } of inPieces(source, pieceBytes)) {
    const cipher = createCipheriv(algorithm, key, nonce);
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  }
}

/** @throws CannotOpen */
export async function* unseal(source: AsyncIterable<Buffer>, key: Buffer): AsyncGenerator<Buffer, void> {
  for await (const { bytes, nonce } of inPieces(source, pieceBytes + tagBytes)) {
    if (bytes.length < tagBytes) throw new CannotOpen();
    const decipher = createDecipheriv(algorithm, key, nonce);
    decipher.setAuthTag(bytes.subarray(-tagBytes));
    const opened = decipher.update(bytes.subarray(0, -tagBytes));
    try {
      decipher.final();
    } catch {
      throw new CannotOpen();
    }
    yield opened;
  }
}

/** All of one size but the last, which is known to be the last and may be empty. */
async function* inPieces(
  source: AsyncIterable<Buffer>,
  size: number,
): AsyncGenerator<{ bytes: Buffer; nonce: Buffer }> {
  let held: Buffer = Buffer.alloc(0);
  let count = 0;
  for await (const chunk of source) {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    // What could still be the last piece is kept back.
    while (held.length > size) {
      yield { bytes: held.subarray(0, size), nonce: nonceOf(count++, false) };
      held = held.subarray(size);
    }
  }
  yield { bytes: held, nonce: nonceOf(count, true) };
}

function nonceOf(count: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(count), 3);
  nonce.writeUInt8(last ? 1 : 0, 11);
  return nonce;
}
