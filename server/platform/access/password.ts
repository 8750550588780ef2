import { hash, verify } from '@node-rs/argon2';
import { Problem } from '../problem.ts';
import { commonPasswords } from './common-passwords.ts';
import { isEasilyGuessed } from './guessing.ts';

/** NIST SP 800-63B-4, 3.1.1.2: 15 when it stands alone, 8 beside a second factor; all of it counts, none is cut off. */
const passwordLength = { alone: 15, besideSecondFactor: 8, most: 128 } as const;

/** RFC 9106 Argon2id with OWASP's smallest advised cost: about 20 ms and 19 MiB a try. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** One form for what different keyboards send for the same letters (NFKC), settled once before anything else. */
export const settlePassword = (given: string): string => given.normalize('NFKC');

const lengthOf = (password: string): number => [...password].length;
export const isLong = (password: string): boolean => lengthOf(password) >= passwordLength.alone;

export function hashPassword(password: string): Promise<string> {
  return hash(settlePassword(password), cost);
}

let dummy: Promise<string> | undefined;

/** Takes as long when there is no account or no password as when there is: a wrong address looks like a wrong password. */
export async function passwordFits(kept: string | null | undefined, given: string): Promise<boolean> {
  dummy ??= hash('nobody has this password', cost);
  const fits = await verify(kept ?? (await dummy), settlePassword(given));
  return fits && kept !== null && kept !== undefined;
}

type Weakness = 'too-short' | 'too-long' | 'easily-guessed';

/** `known` are texts a stranger would try for this person: their e-mail, their name, the hospital's. */
export async function weaknessOf(
  given: string,
  about: { readonly hasSecondFactor: boolean; readonly known: readonly string[] },
): Promise<Weakness | undefined> {
  const password = settlePassword(given);
  const length = lengthOf(password);
  if (length > passwordLength.most) return 'too-long';
  if (length < (about.hasSecondFactor ? passwordLength.besideSecondFactor : passwordLength.alone)) return 'too-short';
  return isEasilyGuessed(password, about.known, await commonPasswords()) ? 'easily-guessed' : undefined;
}

/** @throws Problem invalid, with words that say what to do instead */
export async function refuseWeak(given: string, about: Parameters<typeof weaknessOf>[1]): Promise<void> {
  const weakness = await weaknessOf(given, about);
  if (!weakness) return;
  const least = about.hasSecondFactor ? passwordLength.besideSecondFactor : passwordLength.alone;
  throw new Problem(
    'invalid',
    `access.password-${weakness}`,
    {
      'too-short': {
        en: `Use at least ${least} characters. Four or five words in a row are easy to remember.`,
        es: `Use al menos ${least} caracteres. Cuatro o cinco palabras seguidas son fáciles de recordar.`,
      },
      'too-long': {
        en: `Use at most ${passwordLength.most} characters.`,
        es: `Use como máximo ${passwordLength.most} caracteres.`,
      },
      'easily-guessed': {
        en: 'This is among the first that strangers would try. Four or five words that do not belong together are better.',
        es: 'Es de las primeras que probaría un extraño. Son mejores cuatro o cinco palabras que no vayan juntas.',
      },
    }[weakness],
  );
}
