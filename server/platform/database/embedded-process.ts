import { type ChildProcess, spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Account, engineEnvironment } from './embedded-home.ts';

export type Engine = { folder: string; account: Account | undefined };

const onWindows = process.platform === 'win32';
const LOG_LIMIT_BYTES = 5_000_000;

/** Runs one of the shipped programs to its end. @throws Error with what it printed when it fails. */
export async function runTool(engine: Engine, tool: 'initdb' | 'pg_ctl', parameters: string[]): Promise<void> {
  const child = spawn(program(engine, tool), parameters, { ...spawnAs(engine), stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (printed += chunk));
  const code = await ended(child);
  if (code !== 0) throw new Error(`${tool} failed (${code}): ${printed.trim()}`);
}

export type Server = {
  /** Resolves when the server is gone, for whatever reason. */ gone: Promise<void>;
  stop(): Promise<void>;
};

/** Starts `postgres` over `cluster` and resolves when it accepts connections. */
export async function startServer(
  engine: Engine,
  cluster: string,
  settings: Record<string, string>,
  logPath: string,
): Promise<Server> {
  if ((statSync(logPath, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES) renameSync(logPath, `${logPath}.1`);
  const logFile = openSync(logPath, 'a', 0o600);
  const logStart = statSync(logPath).size;
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(program(engine, 'postgres'), ['-D', cluster, ...options], {
    ...spawnAs(engine),
    // Its own process group: Ctrl-C in a terminal is for us, and we stop the server after the application.
    detached: !onWindows,
    stdio: ['ignore', logFile, logFile],
  });
  closeSync(logFile);
  const gone = ended(child).then(() => {});
  child.unref();
  await untilReady(child, cluster).catch(async (error: Error) => {
    child.kill('SIGQUIT');
    const printed = readFileSync(logPath).subarray(logStart).toString('utf8').trim();
    throw new Error(`${error.message} Its last words: ${printed.slice(-1000)}`);
  });
  const releaseWatcher = watchOverUs(engine, child);
  void gone.then(releaseWatcher);
  return {
    gone,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) await stopChild(engine, cluster, child, gone);
      await gone;
    },
  };
}

async function stopChild(engine: Engine, cluster: string, child: ChildProcess, gone: Promise<void>): Promise<void> {
  child.ref();
  if (onWindows) return runTool(engine, 'pg_ctl', ['stop', '-m', 'fast', '-w', '-D', cluster]);
  child.kill('SIGINT');
  const late = new AbortController();
  // Nothing is lost by SIGQUIT: the next start repeats the log from the last checkpoint.
  await Promise.race([gone, sleep(5000, undefined, { signal: late.signal }).then(() => child.kill('SIGQUIT'))]);
  late.abort();
}

/** A tiny process that outlives us by a moment: when our end of its pipe closes, however we died, it stops the server. */
function watchOverUs(engine: Engine, server: ChildProcess): () => void {
  if (onWindows) return () => {};
  const watcher = spawn(
    '/bin/sh',
    ['-c', 'read -r word; [ "$word" = done ] || kill -INT "$1"', 'bedside-watcher', String(server.pid)],
    {
      ...spawnAs(engine),
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    },
  );
  watcher.on('error', () => {});
  watcher.stdin.on('error', () => {});
  watcher.unref();
  (watcher.stdin as unknown as { unref(): void }).unref();
  return () => watcher.stdin.end('done\n');
}

async function untilReady(child: ChildProcess, cluster: string): Promise<void> {
  const givesUpAt = performance.now() + 60_000;
  while (performance.now() < givesUpAt) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error('The built-in database did not start.');
    const note = readNote(cluster);
    if (note?.pid === child.pid && note?.ready) return;
    await sleep(5);
  }
  throw new Error('The built-in database was not ready after a minute.');
}

/**
 * Ends a server that an earlier, killed process of ours left behind over this cluster. The caller holds the folder's lock,
 * so whatever runs there now is nobody's.
 */
export async function stopOrphan(engine: Engine, cluster: string, log: (line: string) => void): Promise<void> {
  const note = readNote(cluster);
  if (!note) return;
  if (onWindows) {
    // pg_ctl speaks through a named pipe that only a postgres with this number has: no stranger can be hit.
    await runTool(engine, 'pg_ctl', ['stop', '-m', 'fast', '-w', '-D', cluster]).catch(() => {});
    return;
  }
  if (isAlive(note.pid) && !(await worksIn(note.pid, cluster))) {
    // The number was given to a stranger since; PostgreSQL itself would refuse to start because of it.
    rmSync(path.join(cluster, 'postmaster.pid'), { force: true });
  } else if (isAlive(note.pid)) {
    log(`A database server of an earlier run (process ${note.pid}) is still there; stopping it first.`);
    await endOrphan(note.pid);
  }
  await untilNobodyWorksIn(cluster);
  // A dead server that nobody has collected yet keeps its number, and PostgreSQL would take it for a living one.
  if (isZombie(note.pid)) rmSync(path.join(cluster, 'postmaster.pid'), { force: true });
}

async function endOrphan(pid: number): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', 10_000],
    ['SIGQUIT', 10_000],
  ] as const) {
    if (isAlive(pid)) process.kill(pid, signal);
    const givesUpAt = performance.now() + patience;
    while (performance.now() < givesUpAt) {
      if (!isAlive(pid)) return;
      await sleep(10);
    }
  }
  throw new Error(
    `A database server of an earlier run (process ${pid}) does not stop. Stop it by hand, then start again.`,
  );
}

/** Backends of a server that was killed notice it and leave by themselves; two generations must never meet. */
async function untilNobodyWorksIn(cluster: string): Promise<void> {
  if (process.platform !== 'linux') return;
  for (let tries = 0; tries < 1000; tries++) {
    const somebody = readdirSync('/proc').some((name) => /^\d+$/.test(name) && workFolder(Number(name)) === cluster);
    if (!somebody) return;
    await sleep(10);
  }
  throw new Error(`Processes of an earlier database server still use ${cluster}. Stop them by hand, then start again.`);
}

async function worksIn(pid: number, cluster: string): Promise<boolean> {
  if (process.platform === 'linux') return workFolder(pid) === cluster;
  const child = spawn('ps', ['-o', 'command=', '-p', String(pid)], { stdio: ['ignore', 'pipe', 'ignore'] });
  let command = '';
  child.stdout.on('data', (chunk: Buffer) => (command += chunk));
  await ended(child);
  return command.includes(cluster);
}

function workFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** In a container nobody may be there to collect a dead orphan: it stays in the list, but does nothing any more. */
function isZombie(pid: number): boolean {
  const stat = `/proc/${pid}/stat`;
  try {
    return existsSync(stat) && /\) Z /.test(readFileSync(stat, 'utf8'));
  } catch {
    return true;
  }
}

function readNote(cluster: string): { pid: number; ready: boolean } | undefined {
  try {
    const lines = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), ready: lines[7]?.trim() === 'ready' };
  } catch {
    return undefined;
  }
}

function ended(child: ChildProcess): Promise<number | string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(code ?? signal ?? 'unknown'));
  });
}

function program(engine: Engine, name: string): string {
  return path.join(engine.folder, 'bin', onWindows ? `${name}.exe` : name);
}

function spawnAs(engine: Engine) {
  // The folder we were started in may be closed to the server's account; the root folder never is.
  return { ...engine.account, cwd: onWindows ? engine.folder : '/', env: engineEnvironment(engine.folder) };
}
