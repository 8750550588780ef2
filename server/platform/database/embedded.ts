import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { tryPort } from '../http/port.ts';
import { appRole } from './connect.ts';
import {
  type Account,
  findEngine,
  giveTo,
  makePrivateFolder,
  makeSocketFolder,
  openHome,
  removeSocketFolder,
} from './embedded-home.ts';
import { FolderInUse, type FolderLock, lockFolder } from './embedded-lock.ts';
import { type Engine, runTool, type Server, startServer, stopOrphan } from './embedded-process.ts';

export type EmbeddedPostgres = {
  /** For `pg`: database `bedside`, role `bedside_owner` (owns the database, may create databases and roles, is no superuser). */
  url: string;
  /** For the application: a login that may become `bedside_app` and nobody else, and can do nothing as itself. */
  appUrl: string;
  /** The real folder of the cluster, which is not below the data folder when only root may enter that. */
  folder: string;
  /** Resolves with a sentence when the server ends without having been asked to; never otherwise. */
  lost: Promise<string>;
  /** Ends the server cleanly (at most 5 s) and gives the folder free. May be called twice. */
  stop(): Promise<void>;
};

type Secrets = { superuser: string; owner: string; app: string };

const SUPERUSER = 'postgres';
const OWNER = 'bedside_owner';
const APP_LOGIN = 'bedside_login';
const DATABASE = 'bedside';
const PORT = 5432;

/** Made by the superuser, and in template1 too, because a new database of a test is copied from there. */
const EXTENSIONS = ['btree_gist', 'citext', 'fuzzystrmatch', 'pg_trgm', 'pgcrypto', 'unaccent'];

const SERVER_SETTINGS = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  max_connections: '200',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Errors quote values, and values are about patients: the application gets them, the log file never does.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
};

/**
 * Starts the PostgreSQL server that came with the npm packages as our own child, over a cluster below `dataFolder`,
 * which is made on the first start.
 * @throws Error with a sentence for the operator: folder in use, no server for this machine, not reachable.
 */
export async function startEmbeddedPostgres(options: {
  dataFolder: string;
  log?: (line: string) => void;
}): Promise<EmbeddedPostgres> {
  const log = options.log ?? (() => {});
  refuseNamelessAccount();
  const { home, account } = openHome(options.dataFolder, log);
  const lock = lockFolder(home);
  try {
    return await startLocked(home, account, lock, log);
  } catch (error) {
    lock.release();
    throw error;
  }
}

/**
 * For a command beside a running Bedside: joins the server that another process of ours has over `dataFolder`, or starts
 * one. Only the one who started it stops it.
 */
export async function joinEmbeddedPostgres(options: {
  dataFolder: string;
  log?: (line: string) => void;
}): Promise<Pick<EmbeddedPostgres, 'url' | 'appUrl' | 'stop'>> {
  for (let tries = 0; ; tries++) {
    try {
      return await startEmbeddedPostgres(options);
    } catch (error) {
      if (!(error instanceof FolderInUse) || tries > 300) throw error;
      const { url, appUrl = url } = error.holder ?? {};
      if (url && appUrl) return { url, appUrl, stop: async () => {} };
    }
    // The other one is still making its database.
    await sleep(100);
  }
}

async function startLocked(
  home: string,
  account: Account | undefined,
  lock: FolderLock,
  log: (line: string) => void,
): Promise<EmbeddedPostgres> {
  const engine: Engine = { folder: findEngine(account), account };
  const cluster = path.join(home, 'cluster');
  const secrets = readOrMakeSecrets(home);
  if (existsSync(cluster)) await stopOrphan(engine, cluster, log);
  else await makeCluster(engine, cluster, secrets);
  removeUnfinished(home);
  if (lock.predecessor?.socketFolder) removeSocketFolder(lock.predecessor.socketFolder, home);

  const place = await choosePlace(home, account);
  lock.describe({ socketFolder: place.host });
  let server: Server | undefined;
  const stop = async () => {
    await server?.stop();
    removeSocketFolder(place.host, home);
    lock.release();
  };
  try {
    server = await startServer(
      engine,
      cluster,
      { ...SERVER_SETTINGS, ...place.settings },
      path.join(home, 'server.log'),
    );
    await prepareDatabase(home, place, secrets);
  } catch (error) {
    await stop();
    throw error;
  }
  const url = place.url(OWNER, secrets.owner, DATABASE);
  const appUrl = place.url(APP_LOGIN, secrets.app, DATABASE);
  lock.describe({ url, appUrl });
  let stopping: Promise<void> | undefined;
  const lost = new Promise<string>((resolve) => {
    void server.gone.then(() => {
      if (!stopping) resolve(`The built-in database ended unexpectedly; ${path.join(home, 'server.log')} says why.`);
    });
  });
  return {
    url,
    appUrl,
    folder: cluster,
    lost,
    stop: () => (stopping ??= stop()),
  };
}

