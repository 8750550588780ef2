import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The installation's one secret, kept in the data folder and made there once. Whoever loses it loses every link and
 * address that was signed with it, so it belongs into the backup.
 */
export function readOrMakeSecret(dataFolder: string): Buffer {
  const file = path.join(dataFolder, 'secret');
  const mine = path.join(dataFolder, `secret.${process.pid}`);
  mkdirSync(dataFolder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  writeFileSync(mine, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flush: true });
  try {
    // Of two processes that start at once only one can make the link, and a half-written secret is never seen.
    linkSync(mine, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(mine);
  }
  const secret = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  if (secret.length < 32) throw new Error(`${file} does not hold 32 bytes in base64; bring it back from a backup.`);
  return secret;
}
