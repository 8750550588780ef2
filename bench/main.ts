import { bench as askAnswer } from './ask-answer.ts';
import { bench as backup } from './backup.ts';
import { bench as conversationSearch } from './conversation-search.ts';
import { bench as deskQueue } from './desk-queue.ts';
import { bench as importing } from './import.ts';
import type { Row } from './measure.ts';
import { bench as personSearch } from './person-search.ts';
import { bench as portalPage } from './portal-page.ts';
import { bench as start } from './start.ts';

const all = [start, portalPage, askAnswer, deskQueue, personSearch, conversationSearch, importing, backup];

/**
 * `npm run bench [-- NAME …] [--smoke]`: all, or those that are named. With `--smoke` a failure or an
 * empty result ends the run; figures are for reading, never for passing.
 */
const words = process.argv.slice(2);
const smoke = words.includes('--smoke');
const wanted = words.filter((word) => !word.startsWith('--'));

const benches = all.filter((one) => wanted.length === 0 || wanted.includes(one.name));
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
