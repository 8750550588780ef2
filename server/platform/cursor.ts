import { z } from 'zod';
import { Problem } from './problem.ts';

/** The last row of a page, by what the list is ordered by, as an opaque word from which the next page begins. */
export const writeCursor = (...key: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url');

/** Of a list by name, and by id among those of one name. */
export const byName = z.tuple([z.string(), z.uuid()]).transform(([name, id]) => ({ name, id }));

/** @throws Problem invalid when it is not a word of ours for a list of this order */
export function readCursor<T>(cursor: string, key: z.ZodType<T>): T {
  const read = key.safeParse(parsed(cursor));
  if (read.success) return read.data;
  throw new Problem('invalid', 'platform.unreadable-cursor', {
    en: 'This page of the list is no longer there. Start from the first page.',
    es: 'Esta página de la lista ya no existe. Empiece por la primera.',
  });
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}
