import type { z } from 'zod';

/** A fact in the past that others may react to. The payload holds ids only: it is stored, and read later by anyone who reacts. */
export interface EventKind<P extends object> {
  readonly name: string;
  readonly payload: z.ZodType<P>;
}
