import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';

const checkout = fileURLToPath(new URL('..', import.meta.url));
const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const passing = `import { test } from 'vitest'; test('well', () => {});`;
const failing = `import { test } from 'vitest'; test('ill', () => { throw new Error('ill'); });`;
const skipping = `import { test } from 'vitest'; test.skip('needs what is not here', () => {});`;
const broken = `import './nowhere.ts';`;
const rejecting = `import { test } from 'vitest'; test('well', () => {}); Promise.reject(new Error('late'));`;
const noBrowser = '/nowhere/chromium';
// Only its being there is looked at; the planted journeys open nothing.
const browser = process.execPath;

test.each<[string, Record<string, string>, string, string[], string, number]>([
  ['everything passed', { 'a.test.ts': passing, 'e2e/a.test.ts': passing }, browser, [], '2 passed, 0 failed', 0],
  ['a test failed', { 'a.test.ts': failing, 'b.test.ts': passing }, browser, [], '1 passed, 1 failed', 1],
  ['a journey failed', { 'a.test.ts': passing, 'e2e/a.test.ts': failing }, browser, [], '1 passed, 1 failed', 1],
  ['a file did not load', { 'a.test.ts': broken, 'b.test.ts': passing }, browser, [], '1 passed, 1 failed', 1],
  ['a promise was rejected beside the tests', { 'a.test.ts': rejecting }, browser, [], '1 passed, 1 failed', 1],
  [
    'a test was skipped',
    { 'a.test.ts': skipping, 'b.test.ts': passing },
    browser,
    [],
    '1 passed, 0 failed, 1 skipped',
    0,
  ],
  ['there was no browser', { 'a.test.ts': passing, 'e2e/a.test.ts': passing }, noBrowser, [], '1 passed, 0 failed', 0],
  [
    'there was no browser and one is required',
    { 'a.test.ts': passing, 'e2e/a.test.ts': passing },
    noBrowser,
    ['--require-browser'],
    '1 passed, 1 failed',
    1,
  ],
  [
    'a journey was skipped and all are required',
    { 'a.test.ts': passing, 'e2e/a.test.ts': skipping, 'e2e/b.test.ts': passing },
    browser,
    ['--require-browser'],
    '2 passed, 1 failed, 1 skipped',
    1,
  ],
  [
    'all journeys ran and all are required',
    { 'a.test.ts': passing, 'e2e/a.test.ts': passing },
    browser,
    ['--require-browser'],
    '2 passed, 0 failed',
    0,
  ],
])('the last line and the exit code are right when %s', (_, files, chromium, parameters, lastLine, code) => {
  const { status, stdout } = runIn(plant(files), chromium, parameters);
  expect(stdout.trimEnd().split('\n').at(-1)).toBe(lastLine);
  expect(status).toBe(code);
});

test('journeys that cannot run are said in one line, with the reason', () => {
  const { stdout } = runIn(plant({ 'a.test.ts': passing, 'e2e/a.test.ts': passing }), noBrowser, []);
  expect(stdout).toContain('were skipped: CHROMIUM_PATH is /nowhere/chromium, where nothing is.\n');
});

test('what failed is named once more at the end', () => {
  const { stdout } = runIn(plant({ 'a.test.ts': failing, 'b.test.ts': broken, 'c.test.ts': passing }), noBrowser, []);
  const named = stdout.split('\n').filter((line) => line.startsWith('Failed: '));
  expect(named.toSorted()).toEqual(['Failed: a.test.ts: ill', 'Failed: b.test.ts: did not load']);
});

function plant(files: Record<string, string>): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bedside-planted-'));
  made.push(folder);
  for (const name of ['bin', 'e2e']) mkdirSync(path.join(folder, name));
  for (const name of ['test.mjs', 'newer-node.mjs']) {
    copyFileSync(path.join(checkout, 'bin', name), path.join(folder, 'bin', name));
  }
  symlinkSync(path.join(checkout, 'node_modules'), path.join(folder, 'node_modules'));
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }');
  const projects = [
    { test: { name: 'server', include: ['*.test.ts'] } },
    { test: { name: 'e2e', include: ['e2e/*.test.ts'] } },
  ];
  writeFileSync(
    path.join(folder, 'vitest.config.ts'),
    `export default { test: { projects: ${JSON.stringify(projects)} } };`,
  );
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
  return folder;
}

function runIn(folder: string, chromium: string, parameters: string[]) {
  const { PATH, HOME } = process.env;
  return spawnSync(process.execPath, [path.join(folder, 'bin', 'test.mjs'), ...parameters], {
    env: { PATH, HOME, CHROMIUM_PATH: chromium },
    encoding: 'utf8',
  });
}
