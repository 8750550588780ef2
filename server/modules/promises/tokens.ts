/** A word, a number or a sign of a text: as it is compared (small letters, no accents), and where it stands. */
export interface Token {
  readonly word: string;
  /** As it was typed. */
  readonly raw: string;
  readonly from: number;
  readonly until: number;
}

/** The text of one sentence, as its words. */
export type Sentence = readonly Token[];

/** `we'll`, `isn't` and `o'clock` are one word here; numbers and signs stand alone. */
const piece = /\p{L}+(?:['’]\p{L}+)?|\d+|\n[ \t]*\n|[^\s\p{L}\d]/gu;
const marks = /\p{M}/gu;
const plain = (word: string) => word.toLowerCase().replaceAll('’', "'").normalize('NFD').replace(marks, '');

/** What a table says of a word; `constructor` is a word like any other, and in no table. */
export const lookUp = <T>(table: Readonly<Record<string, T>>, word: string): T | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined;

const contracted: Readonly<Record<string, readonly string[]>> = {
  "won't": ['will', 'not'],
  "can't": ['can', 'not'],
  "shan't": ['shall', 'not'],
  "let's": ['let', 'us'],
};
const endings: Readonly<Record<string, string>> = { ll: 'will', re: 'are', m: 'am', ve: 'have' };

function spoken(word: string): readonly string[] {
  const known = lookUp(contracted, word);
  if (known) return known;
  const [begin = '', end = ''] = word.split("'");
  if (end === 't' && begin.endsWith('n')) return [begin.slice(0, -1), 'not'];
  const said = lookUp(endings, end);
  return said ? [begin, said] : [word];
}

/** A full stop after these ends no sentence. */
const abbreviated = new Set(['dr', 'dra', 'mr', 'mrs', 'ms', 'sr', 'sra', 'st', 'no', 'tel', 'ext', 'approx', 'aprox']);
const isSign = (token: Token | undefined, sign: string) => token?.raw === sign;
const touches = (one: Token | undefined, next: Token | undefined) => one !== undefined && one.until === next?.from;

/** Sentences of a text. Lines that quote what somebody else wrote (`> …`) say nothing of ours. */
export function readSentences(text: string): Sentence[] {
  const own = text.replace(/^>[^\n]*/gm, (line) => ' '.repeat(line.length));
  const tokens = withHalves(
    [...own.matchAll(piece)].flatMap(({ 0: raw, index: from }): Token[] =>
      spoken(plain(raw)).map((word) => ({ word, raw, from, until: from + raw.length })),
    ),
  );
  const sentences: Token[][] = [[]];
  tokens.forEach((token, at) => {
    if (ends(tokens, at)) sentences.push([]);
    else sentences.at(-1)?.push(token);
    const next = tokens[at + 1];
    // "… by 3 p.m. Please bring …": the stop belongs to the hour and to the sentence.
    if (token.raw.endsWith('.') && token.raw.length > 1 && /^\p{Lu}/u.test(next?.raw ?? '')) sentences.push([]);
  });
  return sentences.filter((one) => one.length > 0);
}

function ends(tokens: readonly Token[], at: number): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (token === undefined) return false;
  if (/^[!?;¡¿•*]$/.test(token.raw) || token.raw.startsWith('\n')) return true;
  if (!isSign(token, '.')) return false;
  const isInNumber = touches(before, token) && touches(token, next) && /^\d/.test(next?.raw ?? '');
  return !isInNumber && !abbreviated.has(before?.word ?? '');
}

/** `a.m.`, `p. m.` and `pm` are one word. */
function withHalves(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const [token, stop, half, last] = [tokens[at], tokens[at + 1], tokens[at + 2], tokens[at + 3]];
    if (token === undefined) continue;
    if (!(/^[ap]$/.test(token.word) && isSign(stop, '.') && half?.word === 'm')) {
      joined.push(token);
      continue;
    }
    const end = isSign(last, '.') ? last : half;
    joined.push({ word: `${token.word}m`, raw: `${token.word}.m.`, from: token.from, until: end?.until ?? half.until });
    at += end === half ? 2 : 3;
  }
  return joined;
}

export const wordAt = (tokens: Sentence, at: number): string => tokens[at]?.word ?? '';
/** Nothing stands between these two, as in `12/3` and `3rd`. */
export const isTouching = (tokens: Sentence, at: number): boolean => touches(tokens[at], tokens[at + 1]);
/** The words of a phrase from here on. */
export const startsWith = (tokens: Sentence, at: number, phrase: readonly string[]): boolean =>
  phrase.every((word, place) => tokens[at + place]?.word === word);
export const digitsAt = (tokens: Sentence, at: number): number | undefined => {
  const word = wordAt(tokens, at);
  return /^\d{1,4}$/.test(word) ? Number(word) : undefined;
};
