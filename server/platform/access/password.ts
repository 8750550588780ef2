import { hash, verify } from '@node-rs/argon2';
import { Problem } from '../problem.ts';
import { walks, weakWords } from './weak-passwords.ts';

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

/** Pure; `known` are texts a stranger would try for this person: their e-mail, their name, the hospital's. */
export function weaknessOf(
  given: string,
  about: { readonly hasSecondFactor: boolean; readonly known: readonly string[] },
): Weakness | undefined {
  const password = settlePassword(given);
  const length = lengthOf(password);
  if (length > passwordLength.most) return 'too-long';
  if (length < (about.hasSecondFactor ? passwordLength.besideSecondFactor : passwordLength.alone)) return 'too-short';
  const words = [...about.known.flatMap(partsOf), ...weakWords].toSorted((a, b) => b.length - a.length);
  const plain = password.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  const isGuessed = [plain, unleet(plain)].some((text) => surprise(text, words) < 4);
  return isGuessed ? 'easily-guessed' : undefined;
}

/** The pieces of four letters and more that a name or an address is made of. */
function partsOf(text: string): string[] {
  const plain = text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  const pieces = plain.split(/[^\p{L}\p{N}]+/u);
  return [...pieces, pieces.join('')].filter((piece) => piece.length >= 4);
}

const leet: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};
const unleet = (text: string) => text.replace(/[013457@$!]/g, (sign) => leet[sign] ?? sign);

/** How many characters are left that are no word of the list, year, walk or repetition; four at the end are expected. */
function surprise(text: string, words: readonly string[]): number {
  let rest = repeatedUnit(text);
  for (const word of words) if (word.length >= 4) rest = rest.replaceAll(word, ' ');
  rest = withoutWalks(rest.replace(/(19|20)\d\d/g, ' '));
  for (const word of words)
    if (word.length < 4) rest = rest.replace(new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'gu'), ' ');
  rest = rest.replace(/(.)\1{2,}/gu, ' ').replace(/\s/g, '');
  const letters = [...rest.replace(/[^\p{L}]/gu, '')].length;
  return letters + Math.max(0, [...rest].length - letters - 4);
}

/** `abcabcabc` is `abc`. */
function repeatedUnit(text: string): string {
  return /^(.+?)\1+$/su.exec(text)?.[1] ?? text;
}

function withoutWalks(text: string): string {
  let rest = text;
  for (const walk of walks) {
    for (const way of [walk, [...walk].reverse().join('')]) {
      for (let at = 0; at < rest.length; at++) {
        let steps = 4;
        if (!way.includes(rest.slice(at, at + steps)) || rest.length - at < steps) continue;
        while (at + steps < rest.length && way.includes(rest.slice(at, at + steps + 1))) steps++;
        rest = `${rest.slice(0, at)} ${rest.slice(at + steps)}`;
      }
    }
  }
  return rest.replace(/(123|321|234|abc|xyz)/g, ' ');
}

/** @throws Problem invalid, with words that say what to do instead */
export function refuseWeak(given: string, about: Parameters<typeof weaknessOf>[1]): void {
  const weakness = weaknessOf(given, about);
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
