import type { Reaction } from '../../platform/events/event.ts';
import type { Delivery, Schedule } from '../../platform/jobs/delivery.ts';

export const peopleReactions: readonly Reaction[] = [];
export const peopleDeliveries: readonly Delivery[] = [];
export const peopleSchedules: readonly Schedule[] = [];
