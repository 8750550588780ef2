import { expect, it } from 'vitest';
import { type Feeling, feelings, findFeelings, findUrgentWords, wilson } from './index.ts';
import { development, heldOut, type Labelled, unseen } from './labelled.ts';

const whole = [...development, ...heldOut, ...unseen];

interface Measured {
  readonly hit: number;
  readonly missed: number;
  readonly wrong: number;
}

function measure(
  set: readonly Labelled[],
  isSo: (it: Labelled) => boolean,
  isTold: (it: Labelled) => boolean,
): Measured {
  const of = (so: boolean, told: boolean) => set.filter((it) => isSo(it) === so && isTold(it) === told).length;
  return { hit: of(true, true), missed: of(true, false), wrong: of(false, true) };
}

const danger = (set: readonly Labelled[]) =>
  measure(
    set,
    (it) => it.danger !== undefined,
    (it) => findUrgentWords(it.text).length > 0,
  );
const feeling = (set: readonly Labelled[], which: Feeling) =>
  measure(
    set.filter((it) => it.feelings !== undefined),
    (it) => it.feelings?.includes(which) ?? false,
    (it) => findFeelings(it.text).some((one) => one.feeling === which),
  );

const recall = ({ hit, missed }: Measured) => hit / (hit + missed);
const precision = ({ hit, wrong }: Measured) => hit / (hit + wrong);
const share = (hits: number, of: number) => {
  const { low, high } = wilson(hits, of) ?? { low: 0, high: 1 };
  return `${(hits / of).toFixed(3)} (${hits} of ${of}, 95 % ${low.toFixed(2)} to ${high.toFixed(2)})`;
};

/** Stands in the test report. */
function tell(what: string, set: readonly Labelled[], it: Measured): void {
  const found = share(it.hit, it.hit + it.missed);
  console.info(`${what} n=${set.length}: recall ${found}, precision ${share(it.hit, it.hit + it.wrong)}`);
}

it('the labelled messages are many, in two languages, each once, and hard', () => {
  expect(whole.length).toBeGreaterThanOrEqual(600);
  expect(new Set(whole.map((it) => it.text.toLowerCase())).size).toBe(whole.length);
  expect(whole.filter((it) => it.isHard).length).toBeGreaterThanOrEqual(200);
  expect(heldOut.filter((it) => it.isHard).length).toBeGreaterThanOrEqual(100);
});

it('danger is heard in the held-out half and in everything, and not cried where there is none', () => {
  for (const [name, set] of Object.entries({ development, heldOut, unseen, whole })) {
    const it = danger(set);
    tell(`danger, ${name},`, set, it);
    expect(precision(it), name).toBeGreaterThanOrEqual(0.8);
  }
  expect(recall(danger(heldOut))).toBeGreaterThanOrEqual(0.98);
  expect(recall(danger(whole))).toBeGreaterThanOrEqual(0.98);
});

it('danger in words that nobody tuned for is heard as often as docs/wording.md says', () => {
  expect(recall(danger(unseen))).toBeGreaterThanOrEqual(0.92);
});

/** What was measured, rounded down: of the held-out half, and of the messages written last. */
const floors: Readonly<Record<Feeling, { heldOut: readonly [number, number]; unseen: readonly [number, number] }>> = {
  distress: { heldOut: [0.9, 0.85], unseen: [0.5, 0.9] },
  anger: { heldOut: [0.95, 0.8], unseen: [0.4, 0.6] },
  grief: { heldOut: [1, 1], unseen: [1, 0.6] },
  confusion: { heldOut: [1, 0.8], unseen: [0.8, 1] },
  thanks: { heldOut: [1, 0.9], unseen: [1, 0.75] },
};

it.each(feelings)('%s is heard as often as was measured', (which) => {
  for (const [name, set] of Object.entries({ heldOut, unseen } as const)) {
    const it = feeling(set, which);
    tell(`${which}, ${name},`, set, it);
    const [lowest, cleanest] = floors[which][name as 'heldOut' | 'unseen'];
    expect(recall(it), name).toBeGreaterThanOrEqual(lowest);
    expect(precision(it), name).toBeGreaterThanOrEqual(cleanest);
  }
});
