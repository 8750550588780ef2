import { existsSync, mkdirSync, realpathSync, rmdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { startEmbeddedPostgres } from '../platform/database/embedded.ts';
import type { Settings } from '../platform/settings.ts';
import { openBackup, restoreShowing, summaryOf } from './restore.ts';

/** `bedside restore FILE --drill`: the whole way back, into a database of its own that is gone afterwards. */
export async function drillCommand(settings: Settings, given: string): Promise<number> {
  const began = performance.now();
  const { backup, head } = await openBackup(settings, given);
  try {
    const restored = await withThrowAway(settings.dataFolder, (url) => restoreShowing(url, backup, head));
    for (const line of summaryOf(head, backup, restored, began)) console.log(line);
    console.log(
      head.secret === null
        ? 'The secret is NOT in this backup: without it second factors and reply addresses are lost.'
        : 'The secret is in it.',
    );
    console.log('This was a drill: nothing was kept.');
    return restored.audit.faults.length > 0 ? 1 : 0;
  } finally {
    await backup.frames.return();
  }
}

/** In the data folder, which is on a disk for such data and shut to others, as a folder for temporary files may not be. */
async function withThrowAway<T>(dataFolder: string, use: (url: string) => Promise<T>): Promise<T> {
  const folder = path.join(dataFolder, 'drill');
  const isNew = !existsSync(dataFolder);
  mkdirSync(dataFolder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  // A drill that was killed left it behind; the lock in it says whether somebody is still at it.
  const left = existsSync(folder) ? await startEmbeddedPostgres({ dataFolder: folder }) : undefined;
  await left?.stop();
  remove(folder);
  try {
    const database = await startEmbeddedPostgres({ dataFolder: folder, log: console.error });
    try {
      return await use(database.url);
    } finally {
      await database.stop();
    }
  } finally {
    remove(folder);
    if (isNew) rmdirSync(dataFolder);
  }
}

function remove(folder: string): void {
  const home = path.join(folder, 'postgres');
  // A link where root alone may enter the data folder.
  if (existsSync(home)) rmSync(realpathSync(home), { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
}
