import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** What the holder of a lock wrote about itself, for the sentence that refuses a second one. */
export type Holder = { pid: number; since: string; socketFolder?: string; url?: string; appUrl?: string };

/** Another process holds the folder; the message is a sentence for the operator. */
export class FolderInUse extends Error {
  readonly holder: Holder | undefined;
  constructor(folder: string, holder: Holder | undefined) {
    const who = holder ? ` by process ${holder.pid} since ${holder.since}` : '';
    super(
      `The database in ${folder} is already in use${who}. Stop that one first, or start this one with another BEDSIDE_DATA.`,
    );
    this.holder = holder;
  }
}

export type FolderLock = {
  /** What the process that held the lock before us wrote, when it did not end cleanly. */
  predecessor: Holder | undefined;
  /** Tells others more about us, for those who want to join and for the one who comes after a crash. */
  describe(more: Pick<Holder, 'socketFolder' | 'url' | 'appUrl'>): void;
  release(): void;
};

/**
 * Takes a lock on a folder that lasts exactly as long as this process.
 *
 * SQLite's file lock is used because it is the one lock of the operating system that Node offers on every platform:
 * the kernel drops it at the moment a process dies, so a stale lock cannot exist and no pid has to be believed.
 * @throws FolderInUse
 */
export function lockFolder(folder: string): FolderLock {
  const holderPath = path.join(folder, 'holder.json');
  const lockPath = path.join(folder, 'lock');
  const file = new DatabaseSync(lockPath, { timeout: 0 });
  try {
    // The journal that a written file would need is not wanted beside a lock.
    file.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    file.close();
    if ((error as { errcode?: number }).errcode !== 5) throw error;
    throw new FolderInUse(folder, readHolder(holderPath));
  }
  chmodSync(lockPath, 0o600);
  const predecessor = readHolder(holderPath);
  let holder: Holder = { pid: process.pid, since: new Date().toISOString() };
  writeFileSync(holderPath, JSON.stringify(holder), { mode: 0o600 });
  return {
    predecessor,
    describe: (more) => {
      holder = { ...holder, ...more };
      writeFileSync(holderPath, JSON.stringify(holder));
    },
    release: () => {
      if (!file.isOpen) return;
      writeFileSync(holderPath, '');
      file.close();
    },
  };
}

function readHolder(holderPath: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(holderPath, 'utf8')) as Holder;
  } catch {
    // Missing on a first start, empty after a clean end, half written after a power cut: it is only for a sentence.
    return undefined;
  }
}
