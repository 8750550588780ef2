import type { Reaction } from '../../platform/events/event.ts';
import type { Delivery, Schedule } from '../../platform/jobs/delivery.ts';
import { fetchHolidays, refreshHolidays } from './holidays.ts';

export const placesReactions: readonly Reaction[] = [];
export const placesDeliveries: readonly Delivery[] = [fetchHolidays];
export const placesSchedules: readonly Schedule[] = [refreshHolidays];
