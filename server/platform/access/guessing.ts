import type { CommonPasswords } from './common-passwords.ts';
import { smallWords, walks, weakWords } from './weak-passwords.ts';

/** Below it a password is made of what is tried first; a word of the list at most counts as two letters. */
const leastSurprise = 4;
/** "!" and "2026!" at the end are expected of everybody. */
const freeSigns = 4;
/** Whatever comes later can only make it harder to guess. */
const lookedAt = 128;
const shortestPiece = 3;
const longestPiece = 30;

/** `known` are texts a stranger would try for this person: their e-mail, their name, the hospital's. */
export function isEasilyGuessed(password: string, known: readonly string[], common: CommonPasswords): boolean {
  const plain = plainOf(password).slice(0, lookedAt);
  const free = new Set([...known.flatMap(partsOf), ...weakWords]);
  const readings = [plain, unleet(plain)].flatMap((text) => [text, repeatedUnit(text)]);
  return readings.some((text) => surpriseOf(text, free, common) < leastSurprise);
}

const plainOf = (text: string) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** The pieces that a name or an address is made of, also written as one word. */
function partsOf(text: string): string[] {
  const halves = plainOf(text)
    .split('@')
    .map((half) => half.split(/[^\p{L}\p{N}]+/u));
  return halves.flatMap((half) => [...half, half.join('')]).filter((piece) => piece.length >= shortestPiece);
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

/** `abcabcabc` is `abc`. */
function repeatedUnit(text: string): string {
  return /^(.+?)\1+$/su.exec(text)?.[1] ?? text;
}

/** The cheapest way to put the text together from words, walks, years and repetitions, and the letters left over. */
function surpriseOf(text: string, free: ReadonlySet<string>, common: CommonPasswords): number {
  // least[at][signs]: how little surprise it takes to come as far as `at` with so many of the free signs used up.
  const least = Array.from({ length: text.length + 1 }, () => new Array<number>(freeSigns + 1).fill(Infinity));
  least[0]?.fill(0, 0, 1);
  const reach = (at: number, signs: number, surprise: number) => {
    const there = least[at];
    if (there) there[signs] = Math.min(there[signs] ?? Infinity, surprise);
  };
  for (let at = 0; at < text.length; at++) {
    const pieces = piecesAt(text, at, free, common);
    least[at]?.forEach((until, signs) => {
      if (until === Infinity) return;
      for (const { length, surprise } of pieces) reach(at + length, signs, until + surprise);
      const sign = String.fromCodePoint(text.codePointAt(at) ?? 0);
      const isFree = !/\p{L}/u.test(sign) && signs < freeSigns;
      reach(at + sign.length, isFree ? signs + 1 : signs, isFree ? until : until + 1);
    });
  }
  return Math.min(...(least.at(-1) ?? []));
}

interface Piece {
  readonly length: number;
  readonly surprise: number;
}

function piecesAt(text: string, at: number, free: ReadonlySet<string>, common: CommonPasswords): readonly Piece[] {
  const pieces: Piece[] = patternsAt(text, at).map((length) => ({ length, surprise: 0 }));
  for (let length = shortestPiece; length <= Math.min(longestPiece, text.length - at); length++) {
    const word = text.slice(at, at + length);
    const surprise = free.has(word) ? 0 : common.get(word);
    if (surprise !== undefined) pieces.push({ length, surprise });
  }
  return pieces;
}

const isLetter = (sign: string | undefined) => sign !== undefined && /\p{L}/u.test(sign);

/** The lengths of what is no word and yet one thought: a gap, a year, a repetition, a walk, a small word by itself. */
function patternsAt(text: string, at: number): number[] {
  const rest = text.slice(at);
  const simple = [/^\s/u, /^(19|20)\d\d/, /^(.)\1{2,}/su, /^(123|321|234|abc|xyz)/];
  const found = simple.map((shape) => shape.exec(rest)?.[0].length ?? 0);
  const small = isLetter(text[at - 1])
    ? undefined
    : smallWords.find((word) => rest.startsWith(word) && !isLetter(rest[word.length]));
  return [...found, small?.length ?? 0, longestWalk(rest)].filter((length) => length > 0);
}

function longestWalk(rest: string): number {
  let longest = 0;
  for (const walk of walks) {
    let steps = 4;
    if (rest.length < steps || !walk.includes(rest.slice(0, steps))) continue;
    while (steps < rest.length && walk.includes(rest.slice(0, steps + 1))) steps++;
    longest = Math.max(longest, steps);
  }
  return longest;
}
