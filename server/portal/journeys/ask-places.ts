import { listRecentFacilities } from '../../modules/people/index.ts';
import { type Facility, listFacilities } from '../../modules/places/index.ts';
import { listTeams } from '../../modules/workforce/index.ts';
import type { Ctx } from '../../platform/ctx.ts';
import type { AskPlace, AskWorld } from './ask-journey.ts';
import { type Answers, textOf } from './journey.ts';

const present = ({ id, name, address }: Facility): AskPlace => ({
  id,
  name,
  address: [...(address?.lines ?? []), address?.city ?? ''].filter(Boolean).join(', '),
});

/** Between which places there is to choose, and which of them goes without asking. */
export async function placesFor(ctx: Ctx, answers: Answers): Promise<Pick<AskWorld, 'places' | 'usualPlace'>> {
  const facilities = await listFacilities(ctx);
  if (facilities.length < 2) return { places: [], usualPlace: undefined };
  const reason = textOf(answers.reason, 'reason');
  const taking = (await listTeams(ctx)).filter(({ reasons }) => reasons.includes(reason) || reasons.includes('other'));
  const hasTeam = (id: string) => taking.some(({ facilityId }) => facilityId === undefined || facilityId === id);
  const places = facilities.filter(({ id }) => hasTeam(id)).map(present);
  return { places, usualPlace: places.length > 1 ? await usualPlaceOf(ctx, answers, places) : undefined };
}

/** Of visits only whoever may see them is told: a guess that stands on a page tells where somebody was. */
async function usualPlaceOf(ctx: Ctx, answers: Answers, places: readonly AskPlace[]): Promise<string | undefined> {
  if (ctx.actor.kind !== 'person') return undefined;
  const who = textOf(answers.who, 'who');
  const acting = ctx.actor.actsFor.find((one) => who === `person-${one.personId}`);
  const personId = who === 'me' ? ctx.actor.id : acting?.scopes.includes('visits') ? acting.personId : undefined;
  if (personId === undefined) return undefined;
  const [only, ...others] = await listRecentFacilities(ctx, personId);
  return others.length === 0 && places.some(({ id }) => id === only) ? only : undefined;
}
