import type { Reaction } from '../../platform/events/event.ts';
import type { Delivery, Schedule } from '../../platform/jobs/delivery.ts';

export const deskReactions: readonly Reaction[] = [];
export const deskDeliveries: readonly Delivery[] = [];
export const deskSchedules: readonly Schedule[] = [];
