import { z } from 'zod';
import { event } from '../../platform/events/event.ts';

/** A facility is open at other times than before: its week, its closed days or its clock changed. */
export const hoursChanged = event('places.hours-changed', z.object({ facilityId: z.uuid() }));
