import type { Commitment } from './commitments.ts';
import { commitmentsEn } from './commitments-en.ts';
import { commitmentsEs } from './commitments-es.ts';
import { mostWords, type PromiseKind } from './contract.ts';
import { type Calendar, momentOf, mondayToFriday, type Said } from './moments.ts';
import type { Hit } from './phrases.ts';
import { timeAtEn } from './times-en.ts';
import { timeAtEs } from './times-es.ts';
import { readSentences, type Sentence, wordAt } from './tokens.ts';

/** What somebody seems to have promised; nothing is written down until a person says so. */
export interface FoundPromise {
  /** As it stands in the text, from `from` to `until`. */
  readonly words: string;
  readonly kind: PromiseKind;
  /** Null: no date was said, or one that is over. */
  readonly dueAt: Temporal.Instant | null;
  /** Could be read otherwise: `12/3`, "at 3", "next Friday". */
  readonly unsure: boolean;
  readonly from: number;
  readonly until: number;
}

interface Grammar {
  readonly commitments: (tokens: Sentence) => Commitment[];
  readonly timeAt: (tokens: Sentence, at: number) => Hit | undefined;
  /** Small words between pieces of one moment: "Tuesday `at` 3 pm". */
  readonly glue: ReadonlySet<string>;
  /** Joins two days or hours of which the later one counts. */
  readonly joins: readonly string[];
  readonly before: string;
  readonly isConditional: (raw: string) => boolean;
}

const signs = [',', '-', '–', '—', '(', ')', ':'];
const grammars: Readonly<Record<'en' | 'es', Grammar>> = {
  en: {
    commitments: commitmentsEn,
    timeAt: timeAtEn,
    glue: new Set([
      ...[
        'at',
        'by',
        'on',
        'in',
        'the',
        'of',
        'around',
        'about',
        'before',
        'until',
        'till',
        'no',
        'later',
        'than',
        'or',
      ],
      ...[
        'and',
        'to',
        'between',
        'from',
        'latest',
        'this',
        'sometime',
        'early',
        'late',
        'very',
        'that',
        'local',
        ...signs,
      ],
    ]),
    joins: ['or', 'and', 'to', 'until', '-', '–'],
    before: 'before',
    isConditional: (raw) => /^(if|unless)$/i.test(raw),
  },
  es: {
    commitments: commitmentsEs,
    timeAt: timeAtEs,
    glue: new Set([
      ...[
        'a',
        'al',
        'el',
        'la',
        'las',
        'los',
        'de',
        'del',
        'en',
        'por',
        'para',
        'antes',
        'mas',
        'tardar',
        'como',
        'muy',
      ],
      ...[
        'tarde',
        'o',
        'y',
        'hasta',
        'entre',
        'sobre',
        'hacia',
        'proximo',
        'proxima',
        'este',
        'dia',
        'mismo',
        ...signs,
      ],
    ]),
    joins: ['o', 'y', 'a', 'al', 'hasta', '-', '–'],
    before: 'antes',
    isConditional: (raw) => /^(si|salvo)$/i.test(raw),
  },
};

/** Everything that is promised in a text, in the order in which it was written. */
export function findPromises(
  text: string,
  now: Temporal.Instant,
  timeZone: string,
  language: 'en' | 'es',
  isOpenDay: Calendar['isOpenDay'] = mondayToFriday,
): FoundPromise[] {
  const calendar = { now, timeZone, isOpenDay };
  return readSentences(text).flatMap((tokens) => inSentence(text, tokens, grammars[language], calendar));
}

interface Piece {
  readonly commitment: Commitment;
  readonly from: number;
  readonly until: number;
  readonly moment: Moment | undefined;
}

function inSentence(text: string, tokens: Sentence, grammar: Grammar, calendar: Calendar): FoundPromise[] {
  const commitments = grammar.commitments(tokens);
  const pieces = commitments.map((commitment, at): Piece => {
    const until = commitments[at + 1]?.from ?? tokens.length;
    const after = momentIn(tokens, commitment.from, until, grammar);
    const moment = after ?? momentBefore(tokens, commitments[at - 1], commitment.from, grammar);
    return { commitment, from: Math.min(commitment.from, moment?.from ?? commitment.from), until, moment };
  });
  const isConditional = tokens.some((token) => grammar.isConditional(token.raw));
  return together(pieces)
    .filter(({ commitment, moment }) => moment !== undefined || !(commitment.needsDate || isConditional))
    .map((piece) => present(text, tokens, piece, calendar));
}

