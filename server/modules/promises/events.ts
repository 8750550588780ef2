import { z } from 'zod';
import { event } from '../../platform/events/event.ts';
import { subjectKind } from './contract.ts';

const ofPromise = z.object({ promiseId: z.uuid(), subjectKind, subjectId: z.uuid(), personId: z.uuid() });

export const promiseMade = event('promises.promise-made', ofPromise);
export const promiseKept = event('promises.promise-kept', ofPromise);
export const promiseReleased = event('promises.promise-released', ofPromise);
/** It is due and not kept: whoever owns the subject begins to make it good, before the person has to complain. */
export const promiseBroken = event('promises.promise-broken', ofPromise.extend({ words: z.string() }));
