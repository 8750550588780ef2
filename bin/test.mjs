#!/usr/bin/env node
// The whole test run: vitest, then the journeys in a browser where there is one, and one last line that counts both.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isNewEnough } from './newer-node.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');

const browserPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

if (await isNewEnough(import.meta.url)) process.exitCode = await runAll(process.argv.slice(2));

async function runAll(args) {
  const browserRequired = args.includes('--require-browser');
  const rest = args.filter((arg) => arg !== '--require-browser');
  const browser = findBrowser();
  const counts = [await runProject('server', rest, {})];
  if (browser) counts.push(await runProject('e2e', rest, { CHROMIUM_PATH: browser }));

  const sum = (name) => counts.reduce((total, count) => total + count[name], 0);
  let failed = sum('failed');
  if (!browser) console.log(`The journeys in a browser (e2e) were skipped: ${whyNoBrowser()}`);
  const journeys = counts[1];
  const someDidNotRun = !journeys || journeys.passed === 0 || journeys.skippedNames.length > 0;
  if (browserRequired && someDidNotRun) {
    console.log('Not every journey in a browser (e2e) ran, and --require-browser asks for that: counted as failed.');
    failed += 1;
  }
  // Said once more at the end: of a long run often only the last lines are kept.
  for (const name of counts.flatMap((count) => count.failedNames)) console.log(`Failed: ${name}`);
  const skipped = counts.flatMap((count) => count.skippedNames);
  if (skipped.length > 0) console.log(`Skipped, because this machine has not what they need: ${skipped.join('; ')}`);
  console.log(`${sum('passed')} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`);
  return failed > 0 ? 1 : 0;
}

function findBrowser() {
  const told = process.env.CHROMIUM_PATH;
  if (told) return existsSync(told) ? told : undefined;
  return browserPlaces.find((place) => existsSync(place));
}

function whyNoBrowser() {
  const told = process.env.CHROMIUM_PATH;
  if (told) return `CHROMIUM_PATH is ${told}, where nothing is.`;
  return 'no Chromium was found; install one, or set CHROMIUM_PATH.';
}

async function runProject(project, args, env) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bedside-report-'));
  const report = path.join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  // A path given on the command line may belong to one project only.
  const options = ['run', '--project', project, '--passWithNoTests', ...reporters, ...args];
  const code = await run(process.execPath, [vitest, ...options], env);
  const counts = readReport(report);
  rmSync(folder, { recursive: true, force: true });
  // A run that breaks outside of a test (a file that does not load, an unhandled rejection) failed, whatever was counted.
  if (code !== 0 && counts.failed === 0) {
    counts.failed = 1;
    counts.failedNames.push(`the ${project} tests ended with ${code}, beside any test`);
  }
  return counts;
}

function run(program, args, env) {
  const child = spawn(program, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

function readReport(report) {
  const counts = { passed: 0, failed: 0, skippedNames: [], failedNames: [] };
  if (!existsSync(report)) return counts;
  for (const file of JSON.parse(readFileSync(report, 'utf8')).testResults) {
    const statuses = file.assertionResults.map((test) => test.status);
    counts.passed += statuses.filter((status) => status === 'passed').length;
    const skipped = file.assertionResults.filter((test) => test.status !== 'passed' && test.status !== 'failed');
    counts.skippedNames.push(...skipped.map((test) => test.title));
    const failures = file.assertionResults.filter((test) => test.status === 'failed').map((test) => test.fullName);
    const unloaded = failures.length === 0 && file.status === 'failed' ? ['did not load'] : [];
    const where = path.relative(root, file.name);
    counts.failedNames.push(...[...failures, ...unloaded].map((name) => `${where}: ${name}`));
    counts.failed += failures.length + unloaded.length;
  }
  return counts;
}
