import type { DatabaseUrls } from '../platform/database/connect.ts';
import type { EmbeddedPostgres } from '../platform/database/embedded.ts';
import { startEmbeddedPostgres } from '../platform/database/embedded.ts';
import { tryPort } from '../platform/http/port.ts';
import { makeLog } from '../platform/log.ts';
import { readOrMakeSecret } from '../platform/secret.ts';
import type { Settings } from '../platform/settings.ts';
import type { RunningApp } from '../serve.ts';
import { buildStaffAppIfStale } from './build.ts';
import { welcome } from './welcome.ts';

const APP_PATIENCE_MS = 4000;
/** Two deliveries of one Ctrl-C (by the terminal and by npm, which passes it on) come within this time. */
const SAME_KEYPRESS_MS = 400;

/** Runs until it is told to stop; the result is the exit code. */
export async function startCommand(settings: Settings): Promise<number> {
  const told = listenForStop();
  await refuseTakenPort(settings);
  await buildStaffAppIfStale();
  const database = settings.databaseUrl
    ? undefined
    : await startEmbeddedPostgres({ dataFolder: settings.dataFolder, log: console.log });
  try {
    const app = await startApp(settings, urlsOf(settings, database));
    told.isRunning();
    console.log(welcome({ settings, app, databaseFolder: database?.folder }));
    const reason = await Promise.race([told.toStop, lossOf(database)]);
    console.log(reason.sentence);
    await withinPatience(app.stop());
    return reason.exitCode;
  } catch (error) {
    if (isPortTaken(error)) throw portTaken(settings);
    throw error;
  } finally {
    await database?.stop();
  }
}

function urlsOf({ databaseUrl = '', appDatabaseUrl }: Settings, database: EmbeddedPostgres | undefined): DatabaseUrls {
  if (database) return { owner: database.url, app: database.appUrl };
  return { owner: databaseUrl, app: appDatabaseUrl ?? databaseUrl };
}

async function startApp(settings: Settings, database: DatabaseUrls): Promise<RunningApp> {
  // Loaded only now: the other commands do without all of the application.
  const app = await import('../serve.ts');
  const secret = settings.secret ?? readOrMakeSecret(settings.dataFolder);
  return app.startApp({ settings: { ...settings, secret }, database, log: makeLog(settings.logLevel) });
}

type Reason = { sentence: string; exitCode: number };

/**
 * Before the application runs, a signal ends the process at once: nothing is half done that the next start would not
 * finish, and the database's watcher stops the server. Afterwards the first asks to stop and a second one insists.
 */
function listenForStop(): { toStop: Promise<Reason>; isRunning(): void } {
  let running = false;
  let askedAt: number | undefined;
  const toStop = new Promise<Reason>((resolve) => {
    const ask = (signal: NodeJS.Signals) => {
      if (!running) process.exit(130);
      if (askedAt !== undefined && performance.now() - askedAt > SAME_KEYPRESS_MS) process.exit(130);
      askedAt ??= performance.now();
      const sentence = signal === 'SIGINT' ? 'Stopping; Ctrl-C again stops at once.' : 'Stopping.';
      resolve({ sentence, exitCode: 0 });
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask);
    // Under an older Node this process was started by another one, and must not outlive it.
    if (process.channel) process.once('disconnect', () => ask('SIGTERM'));
    process.channel?.unref();
  });
  return {
    toStop,
    isRunning: () => {
      running = true;
    },
  };
}

async function lossOf(database: EmbeddedPostgres | undefined): Promise<Reason> {
  if (!database) return new Promise(() => {});
  return { sentence: await database.lost, exitCode: 1 };
}

/** An open connection or a job must not keep the database from being stopped in order. */
async function withinPatience(stopped: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, APP_PATIENCE_MS);
  });
  await Promise.race([stopped, late]);
  clearTimeout(timer);
}

/** Asked before anything is made or changed; the port is taken in earnest last, when all can be served. */
async function refuseTakenPort(settings: Settings): Promise<void> {
  await tryPort(settings.port, settings.host).catch((error: NodeJS.ErrnoException) => {
    if (isPortTaken(error)) throw portTaken(settings);
    if (error.code === 'EACCES') {
      throw new Error(`This account may not listen on port ${settings.port}: set BEDSIDE_PORT to 1024 or higher.`);
    }
    throw new Error(
      `Cannot listen on ${settings.host}: BEDSIDE_HOST must be an address of this machine (${error.code}).`,
    );
  });
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

function portTaken(settings: Settings): Error {
  return new Error(
    `Port ${settings.port} on ${settings.host} is already in use. Stop the program that has it, or set BEDSIDE_PORT to another.`,
  );
}
