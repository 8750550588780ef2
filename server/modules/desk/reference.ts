import { randomInt } from 'node:crypto';

/**
 * Told apart by ear and by eye: no vowels, so no words; no 0/O, 1/I/L, 5/S, 2/Z, 8/B of which both are there, and of
 * the letters that rhyme (B C D G P T V Z) only T.
 */
const letters = 'FHJKMQRTWX';
const digits = '23456789';

/** Three signs with both kinds among them, so that no group is an abbreviation of something rude. */
function group(): string {
  const signs = letters + digits;
  for (;;) {
    const made = Array.from({ length: 3 }, () => signs[randomInt(signs.length)]).join('');
    if (/\d/.test(made) && /[A-Z]/.test(made)) return made;
  }
}

/** `K7M-4QX`; whether it is free is for the database to say. */
export const makeReference = (): string => `${group()}-${group()}`;

/** What somebody typed or was told, in the form in which it is kept; undefined when it cannot be one. */
export function readReference(typed: string): string | undefined {
  const signs = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return /^[2-9FHJKMQRTWX]{6}$/.test(signs) ? `${signs.slice(0, 3)}-${signs.slice(3)}` : undefined;
}
