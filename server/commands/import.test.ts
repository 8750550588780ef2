import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../testing/app.ts';
import { bundleOf, encounter, folderWith, patient } from '../testing/fhir-bundles.ts';

const program = fileURLToPath(new URL('../../bin/bedside.mjs', import.meta.url));
let app: TestApp;
const { folder, remove } = folderWith({
  'good.json': bundleOf(patient('p'), { resourceType: 'Observation', id: 'o' }),
  'bad.json': bundleOf(encounter('e', 'Patient/nobody')),
});
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(async () => {
  remove();
  await app.stop();
});

function bedside(...words: string[]): Promise<{ code: number; said: string; complained: string }> {
  const env = { PATH: process.env.PATH, DATABASE_URL: app.databaseUrl, BEDSIDE_DATA: folder };
  return new Promise((resolve) =>
    execFile(process.execPath, [program, ...words], { env }, (error, said, complained) =>
      resolve({ code: error ? Number(error.code) : 0, said, complained }),
    ),
  );
}

test('ends with 0 and a table when all is in', async () => {
  const { code, said } = await bedside('import', 'fhir', `${folder}/good.json`);
  expect(said).toMatch(/^1 file, 2 resources in /);
  expect(said).toMatch(/Patient +1 +0 +0\n/);
  expect(said).toContain('  Observation: 1\n');
  expect(code).toBe(0);
}, 30_000);

test('ends with 1 and says file, place and reason when something was refused', async () => {
  const { code, said } = await bedside('import', 'fhir', `${folder}/bad.json`, 'from', 'elsewhere');
  expect(said).toMatch(/bad\.json, byte \d+: Encounter e its patient is not known\n/);
  expect(code).toBe(1);
}, 30_000);

test('a database with imported people does not become a demonstration by default', async () => {
  const { rows } = await sql`select value from platform.setting where name = 'mode'`.execute(app.db);
  expect(rows).toEqual([{ value: 'real' }]);
});

test('a place that is not there is one sentence, also in a demonstration, which is told of where something comes in', async () => {
  await sql`update platform.setting set value = '"demo"' where name = 'mode'`.execute(app.db);
  const good = await bedside('import', 'fhir', `${folder}/good.json`);
  expect(good.complained).toContain('This is the DEMO');
  expect(await bedside('import', 'fhir', '/nowhere')).toEqual({
    code: 1,
    said: '',
    complained: 'There is no /nowhere.\n',
  });
}, 30_000);
