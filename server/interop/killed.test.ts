import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../testing/app.ts';
import { bundleOf, encounter, folderWith, organization, patient } from '../testing/fhir-bundles.ts';
import { hashTables } from '../testing/table-contents.ts';
import { importFhir } from './index.ts';

const program = fileURLToPath(new URL('../testing/import-process.ts', import.meta.url));
const people = 3000;
let app: TestApp;
const bundle = bundleOf(
  organization('o'),
  ...Array.from({ length: people }, (_, n) => [
    encounter(`e${n}`, `urn:uuid:p${n}`, { serviceProvider: { reference: 'urn:uuid:o' } }),
    patient(`p${n}`),
  ]).flat(),
);
const { folder, remove } = folderWith({ 'all.json': bundle });

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(async () => {
  remove();
  await app.stop();
});

/** Starts an import and kills it with SIGKILL once it has come as far as this. */
async function killAfter(bytes: number): Promise<void> {
  const child = spawn(process.execPath, [program, app.databaseUrl, folder, 'killed']);
  const ended = once(child, 'exit');
  child.stdout.on('data', (said: Buffer) => {
    if (Number(said.toString().trim().split('\n').at(-1)) >= bytes) child.kill('SIGKILL');
  });
  const [, signal] = await ended;
  expect(signal).toBe('SIGKILL');
}

const count = async (table: 'people.source_link' | 'people.visit') =>
  (
    await sql<{ n: number }>`select count(*) as n from ${sql.table(table)} where source_system = 'killed'`.execute(
      app.db,
    )
  ).rows[0]?.n;

test('killed twice in the middle, an import goes on where it stopped, and all is there once', async () => {
  await killAfter(bundle.length * 0.1);
  const first = await count('people.source_link');
  expect(first).toBeGreaterThan(0);
  expect(first).toBeLessThan(people);
  await killAfter(bundle.length * 0.5);
  const second = await count('people.source_link');
  expect(second).toBeGreaterThan(first ?? 0);
  expect(second).toBeLessThan(people);

  const { files } = await importFhir(app.shop, { place: folder, sourceSystem: 'killed' });
  expect(files).toMatchObject([{ resumedAt: expect.any(Number), refused: [] }]);
  expect(files[0]?.resumedAt).toBeGreaterThan(bundle.length * 0.4);
  expect(files[0]?.counts).toEqual({ 'Organization.added': 1, 'Patient.added': people, 'Encounter.added': people });
  expect([await count('people.source_link'), await count('people.visit')]).toEqual([people, people]);

  const before = await hashTables(app.databaseUrl, ['people', 'places']);
  await importFhir(app.shop, { place: folder, sourceSystem: 'killed' });
  expect(await hashTables(app.databaseUrl, ['people', 'places'])).toEqual(before);
}, 60_000);
