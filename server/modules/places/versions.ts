import { notFound, Problem } from '../../platform/problem.ts';

const changedMeanwhile = () =>
  new Problem('stale', 'places.changed-meanwhile', {
    en: 'Somebody else has changed this in the meantime. Look at it again, then save.',
    es: 'Otra persona lo ha cambiado entretanto. Mírelo otra vez y guarde después.',
  });

/** What a change of one row came to: its version now, or why there is none. */
export function asChanged(version: number | undefined, isThere: boolean): { version: number } {
  if (version !== undefined) return { version };
  throw isThere ? changedMeanwhile() : notFound();
}
