import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { demoBundle } from '../server/demo/population.ts';
import { startEmbeddedPostgres } from '../server/platform/database/embedded.ts';
import { migrate } from '../server/platform/database/migrate.ts';
import type { Bench, Row } from './measure.ts';

const shared = fileURLToPath(new URL('../../shared/data/fhir', import.meta.url));
const program = fileURLToPath(new URL('../server/testing/import-process.ts', import.meta.url));
const run = promisify(execFile);

/** `bedside import fhir` of Synthea bundles, once, ten and thirty times over with other ids: speed, and memory that stays flat. */
export const bench: Bench = {
  name: 'import',
  async run({ smoke }) {
    const folder = await mkdtemp(path.join(tmpdir(), 'bedside-bench-'));
    // Open to walk through, for the server runs under another account when we are root.
    await chmod(folder, 0o711);
    const postgres = await startEmbeddedPostgres({ dataFolder: path.join(folder, 'data') });
    const rows: Row[] = [];
    try {
      await migrate(postgres.url);
      const copyFile = existsSync(shared) ? copyOfShared(await bundlesOf(smoke ? 2 : 12)) : copyOfDemo;
      const note = existsSync(shared) ? 'Synthea bundles' : 'generated bundles; ../shared is not here';
      for (const copies of smoke ? [1, 2] : [1, 10, 30]) {
        const place = path.join(folder, `times-${copies}`);
        await mkdir(place);
        for (let copy = 0; copy < copies; copy++) await copyFile(place, copy);
        const source = `times-${copies}`;
        rows.push(...(await measure(`×${copies}`, note, [postgres.url, place, source])));
        rows.push(...(await measure(`×${copies} again`, 'nothing is new', [postgres.url, place, source])));
      }
    } finally {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    }
    return rows;
  },
};

async function measure(what: string, note: string, parameters: readonly string[]): Promise<Row[]> {
  const { stdout } = await run(process.execPath, [program, ...parameters], { maxBuffer: 64 * 1024 * 1024 });
  const last = stdout.trim().split('\n').at(-1) ?? '{}';
  const { milliseconds, maxRssBytes, pieces } = JSON.parse(last) as Record<string, number>;
  if (!milliseconds || !maxRssBytes || !pieces) throw new Error('The import said nothing of itself.');
  return [
    { what: `${what}: resources read`, value: pieces / (milliseconds / 1000), unit: '/s', aim: '≥ 2000', note },
    {
      what: `${what}: most memory`,
      value: maxRssBytes / 1024 / 1024,
      unit: 'MB',
      aim: 'flat',
      note: `${pieces} resources`,
    },
  ];
}

async function bundlesOf(most: number): Promise<{ name: string; text: string }[]> {
  const names = (await readdir(shared)).filter((name) => name.endsWith('.json')).slice(0, most);
  return Promise.all(names.map(async (name) => ({ name, text: await readFile(path.join(shared, name), 'utf8') })));
}

/** Every UUID gets other first digits, the same within a copy. */
const copyOfShared = (bundles: readonly { name: string; text: string }[]) => async (place: string, copy: number) => {
  const digits = copy.toString(16).padStart(3, 'f');
  const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
  for (const { name, text } of bundles) {
    const other = text.replace(uuid, (found) => `${digits}${found.slice(3)}`);
    await writeFile(path.join(place, `${copy}-${name}`), other);
  }
};

async function copyOfDemo(place: string, copy: number): Promise<void> {
  const text = demoBundle(copy + 1, Temporal.PlainDate.from('2026-01-01'))
    .replace(/"id":"/g, `"id":"c${copy}-`)
    .replace(/"(reference|fullUrl)":"([^"/]*)\//g, `"$1":"$2/c${copy}-`)
    .replaceAll('"WB-', `"WB-${copy}-`);
  await writeFile(path.join(place, `${copy}.json`), text);
}
