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
  readonly whole: ReadonlySet<string>;
  readonly beginnings: ReadonlyMap<string, readonly string[]>;
  /** Words long enough to be known with a slip in them, by their first letter and length. */
  readonly long: ReadonlyMap<string, readonly string[]>;
  readonly notMisspelled: ReadonlySet<string>;
}

/** A shorter word has too many neighbours to be guessed at. */
const longEnough = 6;
const slipsOf = (word: string) => (word.length >= 10 ? 2 : 1);
const shelf = (initial: string | undefined, length: number) => `${initial ?? ''}${length}`;

export function vocabularyOf(words: readonly string[], notMisspelled: string): Vocabulary {
  const all = [...new Set(words)];
  const whole = all.filter((word) => !word.endsWith('*'));
  return {
    whole: new Set(whole),
    beginnings: Map.groupBy(
      all.filter((word) => word.endsWith('*')),
      (word) => word[0] ?? '',
    ),
    long: Map.groupBy(
      whole.filter((word) => word.length >= longEnough),
      (word) => shelf(word[0], word.length),
    ),
    notMisspelled: new Set(notMisspelled.split(/\s+/)),
  };
}

/** For every token the words of the rules that it may be, rightly or wrongly spelled. */
export function meaningsOf(vocabulary: Vocabulary, tokens: readonly Token[]): ReadonlySet<string>[] {
  const known = new Map<string, ReadonlySet<string>>();
  return tokens.map(({ plain: token }) => {
    const meant = known.get(token) ?? meaningsOfWord(vocabulary, token);
    known.set(token, meant);
    return meant;
  });
}

function meaningsOfWord({ whole, beginnings, long, notMisspelled }: Vocabulary, token: string): ReadonlySet<string> {
  const isRight = notMisspelled.has(token);
  const begun = (beginnings.get(token[0] ?? '') ?? []).filter((word) => begins(token, word.slice(0, -1), isRight));
  const near = isRight
    ? []
    : [-2, -1, 0, 1, 2]
        .flatMap((more) => long.get(shelf(token[0], token.length + more)) ?? [])
        .filter((word) => Math.abs(word.length - token.length) <= slipsOf(word))
        .filter((word) => slipsBetween(token, word) <= slipsOf(word));
  return new Set([...(whole.has(token) ? [token] : []), ...begun, ...near]);
}

function begins(token: string, wanted: string, isRight: boolean): boolean {
  if (token.startsWith(wanted)) return true;
  if (wanted.length < longEnough || isRight) return false;
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
