import { z } from 'zod';
import { event } from '../../platform/events/event.ts';

const staffId = z.object({ staffId: z.uuid() });

export const staffHired = event('workforce.staff-hired', staffId);
/** They may do nothing from this moment; whoever keeps sessions, keys or work of theirs ends or takes it back. */
export const staffDismissed = event('workforce.staff-dismissed', staffId);
/** An absence begins now: their open work should go to others. */
export const staffAbsent = event('workforce.staff-absent', z.object({ staffId: z.uuid(), absenceId: z.uuid() }));
/** They no longer belong to the team. */
export const staffLeftTeam = event('workforce.staff-left-team', z.object({ staffId: z.uuid(), teamId: z.uuid() }));
export const teamClosed = event('workforce.team-closed', z.object({ teamId: z.uuid() }));
/** The week in which it answers is another. */
export const teamHoursChanged = event('workforce.team-hours-changed', z.object({ teamId: z.uuid() }));
