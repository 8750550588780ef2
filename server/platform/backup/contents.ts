import { createHash } from 'node:crypto';
import { z } from 'zod';
import { BackupError } from './file.ts';

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const tableName = z.string().regex(/^[a-z_]+\.[a-z0-9_]+$/);

/** What stands at the beginning. Read from a file that anybody may have made, so nothing of it is believed unseen. */
export const headShape = z.object({
  bedside: z.string().max(50),
  takenAt: z.string().max(50),
  migrations: z.array(z.object({ name: z.string(), checksum: hex })),
  /** Null: it was left out, or there was none. */
  secret: z.base64().nullable(),
  /** By which one knows the secret that belongs to it without having it. */
  secretMark: hex.nullable(),
  /** What signed addresses and links were made for. */
  settings: z.object({ BEDSIDE_ORIGIN: z.string(), MAIL_DOMAIN: z.string() }),
});
export type Head = z.infer<typeof headShape>;

export const tableShape = z.object({ name: tableName, columns: z.array(z.string()).min(1) });
export const tableEndShape = z.object({ rows: z.int().nonnegative(), sha256: hex });
const tableSum = tableEndShape.extend({ name: tableName });
export type TableSum = z.infer<typeof tableSum>;
export const endShape = z.object({
  tables: z.array(tableSum),
  sequences: z.array(z.object({ name: tableName, lastValue: z.string().regex(/^-?\d+$/), isCalled: z.boolean() })),
});
export type End = z.infer<typeof endShape>;

export function read<T>(shape: z.ZodType<T>, bytes: Buffer): T {
  const result = shape.safeParse(JSON.parse(bytes.toString('utf8')));
  if (!result.success) throw new BackupError('A part of the backup is not as Bedside writes it.');
  return result.data;
}

export const markOf = (secret: Buffer): string =>
  createHash('sha256').update('bedside backup: which secret').update(secret).digest('hex');

/** One number over every row of every table: equal content, equal number, on whatever server. */
export function contentHash(tables: readonly TableSum[]): string {
  const hash = createHash('sha256');
  for (const { name, rows, sha256 } of tables) hash.update(`${name} ${rows} ${sha256}\n`);
  return hash.digest('hex');
}
