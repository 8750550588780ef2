import type { Commitment } from './commitments.ts';
import type { PromiseKind } from './contract.ts';
import { lookUp, type Sentence, wordAt } from './tokens.ts';

/** What is promised by its verb. What is hoped, tried or planned is not here, and so is no promise. */
const verbs: Readonly<Record<string, PromiseKind>> = {
  ...{ call: 'call', ring: 'call', phone: 'call', telephone: 'call', callback: 'call' },
  ...{ write: 'write', email: 'write', mail: 'send', text: 'write', message: 'write', reply: 'write', answer: 'write' },
  ...{ respond: 'write', inform: 'write', notify: 'write', tell: 'write', confirm: 'write', contact: 'write' },
  ...{ update: 'other', send: 'send', post: 'send', fax: 'send', forward: 'send', deliver: 'send', return: 'other' },
  ...{ check: 'find-out', ask: 'find-out', investigate: 'find-out', review: 'find-out', clarify: 'find-out' },
  ...{ discuss: 'find-out', speak: 'find-out', talk: 'find-out', look: 'find-out', find: 'find-out' },
  ...{ arrange: 'other', book: 'other', schedule: 'other', reschedule: 'other', cancel: 'other', correct: 'other' },
  ...{ fix: 'other', prepare: 'other', refund: 'other', repay: 'other', order: 'other', organize: 'other' },
  ...{ organise: 'other', sort: 'other', settle: 'other', finish: 'other', complete: 'other', change: 'other' },
  ...{ move: 'other', remove: 'other', solve: 'other', resolve: 'other', explain: 'other', process: 'other' },
  ...{
    get: 'other',
    let: 'write',
    keep: 'write',
    give: 'call',
    have: 'other',
    do: 'other',
    take: 'other',
    make: 'other',
  },
};
const going: Readonly<Record<string, PromiseKind>> = {
  ...{ calling: 'call', ringing: 'call', phoning: 'call', sending: 'send', emailing: 'write', writing: 'write' },
  ...{ mailing: 'send', posting: 'send' },
};

const adverbs = [
  ...['also', 'then', 'certainly', 'definitely', 'gladly', 'personally', 'happily', 'again', 'surely', 'just'],
  ...['of', 'course', 'be', 'sure', 'to', 'therefore', 'now', 'both', 'either', 'first', 'directly'],
];
const given = [
  ...['letter', 'letters', 'result', 'results', 'answer', 'reply', 'response', 'form', 'forms', 'refund', 'copy'],
  ...[
    'copies',
    'report',
    'reports',
    'list',
    'call',
    'email',
    'message',
    'information',
    'document',
    'documents',
    'bill',
  ],
  ...['statement', 'money', 'it', 'them', 'record', 'records', 'news', 'text', 'estimate', 'appointment', 'date'],
];
const notOurs = ['you', 'it', 'that', 'this', 'which', 'there', 'what', 'who', 'he', 'she'];

/** Everything in this sentence that we say we will do. */
export function commitmentsEn(tokens: Sentence): Commitment[] {
  const found: Commitment[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const next = promisedAt(tokens, at) ?? (found.length > 0 ? moreAt(tokens, at) : undefined);
    if (!next) continue;
    found.push(next);
    at = next.verb;
  }
  return found;
}

function promisedAt(tokens: Sentence, at: number): Commitment | undefined {
  const word = wordAt(tokens, at);
  if (word === 'will' || word === 'shall') return willAt(tokens, at);
  if (word === 'am' || word === 'are') return goingAt(tokens, at);
  const isVow = word === 'promise' && ['we', 'i', 'can', 'do'].includes(wordAt(tokens, at - 1));
  if (isVow && wordAt(tokens, at + 1) === 'to') return doneAt(tokens, at - 1, at + 2, false);
  return undefined;
}

function willAt(tokens: Sentence, at: number): Commitment | undefined {
  const subject = wordAt(tokens, at - 1);
  if (subject === 'you') return getsAt(tokens, at);
  if (subject === 'we' || subject === 'i') return doneAt(tokens, at - 1, at + 1, false);
  if (at === 0 || ['and', ','].includes(subject)) return doneAt(tokens, at, at + 1, at > 0);
  if (notOurs.includes(subject) || !/^\p{L}/u.test(subject)) return undefined;
  const theirs = doneAt(tokens, at - 1, at + 1, false);
  // "The pharmacy will send you …", but not "the sister will call us".
  return theirs && isForThem(tokens, theirs.verb) ? { ...theirs, from: beginOf(tokens, at - 1) } : undefined;
}

const isForThem = (tokens: Sentence, verb: number) =>
  [1, 2, 3, 4].some((step) => ['you', 'your'].includes(wordAt(tokens, verb + step))) &&
  wordAt(tokens, verb + 1) !== 'us';

/** "The", "one of our", "a nurse from the ward" begin before the word that stands beside `will`. */
function beginOf(tokens: Sentence, at: number): number {
  const belongs = ['the', 'a', 'an', 'our', 'my', 'one', 'of', 'dr', '.', 'mr', 'mrs', 'ms', 'from', 'colleague'];
  let from = at;
  while (from > 0 && belongs.includes(wordAt(tokens, from - 1))) from--;
  return from;
}

