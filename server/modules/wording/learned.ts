import { bias, weights as written } from './danger-weights.ts';
import type { Sentence } from './phrases.ts';
import type { Token } from './tokens.ts';

/** Above this, three in a hundred of the harmless messages that it had not learned from were flagged. */
const loudEnough = 1;
const mostWords = 4;

const weights = new Map(
  written.split(/\s+/).flatMap((line) => {
    const [feature, weight] = line.split(':');
    return feature && weight ? [[feature, Number(weight)] as const] : [];
  }),
);

/** The first four letters carry the meaning in both languages ("hinchó", "hinchados"); of a number only how long it is. */
const stemOf = ({ plain }: Token) => (/^\d+$/.test(plain) ? `#${plain.length}` : plain.slice(0, 4));

/** What is weighed of a sentence: its words and its pairs of neighbours. */
export function featuresOf(tokens: readonly Token[]): string[] {
  const stems = tokens.map(stemOf);
  const pairs = stems.slice(1).map((stem, at) => `${stems[at]}_${stem}`);
  return [...new Set([...stems, ...pairs])];
}

/** The words that weigh most, as the person wrote them, where the whole sentence sounds like danger; else none. */
export function soundsLikeDanger({ text, open }: Pick<Sentence, 'text' | 'open'>): string[] {
  const weigh = (feature: string) => weights.get(feature) ?? 0;
  const total = featuresOf(open).reduce((sum, feature) => sum + weigh(feature), bias);
  if (total <= loudEnough) return [];
  const stems = open.map(stemOf);
  const pair = (at: number) => weigh(`${stems[at]}_${stems[at + 1]}`) / 2;
  const each = open.map((token, at) => ({ token, weight: weigh(stems[at] ?? '') + pair(at) + pair(at - 1) }));
  // "of" and "la" may weigh something and tell nobody anything.
  const telling = each.filter(({ token, weight }) => weight > 0 && /^(\p{L}{4,}|\d+)/u.test(token.plain));
  const heaviest = telling.toSorted((a, b) => b.weight - a.weight).slice(0, mostWords);
  return (heaviest.length > 0 ? telling.filter((one) => heaviest.includes(one)) : each).map(({ token }) =>
    text.slice(token.from, token.until),
  );
}
