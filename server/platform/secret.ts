import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The installation's one secret, kept in the data folder and made there once. Whoever loses it loses every link and
 * address that was signed with it, so it belongs into the backup.
 */
export function readOrMakeSecret(dataFolder: string): Buffer {
  keepSecret(dataFolder, randomBytes(32));
  return readSecret(fileOf(dataFolder));
}

export function readSecretIfThere(dataFolder: string): Buffer | undefined {
  const file = fileOf(dataFolder);
  return existsSync(file) ? readSecret(file) : undefined;
}

/** Never over another one; whether it is kept now. */
export function keepSecret(dataFolder: string, secret: Buffer): boolean {
  const mine = path.join(dataFolder, `secret.${process.pid}`);
  mkdirSync(dataFolder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  writeFileSync(mine, `${secret.toString('base64')}\n`, { mode: 0o600, flush: true });
  try {
    // Of two processes that start at once only one can make the link, and a half-written secret is never seen.
    linkSync(mine, fileOf(dataFolder));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(mine);
  }
}

const fileOf = (dataFolder: string) => path.join(dataFolder, 'secret');

function readSecret(file: string): Buffer {
  const secret = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  if (secret.length < 32) throw new Error(`${file} does not hold 32 bytes in base64; bring it back from a backup.`);
  return secret;
}
