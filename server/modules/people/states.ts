import type { z } from 'zod';
import type { Ctx } from '../../platform/ctx.ts';
import type { EventKind } from '../../platform/events/event.ts';
import type { bereavedInput, deceasedInput, restrictedInput } from './contract.ts';
import { bereavedSet, bereavedUndone, deceasedSet, deceasedUndone, restrictedSet, restrictedUndone } from './events.ts';
import { latestStates, listStates, type NewStateFact, recordState } from './fact-store.ts';
import { currentId, openPerson } from './open-person.ts';
import { statesOf } from './state-rules.ts';
import { tellOf } from './timeline.ts';

/**
 * This person has died. Any credible word is enough, from anyone and at once: a letter held back by mistake can be sent
 * later, one sent to the dead cannot be taken back.
 */
export const setDeceased = (ctx: Ctx, id: string, input: z.infer<typeof deceasedInput>) =>
  record(ctx, [deceasedSet, 'people.death-recorded'], id, {
    state: 'deceased',
    holds: true,
    onDate: input.diedOn,
    ...sourced(input),
  });

/** As easy as setting it, with the reason; what was said before stays on record. */
export const undoDeceased = (ctx: Ctx, id: string, { reason }: { reason: string }) =>
  record(ctx, [deceasedUndone, 'people.death-taken-back'], id, {
    state: 'deceased',
    holds: false,
    source: 'staff',
    reason,
  });

/** Somebody close to this person has died; holds until the end of that day. */
export const setBereaved = (ctx: Ctx, id: string, input: z.infer<typeof bereavedInput>) =>
  record(ctx, [bereavedSet, 'people.bereavement-recorded'], id, {
    state: 'bereaved',
    holds: true,
    untilDate: input.until,
    ...sourced(input),
  });

export const undoBereaved = (ctx: Ctx, id: string, { reason }: { reason: string }) =>
  record(ctx, [bereavedUndone, 'people.bereavement-ended'], id, {
    state: 'bereaved',
    holds: false,
    source: 'staff',
    reason,
  });

/** This person is not to be contacted by us of our own accord. */
export const setRestricted = (ctx: Ctx, id: string, input: z.infer<typeof restrictedInput>) =>
  record(ctx, [restrictedSet, 'people.restriction-set'], id, { state: 'restricted', holds: true, ...sourced(input) });

export const undoRestricted = (ctx: Ctx, id: string, { reason }: { reason: string }) =>
  record(ctx, [restrictedUndone, 'people.restriction-lifted'], id, {
    state: 'restricted',
    holds: false,
    source: 'staff',
    reason,
  });

const sourced = (input: { source: NewStateFact['source']; reason?: string | undefined }) => ({
  source: input.source,
  reason: input.reason,
});

async function record(
  ctx: Ctx,
  [news, line]: readonly [EventKind<{ personId: string }>, string],
  id: string,
  fact: Omit<NewStateFact, 'personId'>,
): Promise<{ personId: string }> {
  const personId = await openPerson(ctx, id);
  await recordState(ctx, { personId, ...fact });
  await tellOf(ctx, personId, line);
  await ctx.emit(news, { personId });
  return { personId };
}

/** For gates and rules; tells nobody anything, so it asks nobody's permission. */
export async function isDeceased(ctx: Ctx, id: string): Promise<boolean> {
  const personId = await currentId(ctx, id);
  return statesOf(ctx, await latestStates(ctx, personId)).deceased !== undefined;
}

/** Everything that was ever said about these states, newest first. */
export async function listStateHistory(ctx: Ctx, id: string) {
  const personId = await openPerson(ctx, id);
  const facts = await listStates(ctx, personId);
  return {
    facts: facts.map((fact) => ({
      state: fact.state,
      holds: fact.holds,
      onDate: fact.on_date?.toString() ?? null,
      untilDate: fact.until_date?.toString() ?? null,
      source: fact.source,
      reason: fact.reason,
      at: fact.recorded_at.toString(),
      byKind: fact.recorded_by_kind,
      by: fact.recorded_by,
    })),
  };
}

/** Somebody close to them has died, and it is still their time of mourning. */
export async function isMourning(ctx: Ctx, personId: string): Promise<boolean> {
  return statesOf(ctx, await latestStates(ctx, await currentId(ctx, personId))).bereavedUntil !== undefined;
}
