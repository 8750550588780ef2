import pg from 'pg';
import type { Problem } from '../problem.ts';

/**
 * Turns the breach of one named constraint into a refusal a person understands; everything else is thrown on.
 * `insert.catch(onConstraint('appointment_one_at_a_time', slotTaken))`
 */
export function onConstraint(name: string, refusal: () => Problem): (error: unknown) => never {
  return (error) => {
    if (error instanceof pg.DatabaseError && error.constraint === name) throw refusal();
    throw error;
  };
}