/** "… and let you know": without a date of its own it belongs to what was said before it. */
function together(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (!last || !piece.commitment.isMore || (last.moment && piece.moment)) {
      joined.push(piece);
      continue;
    }
    const main = piece.moment ? piece : last;
    joined[joined.length - 1] = { ...main, from: last.from, until: piece.until };
  }
  return joined;
}

interface Moment {
  readonly said: Said;
  readonly before: boolean;
  readonly from: number;
  readonly until: number;
}

function hitsIn(tokens: Sentence, from: number, until: number, { timeAt }: Grammar): Hit[] {
  const hits: Hit[] = [];
  for (let at = from; at < until; at++) {
    const hit = timeAt(tokens, at);
    if (!hit || hit.until > until) continue;
    hits.push(hit);
    at = hit.until - 1;
  }
  return hits;
}

/** Hits with nothing but small words between them speak of one moment. */
function clustersOf(tokens: Sentence, hits: readonly Hit[], { glue }: Grammar): Hit[][] {
  const clusters: Hit[][] = [];
  for (const hit of hits) {
    const last = clusters.at(-1)?.at(-1);
    const between = last ? tokens.slice(last.until, hit.from) : [];
    if (last && between.length <= 4 && between.every((token) => glue.has(token.word))) clusters.at(-1)?.push(hit);
    else clusters.push([hit]);
  }
  return clusters;
}

function momentIn(tokens: Sentence, from: number, until: number, grammar: Grammar): Moment | undefined {
  const clusters = clustersOf(tokens, hitsIn(tokens, from, until, grammar), grammar);
  const cluster = clusters.find((hits) => hits.some((hit) => hit.day ?? hit.minutes)) ?? clusters[0];
  return cluster && momentOfCluster(tokens, cluster, grammar);
}

/** "By Tuesday at the latest, we will call you": right before what is promised. */
function momentBefore(
  tokens: Sentence,
  earlier: Commitment | undefined,
  until: number,
  grammar: Grammar,
): Moment | undefined {
  const cluster = clustersOf(tokens, hitsIn(tokens, (earlier?.verb ?? -1) + 1, until, grammar), grammar).at(-1);
  const last = cluster?.at(-1);
  if (!cluster || !last || earlier) return undefined;
  const between = tokens.slice(last.until, until);
  const isNear = between.length <= 4 && between.every(({ word }) => grammar.glue.has(word) || word === 'then');
  return isNear ? momentOfCluster(tokens, cluster, grammar) : undefined;
}

function momentOfCluster(tokens: Sentence, cluster: readonly Hit[], grammar: Grammar): Moment | undefined {
  const [first] = cluster;
  const last = cluster.at(-1);
  if (!first || !last) return undefined;
  let said: Said = {};
  cluster.forEach((hit, at) => {
    const joint =
      at > 0 && tokens.slice(cluster[at - 1]?.until, hit.from).some(({ word }) => grammar.joins.includes(word));
    const day =
      hit.day && (!said.day || joint || (said.day.is === 'weekday' && hit.day.is === 'date')) ? hit.day : said.day;
    said = {
      ...{ day, clock: hit.clock ?? said.clock, part: hit.part ?? said.part, minutes: said.minutes ?? hit.minutes },
      unsure: said.unsure || (hit.day === day && hit.unsure) || undefined,
    };
  });
  const lead = [1, 2, 3].some((step) => wordAt(tokens, first.from - step) === grammar.before);
  return { said, before: lead, from: leadOf(tokens, first.from, grammar), until: last.until };
}

/** The small words that lead to a moment belong to it. */
function leadOf(tokens: Sentence, at: number, { glue }: Grammar): number {
  let from = at;
  while (from > 0 && glue.has(wordAt(tokens, from - 1)) && !signs.includes(wordAt(tokens, from - 1))) from--;
  return from;
}

const loose = /^[,:;\-–—)]$/;
const trailing = new Set(['and', 'y', 'but', 'pero']);

function present(text: string, tokens: Sentence, piece: Piece, calendar: Calendar): FoundPromise {
  let end = piece.until - 1;
  while (end > piece.from && (loose.test(tokens[end]?.raw ?? '') || trailing.has(wordAt(tokens, end)))) end--;
  const from = tokens[piece.from]?.from ?? 0;
  const until = Math.min(tokens[end]?.until ?? from, from + mostWords);
  const { moment, commitment } = piece;
  const told = moment ? momentOf(moment.said, moment.before, calendar) : { at: null, unsure: false };
  return { words: text.slice(from, until), kind: commitment.kind, dueAt: told.at, unsure: told.unsure, from, until };
}
