import { z } from 'zod';

/** What can happen to a conversation, and stands in its line of time. */
export const factKind = z.enum([
  'opened',
  'claimed',
  /** The turn in the team was theirs. */
  'assigned',
  'handed-over',
  'given-back',
  'waiting',
  'waiting-ended',
  'answered',
  'message-received',
  /** A mail came back or was given up: what had been done is the team's turn again. */
  'undelivered',
  /** What was promised was not kept in time: late, and the team's turn, until somebody writes · it was settled. */
  'promise-broken',
  'promise-ended',
  'resolved',
  'reopened',
  'linked',
  'reason-changed',
  'undone',
  /** One of two matters became a case of its own · it did, and this is it. */
  'split-off',
  'split',
  /** Another case answers for it · this one answers for another too · and each the other way round. */
  'merged',
  'gathered',
  'unmerged',
  'let-go',
  /** The person was waited for as long as was meant: look again. */
  'waited-long-enough',
]);
