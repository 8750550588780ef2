export interface Example {
  readonly features: readonly string[];
  readonly isDanger: boolean;
}

const rounds = 200;
const pace = 0.5;
const shrink = 1;
const tooLight = 0.15;

/**
 * Logistic regression with a penalty on large weights, in whole rounds with a pace of its own for each weight (Adagrad),
 * so that the same examples always teach the same. What stands in one example alone teaches nothing.
 */
export function learnWeights(examples: readonly Example[]): { bias: number; weights: [string, number][] } {
  const seen = new Map<string, number>();
  for (const { features } of examples) for (const one of features) seen.set(one, (seen.get(one) ?? 0) + 1);
  const known = examples.map((one) => ({ ...one, features: one.features.filter((it) => (seen.get(it) ?? 0) > 1) }));
  const weights = new Map<string, number>();
  const paid = new Map<string, number>();
  let bias = 0;
  let biasPaid = 0;
  for (let round = 0; round < rounds; round++) {
    const slope = new Map<string, number>();
    let biasSlope = 0;
    for (const { features, isDanger } of known) {
      const total = features.reduce((sum, one) => sum + (weights.get(one) ?? 0), bias);
      const off = 1 / (1 + Math.exp(-total)) - Number(isDanger);
      biasSlope += off;
      for (const one of features) slope.set(one, (slope.get(one) ?? 0) + off);
    }
    for (const [one, steep] of slope) {
      const step = steep + shrink * (weights.get(one) ?? 0);
      const sum = (paid.get(one) ?? 0) + step * step;
      paid.set(one, sum);
      weights.set(one, (weights.get(one) ?? 0) - (pace * step) / Math.sqrt(sum + 1e-8));
    }
    biasPaid += biasSlope * biasSlope;
    bias -= (pace * biasSlope) / Math.sqrt(biasPaid);
  }
  return { bias, weights: [...weights].filter(([, weight]) => Math.abs(weight) >= tooLight) };
}