/** "We are going to call", "I'm calling you tomorrow". */
function goingAt(tokens: Sentence, at: number): Commitment | undefined {
  const subject = wordAt(tokens, at - 1);
  if (subject !== 'we' && subject !== 'i') return undefined;
  if (wordAt(tokens, at + 1) === 'going' && wordAt(tokens, at + 2) === 'to')
    return doneAt(tokens, at - 1, at + 3, false);
  const kind = lookUp(going, wordAt(tokens, at + 1));
  return kind && { kind, from: at - 1, verb: at + 1, isMore: false, needsDate: true };
}

/** "You will have the letter", "you'll hear from us", "you will be called". */
function getsAt(tokens: Sentence, at: number): Commitment | undefined {
  const verb = adverbsEnd(tokens, at + 1);
  const [word, next] = [wordAt(tokens, verb), wordAt(tokens, verb + 1)];
  const it = { from: at - 1, verb, isMore: false };
  if (word === 'hear' && (next === 'from' || next === 'back')) return { ...it, kind: 'write' };
  if (['called', 'rung', 'phoned'].includes(word)) return { ...it, kind: 'call' };
  if (['contacted', 'informed', 'told', 'notified'].includes(word)) return { ...it, kind: 'write' };
  if (!['have', 'get', 'receive', 'find'].includes(word) || next === 'to') return undefined;
  const what = [1, 2, 3, 4, 5].map((step) => wordAt(tokens, verb + step)).find((one) => given.includes(one));
  if (!what) return undefined;
  return {
    ...it,
    kind: what === 'call' ? 'call' : ['answer', 'reply', 'response', 'news'].includes(what) ? 'write' : 'send',
  };
}

/** "… and (will) send the letter". */
function moreAt(tokens: Sentence, at: number): Commitment | undefined {
  if (wordAt(tokens, at) !== 'and' && wordAt(tokens, at) !== 'then') return undefined;
  return doneAt(tokens, at, at + 1, true);
}

function adverbsEnd(tokens: Sentence, at: number): number {
  let verb = at;
  while (adverbs.includes(wordAt(tokens, verb))) verb++;
  return verb;
}

/** The verb from here on, with what must stand beside it to be a promise. */
function doneAt(tokens: Sentence, from: number, at: number, isMore: boolean): Commitment | undefined {
  const verb = adverbsEnd(tokens, at);
  const beTouch = wordAt(tokens, at) === 'be' && touchAt(tokens, at + 1);
  if (beTouch) return { kind: 'write', from, verb: beTouch, isMore };
  if (wordAt(tokens, at) === 'be' && lookUp(going, wordAt(tokens, verb)))
    return { kind: lookUp(going, wordAt(tokens, verb)) ?? 'other', from, verb, isMore };
  const word = wordAt(tokens, verb);
  const kind = lookUp(verbs, word);
  const meant = kind && meantBy(word, kind, tokens, verb);
  return meant && { kind: meant, from, verb, isMore };
}

/** "(Back) in touch". */
function touchAt(tokens: Sentence, at: number): number | undefined {
  const start = wordAt(tokens, at) === 'back' ? at + 1 : at;
  return wordAt(tokens, start) === 'in' && wordAt(tokens, start + 1) === 'touch' ? start + 1 : undefined;
}

/** Verbs that promise only with the right words after them; undefined: this is no promise. */
function meantBy(word: string, kind: PromiseKind, tokens: Sentence, verb: number): PromiseKind | undefined {
  const after = [1, 2, 3, 4, 5].map((step) => wordAt(tokens, verb + step));
  const [next = '', second = ''] = after;
  switch (word) {
    case 'look':
      return ['into', 'at', 'up', 'for'].includes(next) ? kind : undefined;
    case 'find':
      return next === 'out' || after.includes('out') ? kind : undefined;
    case 'ask':
    case 'check':
      return next === 'you' ? undefined : kind;
    case 'let':
      return next === 'you' && second === 'know' ? kind : undefined;
    case 'keep':
      return after.some((one) => ['informed', 'updated', 'posted'].includes(one)) ? kind : undefined;
    case 'give':
      return after.some((one) => ['call', 'ring'].includes(one))
        ? 'call'
        : after.some((one) => given.includes(one))
          ? 'send'
          : undefined;
    case 'get':
      if (next === 'back' || (next === 'in' && second === 'touch')) return 'write';
      return after.some((one) => given.includes(one)) ? 'send' : undefined;
    case 'have':
      if (after.includes('call') && after.includes('you')) return 'call';
      return after.some((one) => ['ready', 'done', 'sorted', 'sent', 'fixed', 'answer'].includes(one))
        ? kind
        : undefined;
    case 'do':
      return ['our', 'my', 'everything', 'all', 'what'].includes(next)
        ? undefined
        : ['it', 'this', 'that', 'so'].includes(next)
          ? kind
          : undefined;
    case 'take':
      return next === 'care' ? kind : undefined;
    case 'make':
      return next === 'sure' ? kind : undefined;
    case 'return':
      return after.includes('call') ? 'call' : kind;
    case 'send':
      return next === 'someone' && after.includes('away') ? undefined : kind;
    case 'tell':
      return next === 'you' ? kind : undefined;
    default:
      return kind;
  }
}
