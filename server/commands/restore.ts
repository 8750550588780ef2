import { rmSync } from 'node:fs';
import path from 'node:path';
import { type Head, markOf } from '../platform/backup/contents.ts';
import { BackupError, type OpenBackup, openBackupFile } from '../platform/backup/file.ts';
import { type Restored, readBackupHead, restoreBackup } from '../platform/backup/restore.ts';
import { startEmbeddedPostgres } from '../platform/database/embedded.ts';
import { keepSecret, readSecretIfThere } from '../platform/secret.ts';
import type { Settings } from '../platform/settings.ts';
import { makeProgressBar } from './progress-bar.ts';
import { count, megabytes, seconds } from './say.ts';

/** `bedside restore FILE`: all of it or nothing, and never over anything. 1 when the audit in it has faults. */
export async function restoreCommand(settings: Settings, given: string): Promise<number> {
  const began = performance.now();
  const { backup, head } = await openBackup(settings, given);
  const forgetSecret = bringSecret(settings, head);
  try {
    const restored = await withOwnDatabase(settings, (url) => restoreShowing(url, backup, head));
    for (const line of [...summaryOf(head, backup, restored, began), ...advice(settings, head, restored)])
      console.log(line);
    return restored.audit.faults.length > 0 ? 1 : 0;
  } catch (error) {
    forgetSecret();
    throw error;
  } finally {
    await backup.frames.return();
  }
}

/** Everything that can be refused without a database is refused here, before anything is made. */
export async function openBackup(settings: Settings, given: string): Promise<{ backup: OpenBackup; head: Head }> {
  const backup = await openBackupFile(path.resolve(given), settings.backupPassword);
  try {
    return { backup, head: await readBackupHead(backup) };
  } catch (error) {
    await backup.frames.return();
    throw error;
  }
}

/** Not beside a running Bedside, as other commands: its folder cannot be empty. */
async function withOwnDatabase<T>(settings: Settings, use: (url: string) => Promise<T>): Promise<T> {
  if (settings.databaseUrl) return use(settings.databaseUrl);
  const embedded = await startEmbeddedPostgres({ dataFolder: settings.dataFolder, log: console.error });
  try {
    return await use(embedded.url);
  } finally {
    await embedded.stop();
  }
}

export async function restoreShowing(url: string, backup: OpenBackup, head: Head): Promise<Restored> {
  const bar = makeProgressBar(process.stderr);
  try {
    return await restoreBackup(url, backup, head, (step, share, table) =>
      bar.show(() => ({ share, text: `${step} ${table}` })),
    );
  } finally {
    bar.end();
  }
}

/** The secret that belongs to the data must be the one that is there afterwards. Gives what takes it away again. */
function bringSecret(settings: Settings, head: Head): () => void {
  const present = settings.secret ?? readSecretIfThere(settings.dataFolder);
  if (present && head.secretMark && markOf(present) !== head.secretMark)
    throw new BackupError(
      `The secret of this backup is another than ${settings.secret ? 'BEDSIDE_SECRET' : `the one in ${settings.dataFolder}`}: set the right one, or restore into an empty folder.`,
    );
  if (present || head.secret === null) return () => {};
  const isOurs = keepSecret(settings.dataFolder, Buffer.from(head.secret, 'base64'));
  return () => {
    if (isOurs) rmSync(path.join(settings.dataFolder, 'secret'), { force: true });
  };
}

export function summaryOf(head: Head, backup: OpenBackup, restored: Restored, began: number): string[] {
  const { tables, audit } = restored;
  const schemas = Map.groupBy(tables, ({ name }) => name.split('.')[0] ?? '');
  const width = Math.max(...[...schemas.keys()].map((name) => name.length));
  const rowsOf = (of: typeof tables) => of.reduce((all, { rows }) => all + rows, 0);
  return [
    `Backup of ${head.takenAt}, Bedside ${head.bedside}, ${megabytes(backup.sizeBytes)}, restored in ${seconds(began)}.`,
    '',
    ...[...schemas].map(
      ([name, of]) =>
        `  ${name.padEnd(width)}  ${String(of.length).padStart(3)} tables  ${count(rowsOf(of)).padStart(12)} rows  the same as in the backup`,
    ),
    '',
    `Content: ${restored.content}`,
    audit.faults.length === 0
      ? `Audit: ${count(audit.entries)} entries, all as they were written. Anchor: ${audit.anchor}`
      : `Audit: ${count(audit.entries)} entries, NOT all as they were written, and so in the backup: "verify-audit" names them.`,
    `Jobs that were not done yet: ${count(restored.undoneJobs)}.`,
    ...(restored.laterMigrations.length > 0 ? [`Brought up to date with ${restored.laterMigrations.join(', ')}.`] : []),
  ];
}

function advice(settings: Settings, head: Head, { undoneJobs }: Restored): string[] {
  const now = { BEDSIDE_ORIGIN: settings.origin, MAIL_DOMAIN: settings.mailDomain };
  const moved = (['BEDSIDE_ORIGIN', 'MAIL_DOMAIN'] as const).filter((name) => head.settings[name] !== now[name]);
  const hasSecret = settings.secret ?? readSecretIfThere(settings.dataFolder);
  return [
    ...(hasSecret
      ? []
      : [
          `The secret is NOT in this backup: put it into ${path.join(settings.dataFolder, 'secret')} (or BEDSIDE_SECRET) before you start.`,
        ]),
    ...moved.map((name) => `${name} was ${head.settings[name]} where it was taken, and is ${now[name]} here.`),
    ...(undoneJobs > 0 ? ['They run when you start; what went out after the backup was taken can go out again.'] : []),
    'Whatever was withdrawn, locked or revoked after the backup was taken is as it was before: look at it first.',
  ];
}
