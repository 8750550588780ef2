import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** What the holder of a lock wrote about itself, for the sentence that refuses a second one. */
type Holder = { pid: number; since: string; socketFolder?: string | undefined };

export type FolderLock = {
  /** What the process that held the lock before us wrote, when it did not end cleanly. */
  predecessor: Holder | undefined;
  describe(more: { socketFolder: string }): void;
  release(): void;
};

/**
 * Takes a lock on a folder that lasts exactly as long as this process.
 *
 * SQLite's file lock is used because it is the one lock of the operating system that Node offers on every platform:
 * the kernel drops it at the moment a process dies, so a stale lock cannot exist and no pid has to be believed.
 * @throws Error with a sentence for the operator when another process holds it.
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
    throw new Error(refusal(folder, readHolder(holderPath)));
  }
  chmodSync(lockPath, 0o600);
  const predecessor = readHolder(holderPath);
  const holder: Holder = { pid: process.pid, since: new Date().toISOString() };
  writeFileSync(holderPath, JSON.stringify(holder), { mode: 0o600 });
  return {
    predecessor,
    describe: (more) => writeFileSync(holderPath, JSON.stringify({ ...holder, ...more })),
    release: () => {
      if (!file.isOpen) return;
      writeFileSync(holderPath, '');
      file.close();
    },
  };
}

function refusal(folder: string, holder: Holder | undefined): string {
  const who = holder ? ` by process ${holder.pid} since ${holder.since}` : '';
  return `The database in ${folder} is already in use${who}. Stop that one first, or start this one with another BEDSIDE_DATA.`;
}

function readHolder(holderPath: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(holderPath, 'utf8')) as Holder;
  } catch {
    // Missing on a first start, empty after a clean end, half written after a power cut: it is only for a sentence.
    return undefined;
  }
}
