import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const product = path.join(root, 'web', 'dist');

/** Builds the staff app when it was never built or its sources are newer. @throws Error with what the build printed. */
export async function buildStaffAppIfStale(): Promise<void> {
  const config = path.join(root, 'web', 'vite.config.ts');
  if (!existsSync(config)) return;
  const builtAt = changedAt(path.join(product, 'index.html'));
  if (builtAt >= newestSource()) return;
  const began = performance.now();
  process.stdout.write('Building the staff app (once, and after changes) ... ');
  // Built beside and swapped in, so that a build that was killed is never taken for a whole one.
  const unfinished = path.join(root, 'node_modules', '.cache', `bedside-staff-${process.pid}`);
  mkdirSync(path.dirname(unfinished), { recursive: true });
  try {
    await runVite(['build', '--config', config, '--outDir', unfinished, '--emptyOutDir', '--logLevel', 'warn']);
    rmSync(product, { recursive: true, force: true });
    renameSync(unfinished, product);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  console.log(`done in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
}

function newestSource(): number {
  const web = path.join(root, 'web');
  const ownSources = readdirSync(web)
    .filter((name) => name !== 'dist')
    .flatMap((name) => filesBelow(path.join(web, name)));
  const contracts = filesBelow(path.join(root, 'server')).filter((file) => path.basename(file) === 'contract.ts');
  const sources = [...ownSources, ...contracts, path.join(root, 'package-lock.json')];
  return Math.max(...sources.filter((file) => !/\.test\.tsx?$/.test(file)).map(changedAt));
}

function filesBelow(place: string): string[] {
  if (statSync(place).isFile()) return [place];
  const entries = readdirSync(place, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

/** 0 when there is none. */
function changedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

async function runVite(parameters: string[]): Promise<void> {
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const child = spawn(process.execPath, [vite, ...parameters], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const endWithUs = () => void child.kill();
  process.once('exit', endWithUs);
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      printed += chunk;
    });
  }
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => resolve(exitCode ?? 1));
  });
  process.off('exit', endWithUs);
  if (code !== 0) throw new Error(`The staff app could not be built:\n${printed.trim()}`);
}
