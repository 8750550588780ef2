import { expect, it } from 'vitest';
import { openTokensOf } from './danger.ts';
import { calm, urgent } from './danger-phrases.ts';
import { development } from './labelled.ts';
import { featuresOf } from './learned.ts';
import { type Example, learnWeights } from './learning.ts';

/** Of what is harmless every sentence is; of what is dangerous nobody has said which one. */
const examplesOf = (text: string, isDanger: boolean): Example[] => {
  const sentences = openTokensOf(text).map(featuresOf);
  const taught = isDanger ? [[...new Set(sentences.flat())]] : sentences;
  return taught.map((features) => ({ features, isDanger }));
};

/** As the file says them, in lines that can be read beside each other. */
function asFile({ bias, weights }: ReturnType<typeof learnWeights>): string {
  const lines = [''];
  for (const [feature, weight] of weights.toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const word = `${feature}:${weight.toFixed(2)}`;
    if (`${lines.at(-1)} ${word}`.length > 118) lines.push('');
    lines[lines.length - 1] = `${lines.at(-1)} ${word}`.trim();
  }
  return [
    '/** What the labelled messages for tuning taught: made by learning.test.ts, never by hand (`-u` writes it anew). */',
    `export const bias = ${bias.toFixed(2)};`,
    `export const weights = \`\n${lines.join('\n')}\n\`;\n`,
  ].join('\n');
}

it('what is weighed is what the messages for tuning teach, and nothing held out', async () => {
  const examples = [
    ...development.flatMap((it) => examplesOf(it.text, it.danger !== undefined)),
    ...urgent.flatMap(([, text]) => examplesOf(text, true)),
    ...calm.flatMap((text) => examplesOf(text, false)),
  ];
  await expect(asFile(learnWeights(examples))).toMatchFileSnapshot('danger-weights.ts');
});