/** initdb works in a folder beside and the result is renamed, so that a half-made cluster is never taken for a whole one. */
async function makeCluster(engine: Engine, cluster: string, secrets: Secrets): Promise<void> {
  // A name of its own each time: the initdb of a killed process may still be writing into the one before.
  const unfinished = mkdtempSync(`${cluster}.unfinished-`);
  giveTo(unfinished, engine.account);
  const passwordFile = `${cluster}.password`;
  rmSync(unfinished, { recursive: true, force: true });
  makePrivateFolder(unfinished, engine.account);
  writeFileSync(passwordFile, secrets.superuser, { mode: 0o600 });
  giveTo(passwordFile, engine.account);
  try {
    await runTool(engine, 'initdb', [
      `--pgdata=${unfinished}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--auth-local=scram-sha-256',
      '--auth-host=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--data-checksums',
    ]);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(unfinished, cluster);
}

function removeUnfinished(home: string): void {
  for (const name of readdirSync(home).filter((entry) => entry.startsWith('cluster.unfinished-'))) {
    try {
      rmSync(path.join(home, name), { recursive: true, force: true });
    } catch {
      // Written to at this very moment; the next start removes it.
    }
  }
}

/** Every step may be repeated: a process killed halfway leaves the rest to the next start. */
async function prepareDatabase(home: string, place: Place, secrets: Secrets): Promise<void> {
  const marker = path.join(home, 'prepared.json');
  const wanted = JSON.stringify({ extensions: EXTENSIONS, logins: [OWNER, APP_LOGIN] });
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return;
  await as(SUPERUSER, place, secrets, 'template1', async (client) => {
    const owner = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [OWNER]);
    if (owner.rowCount === 0)
      await client.query(`CREATE ROLE ${OWNER} LOGIN CREATEDB CREATEROLE PASSWORD ${pg.escapeLiteral(secrets.owner)}`);
    await makeAppLogin(client, secrets.app);
    for (const name of EXTENSIONS) await client.query(`CREATE EXTENSION IF NOT EXISTS ${name}`);
  });
  // Not from template1: PostgreSQL refuses to copy a database while anybody, even a dying connection, is in it.
  await as(SUPERUSER, place, secrets, 'postgres', async (client) => {
    const database = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (database.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE} OWNER ${OWNER}`);
  });
  await as(SUPERUSER, place, secrets, DATABASE, async (client) => {
    for (const name of EXTENSIONS) await client.query(`CREATE EXTENSION IF NOT EXISTS ${name}`);
  });
  writeFileSync(marker, wanted, { mode: 0o600 });
}

/** NOINHERIT: what it may do it may only as the application's role, which it is from the first moment of a connection. */
async function makeAppLogin(client: pg.Client, password: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>('SELECT rolname AS name FROM pg_roles');
  const isThere = (role: string) => rows.some(({ name }) => name === role);
  if (!isThere(appRole)) await client.query(`CREATE ROLE ${appRole} NOLOGIN`);
  await client.query(`GRANT ${appRole} TO ${OWNER} WITH ADMIN OPTION`);
  if (!isThere(APP_LOGIN)) await client.query(`CREATE ROLE ${APP_LOGIN} LOGIN NOINHERIT`);
  await client.query(`ALTER ROLE ${APP_LOGIN} PASSWORD ${pg.escapeLiteral(password)}`);
  await client.query(`GRANT ${appRole} TO ${APP_LOGIN}`);
}

async function as(
  user: string,
  place: Place,
  secrets: Secrets,
  database: string,
  use: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const client = new pg.Client({ connectionString: place.url(user, secrets.superuser, database) });
  await client.connect();
  try {
    await use(client);
  } finally {
    await client.end();
  }
}

type Place = {
  /** The folder of the socket, or an address on Windows. */
  host: string;
  settings: Record<string, string>;
  url(user: string, password: string, database: string): string;
};

async function choosePlace(home: string, account: Account | undefined): Promise<Place> {
  if (process.platform === 'win32') {
    const port = await tryPort(0, '127.0.0.1');
    return {
      host: '127.0.0.1',
      settings: { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '' },
      url: (user, password, database) => `postgres://${user}:${password}@127.0.0.1:${port}/${database}`,
    };
  }
  const folder = makeSocketFolder(home, account);
  // Whoever had it is gone; a killed server leaves its lock here, too, and a dead one still has the number in it.
  for (const name of readdirSync(folder).filter((entry) => entry.startsWith('.s.PGSQL.')))
    rmSync(path.join(folder, name), { force: true });
  return {
    host: folder,
    settings: {
      listen_addresses: '',
      port: String(PORT),
      unix_socket_directories: folder,
      unix_socket_permissions: '0700',
    },
    url: (user, password, database) => `postgres://${user}:${password}@/${database}?host=${encodeURIComponent(folder)}`,
  };
}

function readOrMakeSecrets(home: string): Secrets {
  const file = path.join(home, 'secrets.json');
  const kept: Partial<Secrets> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const { superuser = newPassword(), owner = newPassword(), app = newPassword() } = kept;
  const secrets = { superuser, owner, app };
  // An older Bedside made them before the application had a login of its own.
  if (kept.app === app) return secrets;
  const unfinished = `${file}.unfinished`;
  writeFileSync(unfinished, JSON.stringify(secrets), { mode: 0o600, flush: true });
  renameSync(unfinished, file);
  return secrets;
}

const newPassword = () => randomBytes(24).toString('hex');

/** initdb's own message for this ("user does not exist") sends people looking in the wrong place. */
function refuseNamelessAccount(): void {
  if (process.platform === 'win32') return;
  try {
    os.userInfo();
  } catch {
    throw new Error(
      `The account with uid ${process.getuid?.()} has no name on this machine and PostgreSQL asks for one. Add it to /etc/passwd, or set DATABASE_URL to a PostgreSQL server.`,
    );
  }
}
