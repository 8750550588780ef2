import { useStep } from '../../../lib/step.ts';

/** Changes of who works here and when. Who leaves gives conversations back: the desk is looked at anew as well. */
export const useTeamStep = () => useStep([['workforce'], ['desk']]);
