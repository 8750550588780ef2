/** One line of a result: what was measured, in which unit, and what we aim at. */
export interface Row {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly aim?: string;
  readonly note?: string;
}

export interface Bench {
  readonly name: string;
  /** `smoke` runs the same code on little data, to see that it still works; its figures mean nothing. */
  run(options: { smoke: boolean }): Promise<readonly Row[]>;
}

/** The value below which `share` of the samples lie (nearest rank). */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export interface Load {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly failures: number;
  readonly firstFailure: string | undefined;
}

/** `callers` at once, each doing one after the other, until `count` are done; milliseconds. */
export async function load(callers: number, count: number, once: (n: number) => Promise<unknown>): Promise<Load> {
  const times: number[] = [];
  let next = 0;
  let failures = 0;
  let firstFailure: string | undefined;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (next < count) {
        const n = next++;
        const start = performance.now();
        try {
          await once(n);
        } catch (error) {
          failures++;
          firstFailure ??= String(error);
        }
        times.push(performance.now() - start);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  return {
    perSecond: count / seconds,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    failures,
    firstFailure,
  };
}
