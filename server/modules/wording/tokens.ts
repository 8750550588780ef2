export interface Token {
  /** Lower case without accents and apostrophes; a letter that is held down ("heeelp") counts once. */
  readonly plain: string;
  readonly from: number;
  readonly until: number;
}

export function tokensOf(text: string): Token[] {
  return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’‘`´]*/gu)].map((match) => ({
    plain: plain(match[0]),
    from: match.index,
    until: match.index + match[0].length,
  }));
}

function plain(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\p{M}'’‘`´]/gu, '')
    .toLowerCase()
    .replace(/(\p{L})\1{2,}/gu, '$1');
}

export interface Vocabulary {
  readonly byInitial: ReadonlyMap<string, readonly string[]>;
  readonly notMisspelled: ReadonlySet<string>;
}

export function vocabularyOf(words: readonly string[], notMisspelled: string): Vocabulary {
  const byInitial = Map.groupBy(new Set(words), (word) => word[0] ?? '');
  return { byInitial, notMisspelled: new Set(notMisspelled.split(/\s+/)) };
}

/** For every token the words of the rules that it may be, rightly or wrongly spelled. */
export function meaningsOf(vocabulary: Vocabulary, tokens: readonly Token[]): ReadonlySet<string>[] {
  const known = new Map<string, ReadonlySet<string>>();
  return tokens.map(({ plain: token }) => {
    const near = vocabulary.byInitial.get(token[0] ?? '') ?? [];
    const meant = known.get(token) ?? new Set(near.filter((word) => fits(token, word, vocabulary)));
    known.set(token, meant);
    return meant;
  });
}

function fits(token: string, word: string, { notMisspelled }: Vocabulary): boolean {
  const isBeginning = word.endsWith('*');
  const wanted = isBeginning ? word.slice(0, -1) : word;
  if (isBeginning ? token.startsWith(wanted) : token === wanted) return true;
  // A short word has too many neighbours to be guessed at.
  if (wanted.length < 6 || notMisspelled.has(token)) return false;
  const slips = wanted.length >= 10 ? 2 : 1;
  if (!isBeginning) return slipsBetween(token, wanted) <= slips;
  return [-1, 0, 1].some((more) => slipsBetween(token.slice(0, wanted.length + more), wanted) <= 1);
}

/** Letters left out, added, mistaken or swapped with their neighbour (optimal string alignment), up to 3. */
function slipsBetween(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 2) return 3;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 9) + 1, (row[j - 1] ?? 9) + 1, (last[j - 1] ?? 9) + same);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        least = Math.min(least, (beforeLast[j - 2] ?? 9) + 1);
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return last[other.length] ?? 3;
}
