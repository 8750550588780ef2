/** One word of a text: as the search compares it, and where it stands. */
export interface Standing {
  readonly plain: string;
  readonly from: number;
  readonly to: number;
}

/** Longer ones are cut, in bytes: no word of a language is, and a row has room for ten thousand of them. */
const longestWord = 48;
/** What one message adds at most; the rest of a book that somebody sent is not searched. */
const mostWords = 2000;
export const longestText = 50_000;

const apart = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’ʼ][\p{L}\p{N}\p{M}]+)*/gu;
/** Written without spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const signs: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/**
 * A word without case, accents and apostrophes, so that `Cirugía` is `cirugia` and `o'brien` is `obrien`. Signs of other
 * scripts stay: without its vowels a Hindi word is another one.
 */
export function plainWord(word: string): string {
  // Most words: what follows would leave them as they are, twenty times slower.
  if (/^[a-z0-9]+$/i.test(word)) return cut(word.toLowerCase());
  const bare = word
    .normalize('NFKD')
    .replace(/([\p{Script=Latin}\p{Script=Greek}])\p{Script=Inherited}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’ʼ]/g, '')
    .replace(/[ßæœøłđðþı]/g, (sign) => signs[sign] ?? sign);
  return cut(bare);
}

function cut(word: string): string {
  if (word.length <= longestWord / 4 || Buffer.byteLength(word) <= longestWord) return word;
  let [bytes, kept] = [0, ''];
  for (const letter of word) {
    bytes += Buffer.byteLength(letter);
    if (bytes > longestWord) break;
    kept += letter;
  }
  return kept;
}

/** The words of a text in their order. One way of finding them for what is kept, what is asked, and what is marked. */
export function* standingWords(text: string): Generator<Standing> {
  for (const { 0: found, index } of text.matchAll(apart)) {
    if (!unspaced.test(found)) yield { plain: plainWord(found), from: index, to: index + found.length };
    else
      for (const part of segments.segment(found))
        if (part.isWordLike) {
          const from = index + part.index;
          yield { plain: plainWord(part.segment), from, to: from + part.segment.length };
        }
  }
}

const segments = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Each word of these texts once, as many as one message may add. */
export function distinctWords(...texts: readonly string[]): string[] {
  const words = new Set<string>();
  for (const text of texts)
    for (const { plain } of standingWords(text.slice(0, longestText))) {
      if (plain !== '') words.add(plain);
      if (words.size >= mostWords) return [...words];
    }
  return [...words];
}
