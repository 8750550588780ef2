import { type Reaction, reaction } from '../../platform/events/event.ts';
import type { Delivery, Schedule } from '../../platform/jobs/delivery.ts';
import { deceasedSet, deceasedUndone, peopleMerged, peopleUnmerged } from '../people/index.ts';
import { staffAbsent, staffDismissed, staffLeftTeam } from '../workforce/index.ts';
import { keepTime } from './clock.ts';
import { endHold, followMerge, followUnmerge, holdForDead } from './deaths.ts';
import { giveBackAllOf } from './ownership.ts';

export const promisesReactions: readonly Reaction[] = [
  reaction('promises.give-back-of-absent', staffAbsent, (ctx, it) => giveBackAllOf(ctx, it.staffId, 'absent')),
  reaction('promises.give-back-of-dismissed', staffDismissed, (ctx, it) => giveBackAllOf(ctx, it.staffId, 'dismissed')),
  reaction('promises.give-back-to-team', staffLeftTeam, (ctx, it) =>
    giveBackAllOf(ctx, it.staffId, 'left-team', it.teamId),
  ),
  reaction('promises.hold-for-dead', deceasedSet, (ctx, it) => holdForDead(ctx, it.personId)),
  reaction('promises.end-hold', deceasedUndone, (ctx, it) => endHold(ctx, it.personId)),
  reaction('promises.follow-merge', peopleMerged, (ctx, it) => followMerge(ctx, it.keptId, it.mergedId)),
  reaction('promises.follow-unmerge', peopleUnmerged, (ctx, it) => followUnmerge(ctx, it.keptId)),
];
export const promisesDeliveries: readonly Delivery[] = [];
export const promisesSchedules: readonly Schedule[] = [keepTime];
