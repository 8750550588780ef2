import type { Reaction } from '../../platform/events/event.ts';
import type { Delivery, Schedule } from '../../platform/jobs/delivery.ts';
import { announceAbsences } from './absences.ts';

export const workforceReactions: readonly Reaction[] = [];
export const workforceDeliveries: readonly Delivery[] = [];
export const workforceSchedules: readonly Schedule[] = [announceAbsences];
