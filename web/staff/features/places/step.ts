import { useStep } from '../../../lib/step.ts';

/** Changes of the hospital. */
export const usePlaceStep = () => useStep([['places'], ['workforce', 'facilities']]);
