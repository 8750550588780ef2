import { z } from 'zod';
import { event } from '../../platform/events/event.ts';

const ofPerson = z.object({ personId: z.uuid() });

export const personRegistered = event('people.person-registered', ofPerson);
export const personVerified = event('people.person-verified', ofPerson);
/** Everything that was going to be sent to this person must be asked again. */
export const deceasedSet = event('people.deceased-set', ofPerson);
export const deceasedUndone = event('people.deceased-undone', ofPerson);
export const bereavedSet = event('people.bereaved-set', ofPerson);
export const bereavedUndone = event('people.bereaved-undone', ofPerson);
export const restrictedSet = event('people.restricted-set', ofPerson);
export const restrictedUndone = event('people.restricted-undone', ofPerson);
const ofMerge = z.object({ mergeId: z.uuid(), keptId: z.uuid(), mergedId: z.uuid() });
export const peopleMerged = event('people.people-merged', ofMerge);
export const peopleUnmerged = event('people.people-unmerged', ofMerge);
const ofProxy = z.object({ proxyId: z.uuid(), proxyPersonId: z.uuid(), forPersonId: z.uuid() });
export const proxyGranted = event('people.proxy-granted', ofProxy);
export const proxyEnded = event('people.proxy-ended', ofProxy);
export const visitRecorded = event('people.visit-recorded', z.object({ visitId: z.uuid(), personId: z.uuid() }));
