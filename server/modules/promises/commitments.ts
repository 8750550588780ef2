import type { PromiseKind } from './contract.ts';

/** Where somebody of the house says that something will be done, in words of one sentence. */
export interface Commitment {
  readonly kind: PromiseKind;
  /** From its first word … */
  readonly from: number;
  /** … to the word that says what is done. */
  readonly verb: number;
  /** "… and send the letter": of whoever spoke before. */
  readonly isMore: boolean;
  /** Said only with a date is it a promise: "I am calling you" alone is not. */
  readonly needsDate?: boolean;
}
