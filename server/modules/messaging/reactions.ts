import type { Reaction } from '../../platform/events/event.ts';
import type { Delivery, Schedule } from '../../platform/jobs/delivery.ts';

export const messagingReactions: readonly Reaction[] = [];
export const messagingDeliveries: readonly Delivery[] = [];
export const messagingSchedules: readonly Schedule[] = [];
