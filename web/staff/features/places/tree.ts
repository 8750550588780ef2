import type { Location } from '../../../../server/modules/places/contract.ts';

/** The parts of each location by its id; under '' what lies in no open location. */
export function partsOf(locations: readonly Location[]): Map<string, Location[]> {
  const there = new Set(locations.map((one) => one.id));
  return Map.groupBy(locations, (one) => (one.parentId && there.has(one.parentId) ? one.parentId : ''));
}

/** A location and everything in it: where it cannot be moved to. */
export function insideOf(locations: readonly Location[], id: string): Set<string> {
  const parts = partsOf(locations);
  const found = new Set([id]);
  // A set that is walked hands out what is added on the way, too.
  for (const one of found) for (const part of parts.get(one) ?? []) found.add(part.id);
  return found;
}
