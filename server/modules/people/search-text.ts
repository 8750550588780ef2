import { digitsOf, findPlainAddress, findPlainIdentifier } from './addresses.ts';

/** What somebody typed into the search field, taken apart. */
export interface SearchText {
  /** Every date of birth it may mean, `1980-03-12`. */
  readonly dates: readonly string[];
  readonly identifiers: readonly string[];
  readonly addresses: readonly string[];
  /** The beginning of an e-mail address. */
  readonly emailStart: string | undefined;
  /** Enough last digits of a telephone number to look for, backwards. */
  readonly lastDigits: string | undefined;
  /** What is left and may be names. */
  readonly names: string;
}

export function readSearchText(text: string, today: Temporal.PlainDate): SearchText {
  const typed = text.normalize('NFKC').trim();
  const { dates, rest } = takeDates(typed, today);
  const tokens = typed.split(/\s+/);
  const numbered = tokens.filter((token) => /\d/.test(token));
  const isNumber = numbered.length > 0 && !/\p{L}{2}/u.test(typed);
  const digits = digitsOf(typed);
  const email = tokens.find((token) => token.includes('@'));
  const addresses = [
    ...(email ? [findPlainAddress('email', email)] : []),
    ...(isNumber && digits.length >= 7 ? [findPlainAddress('phone', typed)] : []),
  ];
  return {
    dates,
    identifiers: [...new Set([typed, ...numbered].flatMap((one) => findPlainIdentifier(one) ?? []))].slice(0, 6),
    addresses: addresses.filter((one) => one !== undefined),
    emailStart: email && email.length >= 3 ? email.toLowerCase() : undefined,
    lastDigits: isNumber && digits.length >= 7 && digits.length <= 15 ? [...digits].toReversed().join('') : undefined,
    names: rest
      .split(/\s+/)
      .filter((token) => token !== '' && !/[\d@]/.test(token))
      .join(' '),
  };
}

const months = [
  'jan ene',
  'feb',
  'mar',
  'apr abr',
  'may',
  'jun',
  'jul',
  'aug ago',
  'sep set',
  'oct',
  'nov',
  'dec dic',
].map((names) => names.split(' '));

const numeric = /(?<!\d)(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})(?!\d)/;
const compact = /(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)/;
const dayFirst = /(?<!\d)(\d{1,2})(?:st|nd|rd|th|\.)? (?:de |of )?([a-z]{3,12})\.?,? (?:de |del )?(\d{4})(?!\d)/i;
const monthFirst = /(?<!\p{L})([a-z]{3,12})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/iu;

/** Dates as people write them: 1980-03-12, 3/12/1980, 12.3.80, 12 March 1980, March 12 1980, 12 de marzo de 1980, 19800312. */
function takeDates(text: string, today: Temporal.PlainDate): { dates: string[]; rest: string } {
  for (const [form, read] of [
    [numeric, readNumeric],
    [dayFirst, (d: string, m: string, y: string) => [[y, monthOf(m), d]]],
    [monthFirst, (m: string, d: string, y: string) => [[y, monthOf(m), d]]],
    [compact, readCompact],
  ] as const) {
    const found = form.exec(text);
    if (!found) continue;
    const [whole, a = '', b = '', c = ''] = found;
    const dates = read(a, b, c).flatMap(([y, m, d]) => dateOf(y, m, d, today) ?? []);
    if (dates.length > 0) return { dates: [...new Set(dates)], rest: text.replace(whole, ' ') };
  }
  return { dates: [], rest: text };
}

type Parts = readonly [year: string | undefined, month: string | undefined, day: string | undefined];

/** Where the day and the month could be either, both are meant. */
function readNumeric(a: string, b: string, c: string): Parts[] {
  if (a.length > 2) return [[a, b, c]];
  return [
    [c, a, b],
    [c, b, a],
  ];
}

function readCompact(year: string, month: string, day: string): Parts[] {
  const all = year + month + day;
  return [
    [year, month, day],
    [all.slice(4), all.slice(0, 2), all.slice(2, 4)],
    [all.slice(4), all.slice(2, 4), all.slice(0, 2)],
  ];
}

function monthOf(word: string): string | undefined {
  const plain = word.toLowerCase();
  const at = months.findIndex((names) => names.some((name) => plain.startsWith(name)));
  return at < 0 ? undefined : String(at + 1);
}

function dateOf(year = '', month = '', day = '', today: Temporal.PlainDate): string | undefined {
  if (year.length === 3 || year.length === 1 || day.length > 2 || month === '') return undefined;
  const near = (century: number) => century + Number(year);
  const full = year.length === 2 ? (near(2000) > today.year ? near(1900) : near(2000)) : Number(year);
  if (full < today.year - 130 || full > today.year) return undefined;
  try {
    return Temporal.PlainDate.from(
      { year: full, month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    ).toString();
  } catch {
    return undefined;
  }
}

/**
 * How near two plain words are, 0 to 1: the same, the beginning of, or few letters changed, left out, put in or swapped
 * (optimal string alignment).
 */
export function nearness(typed: string, word: string): number {
  if (typed === word) return 1;
  if (typed.length >= 1 && word.startsWith(typed)) return 0.95;
  const longest = Math.max(typed.length, word.length);
  const slips = slipsBetween(typed, word);
  // One slip in a short word makes another word of it; a wrong first letter is rarer than any other slip.
  return Math.max(0, 0.9 - (slips * 1.2) / longest - (typed[0] === word[0] ? 0 : 0.08));
}

export function slipsBetween(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
