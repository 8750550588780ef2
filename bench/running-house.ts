import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { tryPort } from '../server/platform/http/port.ts';

const command = fileURLToPath(new URL('../bin/bedside.mjs', import.meta.url));

export interface RunningHouse {
  readonly origin: string;
  readonly dataFolder: string;
  /** From starting the command until /health answered. */
  readonly startedInMs: number;
  /** All that it wrote to the terminal so far; with `BEDSIDE_LOG=info` a line for each request. */
  told(): string;
  stop(): Promise<void>;
}

export const makeDataFolder = (): Promise<string> => mkdtemp(path.join(tmpdir(), 'bedside-bench-'));
export const removeDataFolder = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });

/** Bedside as a user starts it, in a process of its own, on loopback. */
export async function startHouse(dataFolder: string, settings: Record<string, string> = {}): Promise<RunningHouse> {
  const port = await tryPort(0, '127.0.0.1');
  const origin = `http://127.0.0.1:${port}`;
  const began = performance.now();
  const child = spawn(process.execPath, [command, 'start'], {
    env: { ...process.env, BEDSIDE_PORT: String(port), BEDSIDE_DATA: dataFolder, BEDSIDE_LOG: 'error', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let told = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (told += chunk));
  await untilHealthy(origin, child, () => told);
  return {
    origin,
    dataFolder,
    startedInMs: performance.now() - began,
    told: () => told,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

async function untilHealthy(origin: string, child: ChildProcess, told: () => string): Promise<void> {
  for (let waited = 0; waited < 6_000; waited++) {
    if (child.exitCode !== null) throw new Error(`Bedside did not start: ${told()}`);
    const answer = await fetch(`${origin}/health`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  child.kill('SIGKILL');
  throw new Error('Bedside did not answer within a minute.');
}
