import { Problem } from '../../platform/problem.ts';

/** The last row of a page, by name and id, as an opaque word. */
export const writeCursor = (row: { name: string; id: string }): string =>
  Buffer.from(JSON.stringify([row.name, row.id])).toString('base64url');

export function readCursor(cursor: string): { name: string; id: string } {
  try {
    const [name, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (typeof name === 'string' && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id)) return { name, id };
  } catch {}
  throw new Problem('invalid', 'places.unreadable-cursor', {
    en: 'This page of the list is no longer there. Start from the first page.',
    es: 'Esta página de la lista ya no existe. Empiece por la primera.',
  });
}
