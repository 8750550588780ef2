import { figures, type Language, notMisspelled, rules } from './urgent-rules.ts';

export interface UrgentWords {
  /** As the person wrote them. */
  readonly words: string;
  /** Which kind of danger they may mean: `chest-pain`, `self-harm` … */
  readonly kind: string;
}

interface Token {
  readonly plain: string;
  readonly from: number;
  readonly until: number;
}

/** One step of a phrase: any of these words, after at most `gap` others. */
interface Step {
  readonly words: readonly string[];
  readonly gap: number;
}

/**
 * Words that may mean danger to somebody, in English and Spanish, in the order in which they stand, each once.
 * It flags and never judges: what is denied ("no chest pain") or long past is flagged as well, since a person reads it
 * next and a missed call for help cannot be made good. Figures of speech ("this queue is killing me") are passed over.
 */
export function findUrgentWords(text: string): UrgentWords[] {
  const told: UrgentWords[] = [];
  for (const sentence of text.split(/\n\s*\n|(?<=[.!?])\s+(?=\p{Lu})/u))
    for (const one of findInSentence(sentence))
      if (!told.some((earlier) => earlier.kind === one.kind && earlier.words === one.words)) told.push(one);
  return told;
}

/** Words of two sentences do not make one phrase. */
function findInSentence(text: string): UrgentWords[] {
  const tokens = tokensOf(text);
  const meant = meanings(tokens);
  const figurative = new Set<number>();
  for (const phrase of figurePhrases)
    for (const [first, last] of occurrences(phrase, meant)) for (let at = first; at <= last; at++) figurative.add(at);
  const found = phrases.flatMap(({ kind, steps }) =>
    occurrences(steps, meant)
      .filter(([first, last]) => !figurative.has(first) && !figurative.has(last))
      .map(([first, last]) => ({ kind, first, last })),
  );
  const inOrder = found.toSorted((a, b) => a.first - b.first || b.last - a.last);
  const told: UrgentWords[] = [];
  const reached = new Map<string, number>();
  for (const { kind, first, last } of inOrder) {
    const words = text.slice(tokens[first]?.from, tokens[last]?.until).replace(/\s+/g, ' ');
    // What lies within words told of the same kind adds nothing.
    if (last <= (reached.get(kind) ?? -1)) continue;
    reached.set(kind, last);
    told.push({ words, kind });
  }
  return told;
}

/** Lower case without accents and apostrophes; a letter that is held down ("heeelp") counts once. */
function plain(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\p{M}'’‘`´]/gu, '')
    .toLowerCase()
    .replace(/(.)\1{2,}/g, '$1');
}

function tokensOf(text: string): Token[] {
  return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’‘`´]*/gu)].map((match) => ({
    plain: plain(match[0]),
    from: match.index,
    until: match.index + match[0].length,
  }));
}

/** `cant ~3 breathe|breath*`: words by `|`, a beginning by `*`, up to three words between by `~3`. */
function readPhrase(phrase: string): Step[] {
  const steps: Step[] = [];
  let gap = 0;
  for (const part of phrase.split(' ')) {
    if (part.startsWith('~')) gap = Number(part.slice(1));
    else {
      steps.push({ words: part.split('|'), gap });
      gap = 0;
    }
  }
  return steps;
}

const figurePhrases = Object.values<readonly string[]>(figures).flat().map(readPhrase);
const phrases = Object.entries<Record<Language, readonly string[]>>(rules).flatMap(([kind, byLanguage]) =>
  Object.values(byLanguage).flatMap((list) => list.map((phrase) => ({ kind, steps: readPhrase(phrase) }))),
);
const vocabulary = [...new Set([...figurePhrases, ...phrases.map((it) => it.steps)].flat().flatMap((it) => it.words))];
const byInitial = Map.groupBy(vocabulary, (word) => word[0] ?? '');

/** For every token the words of the rules that it may be, rightly or wrongly spelled. */
function meanings(tokens: readonly Token[]): ReadonlySet<string>[] {
  const known = new Map<string, ReadonlySet<string>>();
  return tokens.map((token) => {
    const found =
      known.get(token.plain) ?? new Set(byInitial.get(token.plain[0] ?? '')?.filter((it) => fits(token.plain, it)));
    known.set(token.plain, found);
    return found;
  });
}

function fits(token: string, word: string): boolean {
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

function occurrences(steps: readonly Step[], meant: readonly ReadonlySet<string>[]): [first: number, last: number][] {
  const found: [number, number][] = [];
  for (let first = 0; first < meant.length; first++) {
    const last = endOf(steps, meant, first);
    if (last !== undefined) found.push([first, last]);
  }
  return found;
}

/** Where a phrase that begins at a token ends; every step may be reached from any place of the one before it. */
function endOf(steps: readonly Step[], meant: readonly ReadonlySet<string>[], first: number): number | undefined {
  let places = [first - 1];
  for (const [index, { words, gap }] of steps.entries()) {
    const reach = index === 0 ? 0 : gap;
    const next = new Set<number>();
    for (const place of places)
      for (let at = place + 1; at <= place + 1 + reach && at < meant.length; at++)
        if (words.some((word) => meant[at]?.has(word))) next.add(at);
    if (next.size === 0) return undefined;
    places = [...next];
  }
  return Math.min(...places);
}

/** The words alone, without those that lie within others: what stands beside a conversation. At most twelve. */
export function urgentWordsIn(text: string): string[] {
  const words = [...new Set(findUrgentWords(text).map((one) => one.words))];
  return words.filter((one) => !words.some((other) => other !== one && other.includes(one))).slice(0, 12);
}
