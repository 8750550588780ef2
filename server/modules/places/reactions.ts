import type { Reaction } from '../../platform/events/event.ts';
import type { Delivery, Schedule } from '../../platform/jobs/delivery.ts';

export const placesReactions: readonly Reaction[] = [];
export const placesDeliveries: readonly Delivery[] = [];
export const placesSchedules: readonly Schedule[] = [];
