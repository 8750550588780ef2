import type { Ctx } from '../../platform/ctx.ts';
import type { Found } from './contract.ts';
import { type FoundPromise, findPromises } from './finding.ts';
import { zoneOfTeam } from './zone.ts';

/**
 * What a staff member seems to promise in what they have typed, in either language: who answers in Spanish may have
 * English screens. Offered, never assumed.
 */
export async function findInText(ctx: Ctx, asked: { text: string; teamId?: string | undefined }): Promise<Found> {
  const timeZone = await zoneOfTeam(ctx, asked.teamId);
  const [english, spanish] = (['en', 'es'] as const).map((language) =>
    findPromises(asked.text, ctx.now, timeZone, language),
  );
  const found = [...(english ?? [])];
  for (const one of spanish ?? []) if (!found.some((other) => overlaps(one, other))) found.push(one);
  return {
    timeZone,
    found: found
      .toSorted((a, b) => a.from - b.from)
      .map((one) => ({ ...one, dueAt: one.dueAt?.round('minute').toString() ?? null })),
  };
}

const overlaps = (one: FoundPromise, other: FoundPromise) => one.from < other.until && other.from < one.until;
