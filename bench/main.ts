import { readdir } from 'node:fs/promises';
import type { Bench, Row } from './measure.ts';

/**
 * `npm run bench [-- NAME …] [--smoke]`: every file of this folder that exports a `bench`. With `--smoke` a failure or an
 * empty result ends the run; figures are for reading, never for passing.
 */
const words = process.argv.slice(2);
const smoke = words.includes('--smoke');
const wanted = words.filter((word) => !word.startsWith('--'));

const files = (await readdir(new URL('.', import.meta.url))).filter((name) => name.endsWith('.ts')).sort();
const benches: Bench[] = [];
for (const file of files) {
  if (file === 'main.ts' || file === 'measure.ts') continue;
  const module: { bench?: Bench } = await import(new URL(file, import.meta.url).href);
  if (module.bench && (wanted.length === 0 || wanted.includes(module.bench.name))) benches.push(module.bench);
}
if (benches.length === 0) throw new Error(`No bench is called ${wanted.join(' or ')}.`);

for (const bench of benches) {
  const began = performance.now();
  const rows = await bench.run({ smoke });
  if (rows.length === 0) throw new Error(`${bench.name} measured nothing.`);
  console.log(`\n${bench.name} (${((performance.now() - began) / 1000).toFixed(0)} s${smoke ? ', smoke' : ''})`);
  console.log(tableOf(rows));
}

function tableOf(rows: readonly Row[]): string {
  const lines = rows.map(
    (row) => `| ${row.what} | ${round(row.value)} ${row.unit} | ${row.aim ?? ''} | ${row.note ?? ''} |`,
  );
  return ['| what | measured | aim | note |', '| --- | --- | --- | --- |', ...lines].join('\n');
}

function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
